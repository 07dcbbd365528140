/** A reading in the form in which `caravan parse` prints it. */
import type { AgendaDraft, Draft, DraftItemKind, DraftMeetingKind, ItemDraft, MeetingDraft, PersonDraft, ScheduleDraft, StopDraft } from '#app/domain/intake/draft.ts'
import { SCHEMA_CODES } from '#app/domain/intake/lint-issue.ts'
import type { DraftIssue } from '#app/domain/intake/lint-issue.ts'
import { formatMinute } from '#app/domain/time.ts'

export type PrintedPerson = { name: string; honorific?: string; position?: string; organization?: string; role: 'speaker' | 'moderator' }
export type PrintedItem = { date?: string; start?: string; end?: string | null; title: string; otherTitle?: string; kind: string; people: PrintedPerson[]; track?: string }
export type PrintedMeeting = { title: string; otherTitle?: string; kind: string; date?: string; start?: string; end?: string; people?: PrintedPerson[] }
export type PrintedStop = { city: string; country?: string; dates: string[]; meetings: PrintedMeeting[] }
export type PrintedDraft = {
  kind: 'agenda' | 'schedule'; title?: string; otherTitle?: string; dates?: string[]; venue?: string; timeRange?: { start: string; end?: string }
  moderators?: PrintedPerson[]; items?: PrintedItem[]; stops?: PrintedStop[]; lint: string[]; notes: string[]
}

/** `lint` holds the codes of the schema alone, `notes` all the rest. What is not known is left out. */
export function printedReading(draft: Draft, issues: readonly DraftIssue[]): PrintedDraft {
  const codes = [...new Set(issues.map(({ code }) => code))]
  return { ...(draft.kind === 'agenda' ? printedAgenda(draft) : printedSchedule(draft)), lint: codes.filter((code) => SCHEMA_CODES.includes(code)), notes: codes.filter((code) => !SCHEMA_CODES.includes(code)) }
}

function printedAgenda(draft: AgendaDraft): Omit<PrintedDraft, 'lint' | 'notes'> {
  const { header } = draft
  return {
    kind: 'agenda', ...titled(draft), ...(draft.days.length > 0 ? { dates: draft.days.map(({ value }) => value) } : {}),
    ...(draft.venue ? { venue: draft.venue.value } : {}),
    ...(header ? { timeRange: { start: formatMinute(header.start), ...(header.end === null ? {} : { end: formatMinute(header.end) }) } } : {}),
    moderators: draft.moderators.map(printedPerson),
    items: draft.items.map((item, i) => printedItem(item, isLast(draft.items, i))),
  }
}

/** `end`: null on a row that nothing follows, absent where only starts are printed. */
function printedItem(item: ItemDraft, last: boolean): PrintedItem {
  return {
    ...(item.day ? { date: item.day.value } : {}), ...(item.start ? { start: formatMinute(item.start.value) } : {}), ...(item.end ? { end: formatMinute(item.end.value) } : last ? { end: null } : {}),
    title: item.title.value, ...(item.otherTitle ? { otherTitle: item.otherTitle.value } : {}), kind: kindOf(item.kind.value), people: item.people.map(printedPerson), ...(item.track ? { track: item.track } : {}),
  }
}

function isLast(items: readonly ItemDraft[], at: number): boolean {
  const next = items[at + 1]
  return !next || next.day?.value !== items[at]?.day?.value
}

function printedSchedule(draft: ScheduleDraft): Omit<PrintedDraft, 'lint' | 'notes'> {
  return { kind: 'schedule', ...titled(draft), ...(draft.days.length > 0 ? { dates: draft.days.map(({ value }) => value) } : {}), stops: draft.stops.map(printedStop) }
}

function printedStop(stop: StopDraft): PrintedStop {
  return { city: stop.city.value, ...(stop.country ? { country: stop.country.value } : {}), dates: stop.days.map(({ value }) => value).sort(), meetings: stop.meetings.map(printedMeeting) }
}

function printedMeeting(meeting: MeetingDraft): PrintedMeeting {
  return {
    title: meeting.title.value, ...(meeting.otherTitle ? { otherTitle: meeting.otherTitle.value } : {}), kind: kindOf(meeting.kind.value), ...(meeting.day ? { date: meeting.day.value } : {}),
    ...(meeting.start ? { start: formatMinute(meeting.start.value) } : {}), ...(meeting.end ? { end: formatMinute(meeting.end.value) } : {}), ...(meeting.people.length > 0 ? { people: meeting.people.map(printedPerson) } : {}),
  }
}

function titled({ title, otherTitle }: Draft): Pick<PrintedDraft, 'title' | 'otherTitle'> {
  return { ...(title ? { title: title.value } : {}), ...(otherTitle ? { otherTitle: otherTitle.value } : {}) }
}

function kindOf(kind: DraftItemKind | DraftMeetingKind): string {
  return kind === 'q-and-a' ? 'qa' : kind
}

function printedPerson({ name, honorific, position, organisation, role }: PersonDraft): PrintedPerson {
  return { name: name.value, ...(honorific ? { honorific: honorific.value } : {}), ...(position ? { position: position.value } : {}), ...(organisation ? { organization: organisation.value } : {}), role }
}
