/** What a person decided about a reading: an answer to a question and an edit in place are the same thing. */
import { DRAFT_ITEM_KINDS, DRAFT_MEETING_KINDS } from '#app/domain/intake/draft.ts'
import type { AgendaDraft, Draft, ItemDraft, MeetingDraft, PrintedDate, Read, ScheduleDraft, Span, StopDraft, TitleDraft } from '#app/domain/intake/draft.ts'
import { peopleFrom } from '#app/domain/intake/person-lines.ts'
import { isDay, parseMinute } from '#app/domain/time.ts'
import type { Day, Minute } from '#app/domain/time.ts'

export const CORRECTION_FIELDS = [
  'title', 'otherTitle', 'day', 'start', 'end', 'kind', 'people', 'venue', 'city', 'country', 'header', 'track', 'details', 'stop', 'tentative', 'skip',
] as const
type CorrectionField = (typeof CORRECTION_FIELDS)[number]

/**
 * `key` is the row's, or the stop's for 'city' and 'country'; '' for what belongs to the whole text. Values: days '2020-02-04' (for a
 * whole agenda of several days 'old>new'), times '09:30' ('' for none), header '09:30-12:00' or '09:30', people one a line as
 * `personLine` writes them, 'stop' the key of another stop, 'skip' and 'tentative' 'yes' or ''.
 */
export type Correction = { key: string; field: CorrectionField; value: string }

/** The draft with every correction in it that still has a row to stand at; later ones win. Rows to skip are gone. O(rows + corrections). */
export function corrected(draft: Draft, corrections: readonly Correction[]): Draft {
  return correct(draft, corrections).draft
}

/** Those that mean nothing in this draft: their row is gone, or the value is none. */
export function lostCorrections(draft: Draft, corrections: readonly Correction[]): Correction[] {
  return correct(draft, corrections).lost
}

/** One list from two, the later answer to a question replacing the earlier one. */
export function withCorrections(before: readonly Correction[], added: readonly Correction[]): Correction[] {
  const all = new Map([...before, ...added].map((each) => [`${each.key}\n${each.field}\n${each.field === 'day' && each.key === '' ? each.value.split('>')[0] : ''}`, each]))
  return [...all.values()]
}

type Outcome = { draft: Draft; lost: Correction[] }

function correct(draft: Draft, corrections: readonly Correction[]): Outcome {
  const lost = new Set<Correction>()
  const byKey = new Map<string, Map<CorrectionField, Correction>>()
  for (const each of corrections.filter(({ key }) => key !== '')) byKey.set(each.key, (byKey.get(each.key) ?? new Map()).set(each.field, each))
  const rest = new Set(corrections.filter(({ key }) => key !== ''))
  const take = <T>(key: string, row: T, setters: Setters<T>): T => {
    let now = row
    for (const [field, each] of byKey.get(key) ?? []) {
      const set = setters[field]
      if (!set) continue
      rest.delete(each)
      const next = set(now, each.value)
      if (next) now = next
      else lost.add(each)
    }
    return now
  }
  const skipped = (key: string): boolean => byKey.get(key)?.get('skip')?.value === 'yes'
  const rows = draft.kind === 'agenda' ? agendaRows(draft, take, skipped) : scheduleRows(draft, take, skipped, byKey)
  const superseded = (each: Correction): boolean => byKey.get(each.key)?.get(each.field) !== each
  for (const each of rest) if (!superseded(each)) lost.add(each)
  const whole = corrections.filter(({ key }) => key === '').reduce<Draft>((now, each) => {
    const next = now.kind === 'agenda' ? HEAD[each.field]?.(now, each.value) : TOP[each.field]?.(now, each.value)
    if (!next) lost.add(each)
    return next ?? now
  }, rows)
  return { draft: whole, lost: corrections.filter((each) => lost.has(each)) }
}

/** What a correction makes of a row; undefined when its value is none. */
type Setters<T> = Partial<Record<CorrectionField, (row: T, value: string) => T | undefined>>
type Take = <T>(key: string, row: T, setters: Setters<T>) => T

function agendaRows(draft: AgendaDraft, take: Take, skipped: (key: string) => boolean): AgendaDraft {
  const items = draft.items.map((item) => take(item.key, item, ITEM)).filter(({ key }) => !skipped(key))
  return { ...draft, items }
}

function scheduleRows(draft: ScheduleDraft, take: Take, skipped: (key: string) => boolean, byKey: Map<string, Map<CorrectionField, Correction>>): ScheduleDraft {
  const elsewhere = new Map<string, MeetingDraft[]>()
  const keys = new Set(draft.stops.map(({ key }) => key))
  const stops = draft.stops.map((stop): StopDraft => {
    const meetings = withInherited(stop.meetings, (meeting) => take(meeting.key, meeting, MEETING)).filter(({ key }) => !skipped(key))
    const leaving = meetings.filter(({ key }) => keys.has(byKey.get(key)?.get('stop')?.value ?? stop.key) && (byKey.get(key)?.get('stop')?.value ?? stop.key) !== stop.key)
    for (const meeting of leaving) {
      const to = byKey.get(meeting.key)?.get('stop')?.value ?? ''
      elsewhere.set(to, [...(elsewhere.get(to) ?? []), meeting])
    }
    return { ...take(stop.key, stop, STOP), meetings: meetings.filter((meeting) => !leaving.includes(meeting)) }
  })
  return { ...draft, stops: stops.map((stop) => ({ ...stop, meetings: [...stop.meetings, ...(elsewhere.get(stop.key) ?? [])] })) }
}

/** Rows that take their day from a row above go along when that one gets another day. */
function withInherited(meetings: readonly MeetingDraft[], take: (meeting: MeetingDraft) => MeetingDraft): MeetingDraft[] {
  let above: { before: PrintedDate | null; now: PrintedDate | null } = { before: null, now: null }
  return meetings.map((meeting) => {
    const inherits = meeting.dayInherited && isSameDate(meeting.day, above.before) && above.now !== above.before
    const now = take(inherits ? { ...meeting, day: above.now } : meeting)
    if (!meeting.dayInherited) above = { before: meeting.day, now: now.day }
    return now
  })
}

function isSameDate(a: PrintedDate | null, b: PrintedDate | null): boolean {
  return a?.value === b?.value && a?.span.start === b?.span.start
}

type Timed = { span: Span; title: TitleDraft; otherTitle: TitleDraft | null; start: Read<Minute> | null; end: Read<Minute> | null }

function timed<T extends Timed>(): Setters<T> {
  return {
    title: (row, value) => (value === '' ? undefined : { ...row, title: titled(row.title, value, row.span) }),
    otherTitle: (row, value) => ({ ...row, otherTitle: value === '' ? null : titled(row.otherTitle, value, row.span) }),
    start: (row, value) => withMinute(row, 'start', value),
    end: (row, value) => withMinute(row, 'end', value),
    skip: (row) => row,
  }
}

function withMinute<T extends Timed>(row: T, field: 'start' | 'end', value: string): T | undefined {
  const minute = parseMinute(value)
  if (value !== '' && minute === undefined) return undefined
  return { ...row, [field]: minute === undefined ? null : sure(minute, row[field]?.span ?? row.span) }
}

const ITEM: Setters<ItemDraft> = {
  ...timed<ItemDraft>(),
  day: (row, value) => (isDay(value) ? { ...row, day: sure(value, row.day?.span ?? row.span) } : undefined),
  kind: (row, value) => (isOneOf(DRAFT_ITEM_KINDS, value) ? { ...row, kind: sure(value, row.kind.span) } : undefined),
  people: (row, value) => ({ ...row, people: peopleFrom(value, row.people, row.span, 'speaker') }),
  track: (row, value) => ({ ...row, track: value }),
  details: (row, value) => ({ ...row, details: value.split('\n').map((line) => line.trim()).filter(Boolean) }),
}

const MEETING: Setters<MeetingDraft> = {
  ...timed<MeetingDraft>(),
  day: (row, value) => (isDay(value) ? { ...row, day: dated(row.day, value, row.span) } : undefined),
  kind: (row, value) => (isOneOf(DRAFT_MEETING_KINDS, value) ? { ...row, kind: sure(value, row.kind.span) } : undefined),
  people: (row, value) => ({ ...row, people: peopleFrom(value, row.people, row.span, 'speaker') }),
  venue: (row, value) => ({ ...row, venue: value === '' ? null : sure(value, row.venue?.span ?? row.span) }),
  tentative: (row, value) => ({ ...row, tentative: value === 'yes' }),
  stop: (row) => ({ ...row, slipped: false }),
}

const STOP: Setters<StopDraft> = {
  city: (row, value) => (value === '' ? undefined : { ...row, city: sure(value, row.city.span) }),
  country: (row, value) => ({ ...row, country: value === '' ? null : sure(value, row.country?.span ?? row.city.span) }),
}

const START: Span = { start: 0, end: 0 }

const HEAD: Setters<AgendaDraft> = {
  title: (draft, value) => (value === '' ? undefined : { ...draft, title: titled(draft.title, value, START) }),
  otherTitle: (draft, value) => ({ ...draft, otherTitle: value === '' ? null : titled(draft.otherTitle, value, START) }),
  venue: (draft, value) => ({ ...draft, venue: value === '' ? null : sure(value, draft.venue?.span ?? START) }),
  city: (draft, value) => ({ ...draft, city: value === '' ? null : sure(value, draft.city?.span ?? START) }),
  people: (draft, value) => ({ ...draft, moderators: peopleFrom(value, draft.moderators, START, 'moderator') }),
  header: withHeader,
  day: withAgendaDay,
}

const TOP: Setters<ScheduleDraft> = {
  title: (draft, value) => (value === '' ? undefined : { ...draft, title: titled(draft.title, value, START) }),
}

function withHeader(draft: AgendaDraft, value: string): AgendaDraft | undefined {
  if (value === '') return { ...draft, header: null }
  const [from = '', to = ''] = value.split(/[-–—]/, 2)
  const [start, end] = [parseMinute(from), parseMinute(to)]
  if (start === undefined || (to !== '' && (end === undefined || end <= start))) return undefined
  return { ...draft, header: { start, end: end ?? null, span: draft.header?.span ?? START } }
}

/** Another day for one of the agenda's days, and for the rows of that day. */
function withAgendaDay(draft: AgendaDraft, value: string): AgendaDraft | undefined {
  const [old = '', to] = value.split('>')
  const wanted = to ?? old
  if (!isDay(wanted)) return undefined
  const known = to === undefined ? draft.days[0] : draft.days.find((day) => day.value === old)
  if (to !== undefined && !known) return undefined
  const now = dated(known ?? null, wanted, START)
  const days = (known ? draft.days.map((day) => (day === known ? now : day)) : [now]).toSorted((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))
  return { ...draft, days, items: draft.items.map((item) => (known && item.day?.value === known.value ? { ...item, day: { ...item.day, value: wanted } } : item)) }
}

/** A day that somebody chose is printed nowhere. */
function dated(before: PrintedDate | null, value: Day, span: Span): PrintedDate {
  return { value, span: before?.span ?? span, confidence: 'sure', weekday: null, otherDay: null, printed: '' }
}

function titled(before: TitleDraft | null, value: string, span: Span): TitleDraft {
  return { value, span: before?.span ?? span, confidence: 'sure', language: before?.language ?? '' }
}

function sure<T>(value: T, span: Span): Read<T> {
  return { value, span, confidence: 'sure' }
}

function isOneOf<T extends string>(values: readonly T[], value: string): value is T {
  return (values as readonly string[]).includes(value)
}
