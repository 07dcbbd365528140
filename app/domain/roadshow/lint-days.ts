/** Rules about days and the way between stops. */
import { EXITS } from '#app/domain/meetings/status.ts'
import { isOffDay, nearestWeekday, parsePrintedDay } from '#app/domain/roadshow/printed-day.ts'
import { issueOf } from '#app/domain/roadshow/lint-issue.ts'
import type { Issue, Repair, Subject } from '#app/domain/roadshow/lint-issue.ts'
import type { EngagementFacts, MissionFacts } from '#app/domain/roadshow/lint-facts.ts'
import { daysBetween, offsetOfDay, weekdayOf } from '#app/domain/time.ts'
import type { Day, Weekday } from '#app/domain/time.ts'

/** How many days before an engagement its time and venue should stand. */
const ESSENTIALS_BEFORE_DAYS = 3
/** Kinds that fill the grid and meet nobody. */
const FILLING = new Set(['buffer', 'travel', 'meal'])
const CALLED_OFF = new Set<string>(EXITS)
const SETTLED = new Set(['held', 'noted', 'cleared'])

type DatedRow = EngagementFacts & { printedDay: string }
type DatedCell = { rows: [DatedRow, ...DatedRow[]]; printed: string; weekday: Weekday; day: Day }

/** A printed weekday that is not the weekday of the printed date; rows under one printed date are one issue. */
export function lintWeekdays({ engagements, stops }: Pick<MissionFacts, 'engagements' | 'stops'>): Issue[] {
  const cells = datedCells(engagements)
  const right = new Set(cells.filter(({ day, weekday }) => weekdayOf(day) === weekday).map(({ day }) => day))
  return cells.flatMap(({ rows, printed, weekday, day }) => {
    const actual = weekdayOf(day)
    if (actual === weekday) return []
    const other = nearestWeekday(day, weekday)
    const [first] = rows
    const stop = stops.find((each) => each.id === first.stopId)
    const fits = stop !== undefined && other >= stop.arriveDay && other <= stop.departDay
    const repairs: Repair[] = [{ kind: 'keep-date', weekday: actual, day }, ...(fits ? [{ kind: 'keep-weekday' as const, day: other }] : []), ...(fits ? [] : [{ kind: 'visit' as const, to: 'move' as const, id: first.id }])]
    return [issueOf(
      { code: 'weekday-mismatch', printed, weekday, day, actual, city: first.city, titles: rows.map((row) => row.title), other, otherIsPrinted: right.has(other) },
      { subjects: subjectsOf(rows), lines: [first.sourceLine], print: printed, repairs },
    )]
  })
}

/** Rows whose day a person has moved away from the printed one are decided and left out. */
function datedCells(engagements: readonly EngagementFacts[]): DatedCell[] {
  const cells = new Map<string, DatedCell>()
  for (const row of [...engagements].sort(inPrint)) {
    if (row.printedDay === null) continue
    const { weekday, day = row.day } = parsePrintedDay(row.printedDay, row.day)
    if (weekday === undefined || day !== row.day) continue
    const key = row.printedDayGroup ?? `${row.stopId} ${row.printedDay}`
    const dated = { ...row, printedDay: row.printedDay }
    const known = cells.get(key)
    if (known) known.rows.push(dated)
    else cells.set(key, { rows: [dated], printed: row.printedDay, weekday, day })
  }
  return [...cells.values()]
}

/** As the rows stand in the paper, so that an issue keeps its first row while times are set and moved. */
function inPrint(a: EngagementFacts, b: EngagementFacts): number {
  return (a.sourceLine ?? Infinity) - (b.sourceLine ?? Infinity) || (a.id < b.id ? -1 : 1)
}

function subjectsOf(rows: readonly [EngagementFacts, ...EngagementFacts[]]): [Subject, ...Subject[]] {
  return rows.map((row) => ({ kind: 'engagement', id: row.id })) as [Subject, ...Subject[]]
}

/** Engagements of a stop that are near and still miss a time or a venue. */
export function lintEssentials({ engagements, stops, today }: Pick<MissionFacts, 'engagements' | 'stops' | 'today'>): Issue[] {
  return stops.flatMap((stop) => {
    const near = engagements.filter((row) => row.stopId === stop.id && isAhead(row, today))
    const poor = near.filter((row) => row.startMinute === null || row.venue === '')
    const [first] = poor
    if (!first) return []
    const missing = [...(poor.some((row) => row.startMinute === null) ? ['time' as const] : []), ...(poor.some((row) => row.venue === '') ? ['venue' as const] : [])]
    return [issueOf(
      { code: 'missing-essentials', city: stop.city, missing, titles: poor.map((row) => row.title), of: near.length, days: daysBetween(today, first.day) },
      { subjects: subjectsOf(poor as [EngagementFacts, ...EngagementFacts[]]), lines: poor.map((row) => row.sourceLine), print: poor.map((row) => row.id).join(' '), repairs: [...(missing[0] === 'time' ? [{ kind: 'visit' as const, to: 'time' as const, id: first.id }] : []), { kind: 'visit', to: 'edit', id: first.id }] },
    )]
  })
}

function isAhead(row: EngagementFacts, today: Day): boolean {
  const days = daysBetween(today, row.day)
  return days >= 0 && days <= ESSENTIALS_BEFORE_DAYS && isMet(row) && !SETTLED.has(row.status)
}

function isMet(row: EngagementFacts): boolean {
  return !FILLING.has(row.kind) && !CALLED_OFF.has(row.status)
}

/** Two stops in a row and nothing that says how one gets from one to the other; and clocks that differ between them. */
export function lintWay({ engagements, stops }: Pick<MissionFacts, 'engagements' | 'stops'>): Issue[] {
  return stops.slice(1).flatMap((stop, at) => {
    const before = stops[at] as (typeof stops)[number]
    if (before.placeId === stop.placeId) return []
    const facts = { from: before.city, to: stop.city }
    const found = { subjects: [{ kind: 'stop', id: stop.id }] as [Subject], lines: [before.sourceLine, stop.sourceLine], print: `${before.city} ${stop.city} ${stop.arriveDay}` }
    const travels = engagements.some((row) => row.kind === 'travel' && !CALLED_OFF.has(row.status) && row.day >= before.departDay && row.day <= stop.arriveDay)
    const minutes = offsetOfDay(stop.arriveDay, stop.zone) - offsetOfDay(before.departDay, before.zone)
    return [
      ...(travels ? [] : [issueOf({ code: 'no-travel-leg', ...facts, leaveDay: before.departDay, arriveDay: stop.arriveDay }, { ...found, repairs: [{ kind: 'visit', to: 'new-engagement', id: before.id }] })]),
      ...(minutes === 0 ? [] : [issueOf({ code: 'tz-shift', ...facts, minutes, day: stop.arriveDay }, { ...found, repairs: [{ kind: 'visit', to: 'grid', id: stop.id }] })]),
    ]
  })
}

/** Engagements on a Saturday, a Sunday or a day that the table of the country calls off, by day. */
export function lintOffDays({ engagements, stops, offDays, workingDays }: Pick<MissionFacts, 'engagements' | 'stops' | 'offDays' | 'workingDays'>): Issue[] {
  const countries = new Map(stops.map((stop) => [stop.id, stop.country]))
  const named = new Map(offDays.map((each) => [`${each.country} ${each.day}`, each]))
  const placeOf = (row: EngagementFacts): string => `${countries.get(row.stopId) ?? ''} ${row.day}`
  const offDayOf = (row: EngagementFacts) => named.get(placeOf(row))
  const days = new Map<string, [EngagementFacts, ...EngagementFacts[]]>()
  for (const row of engagements.filter((each) => isMet(each) && ((isOffDay(each.day) && !workingDays.has(placeOf(each))) || offDayOf(each) !== undefined))) {
    const key = `${row.day} ${row.stopId}`
    const known = days.get(key)
    if (known) known.push(row)
    else days.set(key, [row])
  }
  return [...days.values()].map((rows) => issueOf(
    { code: 'holiday-or-weekend', day: rows[0].day, city: rows[0].city, titles: rows.map((row) => row.title), name: offDayOf(rows[0])?.name ?? '', verified: offDayOf(rows[0])?.verified ?? true },
    { subjects: subjectsOf(rows), lines: rows.map((row) => row.sourceLine), print: rows[0].day, repairs: [{ kind: 'visit', to: 'move', id: rows[0].id }] },
  ))
}
