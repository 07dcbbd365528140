import { SOURCE_KINDS } from '#app/domain/meetings/excerpts.ts'
import type { CoverageRow } from '#app/domain/assessment/coverage.ts'
import { Matrix } from '#app/ui/kit/matrix.tsx'

/** The stop that stands for documents in addresses. */
export const PAPERS = 'papers'
/** The kind of source that stands for "nobody said which" in addresses. */
const UNNAMED = 'unnamed'

export type Column = { id: string; name: string }

type CoverageMatrixProps = { base: string; rows: readonly (CoverageRow & { name: string })[]; columns: readonly Column[]; by: 'stop' | 'source' }

/** Linked excerpts per dimension and stop or kind of source; each number leads to the sentences it counts. */
export function CoverageMatrix({ base, rows, columns, by }: CoverageMatrixProps) {
  const caption = `Linked sentences per dimension and ${by === 'stop' ? 'stop' : 'kind of source'}; a cell without any says “none”`
  return (
    <Matrix
      caption={caption}
      heads={['Dimension', ...columns.map((column) => column.name)]}
      rows={rows.map((row) => ({
        id: row.dimensionId,
        name: <a href={`${base}/readiness/${row.dimensionId}`}>{row.name}</a>,
        counts: row.counts.map((count, at) => ({ count, href: `${base}/evidence?dimension=${row.dimensionId}&${by}=${encodeURIComponent(columns[at]?.id ?? '')}#all` })),
      }))}
    />
  )
}

/** The kinds of source as columns, "not named" last. */
export const SOURCE_COLUMNS: readonly (Column & { kind: string })[] = [
  ...SOURCE_KINDS.map((kind) => ({ id: kind, name: kind, kind })), { id: UNNAMED, name: 'not named', kind: '' },
]
