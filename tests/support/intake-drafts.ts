/** Readings made by hand: what the parser would say of a text, without a text. Times are written '09:00-10:00', '09:00-' or '09:00' for none. */
import type { AgendaDraft, DraftItemKind, ItemDraft, MeetingDraft, PersonDraft, PrintedDate, Read, ScheduleDraft, StopDraft, TitleDraft } from '#app/domain/intake/draft.ts'
import { parseMinute } from '#app/domain/time.ts'
import type { Day, Minute, Weekday } from '#app/domain/time.ts'

const NOWHERE = { start: 0, end: 0 }
export const read = <T>(value: T): Read<T> => ({ value, span: NOWHERE, confidence: 'sure' })
const titled = (value: string): TitleDraft => ({ ...read(value), language: 'en' })

export function hours(text: string): { start: Read<Minute> | null; end: Read<Minute> | null } {
  const [start = '', end = ''] = text.split('-')
  const minute = (word: string): Read<Minute> | null => (word === '' ? null : read(parseMinute(word) as Minute))
  return { start: minute(start), end: minute(end) }
}

/** 'Mr. Peter Okoth, Consultant, ITU': honorific, name, position, organisation. 'M:' before it makes a moderator. */
export function personOf(text: string): PersonDraft {
  const [, moderator, honorific, rest = ''] = /^(M: )?((?:Mr|Ms|Mrs|Dr)\. )?(.*)$/u.exec(text) ?? []
  const [name = '', ...others] = rest.split(', ')
  const organisation = others.at(-1)
  return {
    name: read(name), also: [], honorific: honorific ? read(honorific.trim()) : null, position: others.length > 1 ? read(others.slice(0, -1).join(', ')) : null, organisation: organisation === undefined ? null : read(organisation),
    further: [], printedTitle: others.join(', '), role: moderator ? 'moderator' : 'speaker', unconfirmed: false, span: NOWHERE,
  }
}

let count = 0

export function itemOf(time: string, title: string, kind: DraftItemKind = 'presentation', people: string[] = ['Ms. Ana Prado, Port of Lisbon'], more: Partial<ItemDraft> = {}): ItemDraft {
  return { key: `L${++count}`, day: null, ...hours(time), title: titled(title), otherTitle: null, kind: read(kind), people: people.map(personOf), track: '', details: [], marksEnd: false, span: NOWHERE, ...more }
}

export function dateOf(day: Day, more: Partial<PrintedDate> = {}): PrintedDate {
  return { ...read(day), weekday: null, otherDay: null, printed: day, ...more }
}

export function onWeekday(day: Day, weekday: Weekday): PrintedDate {
  return dateOf(day, { weekday, printed: `${weekday}, ${day}`, span: { start: ++count * 10, end: count * 10 + 9 } })
}

export function agendaOf(items: ItemDraft[], more: Partial<AgendaDraft> = {}): AgendaDraft {
  return { kind: 'agenda', title: titled('Harbours'), otherTitle: null, days: [dateOf('2027-03-02')], venue: null, city: null, zone: null, header: null, startOnly: false, moderators: [], items, ...more }
}

export function header(text: string): AgendaDraft['header'] {
  const { start, end } = hours(text)
  return { start: start?.value as Minute, end: end?.value ?? null, span: NOWHERE }
}

export function meetingOf(day: PrintedDate | null, title: string, more: Partial<MeetingDraft> = {}): MeetingDraft {
  return { key: `L${++count}`, day, dayInherited: false, start: null, end: null, title: titled(title), otherTitle: null, kind: read('meeting'), people: [], venue: null, slipped: false, tentative: false, span: NOWHERE, ...more }
}

export function stopOf(city: string, days: PrintedDate[], meetings: MeetingDraft[] = []): StopDraft {
  return { key: `L${++count}`, city: read(city), country: null, printed: city, days, meetings }
}

export function scheduleOf(stops: StopDraft[], more: Partial<ScheduleDraft> = {}): ScheduleDraft {
  return { kind: 'schedule', title: titled('Harbours'), otherTitle: null, days: [], stops, ...more }
}
