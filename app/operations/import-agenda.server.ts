/** An agenda that was read: to which engagement it belongs, what it would change there, and the writing of what was chosen. */
import { isWanted } from '#app/domain/intake/choices.ts'
import type { Choices } from '#app/domain/intake/choices.ts'
import { compareRows } from '#app/domain/intake/comparison.ts'
import type { Row, RowChange } from '#app/domain/intake/comparison.ts'
import type { Correction } from '#app/domain/intake/corrections.ts'
import type { AgendaDraft, ItemDraft } from '#app/domain/intake/draft.ts'
import { personKey } from '#app/domain/intake/matching.ts'
import { rankTargets, stopFor } from '#app/domain/intake/targets.ts'
import type { Id } from '#app/domain/ids.ts'
import { isSound, placeSlot } from '#app/domain/meetings/slot.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Day, Minute } from '#app/domain/time.ts'
import { identityOf, readPeople } from '#app/operations/import-people.server.ts'
import type { PeopleReading } from '#app/operations/import-people.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import type { AgendaItem } from '#db/agenda.server.ts'
import type { Db } from '#db/database.server.ts'
import { findEngagement } from '#db/engagements.server.ts'
import type { Engagement } from '#db/engagements.server.ts'
import { listTargets } from '#db/imports.server.ts'
import type { Target } from '#db/imports.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import type { Participation } from '#db/participations.server.ts'
import { listStops } from '#db/stops.server.ts'
import type { Stop } from '#db/stops.server.ts'

export type ReadItem = Row & { item: ItemDraft }
export type StoredItem = Row & { item: AgendaItem }
export type ItemChange = RowChange<StoredItem, ReadItem>

export type AgendaReading = {
  kind: 'agenda'
  draft: AgendaDraft
  /** Those it may belong to, the likeliest first. */
  targets: Target[]
  /** null: a new engagement. */
  engagement: Engagement | null
  titles: string[]
  stops: Stop[]
  /** Where a new engagement would stand; null: a new stop. */
  stop: Stop | null
  day: Day | null
  changes: ItemChange[]
  items: AgendaItem[]
  participations: Participation[]
  people: PeopleReading
  /** A person said what the hours are. */
  saidHours: boolean
}

const TARGETS_OFFERED = 12
/** What was decided about a text. */
export type Decided = { choices: Choices; corrections: readonly Correction[]; targetId: Id | null }

/** Holds an agenda against a mission. A constant number of queries. */
export async function readAgenda(db: Db, scope: Pick<Scope, 'mission'>, draft: AgendaDraft, { choices, corrections, targetId: wanted }: Decided): Promise<AgendaReading> {
  const targets = await listTargets(db, scope.mission.id)
  const stops = await listStops(db, scope.mission.id)
  const { order, likely } = rankTargets(draft, targets)
  const choice = choices['target'] ?? wanted ?? likely ?? 'new'
  const engagement = choice === 'new' ? null : ((await findEngagement(db, scope.mission.id, choice)) ?? null)
  const [items, participations] = engagement ? [await listAgendaItems(db, scope.mission.id, engagement.id), await listParticipations(db, scope.mission.id, engagement.id)] : [[], []]
  const people = await readPeople(db, draft, participations.map(({ personId, printedName, name }) => ({ personId, name: printedName || name })), choices)
  const stopId = choices['stop'] ?? stopFor(draft, stops) ?? 'new'
  const day = engagement?.day ?? draft.days[0]?.value ?? null
  return {
    kind: 'agenda', draft, engagement, stops, day, items, participations, people,
    targets: order.slice(0, TARGETS_OFFERED).flatMap((id) => targets.find((target) => target.id === id) ?? []), titles: targets.find(({ id }) => id === engagement?.id)?.titles ?? [],
    stop: stops.find(({ id }) => id === stopId) ?? null, changes: changesOf({ draft, day, items, participations }, identityOf(people, choices), new Set(corrections.filter(({ field }) => field === 'kind').map(({ key }) => key))), saidHours: corrections.some(({ key, field }) => key === '' && field === 'header'),
  }
}

/** A kind is read from words, not printed: it is only compared where a person said it (`kinds`). */
function changesOf({ draft, day, items, participations }: Pick<AgendaReading, 'draft' | 'day' | 'items' | 'participations'>, identity: (name: string) => string, kinds: ReadonlySet<string>): ItemChange[] {
  const namesPeople = draft.items.some(({ people }) => people.length > 0)
  const hasDetails = draft.items.some((item) => titleOf(item).details !== '')
  const stored = items.map((item): StoredItem => ({
    id: item.id, day: item.day, start: item.startMinute, end: item.endMinute, title: item.title, titles: item.otherTitle === '' ? undefined : [item.otherTitle], kind: item.kind,
    people: [...new Set(participations.filter(({ itemId, personId }) => itemId === item.id && personId !== null).map(({ personId }) => personId as Id))], more: item.details, item,
  }))
  const read = draft.items.map((item): ReadItem => {
    const { start, end } = timesOf(item)
    return {
      id: item.key, day: dayOf(draft, item, day), start, end: draft.startOnly ? undefined : end, title: titleOf(item).title, kind: kinds.has(item.key) ? item.kind.value : '',
      people: namesPeople ? [...new Set(item.people.map(({ name }) => identity(name.value)))] : null, ...(hasDetails ? { more: titleOf(item).details } : {}), item,
    }
  })
  return compareRows(stored, read)
}

/** An agenda of one day is the engagement's, whatever day it prints. */
function dayOf(draft: AgendaDraft, item: ItemDraft, day: Day | null): Day | null {
  return draft.days.length <= 1 ? day : (item.day?.value ?? day)
}

export function timesOf({ start, end }: Pick<ItemDraft, 'start' | 'end'>): { start: Minute | null; end: Minute | null } {
  const slot = { day: '', startMinute: start?.value ?? null, endMinute: start === null ? null : (end?.value ?? null) }
  return { start: slot.startMinute, end: isSound(slot) ? slot.endMinute : null }
}

export const ITEM_TITLE_LENGTH = 200

/** A title longer than the field goes on among the details. */
export function titleOf({ title, details }: Pick<ItemDraft, 'title' | 'details'>): { title: string; details: string } {
  const whole = title.value
  if (whole.length <= ITEM_TITLE_LENGTH) return { title: whole, details: details.join('\n') }
  const cut = whole.lastIndexOf(' ', ITEM_TITLE_LENGTH - 2)
  const short = whole.slice(0, cut > ITEM_TITLE_LENGTH / 2 ? cut : ITEM_TITLE_LENGTH - 1)
  return { title: `${short}…`, details: [whole, ...details].join('\n') }
}

/** True for a row that can stand in an agenda; one that only says that the event ends waits to be asked for. */
export function isStorable(change: ItemChange, choices: Choices): boolean {
  if (change.what === 'same' || (change.read && (change.read.start === null || change.read.day === null))) return false
  if (change.read?.item.marksEnd && choices[`row:${change.read.id}`] === undefined) return false
  return isWanted(choices, { what: change.what, key: change.read?.id ?? change.stored?.id ?? '' })
}

/** Moderators that the head names and the engagement does not have. */
export function newModerators({ draft, participations, people }: AgendaReading, choices: Choices): string[] {
  const identity = identityOf(people, choices)
  const there = new Set(participations.filter(({ itemId, role }) => itemId === null && role === 'moderator').map(({ personId }) => personId))
  return [...new Map(draft.moderators.map(({ name }) => [personKey(name.value), name.value])).values()].filter((name) => !there.has(identity(name)))
}

export type HeadChange = {
  /** The hours to store beside the items. */
  hours: { start: Minute; end: Minute | null } | null
  /** The whole slot, where the engagement has none. */
  slot: { start: Minute; end: Minute | null } | null
  venue: string | null
  /** A second title, or a new one. */
  title: { how: 'beside' | 'take'; title: string } | null
}

/** What the head of the text would change at a known engagement, as chosen: hours and venue fill what is empty, another title stands beside. */
export function headChange({ draft, engagement, titles, changes, saidHours }: AgendaReading, choices: Choices): HeadChange {
  if (!engagement) return { hours: draft.header ? hoursOf(draft.header) : null, slot: draft.header ? hoursOf(draft.header) : spanOf(changes), venue: draft.venue?.value ?? null, title: null }
  const differs = draft.header !== null && (draft.header.start !== engagement.headerStartMinute || draft.header.end !== engagement.headerEndMinute)
  const takesHours = differs && (choices['hours'] ?? (saidHours || engagement.headerStartMinute === null ? 'take' : 'leave')) === 'take'
  const title = draft.title?.value ?? ''
  const isNew = title !== '' && ![engagement.title, ...titles].some((each) => foldKey(each) === foldKey(title))
  const how = choices['title'] ?? 'beside'
  return {
    hours: takesHours && draft.header ? hoursOf(draft.header) : null, slot: engagement.startMinute === null ? (draft.header ? hoursOf(draft.header) : spanOf(changes)) : null,
    venue: engagement.venue === '' && draft.venue ? draft.venue.value : null, title: isNew && how !== 'leave' ? { how: how === 'take' ? 'take' : 'beside', title } : null,
  }
}

function hoursOf({ start, end }: { start: Minute; end: Minute | null }): { start: Minute; end: Minute | null } {
  return { start, end: isSound({ day: '', startMinute: start, endMinute: end }) ? end : null }
}

/** From the first start to the last end of the first day. */
function spanOf(changes: readonly ItemChange[]): { start: Minute; end: Minute | null } | null {
  const rows = changes.flatMap(({ read }) => (read && read.start !== null ? [read] : []))
  const ofDay = rows.filter(({ day }) => day === rows[0]?.day)
  if (ofDay.length === 0) return null
  const start = Math.min(...ofDay.map((row) => row.start as Minute))
  const end = Math.max(...ofDay.map((row) => row.end ?? (row.start as Minute)))
  return { start, end: end > start ? end : null }
}

/** The columns of an engagement's time; null where the clocks of that day leave the time out. */
export function slotColumns(day: Day, slot: { start: Minute; end: Minute | null } | null, zone: string): Record<string, number | null> | null {
  const placed = placeSlot({ day, startMinute: slot?.start ?? null, endMinute: slot?.end ?? null }, zone)
  return placed.problem === 'gap' ? null : { start_minute: slot?.start ?? null, end_minute: slot?.end ?? null, start_ms: placed.startMs, end_ms: placed.endMs }
}
