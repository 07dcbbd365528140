/** A reading with everything that its page shows. */
import type { Choices } from '#app/domain/intake/choices.ts'
import type { Row, RowChange } from '#app/domain/intake/comparison.ts'
import { fieldsOfHead } from '#app/domain/intake/edits.ts'
import type { Fields } from '#app/domain/intake/edits.ts'
import type { AgendaDraft, Draft, ItemDraft, MeetingDraft, ScheduleDraft, StopDraft } from '#app/domain/intake/draft.ts'
import type { DraftIssue } from '#app/domain/intake/lint-issue.ts'
import { formatDay, formatDays, formatOffset, formatRange, offsetOfDay } from '#app/domain/time.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'
import { similarity } from '#app/domain/intake/targets.ts'
import { foldKey } from '#app/domain/text.ts'
import type { HeadQuestion } from '#app/ui/imports/head-choice.tsx'
import { langOf } from '#app/ui/imports/language.ts'
import { goneFace, itemFace, meetingFace, personFace } from '#app/ui/imports/rows.ts'
import type { RowFace } from '#app/ui/imports/rows.ts'
import type { TargetView } from '#app/ui/imports/target-choice.tsx'

type ItemChange = RowChange<Row, Row & { item: ItemDraft }>
type MeetingChange = RowChange<Row & { target: { status: string } }, Row & { meeting: MeetingDraft }>
type StopFace = { id: string; city: string; zone: Zone; arriveDay: Day; departDay: Day }
type TargetFace = { id: string; title: string; day: Day; city: string; zone: Zone; kind: string; startMinute: Minute | null; endMinute: Minute | null; items: number }

export type AgendaFacts = {
  kind: 'agenda'
  draft: AgendaDraft
  targets: readonly TargetFace[]
  engagement: { id: string; title: string; city: string; zone: Zone; headerStartMinute: Minute | null; headerEndMinute: Minute | null; startMinute: Minute | null; endMinute: Minute | null } | null
  titles: readonly string[]
  stops: readonly StopFace[]
  stop: StopFace | null
  day: Day | null
  changes: readonly ItemChange[]
  items: readonly unknown[]
  saidHours: boolean
}
type StayFacts = { key: string; city: string; stop: StopFace | null; draft: StopDraft; cityReading: { zone: Zone | null; country: string }; changes: readonly MeetingChange[] }
export type ScheduleFacts = { kind: 'schedule'; draft: ScheduleDraft; stays: readonly StayFacts[] }

/** A stop of a schedule: a known one of the mission, or one to be made. */
export type StayView = { key: string; printed: string; lang?: string | undefined; zone: string; stop: string | null; city: string; country: string; askZone: boolean; chosenZone: string; rows: RowFace[] }
export type HeadView = { title: string; lang?: string | undefined; other: string; otherLang?: string | undefined; when: string; venue: string; moderators: RowFace['people']; fields: Fields }

export function agendaRows({ draft, changes, items }: AgendaFacts, issues: readonly DraftIssue[], choices: Choices): RowFace[] {
  const told = { issues, choices, compares: items.length > 0 }
  return changes.map((change) => (change.read ? itemFace(change.read.item, change, told, draft.days.length > 1) : goneFace(change.stored, told, { day: draft.days.length > 1 ? change.stored.day : null, goes: true })))
}

export function stayViews({ stays }: ScheduleFacts, issues: readonly DraftIssue[], choices: Choices): StayView[] {
  return stays.map(({ key, draft, stop, city, cityReading, changes }) => {
    const told = { issues, choices, compares: changes.some(({ stored }) => stored !== null) }
    const day = draft.days[0]?.value ?? draft.meetings.find((meeting) => meeting.day)?.day?.value ?? stop?.arriveDay
    const zone = stop?.zone ?? cityReading.zone ?? choices[`zone:${key}`]
    return {
      key, printed: draft.printed, lang: langOf(draft.printed), zone: zone && day ? formatOffset(offsetOfDay(day, zone)) : '', stop: stop ? `${stop.city}, ${formatDays(stop.arriveDay, stop.departDay)}` : null, city, country: draft.country?.value ?? '',
      askZone: stop === null && cityReading.zone === null, chosenZone: choices[`zone:${key}`] ?? '',
      rows: changes.map((change) => (change.read ? meetingFace(change.read.meeting, change, told, key) : goneFace(change.stored, told, { day: change.stored.day, goes: change.stored.target.status === 'idea' }))),
    }
  })
}

export function headView({ draft, changes }: Pick<AgendaFacts, 'draft' | 'changes'>): HeadView {
  const { title, otherTitle, header, venue, city } = draft
  const moderators = draft.moderators.map((person) => ({ ...personFace(person, title?.language ?? ''), moderates: true }))
  return {
    title: title?.value ?? '', lang: langOf(title?.value ?? '', title?.language), other: otherTitle?.value ?? '', otherLang: langOf(otherTitle?.value ?? '', otherTitle?.language),
    when: [daysWords(draft), header ? `${formatRange(header.start, header.end)} in the head` : '', rowsWords(changes)].filter(Boolean).join(' · '), venue: [venue?.value, venue?.value.includes(city?.value ?? '') ? '' : city?.value].filter(Boolean).join(', '), moderators, fields: fieldsOfHead(draft),
  }
}

/** From the first start to the last end, where all of it is of one day. */
function rowsWords(changes: AgendaFacts['changes']): string {
  const rows = changes.flatMap(({ read }) => (read && read.start !== null ? [read] : []))
  const [first] = rows
  if (!first || rows.some(({ day }) => day !== first.day)) return ''
  const start = Math.min(...rows.map((row) => row.start ?? 0))
  const end = Math.max(...rows.map((row) => row.end ?? row.start ?? 0))
  return end > start ? `rows ${formatRange(start, end)}` : ''
}

/** 'Tue 4 Feb 2020', '4–6 Feb 2020'. */
export function daysWords({ days }: Pick<Draft, 'days'>): string {
  const [first, last] = [days[0]?.value, days.at(-1)?.value]
  if (first === undefined || last === undefined) return ''
  return first === last ? formatDay(first) : `${formatDays(first, last)} ${last.slice(0, 4)}`
}

export function targetView(facts: AgendaFacts, choices: Choices, { likely, knowsCity }: { likely: string | null; knowsCity: boolean }): TargetView {
  const { draft, targets, engagement, stops, stop } = facts
  const needsZone = stop === null && draft.city !== null && !knowsCity
  return {
    targets: targets.map((target) => ({ ...target, lang: langOf(target.title), why: whyWords(draft, target) })), chosen: engagement?.id ?? 'new', likely,
    stop: stop?.id ?? 'new', stops: [...stops.map(({ id, city, arriveDay, departDay }) => ({ value: id, label: `${city}, ${formatDays(arriveDay, departDay)}` })), { value: 'new', label: draft.city ? `A new stop in ${draft.city.value}` : 'A new stop' }],
    kind: choices['kind'] ?? 'workshop', status: choices['status'] ?? 'idea', zone: needsZone ? { field: 'zone:agenda', value: choices['zone:agenda'] ?? '', city: draft.city?.value ?? '' } : null,
  }
}

const ALIKE = 0.3

function whyWords({ days, title, otherTitle }: AgendaDraft, target: TargetFace): string {
  const sameDay = days.some(({ value }) => value === target.day)
  const alike = [title, otherTitle].some((each) => each && similarity(each.value, target.title) >= ALIKE)
  return sameDay && alike ? 'the same day, a similar title' : sameDay ? 'the same day' : alike ? 'a similar title' : ''
}

/** Title and hours that differ from what is stored. */
export function headQuestions(facts: AgendaFacts, choices: Choices): HeadQuestion[] {
  const { draft, engagement, titles } = facts
  if (!engagement) return []
  const title = draft.title?.value ?? ''
  const isNew = title !== '' && ![engagement.title, ...titles].some((each) => foldKey(each) === foldKey(title))
  const isOther = title !== '' && !isNew && foldKey(title) !== foldKey(engagement.title)
  const how = choices['title'] ?? 'beside'
  const asksTitle: HeadQuestion = {
    name: 'title', mark: 'two titles', title: `The text calls it ${quoted(title)}`,
    options: [
      { value: 'beside', label: `Keep ${quoted(engagement.title)} and note the other title`, hint: 'Both lead to it in the search.', checked: how === 'beside' },
      { value: 'take', label: 'Take the title of the text', hint: 'The old one is kept as another title.', checked: how === 'take' },
      { value: 'leave', label: 'Leave the title of the text out', hint: '', checked: how === 'leave' },
    ],
  }
  const hours = hoursQuestion(facts, engagement, choices)
  const knownTitle: HeadQuestion = { ...asksTitle, title: `The text calls it ${quoted(title)}, stored is ${quoted(engagement.title)}`, options: [], told: 'The other title is noted already: both lead to it in the search.' }
  return [...(hours ? [hours] : []), ...(isNew ? [asksTitle] : isOther ? [knownTitle] : [])]
}

/** Quotation marks within become single ones. */
function quoted(title: string): string {
  return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`
}

function hoursQuestion({ draft: { header }, saidHours }: AgendaFacts, engagement: NonNullable<AgendaFacts['engagement']>, choices: Choices): HeadQuestion | undefined {
  const stored = engagement.headerStartMinute ?? engagement.startMinute
  const storedEnd = engagement.headerStartMinute === null ? engagement.endMinute : engagement.headerEndMinute
  if (!header || stored === null || (header.start === stored && header.end === storedEnd)) return undefined
  const how = choices['hours'] ?? (saidHours || engagement.headerStartMinute === null ? 'take' : 'leave')
  return {
    name: 'hours', mark: 'hours of the agenda', title: `The head says ${formatRange(header.start, header.end)}, stored is ${formatRange(stored, storedEnd)}`,
    options: [
      { value: 'take', label: `The agenda runs ${formatRange(header.start, header.end)}`, hint: 'The engagement itself stays where it is.', checked: how === 'take' },
      { value: 'leave', label: `Keep ${formatRange(stored, storedEnd)}`, hint: '', checked: how === 'leave' },
    ],
  }
}
