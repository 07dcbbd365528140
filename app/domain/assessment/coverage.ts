/** Where evidence comes from and where none does: stop × dimension, and kind of source. */

/** Linked excerpts of one stop ('' for papers), dimension and kind of source. */
type CoverageCount = { stopId: string; dimensionId: string; sourceKind: string; count: number }

export type CoverageRow = { dimensionId: string; counts: number[]; total: number }

/** One row per dimension with a count per column, zeros included, in the order given. */
export function coverageOf(counts: readonly CoverageCount[], dimensionIds: readonly string[], columns: readonly string[], by: 'stopId' | 'sourceKind' = 'stopId'): CoverageRow[] {
  const sums = new Map<string, number>()
  for (const cell of counts) {
    const key = `${cell.dimensionId} ${cell[by]}`
    sums.set(key, (sums.get(key) ?? 0) + cell.count)
  }
  return dimensionIds.map((dimensionId) => {
    const row = columns.map((column) => sums.get(`${dimensionId} ${column}`) ?? 0)
    return { dimensionId, counts: row, total: row.reduce((sum, count) => sum + count, 0) }
  })
}

type Gap = { stopId: string; dimensionId: string }

/** The cells without a single excerpt, in the order of the columns. */
export function gapsOf(rows: readonly CoverageRow[], stopIds: readonly string[]): Gap[] {
  return stopIds.flatMap((stopId, column) => rows.filter((row) => row.counts[column] === 0).map((row) => ({ stopId, dimensionId: row.dimensionId })))
}
