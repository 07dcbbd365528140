/** Drafts written by hand, as reading a text would give them. */
import type { AgendaDraft, DraftItemKind, DraftMeetingKind, ItemDraft, MeetingDraft, PersonDraft, PrintedDate, Read, ScheduleDraft, StopDraft } from '#app/domain/intake/draft.ts'
import { formatDayLong, parseMinute } from '#app/domain/time.ts'
import type { Day, Minute } from '#app/domain/time.ts'

const span = { start: 0, end: 1 }
const read = <T>(value: T): Read<T> => ({ value, span, confidence: 'sure' })
const title = (value: string) => ({ ...read(value), language: 'en' })
const minute = (text: string | null): Read<Minute> | null => (text === null ? null : read(parseMinute(text) as Minute))

export function date(day: Day, more: Partial<PrintedDate> = {}): PrintedDate {
  return { ...read(day), weekday: null, otherDay: null, printed: formatDayLong(day), ...more }
}

/** 'Mr.', 'Ana North', 'Director', 'Agency'. */
export function person(honorific: string, name: string, position = '', organisation = '', more: Partial<PersonDraft> = {}): PersonDraft {
  return {
    name: read(name), also: [], honorific: honorific === '' ? null : read(honorific), position: position === '' ? null : read(position), organisation: organisation === '' ? null : read(organisation),
    further: [], printedTitle: [position, organisation].filter(Boolean).join(', '), role: 'speaker', unconfirmed: false, span, ...more,
  }
}

export function item(line: number, start: string | null, end: string | null, words: string, kind: DraftItemKind, people: PersonDraft[] = [], more: Partial<ItemDraft> = {}): ItemDraft {
  return { key: `L${line}`, day: null, start: minute(start), end: minute(end), title: title(words), otherTitle: null, kind: read(kind), people, track: '', details: [], marksEnd: false, span, ...more }
}

export function agenda(words: string, day: Day | null, items: ItemDraft[], more: Partial<AgendaDraft> = {}): AgendaDraft {
  return {
    kind: 'agenda', title: words === '' ? null : title(words), otherTitle: null, days: day === null ? [] : [date(day)], venue: null, city: null, zone: null, header: null, startOnly: false, moderators: [], items, ...more,
  }
}

export function meeting(line: number, day: PrintedDate | null, words: string, kind: DraftMeetingKind = 'meeting', more: Partial<MeetingDraft> = {}): MeetingDraft {
  return { key: `L${line}`, day, dayInherited: false, start: null, end: null, title: title(words), otherTitle: null, kind: read(kind), people: [], venue: null, slipped: false, tentative: false, span, ...more }
}

export function stop(line: number, city: string, country: string, meetings: MeetingDraft[], more: Partial<StopDraft> = {}): StopDraft {
  return { key: `L${line}`, city: read(city), country: country === '' ? null : read(country), printed: [city, country].filter(Boolean).join(', '), days: [], meetings, ...more }
}

export function schedule(words: string, stops: StopDraft[], more: Partial<ScheduleDraft> = {}): ScheduleDraft {
  return { kind: 'schedule', title: words === '' ? null : title(words), otherTitle: null, days: [], stops, ...more }
}

export const venueOf = (text: string): Read<string> => read(text)
