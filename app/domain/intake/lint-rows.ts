/** A reading as the rows and people that the rules of a programme know. */
import type { CheckedPerson, CheckedRow } from '#app/domain/agenda/checks.ts'
import type { Standing } from '#app/domain/agenda/checks-people.ts'
import type { AgendaDraft, ItemDraft, MeetingDraft, PersonDraft, ScheduleDraft, Span, StopDraft } from '#app/domain/intake/draft.ts'

export type ReadPerson = CheckedPerson & { span: Span }
export type ItemRow = Omit<CheckedRow, 'people'> & { people: ReadPerson[]; item: ItemDraft }
export type MeetingRow = CheckedRow & { meeting: MeetingDraft; stop: StopDraft }

export function itemRows({ items }: AgendaDraft): ItemRow[] {
  return items.map((item) => ({
    key: item.key, day: item.day?.value ?? null, start: item.start?.value ?? null, end: item.end?.value ?? null, title: item.title.value, kind: item.kind.value, kindSaid: item.kind.confidence === 'sure',
    track: item.track, people: item.people.map(readPerson), talks: item.details.length > 1, marksEnd: item.marksEnd, item,
  }))
}

/** Travel and rows whose time is not printed take none. */
export function meetingRows({ stops }: ScheduleDraft): MeetingRow[] {
  return stops.flatMap((stop) => stop.meetings.map((meeting) => ({
    key: meeting.key, day: meeting.day?.value ?? null, start: meeting.start?.value ?? null, end: meeting.end?.value ?? null, title: meeting.title.value, kind: meeting.kind.value, kindSaid: true,
    track: '', people: [], talks: false, marksEnd: false, meeting, stop,
  })))
}

/** Everybody who is named, moderators of the whole event first. */
export function standingsOf({ moderators }: AgendaDraft, rows: readonly ItemRow[]): (Standing<ItemRow> & { person: ReadPerson })[] {
  return [...moderators.map((person) => ({ person: readPerson(person), row: undefined })), ...rows.flatMap((row) => row.people.map((person) => ({ person, row })))]
}

/** An organisation that is no more than a guess is none. */
function readPerson({ name, also, honorific, organisation, further, span }: PersonDraft): ReadPerson {
  return {
    name: name.value, also, honorific: honorific?.value ?? '', span,
    organisations: [...(organisation && organisation.confidence !== 'unsure' ? [organisation.value] : []), ...further.map((each) => each.organisation)].filter(Boolean),
  }
}
