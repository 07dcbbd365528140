/** Rules about the dates of a text: weekdays that are not theirs, days and months that may change places, years that nobody printed. */
import type { Draft, PrintedDate } from '#app/domain/intake/draft.ts'
import { draftIssue } from '#app/domain/intake/lint-issue.ts'
import type { Choice, DraftIssue } from '#app/domain/intake/lint-issue.ts'
import { nearestWeekday } from '#app/domain/roadshow/printed-day.ts'
import { addDays, weekdayOf } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'

/** A date and the rows that have it from their own text or from a row above. */
type Dated = { date: PrintedDate; keys: string[]; own: string[] }

const YEAR = /\d{4}|[’'`]\d{2}/u

export function lintDates(draft: Draft): DraftIssue[] {
  const dates = datesOf(draft)
  if (isOtherYear(dates)) return lintYear(draft, dates)
  const right = new Set(dates.filter(({ date }) => date.weekday !== null && weekdayOf(date.value) === date.weekday).map(({ date }) => date.value))
  const named = new Set<string>()
  return dates.flatMap((dated) => {
    const { date } = dated
    const issues = [...lintWeekday(draft, dated, right), ...lintOrderOfParts(draft, dated)].filter((issue) => !named.has(nameOf(issue.code, date)))
    for (const issue of issues) named.add(nameOf(issue.code, date))
    return issues
  }).concat(lintYear(draft, dates))
}

/** No year is printed, and the weekdays speak against the one that was concluded: it is the year that is asked for, not the weekdays. */
function isOtherYear(dates: readonly Dated[]): boolean {
  const named = dates.filter(({ date }) => date.weekday !== null)
  return named.length > 0 && !dates.some(({ date }) => YEAR.test(date.printed)) && wrongIn(named, 0) * 2 >= named.length
}

/** How many printed weekdays are not theirs when the year is so many later. */
function wrongIn(dates: readonly Dated[], later: number): number {
  return dates.filter(({ date }) => weekdayOf(inYear(date.value, later)) !== date.weekday).length
}

/** 29 February is 1 March where there is none. */
function inYear(day: Day, later: number): Day {
  return addDays(`${String(Number(day.slice(0, 4)) + later).padStart(4, '0')}-${day.slice(5, 7)}-01`, Number(day.slice(8)) - 1)
}

function nameOf(code: string, { value, weekday }: PrintedDate): string {
  return `${code} ${value} ${code === 'weekday-mismatch' ? weekday : ''}`
}

/** Every printed date once; a date that stands at several rows with all of them. */
function datesOf(draft: Draft): Dated[] {
  const found = new Map<string, Dated>()
  const add = (date: PrintedDate, key: string | null, inherited: boolean): void => {
    const place = `${date.span.start} ${date.span.end} ${date.value}`
    const known = found.get(place) ?? { date, keys: [], own: [] }
    found.set(place, known)
    if (key === null) return
    known.keys.push(key)
    if (!inherited) known.own.push(key)
  }
  for (const date of draft.days) add(date, null, false)
  if (draft.kind === 'schedule') {
    for (const stop of draft.stops) {
      for (const date of stop.days) add(date, null, false)
      for (const meeting of stop.meetings) if (meeting.day) add(meeting.day, meeting.key, meeting.dayInherited)
    }
  } else {
    const byDay = new Map([...found.values()].map((dated) => [dated.date.value, dated]))
    for (const item of draft.items) byDay.get(item.day?.value ?? '')?.keys.push(item.key)
  }
  return [...found.values()]
}

/** A printed weekday that is not the weekday of the printed date. */
function lintWeekday(draft: Draft, dated: Dated, right: ReadonlySet<Day>): DraftIssue[] {
  const { date, keys } = dated
  const actual = weekdayOf(date.value)
  if (date.weekday === null || date.weekday === actual || date.confidence === 'unsure') return []
  const other = nearestWeekday(date.value, date.weekday)
  const otherIsPrinted = right.has(other)
  return [draftIssue(
    { code: 'weekday-mismatch', printed: date.printed, weekday: date.weekday, day: date.value, actual, other, otherIsPrinted, rows: keys.length },
    {
      keys, spans: [date.span],
      choices: [{ kind: 'keep-date', day: date.value, likely: otherIsPrinted, corrections: corrections(draft, dated, date.value) }, { kind: 'keep-weekday', day: other, likely: false, corrections: corrections(draft, dated, other) }],
    },
  )]
}

function corrections(draft: Draft, { date, keys, own }: Dated, to: Day): Choice['corrections'] {
  if (draft.kind === 'agenda') return [{ key: '', field: 'day', value: `${date.value}>${to}` }]
  return (own.length > 0 ? own : keys).map((key) => ({ key, field: 'day', value: to }))
}

/** Day and month may stand the other way round, and nothing decides. */
function lintOrderOfParts(draft: Draft, dated: Dated): DraftIssue[] {
  const { date, keys } = dated
  if (date.otherDay === null || date.otherDay === date.value || (date.weekday !== null && (weekdayOf(date.value) === date.weekday) !== (weekdayOf(date.otherDay) === date.weekday))) return []
  const choices = [date.value, date.otherDay].map((day): Choice => ({ kind: 'read-day', day, likely: false, corrections: corrections(draft, dated, day) }))
  return [draftIssue({ code: 'ambiguous-date', printed: date.printed, day: date.value, otherDay: date.otherDay }, { keys, spans: [date.span], choices })]
}

/** A year that was concluded: one question for the whole text. */
function lintYear(draft: Draft, dates: readonly Dated[]): DraftIssue[] {
  const other = isOtherYear(dates)
  const assumed = dates.find(({ date }) => (other || date.confidence !== 'sure') && date.printed !== '' && !YEAR.test(date.printed))
  if (!assumed || dates.some(({ date }) => YEAR.test(date.printed))) return []
  const named = dates.filter(({ date }) => date.weekday !== null)
  const fitting = other ? NEAR_YEARS.filter((later) => wrongIn(named, later) === 0).slice(0, MOST_YEARS) : []
  return [draftIssue({ code: 'year-assumed', printed: assumed.date.printed, day: assumed.date.value }, {
    keys: assumed.keys, spans: dates.map(({ date }) => date.span),
    choices: [
      ...fitting.map((later, at): Choice => ({ kind: 'read-day', day: inYear(assumed.date.value, later), likely: at === 0, corrections: dates.flatMap((dated) => corrections(draft, dated, inYear(dated.date.value, later))) })),
      { kind: 'read-day', day: assumed.date.value, likely: fitting.length === 0, corrections: [] },
    ],
  })]
}

/** Years around the assumed one, the nearest and the earlier first: weekdays come back within them. */
const NEAR_YEARS = [1, 2, 3, 4, 5, 6].flatMap((n) => [-n, n])
const MOST_YEARS = 2

