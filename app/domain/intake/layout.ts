/** Where the times of a text stand: decided once for the whole text, so that its rows are read by one rule. */
import type { Row } from '#app/domain/intake/rows.ts'
import type { TimeFound } from '#app/domain/intake/times.ts'

export type Layout = {
  /** Times stand alone on a line: of the title that follows, of the one above, or not at all. */
  own: 'no' | 'before' | 'after'
  /** Times stand at the end of their line. */
  end: boolean
  /** Only durations are printed. */
  durations: boolean
  /** The first row that is an item. */
  first: number
}

const FEW = 2

export function layoutOf(rows: readonly Row[]): Layout {
  const plain = rows.filter((row) => row.label === null && !row.head)
  const front = plain.filter((row) => (row.where === 'start' || row.where === 'cell') && isClock(row.times)).length
  const alone = plain.filter((row) => row.where === 'own' && isClock(row.times) && isBareTime(row))
  const back = plain.filter((row) => row.where === 'end' && isClock(row.times)).length
  const durations = plain.filter((row) => row.times.length > 0 && !isClock(row.times)).length
  const layout: Layout = {
    own: alone.length >= FEW && alone.length >= front ? ownPlace(rows, alone) : 'no',
    end: back >= FEW && back > front,
    durations: durations >= FEW && durations > front + alone.length,
    first: rows.length,
  }
  const first = rows.findIndex((row, i) => isItemRow(row, layout) && !isHeadTime(rows, i, layout))
  return { ...layout, first: first < 0 ? rows.length : layout.own === 'after' ? blockStart(rows, first) : first }
}

/** True for a row with a time of its own. */
export function isItemRow(row: Row, layout: Layout): boolean {
  if (row.label !== null || row.head || row.times.length === 0) return false
  if (!isClock(row.times)) return layout.durations && row.texts.length > 0
  if (row.where === 'own') return layout.own !== 'no' || (row.lead !== null)
  if (row.where === 'end') return layout.end || row.times.some(({ to }) => to !== null)
  return true
}

/** The hours of the whole event or of a day: beside its date, or alone before rows that have their times at the front. */
export function isHeadTime(rows: readonly Row[], at: number, layout: Layout): boolean {
  const row = rows[at] as Row
  if (row.head) return true
  if (row.dates.length + row.insideDates.length === 0) return false
  if (row.where === 'own') return layout.own === 'no' || isTimedNext(rows, at, layout)
  return row.where === 'end' && !layout.end || row.where === 'end' && rows.slice(0, at).every((before) => before.times.length === 0) && row.times.some(({ to }) => to !== null)
}

function isTimedNext(rows: readonly Row[], at: number, layout: Layout): boolean {
  const following = rows.slice(at + 1, at + 3)
  const next = following.findIndex((row) => isItemRow(row, layout))
  return next === 0 || (next === 1 && (following[1]?.line.blanksBefore ?? 0) > 0)
}

export function isClock(times: readonly TimeFound[]): boolean {
  return times.some(({ from }) => from !== null)
}

function isBareTime(row: Row): boolean {
  return row.texts.length === 0 && row.lead === null
}

/** Below its title where most of the lone times end their block and do not begin it. */
function ownPlace(rows: readonly Row[], alone: readonly Row[]): 'before' | 'after' {
  const places = new Map(rows.map((row, i) => [row, i]))
  let after = 0
  for (const row of alone) {
    const at = places.get(row) as number
    const above = row.line.blanksBefore === 0 && at > 0
    const below = at + 1 < rows.length && (rows[at + 1] as Row).line.blanksBefore === 0
    after += above && !below ? 1 : below && !above ? -1 : above && below && startsBlock(rows, at - 1) ? 0.5 : 0
  }
  return after > 0 ? 'after' : 'before'
}

/** The title above a lone time begins the block. */
function blockStart(rows: readonly Row[], at: number): number {
  let start = at
  while (start > 0 && (rows[start] as Row).line.blanksBefore === 0) start--
  return start === 0 ? Math.max(at - 1, 0) : start
}

function startsBlock(rows: readonly Row[], at: number): boolean {
  return at === 0 || (rows[at] as Row).line.blanksBefore > 0
}
