/** What deserves a word and is no code of the schema: how a reading was reached, and what makes a day hard. */
import { byTime, timedRows } from '#app/domain/agenda/checks.ts'
import type { AgendaDraft, Draft, ScheduleDraft, Span } from '#app/domain/intake/draft.ts'
import { draftIssue } from '#app/domain/intake/lint-issue.ts'
import type { DraftIssue } from '#app/domain/intake/lint-issue.ts'
import type { ItemRow } from '#app/domain/intake/lint-rows.ts'
import { factsOf } from '#app/domain/intake/lint-times.ts'
import { partsOf } from '#app/domain/meetings/combined.ts'
import { likeness, respelt, wordsLikePlaces } from '#app/domain/roadshow/lint-names.ts'
import { isOffDay } from '#app/domain/roadshow/printed-day.ts'
import type { Day, Minute } from '#app/domain/time.ts'

const SHORTEST_TALK = 10
const LONGEST_WITHOUT_BREAK = 90
const LONGEST_DAY = 16 * 60
const TALKS = new Set(['presentation', 'remarks', 'panel', 'closing'])
const LED = new Set(['discussion', 'q-and-a'])
const PAUSES = new Set(['registration', 'break', 'meal'])
/** Titles with a name in quotes that are compared with each other. */
const MOST_TITLES = 60
const DRIFT = { from: 0.4, to: 0.95 }

export function lintAgendaNotes(draft: AgendaDraft, rows: readonly ItemRow[]): DraftIssue[] {
  return [...lintEnds(draft, rows), ...lintShort(rows), ...lintBreak(rows), ...lintLeads(draft, rows), ...lintOffDays(draft.days.map((day) => day.value), draft.days.map((day) => day.span), [])]
}

export function lintScheduleNotes(draft: ScheduleDraft): DraftIssue[] {
  const meetings = draft.stops.flatMap((stop) => stop.meetings.map((meeting) => ({ meeting, stop })))
  const off = meetings.filter(({ meeting }) => meeting.day && meeting.kind.value !== 'travel' && isOffDay(meeting.day.value))
  return [
    ...meetings.filter(({ meeting }) => meeting.slipped).map(({ meeting, stop }) => draftIssue(
      { code: 'column-shift', title: meeting.title.value, city: stop.city.value, day: meeting.day?.value ?? null },
      { keys: [meeting.key], spans: [meeting.span], choices: [{ kind: 'belongs', city: stop.city.value, day: meeting.day?.value ?? null, likely: true, corrections: [{ key: meeting.key, field: 'stop', value: stop.key }] }] },
    )),
    ...meetings.flatMap(({ meeting }) => {
      const parts = partsOf(meeting.title.value)
      return parts ? [draftIssue({ code: 'combined-row', title: meeting.title.value, parts }, { keys: [meeting.key], spans: [meeting.title.span], choices: [{ kind: 'leave', likely: false, corrections: [] }] })] : []
    }),
    ...lintDrift(draft), ...lintOffDays([...new Set(off.map(({ meeting }) => meeting.day?.value as Day))], off.map(({ meeting }) => meeting.span), off.map(({ meeting }) => meeting.key)),
  ]
}

/** Ends before their starts, and rows without an end where the others have one. */
function lintEnds({ startOnly }: AgendaDraft, rows: readonly ItemRow[]): DraftIssue[] {
  const timed = timedRows(rows)
  const wrong = timed.filter((each) => each.row.end !== null && each.end === null)
  const open = startOnly ? [] : timed.filter((each) => each.row.end === null)
  return [
    ...wrong.map(({ row, start }) => draftIssue({ code: 'end-before-start', title: row.title, start, end: row.end as Minute }, { keys: [row.key], spans: [row.item.span], choices: [{ kind: 'no-end', title: row.title, likely: false, corrections: [{ key: row.key, field: 'end', value: '' }] }] })),
    ...open.map(({ row, start }) => draftIssue({ code: 'open-ended-item', title: row.title, start }, { keys: [row.key], spans: [row.item.span] })),
  ]
}

function lintShort(rows: readonly ItemRow[]): DraftIssue[] {
  const short = timedRows(rows).filter((each) => TALKS.has(each.row.kind) && each.end !== null && each.end - each.start < SHORTEST_TALK).map((each) => each.row)
  return short.length === 0 ? [] : [draftIssue({ code: 'slot-too-short', rows: short.map(factsOf) }, { keys: short.map((row) => row.key), spans: short.map((row) => row.item.span) })]
}

/** The longest stretch of programme without a pause; parallel rows count once, headings by what stands under them. */
function lintBreak(rows: readonly ItemRow[]): DraftIssue[] {
  let [longest, current]: { day: Day; start: Minute; end: Minute; keys: string[]; spans: Span[] }[] = []
  for (const { day, start, end, row, heading } of timedRows(rows).toSorted(byTime)) {
    if (end === null || PAUSES.has(row.kind) || heading || end - start > LONGEST_DAY) continue
    if (current && current.day === day && start <= current.end) {
      current.end = Math.max(current.end, end)
      current.keys.push(row.key)
      current.spans.push(row.item.span)
    } else current = { day, start, end, keys: [row.key], spans: [row.item.span] }
    if (!longest || current.end - current.start > longest.end - longest.start) longest = current
  }
  if (!longest || longest.end - longest.start <= LONGEST_WITHOUT_BREAK) return []
  return [draftIssue({ code: 'no-break', start: longest.start, end: longest.end }, { keys: longest.keys, spans: longest.spans })]
}

function lintLeads({ moderators }: AgendaDraft, rows: readonly ItemRow[]): DraftIssue[] {
  if (moderators.length === 0 && rows.every((row) => row.people.length === 0)) return []
  return rows.filter((row) => LED.has(row.kind) && row.people.length === 0 && !row.talks).map((row) => draftIssue({ code: 'unled-item', title: row.title, start: row.start }, { keys: [row.key], spans: [row.item.span] }))
}

function lintOffDays(days: readonly Day[], spans: Span[], keys: string[]): DraftIssue[] {
  const off = days.filter(isOffDay)
  return off.length === 0 ? [] : [draftIssue({ code: 'holiday-or-weekend', days: off }, { keys, spans })]
}

/** Two titles with names in quotes that are neither the same nor different. */
function lintDrift({ title, stops }: ScheduleDraft): DraftIssue[] {
  const quoted = [...(title ? [{ key: '', title }] : []), ...stops.flatMap((stop) => stop.meetings)].filter((each) => /[“"«]/u.test(each.title.value)).slice(0, MOST_TITLES)
  return quoted.flatMap((one, at) => quoted.slice(at + 1).filter((other) => isDrift(one.title.value, other.title.value)).slice(0, 1).map((other) => draftIssue(
    { code: 'title-drift', titles: [one.title.value, other.title.value] },
    {
      keys: [one.key, other.key], spans: [one.title.span, other.title.span],
      choices: [one, other].map(({ title: { value } }) => ({ kind: 'use-title', title: value, likely: false, corrections: [one, other].map(({ key }) => ({ key, field: 'title', value })) })),
    },
  )))
}

function isDrift(a: string, b: string): boolean {
  const alike = likeness(a, b)
  return alike >= DRIFT.from && alike <= DRIFT.to
}

/** Cities, and capitalised words of titles and venues, that are one letter away from a place of the mission. */
export function lintPlaceNames(draft: Draft, places: readonly string[]): DraftIssue[] {
  if (places.length === 0) return []
  const texts = draft.kind === 'agenda'
    ? [...(draft.title ? [{ key: '', field: 'title' as const, read: draft.title }] : []), ...(draft.city ? [{ key: '', field: 'city' as const, read: draft.city }] : []), ...draft.items.map((item) => ({ key: item.key, field: 'title' as const, read: item.title }))]
    : draft.stops.flatMap((stop) => [{ key: stop.key, field: 'city' as const, read: stop.city }, ...stop.meetings.map((meeting) => ({ key: meeting.key, field: 'title' as const, read: meeting.title }))])
  return texts.flatMap(({ key, field, read }) => wordsLikePlaces(read.value, places).map(({ word, known }) => draftIssue(
    { code: 'spelling-near-place', word, known },
    { keys: [key], spans: [read.span], choices: [{ kind: 'respell', known, likely: false, corrections: [{ key, field, value: respelt(read.value, word, known) }] }, { kind: 'leave', likely: false, corrections: [] }] },
  )))
}
