import { useId } from 'react'
import type { ReactNode } from 'react'
import { Scroll } from '#app/ui/kit/scroll.tsx'

type MatrixRow = { id: string; name: ReactNode; counts: readonly { count: number; href?: string }[] }

type MatrixProps = {
  caption: string
  /** The head of the first column, then one per count. */
  heads: readonly string[]
  rows: readonly MatrixRow[]
}

/** Counts by row and column; numbers carry it, the drawn tint helps and prints, nothing is hatched and says “none”. */
export function Matrix({ caption, heads, rows }: MatrixProps) {
  const hatch = useId().replaceAll(':', '')
  return (
    <Scroll label={caption}>
      <svg width="0" height="0" aria-hidden="true" focusable="false" className="heat-defs"><pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse"><path d="M-2 2l4-4M0 8l8-8M6 10l4-4" /></pattern></svg>
      <table className="matrix">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {row.counts.map(({ count, href }, at) => (
                <td key={at} data-n={tint(count)}>
                  <Heat step={tint(count)} hatch={hatch} />
                  {count > 0 && href !== undefined ? <a href={href}>{count}</a> : <span>{count === 0 ? 'none' : count}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** What fills a cell: hatching for nothing, then a paler and a full tint, then a line under it. */
function Heat({ step, hatch }: { step: number; hatch: string }) {
  return (
    <svg className="heat" aria-hidden="true" focusable="false">
      {step === 0 ? <rect className="empty" width="100%" height="100%" style={{ fill: `url(#${hatch})` }} /> : <rect width="100%" height="100%" />}
      {step === 3 && <rect className="more" y="100%" width="100%" height="3" transform="translate(0 -3)" />}
    </svg>
  )
}

function tint(count: number): number {
  return count < 2 ? count : count < 4 ? 2 : 3
}
