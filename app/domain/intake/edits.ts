/** Fields of a review page as the reading fills them, and which of those that come back say something else. */
import type { Correction } from '#app/domain/intake/corrections.ts'
import type { Draft, ItemDraft, MeetingDraft, ScheduleDraft } from '#app/domain/intake/draft.ts'
import { personLine } from '#app/domain/intake/person-lines.ts'
import { formatMinute } from '#app/domain/time.ts'
import type { Minute } from '#app/domain/time.ts'

export type Fields = Partial<Record<Correction['field'], string>>

/** What the form of a row holds before anybody types; 'skip' is '' or 'yes'. */
export function fieldsOfItem({ title, otherTitle, day, start, end, kind, people, track, details }: ItemDraft): Fields {
  return { title: title.value, otherTitle: otherTitle?.value ?? '', day: day?.value ?? '', start: minuteText(start?.value), end: minuteText(end?.value), kind: kind.value, people: people.map(personLine).join('\n'), track, details: details.join('\n'), skip: '' }
}

export function fieldsOfMeeting({ title, otherTitle, day, start, end, kind, people, venue, tentative }: MeetingDraft, stopKey: string): Fields {
  return {
    title: title.value, otherTitle: otherTitle?.value ?? '', day: day?.value ?? '', start: minuteText(start?.value), end: minuteText(end?.value), kind: kind.value, people: people.map(personLine).join('\n'), venue: venue?.value ?? '',
    tentative: tentative ? 'yes' : '', stop: stopKey, skip: '',
  }
}

/** The fields of the text as a whole. */
export function fieldsOfHead(draft: Draft): Fields {
  if (draft.kind === 'schedule') return { title: draft.title?.value ?? '' }
  const { title, otherTitle, venue, city, header, moderators, days } = draft
  return {
    title: title?.value ?? '', otherTitle: otherTitle?.value ?? '', venue: venue?.value ?? '', city: city?.value ?? '', day: days[0]?.value ?? '', people: moderators.map(personLine).join('\n'),
    header: header === null ? '' : [formatMinute(header.start), ...(header.end === null ? [] : [formatMinute(header.end)])].join('-'),
  }
}

/** Those edits whose field stood otherwise in the draft that the page showed. O(rows + edits). */
export function changedEdits(draft: Draft, edits: readonly Correction[]): Correction[] {
  const stood = new Map<string, Fields>([['', fieldsOfHead(draft)], ...rowFields(draft)])
  return edits.filter(({ key, field, value }) => {
    const before = stood.get(key)?.[field]
    return before !== undefined ? before !== value : field === 'skip'
  })
}

function rowFields(draft: Draft): [string, Fields][] {
  if (draft.kind === 'agenda') return draft.items.map((item) => [item.key, fieldsOfItem(item)])
  return [...draft.stops.flatMap(({ key, meetings }) => meetings.map((meeting): [string, Fields] => [meeting.key, fieldsOfMeeting(meeting, key)])), ...stopFields(draft)]
}

/** A stop may stand in the line of its first row: the two have no field in common, and share a key. */
function stopFields({ stops }: ScheduleDraft): [string, Fields][] {
  return stops.map(({ key, city, country, meetings }) => {
    const row = meetings.find((meeting) => meeting.key === key)
    return [key, { ...(row ? fieldsOfMeeting(row, key) : {}), city: city.value, country: country?.value ?? '' }]
  })
}

function minuteText(minute: Minute | undefined): string {
  return minute === undefined ? '' : formatMinute(minute)
}
