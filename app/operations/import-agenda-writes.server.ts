import type { Choices } from '#app/domain/intake/choices.ts'
import type { RowField } from '#app/domain/intake/comparison.ts'
import type { ItemDraft, PersonDraft } from '#app/domain/intake/draft.ts'
import { personKey } from '#app/domain/intake/matching.ts'
import { wholeTitle } from '#app/domain/intake/person-lines.ts'
import type { Id } from '#app/domain/ids.ts'
import { agreedOrder } from '#app/domain/people/protocol.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Day } from '#app/domain/time.ts'
import { headChange, isStorable, newModerators, slotColumns, timesOf, titleOf } from '#app/operations/import-agenda.server.ts'
import type { AgendaReading, HeadChange, ItemChange, ReadItem } from '#app/operations/import-agenda.server.ts'
import { identityOf, joiningOf, settlePeople } from '#app/operations/import-people.server.ts'
import type { Settled } from '#app/operations/import-people.server.ts'
import { placeStops, stopOf, writeStop } from '#app/operations/import-stops.server.ts'
import type { Intake, WantedStop } from '#app/operations/import-stops.server.ts'
import { FIRST_STATUSES, ENGAGEMENT_KINDS } from '#app/operations/engagements.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { AgendaItem } from '#db/agenda.server.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'

export type AgendaPlan = {
  reading: AgendaReading
  choices: Choices
  engagementId: Id
  title: string
  day: Day
  /** The stop of a new engagement; null at a known one. */
  stop: WantedStop | null
  apply: ItemChange[]
  moderators: string[]
  head: HeadChange
}
type NoPlan = { because: 'no-day' | 'no-city' | 'no-zone' | 'no-title' | 'no-such-time' }

const LONGEST_TITLE = 200

/** Everything that storing would write, decided before the first write. */
export async function planAgenda(tx: Tx, scope: Scope, reading: AgendaReading, choices: Choices, intake: Intake): Promise<AgendaPlan | NoPlan> {
  const { engagement, draft, day } = reading
  if (day === null) return { because: 'no-day' }
  const title = engagement?.title ?? draft.title?.value.slice(0, LONGEST_TITLE) ?? ''
  if (title === '') return { because: 'no-title' }
  const days = draft.days.map(({ value }) => value)
  const stop = engagement ? null : await stopOf(tx, scope, { key: 'agenda', stop: reading.stop, city: draft.city?.value ?? '', country: '', days: days.length > 0 ? days : [day] }, choices, intake)
  if (stop && 'because' in stop) return stop
  const head = headChange(reading, choices)
  if (head.slot && slotColumns(day, head.slot, engagement?.zone ?? stop?.zone ?? 'UTC') === null) return { because: 'no-such-time' }
  const apply = reading.changes.filter((change) => isStorable(change, choices))
  return { reading, choices, engagementId: engagement?.id ?? newId(scope.nowMs), title, day, stop, apply, moderators: newModerators(reading, choices), head }
}

export type Written = { items: number; people: number; bodies: number }

/** Writes a plan inside an act. */
export async function writeAgenda(tx: Tx, edit: Edit, scope: Scope, plan: AgendaPlan): Promise<Written> {
  const { reading, choices, apply, moderators } = plan
  const needed = new Set([...moderators, ...apply.flatMap(({ read }) => read?.item.people.map(({ name }) => name.value) ?? [])].map(personKey))
  const settled = await settlePeople(edit, scope.nowMs, reading.people, choices, joiningOf(reading.people, choices, ({ key }) => needed.has(key)))
  if (plan.stop) await writeStop(edit, scope, plan.stop, (await placeStops(tx, edit, scope.mission.id, [plan.stop])).get(plan.stop.id))
  await (reading.engagement ? changeEngagement(edit, scope, plan) : insertEngagement(edit, scope, plan))
  const appearing = appearances(edit, scope, plan, settled)
  for (const name of moderators) {
    const person = reading.draft.moderators.find((each) => each.name.value === name)
    if (person) await appearing.add(null, person)
  }
  await writeItems(edit, scope, plan, appearing)
  return { items: apply.length, people: settled.newPeople, bodies: settled.newBodies }
}

async function insertEngagement(edit: Edit, scope: Scope, { reading, choices, engagementId, title, day, stop, head }: AgendaPlan): Promise<void> {
  if (!stop) return
  await edit.insert('engagement', {
    id: engagementId, mission_id: scope.mission.id, stop_id: stop.id, kind: oneOf(ENGAGEMENT_KINDS, choices['kind'], 'workshop'), title, title_key: foldKey(title), status: oneOf(FIRST_STATUSES, choices['status'], 'idea'),
    day, zone: stop.zone, ...slotColumns(day, head.slot, stop.zone), header_start_minute: head.hours?.start ?? null, header_end_minute: head.hours?.end ?? null, venue_text: head.venue ?? '',
  })
  const other = reading.draft.otherTitle?.value ?? ''
  if (other !== '') await insertAlias(edit, scope, engagementId, other)
}

async function changeEngagement(edit: Edit, scope: Scope, { reading: { engagement }, engagementId, day, head }: AgendaPlan): Promise<void> {
  if (!engagement) return
  const renamed = head.title?.how === 'take' ? head.title.title.slice(0, LONGEST_TITLE) : undefined
  await edit.update('engagement', engagementId, engagement.revision, {
    ...(head.hours ? { header_start_minute: head.hours.start, header_end_minute: head.hours.end } : {}), ...(head.slot ? slotColumns(day, head.slot, engagement.zone) : {}), ...(head.venue ? { venue_text: head.venue } : {}),
    ...(renamed ? { title: renamed, title_key: foldKey(renamed) } : {}),
  })
  if (head.title) await insertAlias(edit, scope, engagementId, head.title.how === 'take' ? engagement.title : head.title.title)
}

async function insertAlias(edit: Edit, scope: Scope, engagementId: Id, title: string): Promise<void> {
  await edit.insert('engagement_alias', { id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: engagementId, title: title.slice(0, LONGEST_TITLE), title_key: foldKey(title), origin: 'agenda' })
}

type Appearances = { add(itemId: Id | null, person: PersonDraft, kind?: string): Promise<void> }

/** Places in the protocol agree with the lists of the text; whoever stands there already keeps theirs. */
function appearances(edit: Edit, scope: Scope, { reading, engagementId }: AgendaPlan, settled: Settled): Appearances {
  const places = new Map<Id, number>()
  let last = 0
  for (const { personId, precedence } of reading.participations) {
    if (personId !== null && !places.has(personId)) places.set(personId, precedence)
    last = Math.max(last, precedence)
  }
  const lists = [reading.draft.moderators, ...reading.draft.items.map((item) => item.people)].map((list) => list.flatMap((person) => settled.personId(person.name.value) ?? []))
  for (const personId of agreedOrder(lists)) if (!places.has(personId)) places.set(personId, ++last)
  return {
    async add(itemId, person, kind = '') {
      const personId = settled.personId(person.name.value)
      if (personId === null) return
      await edit.insert('participation', {
        id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: engagementId, agenda_item_id: itemId, person_id: personId,
        organisation_id: person.organisation ? settled.bodyId(person.organisation.value) : null, role: person.role === 'moderator' ? 'moderator' : kind === 'panel' ? 'panellist' : 'speaker',
        printed_name: person.name.value, printed_title: printedTitleOf(person), precedence: places.get(personId) ?? 0,
      })
    },
  }
}

/** As printed, with a word for who is not confirmed. */
export function printedTitleOf(person: PersonDraft): string {
  const title = wholeTitle(person).slice(0, 300)
  return person.unconfirmed && !/tbc|tbd/i.test(title) ? [title, '(TBC)'].filter(Boolean).join(' ') : title
}

/** Items come to stand in the order of the text; those that the text no longer has and that stay keep their neighbours. */
async function writeItems(edit: Edit, scope: Scope, plan: AgendaPlan, appearing: Appearances): Promise<void> {
  const applied = new Set(plan.apply)
  let position = 0
  for (const change of plan.reading.changes) {
    if (change.what === 'gone' && applied.has(change)) {
      await removeItem(edit, plan, change.stored.item)
    } else if (change.what === 'new') {
      if (applied.has(change)) await insertItem(edit, scope, plan, change, ++position, appearing)
    } else {
      position++
      await changeItem(edit, plan, change, position, applied.has(change), appearing)
    }
  }
}

async function removeItem(edit: Edit, { reading }: AgendaPlan, item: { id: Id; revision: number }): Promise<void> {
  for (const each of reading.participations.filter(({ itemId }) => itemId === item.id)) await edit.remove('participation', each.id, each.revision)
  await edit.remove('agenda_item', item.id, item.revision)
}

async function insertItem(edit: Edit, scope: Scope, { engagementId, day }: AgendaPlan, change: Extract<ItemChange, { what: 'new' }>, position: number, appearing: Appearances): Promise<void> {
  const { item } = change.read
  const id = newId(scope.nowMs)
  await edit.insert('agenda_item', { id, mission_id: scope.mission.id, engagement_id: engagementId, position, kind: item.kind.value, day: change.read.day ?? day, ...wordsOf(item), ...minutesOf(item), track: item.track })
  for (const person of item.people) await appearing.add(id, person, item.kind.value)
}

async function changeItem(edit: Edit, plan: AgendaPlan, change: Exclude<ItemChange, { what: 'new' }>, position: number, isApplied: boolean, appearing: Appearances): Promise<void> {
  const { item: stored } = change.stored
  if (!isApplied || !change.read) {
    if (stored.position !== position) await edit.update('agenda_item', stored.id, stored.revision, { position })
    return
  }
  const { item } = change.read
  const patch = patchOf(change.read, stored, change.differs)
  await edit.update('agenda_item', stored.id, stored.revision, { ...patch, position, sample_fields: JSON.stringify(stored.sampleFields.filter((field) => !(field in patch))) })
  if (change.differs.includes('people')) await exchangePeople(edit, plan, stored.id, item, appearing)
}

/** Only what differs: a text that is in one language leaves the other one alone. */
function patchOf({ day, item }: ReadItem, stored: AgendaItem, differs: readonly RowField[]): Record<string, unknown> {
  const { title, details, other_title, other_language } = wordsOf(item)
  const minutes = minutesOf(item)
  return {
    ...(differs.includes('day') ? { day } : {}), ...(differs.includes('start') ? { start_minute: minutes.start_minute } : {}), ...(differs.includes('end') ? { end_minute: minutes.end_minute } : {}),
    ...(differs.includes('title') ? { title } : {}), ...(differs.includes('kind') ? { kind: item.kind.value } : {}), ...(differs.includes('more') ? { details } : {}),
    ...(other_title !== '' && other_title !== stored.otherTitle ? { other_title, other_language } : {}), ...(item.track === '' ? {} : { track: item.track }),
  }
}

async function exchangePeople(edit: Edit, { reading, choices }: AgendaPlan, itemId: Id, item: ItemDraft, appearing: Appearances): Promise<void> {
  const identity = identityOf(reading.people, choices)
  const wanted = new Set(item.people.map(({ name }) => identity(name.value)))
  const here = reading.participations.filter((each) => each.itemId === itemId && each.personId !== null)
  for (const each of here) if (!wanted.has(each.personId as Id)) await edit.remove('participation', each.id, each.revision)
  for (const person of item.people) if (!here.some(({ personId }) => personId === identity(person.name.value))) await appearing.add(itemId, person, item.kind.value)
}

function wordsOf(item: Parameters<typeof titleOf>[0] & { otherTitle: { value: string; language: string } | null }) {
  const { title, details } = titleOf(item)
  return { title, details, other_title: item.otherTitle?.value.slice(0, LONGEST_TITLE) ?? '', other_language: item.otherTitle?.language ?? '' }
}

function minutesOf(item: Parameters<typeof timesOf>[0]): { start_minute: number | undefined; end_minute: number | null } {
  const { start, end } = timesOf(item)
  return { start_minute: start ?? undefined, end_minute: end }
}

function oneOf<T extends string>(values: readonly T[], value: string | undefined, usual: T): T {
  return values.find((each) => each === value) ?? usual
}
