/** A schedule that was read: its stays and rows against the stops and engagements of the mission, and the writing of what was chosen. */
import { isWanted } from '#app/domain/intake/choices.ts'
import type { Choices } from '#app/domain/intake/choices.ts'
import { compareRows } from '#app/domain/intake/comparison.ts'
import type { Row, RowChange } from '#app/domain/intake/comparison.ts'
import type { MeetingDraft, ScheduleDraft, StopDraft } from '#app/domain/intake/draft.ts'
import { personKey } from '#app/domain/intake/matching.ts'
import type { Id } from '#app/domain/ids.ts'
import { findStep } from '#app/domain/meetings/status.ts'
import type { Status } from '#app/domain/meetings/status.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Day } from '#app/domain/time.ts'
import { slotColumns, timesOf } from '#app/operations/import-agenda.server.ts'
import { printedTitleOf } from '#app/operations/import-agenda-writes.server.ts'
import { joiningOf, readPeople, settlePeople } from '#app/operations/import-people.server.ts'
import type { PeopleReading, Settled } from '#app/operations/import-people.server.ts'
import { cityReading, placeStops, stopOf, writeStop } from '#app/operations/import-stops.server.ts'
import type { CityReading, Intake, Stay, WantedStop } from '#app/operations/import-stops.server.ts'
import { ENGAGEMENT_KINDS, FIRST_STATUSES } from '#app/operations/engagements.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Db, Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { listNamedCities, listTargets } from '#db/imports.server.ts'
import type { NamedCity, Target } from '#db/imports.server.ts'
import { listStops } from '#db/stops.server.ts'
import type { Stop } from '#db/stops.server.ts'

export type ReadMeeting = Row & { meeting: MeetingDraft }
export type StoredMeeting = Row & { target: Target }
export type MeetingChange = RowChange<StoredMeeting, ReadMeeting>
export type StayReading = Stay & { city: string; draft: StopDraft; cityReading: CityReading; changes: MeetingChange[] }
export type ScheduleReading = { kind: 'schedule'; draft: ScheduleDraft; stays: StayReading[]; stops: Stop[]; people: PeopleReading }

/** Holds a schedule against a mission; rows are compared with the engagements of the same stop. A constant number of queries. */
export async function readSchedule(db: Db, scope: Pick<Scope, 'mission'>, draft: ScheduleDraft, choices: Choices, intake: Intake): Promise<ScheduleReading> {
  const stops = await listStops(db, scope.mission.id)
  const targets = await listTargets(db, scope.mission.id)
  const cities = await listNamedCities(db)
  const taken = new Set<Id>()
  const stays = draft.stops.map((each): StayReading => {
    const stay = stayOf(each, stops, cities, intake, taken, choices)
    if (stay.stop) taken.add(stay.stop.id)
    const days = stay.days
    return { ...stay, draft: each, cityReading: cityReading(cities, intake, stay), changes: changesOf(each, days[0] ?? null, targets.filter(({ stopId }) => stopId === stay.stop?.id)) }
  })
  return { kind: 'schedule', draft, stays, stops, people: await readPeople(db, draft, [], choices) }
}

/** The mission's stop of the same city whose days meet; a city visited twice is two stops. */
function stayOf(draft: StopDraft, stops: readonly Stop[], cities: readonly NamedCity[], intake: Intake, taken: ReadonlySet<Id>, choices: Choices): Stay {
  const days = [...new Set([...draft.days.map(({ value }) => value), ...draft.meetings.flatMap(({ day }) => (day ? [day.value] : []))])].toSorted()
  const stay = { key: draft.key, city: draft.city.value, country: draft.country?.value ?? '', days }
  const { known } = cityReading(cities, intake, stay)
  const ofCity = stops.filter((stop) => !taken.has(stop.id) && (stop.placeId === known?.id || foldKey(stop.city) === foldKey(stay.city)))
  const meets = (stop: Stop): boolean => days.length === 0 || ((days[0] as Day) <= stop.departDay && (days.at(-1) as Day) >= stop.arriveDay)
  const chosen = choices[`city:${draft.key}`]
  return { ...stay, stop: chosen === 'new' ? null : (ofCity.find(meets) ?? null) }
}

function changesOf({ meetings }: StopDraft, firstDay: Day | null, targets: readonly Target[]): MeetingChange[] {
  const titles = new Set(meetings.map(({ title }) => foldKey(title.value)))
  const stored = targets.filter((target) => isPrinted(target) || titles.has(foldKey(target.title))).map((target): StoredMeeting => ({ id: target.id, day: target.day, start: target.startMinute, end: target.endMinute, title: target.title, titles: target.titles, kind: '', people: null, more: target.printedDay ?? '', target }))
  const read = meetings.map((meeting): ReadMeeting => {
    const { start, end } = timesOf(meeting)
    return { id: meeting.key, day: meeting.day?.value ?? firstDay, start, end: start === null ? undefined : end, title: meeting.title.value.slice(0, TITLE_MAX), kind: '', people: null, ...(meeting.day?.printed === '' ? { more: '' } : {}), meeting }
  })
  return compareRows(stored, read).map(keepingTimes)
}

const TITLE_MAX = 200
const BETWEEN = new Set(['travel', 'meal', 'buffer'])

/** Journeys, meals and back-up slots stand between what schedules print: a text without them says nothing against them. */
function isPrinted({ kind, fallbackOfId }: Target): boolean {
  return !BETWEEN.has(kind) && fallbackOfId === null
}

/** A schedule without a time says nothing against a time that is stored. */
function keepingTimes(change: MeetingChange): MeetingChange {
  if (change.what !== 'moved' && change.what !== 'changed') return change
  const differs = change.differs.filter((field) => field !== 'start' || change.read.start !== null)
  return { ...change, differs, what: differs.length === 0 ? 'same' : differs.every((field) => field !== 'title' && field !== 'more') ? 'moved' : 'changed' }
}

type PlannedStay = { reading: StayReading; stop: WantedStop; apply: MeetingChange[] }
export type SchedulePlan = { reading: ScheduleReading; choices: Choices; stays: PlannedStay[] }
type NoPlan = { because: 'no-day' | 'no-city' | 'no-zone' | 'no-such-time'; key: string }

/** True for a row of a schedule that is to be written. */
export function isStorableRow(change: MeetingChange, choices: Choices): boolean {
  return change.what !== 'same' && change.read?.day !== null && isWanted(choices, { what: change.what, key: change.read?.id ?? change.stored?.id ?? '' }) && (change.what !== 'gone' || mayCancel(change.stored.target))
}

/** What was held, or left the chain already, is not called off by a text. */
export function mayCancel({ status }: Target): boolean {
  return findStep(status as Status, 'cancelled', true) !== undefined
}

/** Everything that storing would write, decided before the first write. Stays in one new city share it. */
export async function planSchedule(tx: Tx, scope: Scope, reading: ScheduleReading, choices: Choices, intake: Intake): Promise<SchedulePlan | NoPlan> {
  const stays: PlannedStay[] = []
  const cities = new Map<string, NonNullable<WantedStop['city']>>()
  for (const stay of reading.stays) {
    const apply = stay.changes.filter((change) => isStorableRow(change, choices))
    if (apply.length === 0 && (stay.stop || stay.changes.length > 0)) continue
    const stop = await stopOf(tx, scope, stay, choices, intake)
    if ('because' in stop) return { ...stop, key: stay.key }
    const key = stop.city ? `${foldKey(stop.city.name)} ${stop.city.zone}` : ''
    const city = stop.city && (cities.get(key) ?? stop.city)
    if (city) cities.set(key, { ...city, isNew: false })
    for (const { read } of apply) if (read && slotColumns(read.day ?? '', slotOf(read), stop.zone) === null) return { because: 'no-such-time', key: read.id }
    stays.push({ reading: stay, stop: { ...stop, city }, apply })
  }
  return { reading, choices, stays }
}

function slotOf({ start, end }: Row): { start: number; end: number | null } | null {
  return start === null ? null : { start, end: end ?? null }
}

export type WrittenSchedule = { engagements: number; stops: number; people: number; bodies: number }

/** Writes a plan inside an act. */
export async function writeSchedule(tx: Tx, edit: Edit, scope: Scope, { reading, choices, stays }: SchedulePlan): Promise<WrittenSchedule> {
  const needed = new Set(stays.flatMap(({ apply }) => apply.flatMap((change) => (change.what === 'new' ? change.read.meeting.people.map(({ name }) => personKey(name.value)) : []))))
  const settled = await settlePeople(edit, scope.nowMs, reading.people, choices, joiningOf(reading.people, choices, ({ key }) => needed.has(key)))
  const places = await placeStops(tx, edit, scope.mission.id, stays.map(({ stop }) => stop))
  let order = 0
  for (const { stop, apply, reading: stay } of stays) {
    await writeStop(edit, scope, stop, places.get(stop.id))
    for (const change of apply) await writeMeeting(edit, scope, { change, stop, stay, choices, settled, order: order++ })
  }
  return { engagements: stays.reduce((sum, { apply }) => sum + apply.length, 0), stops: stays.filter(({ stop }) => stop.known === null).length, people: settled.newPeople, bodies: settled.newBodies }
}

type Meeting = { change: MeetingChange; stop: WantedStop; stay: StayReading; choices: Choices; settled: Settled; order: number }

/** Rows without a time are listed by id: later ones get later ids. */
async function writeMeeting(edit: Edit, scope: Scope, { change, stop, stay, choices, settled, order }: Meeting): Promise<void> {
  if (change.what === 'gone') return void (await edit.update('engagement', change.stored.id, change.stored.target.revision, { status: 'cancelled' }))
  const { read } = change
  if (!read || read.day === null || change.what === 'same') return
  const slot = slotColumns(read.day, slotOf(read), stop.zone)
  if (change.what !== 'new') {
    const times = read.start === null ? {} : slot
    const moved = read.start === null && change.stored.target.startMinute !== null ? slotColumns(read.day, slotOf(change.stored), stop.zone) : times
    await edit.update('engagement', change.stored.id, change.stored.target.revision, { day: read.day, ...moved, ...printedOf(read, stay), ...(change.differs.includes('title') ? { title: read.title, title_key: foldKey(read.title) } : {}) })
    return
  }
  const id = newId(scope.nowMs + order)
  const { meeting } = read
  await edit.insert('engagement', {
    id, mission_id: scope.mission.id, stop_id: stop.id, kind: ENGAGEMENT_KINDS.find((kind) => kind === meeting.kind.value) ?? 'meeting', title: read.title, title_key: foldKey(read.title),
    status: meeting.tentative ? 'tentative' : (FIRST_STATUSES.find((status) => status === choices['status']) ?? 'idea'), day: read.day, zone: stop.zone, ...slot, ...printedOf(read, stay), venue_text: meeting.venue?.value.slice(0, TITLE_MAX) ?? '', inferred_fields: JSON.stringify(meeting.slipped ? ['stop', 'day'] : []),
  })
  if (meeting.otherTitle) await edit.insert('engagement_alias', { id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: id, title: meeting.otherTitle.value.slice(0, TITLE_MAX), title_key: foldKey(meeting.otherTitle.value), origin: 'schedule' })
  await writeParticipants(edit, scope, id, read, settled)
}

/** What the paper prints, so that a wrong weekday is found later; a day that somebody chose is printed nowhere. */
function printedOf({ meeting }: ReadMeeting, { draft }: StayReading): { printed_day: string | null; printed_day_group: string | null } {
  const printed = meeting.day?.printed ?? ''
  return printed === '' ? { printed_day: null, printed_day_group: null } : { printed_day: printed, printed_day_group: `${draft.key} ${meeting.day?.span.start ?? 0}` }
}

async function writeParticipants(edit: Edit, scope: Scope, engagementId: Id, { meeting }: ReadMeeting, settled: Settled): Promise<void> {
  for (const [at, person] of meeting.people.entries()) {
    const personId = settled.personId(person.name.value)
    if (personId === null) continue
    await edit.insert('participation', {
      id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: engagementId, person_id: personId, organisation_id: person.organisation ? settled.bodyId(person.organisation.value) : null,
      role: person.role === 'moderator' ? 'moderator' : 'participant', printed_name: person.name.value, printed_title: printedTitleOf(person), precedence: at + 1,
    })
  }
}
