/** The work plan of a report: parts and activities by month, who does them, how much falls on whom, and what is missing in it. */
import type { Id } from '#app/domain/ids.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Day } from '#app/domain/time.ts'

/** As they are printed in plans and kept. */
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const YEAR = MONTHS.length

/** The months that a plan spans, at most a year; `year` is that of the first, null where nobody has said it. */
export type PlanFrame = { /** 1 to 12. */ from: number; length: number; year: number | null }
export type PlanMonth = { name: string; year: number | null }
export type PlanRow = { id: Id; part: string; title: string; owner: string; months: readonly string[]; status: string }

/** The frame around every month that a row names, in the order of the year; January alone where none does. */
export function frameAround(rows: readonly Pick<PlanRow, 'months'>[]): PlanFrame {
  const places = rows.flatMap((row) => row.months.map(placeOf)).filter((place) => place >= 0)
  if (places.length === 0) return { from: 1, length: 1, year: null }
  const first = Math.min(...places)
  return { from: first + 1, length: Math.max(...places) - first + 1, year: null }
}

/** The columns of a plan; those after December belong to the next year. */
export function monthsIn({ from, length, year }: PlanFrame): PlanMonth[] {
  return Array.from({ length: Math.min(length, YEAR) }, (_, n) => {
    const place = from - 1 + n
    return { name: MONTHS[place % YEAR] ?? '', year: year === null ? null : year + Math.floor(place / YEAR) }
  })
}

/** The months of a row in the order of the columns, then what is in none of them. */
export function inOrder(months: readonly string[], columns: readonly PlanMonth[]): string[] {
  const named = columns.map(({ name }) => name)
  return [...named.filter((name) => months.includes(name)), ...outsideOf(months, columns)]
}

/** What a row names that is no column: months of another span, words such as 'later'. */
export function outsideOf(months: readonly string[], columns: readonly PlanMonth[]): string[] {
  return [...new Set(months.filter((month) => !columns.some(({ name }) => name === month)))]
}

/** The months with one switched on or off. */
export function switched(months: readonly string[], name: string, columns: readonly PlanMonth[]): string[] {
  return inOrder(months.includes(name) ? months.filter((each) => each !== name) : [...months, name], columns)
}

/** The months `by` columns later, earlier where negative; undefined where one would leave the plan or none is in it. */
export function shifted(months: readonly string[], by: number, columns: readonly PlanMonth[]): string[] | undefined {
  const places = columns.flatMap(({ name }, at) => (months.includes(name) ? [at + by] : []))
  if (places.length === 0 || places.some((place) => place < 0 || place >= columns.length)) return undefined
  return inOrder([...places.map((place) => columns[place]?.name ?? ''), ...outsideOf(months, columns)], columns)
}

/** How many activities stand in each month; what was dropped counts nowhere. */
export function loadByMonth(rows: readonly PlanRow[], columns: readonly PlanMonth[]): number[] {
  const standing = rows.filter(isStanding)
  return columns.map(({ name }) => standing.filter((row) => row.months.includes(name)).length)
}

/** The same for each owner as written, by name; what nobody owns comes last, as ''. */
export function loadByOwner(rows: readonly PlanRow[], columns: readonly PlanMonth[]): { owner: string; counts: number[] }[] {
  const owners = [...new Set(rows.filter(isStanding).map(({ owner }) => owner))].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
  return owners.map((owner) => ({ owner, counts: loadByMonth(rows.filter((row) => row.owner === owner), columns) }))
}

/** True once the last month of an open activity is over; never while the year is not known. */
export function isLate({ status, months }: Pick<PlanRow, 'status' | 'months'>, columns: readonly PlanMonth[], today: Day): boolean {
  const last = columns.findLast(({ name }) => months.includes(name))
  if (status !== 'open' || !last || last.year === null) return false
  return `${last.year}-${String(placeOf(last.name) + 1).padStart(2, '0')}` < today.slice(0, 7)
}

export type PlanGap =
  | { kind: 'year' }
  | { kind: 'owner' | 'months'; rows: Id[]; of: number }
  | { kind: 'empty-month'; month: PlanMonth }
  | { kind: 'outside'; row: Id; months: string[] }
  /** `outline` is how the report calls the part; null where it has no such part. */
  | { kind: 'part'; part: string; outline: string | null }

/** What is missing in a plan or differs from the outline, whose entries of the first level are `outline`. */
export function planGaps(rows: readonly PlanRow[], { year, ...frame }: PlanFrame, outline: readonly string[]): PlanGap[] {
  const standing = rows.filter(isStanding)
  if (standing.length === 0) return []
  const columns = monthsIn({ ...frame, year })
  const load = loadByMonth(rows, columns)
  const without = (kind: 'owner' | 'months', lacks: (row: PlanRow) => boolean): PlanGap[] => {
    const lacking = standing.filter(lacks).map(({ id }) => id)
    return lacking.length === 0 ? [] : [{ kind, rows: lacking, of: standing.length }]
  }
  return [
    ...without('owner', ({ owner }) => owner === ''),
    ...without('months', ({ months }) => months.length === 0),
    ...columns.flatMap((month, at): PlanGap[] => (load[at] === 0 ? [{ kind: 'empty-month', month }] : [])),
    ...standing.flatMap((row): PlanGap[] => (outsideOf(row.months, columns).length === 0 ? [] : [{ kind: 'outside', row: row.id, months: outsideOf(row.months, columns) }])),
    ...partGaps(standing, outline),
    ...(year === null ? [{ kind: 'year' as const }] : []),
  ]
}

/** Parts are one where their numbers are; without a number, where their titles are. */
function partGaps(rows: readonly PlanRow[], outline: readonly string[]): PlanGap[] {
  if (outline.length === 0) return []
  const parts = [...new Set(rows.map(({ part }) => part))].filter(Boolean)
  return parts.flatMap((part): PlanGap[] => {
    if (outline.some((title) => foldKey(title) === foldKey(part))) return []
    const number = partNumber(part)
    return [{ kind: 'part', part, outline: number === '' ? null : (outline.find((title) => partNumber(title) === number) ?? null) }]
  })
}

/** 'Part 2. Status' → 'part 2'; '' where no number stands in front. */
function partNumber(title: string): string {
  const found = /^\p{L}*\s*\d{1,3}/u.exec(title.trim())
  return found ? foldKey(found[0]) : ''
}

function isStanding({ status }: Pick<PlanRow, 'status'>): boolean {
  return status !== 'dropped'
}

function placeOf(month: string): number {
  return (MONTHS as readonly string[]).indexOf(month)
}
