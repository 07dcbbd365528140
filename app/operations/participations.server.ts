import type { Id } from '#app/domain/ids.ts'
import { exchanged, gatherByPerson } from '#app/domain/people/protocol.ts'
import { foldKey, sortKey } from '#app/domain/text.ts'
import type { AddParticipationInput, EditParticipationInput, RemoveParticipationInput, ReorderParticipationInput } from '#app/operations/participations.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { findEngagement } from '#db/engagements.server.ts'
import type { Engagement } from '#db/engagements.server.ts'
import { newId } from '#db/ids.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import type { Participation } from '#db/participations.server.ts'

type Done = { done: true; actId: string }

/** Somebody appears: as a known person, as a new one, or as whoever a body sends. Their title is kept as it is printed here. */
export async function addParticipation(scope: Scope, engagementId: Id, input: AddParticipationInput): Promise<Done | Refused<'already' | 'no-person' | 'no-item'>> {
  return await perform(scope, async (tx, begin) => {
    const engagement = await findEngagement(tx, scope.mission.id, engagementId)
    if (!engagement) return { done: false as const, because: 'gone' as const }
    const appearing = await whoAppears(tx, input)
    if (!appearing) return { done: false as const, because: 'no-person' as const }
    if (input.item !== null && !(await hasItem(tx, engagementId, input.item))) return { done: false as const, because: 'no-item' as const }
    const all = await listParticipations(tx, scope.mission.id, engagementId)
    if (appearing.personId && all.some((row) => row.personId === appearing.personId && row.role === input.role && row.itemId === input.item)) {
      return { done: false as const, because: 'already' as const }
    }
    const edit = await begin({ verb: 'add', noun: 'participation', subjectId: engagementId, subjectTitle: appearing.name, facts: { to: engagement.title, role: input.role } })
    const personId = appearing.personId ?? (appearing.isNew ? await insertPerson(edit, scope, input) : null)
    await edit.insert('participation', {
      id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: engagementId, agenda_item_id: input.item, person_id: personId,
      representative_of: input.representativeOf, role: input.role, printed_name: appearing.name, printed_title: input.printedTitle,
      precedence: placeOf(all, personId),
    })
    return { done: true as const, actId: edit.actId }
  })
}

type Appearing = { personId: Id | null; isNew: boolean; name: string }

/** undefined when the chosen person is not there; a body's representative needs no name. */
async function whoAppears(tx: Tx, input: AddParticipationInput): Promise<Appearing | undefined> {
  if (input.person !== null) {
    const known = await tx.selectFrom('person').select(['id', 'name', 'honorific']).where('id', '=', input.person).where('merged_into_id', 'is', null).executeTakeFirst()
    return known && { personId: known.id, isNew: false, name: known.name }
  }
  if (input.name !== '') return { personId: null, isNew: true, name: input.name }
  return { personId: null, isNew: false, name: '' }
}

async function insertPerson(edit: Edit, scope: Scope, input: AddParticipationInput): Promise<Id> {
  const id = newId(scope.nowMs)
  await edit.insert('person', { id, name: input.name, name_key: foldKey(input.name), sort_key: sortKey(input.name), honorific: input.honorific })
  return id
}

async function hasItem(tx: Tx, engagementId: Id, itemId: Id): Promise<boolean> {
  return (await tx.selectFrom('agenda_item').select('id').where('engagement_id', '=', engagementId).where('id', '=', itemId).executeTakeFirst()) !== undefined
}

/** A person keeps one place in the protocol of an engagement; somebody new comes last. */
function placeOf(all: readonly Participation[], personId: Id | null): number {
  const known = personId === null ? undefined : all.find((row) => row.personId === personId)
  return known?.precedence ?? Math.max(0, ...all.map((row) => row.precedence)) + 1
}

/** Role, name and title as they are printed for this appearance; the person in the directory stays as it is. */
export async function editParticipation(scope: Scope, engagementId: Id, id: Id, input: EditParticipationInput): Promise<Done | Refused> {
  return await onAppearance(scope, engagementId, id, async (_tx, begin, engagement, row) => {
    const edit = await begin({ verb: 'edit', noun: 'participation', subjectId: engagementId, subjectTitle: input.printedName || row.name, facts: { at: engagement.title } })
    await edit.update('participation', id, input.revision, {
      role: input.role, printed_name: input.printedName, printed_title: input.printedTitle, representative_of: input.representativeOf,
    })
    return { done: true as const, actId: edit.actId }
  })
}

export async function removeParticipation(scope: Scope, engagementId: Id, { participation: id, revision }: RemoveParticipationInput): Promise<Done | Refused> {
  return await onAppearance(scope, engagementId, id, async (_tx, begin, engagement, row) => {
    const edit = await begin({ verb: 'remove', noun: 'participation', subjectId: engagementId, subjectTitle: row.name, facts: { from: engagement.title } })
    await edit.remove('participation', id, revision)
    return { done: true as const, actId: edit.actId }
  })
}

/** One place earlier or later in the protocol: whoever stands there changes places with them, in all their appearances here. */
export async function reorderParticipation(scope: Scope, engagementId: Id, { participation: id, go }: ReorderParticipationInput): Promise<Done | Refused<'at-the-end'>> {
  return await onAppearance(scope, engagementId, id, async (tx, begin, _engagement, row) => {
    const groups = gatherByPerson(await listParticipations(tx, scope.mission.id, engagementId))
    const from = groups.findIndex((group) => group.some((each) => each.id === id))
    const next = exchanged(groups, from, go)
    if (!next) return { done: false as const, because: 'at-the-end' as const }
    const edit = await begin({ verb: 'reorder', noun: 'participation', subjectId: engagementId, subjectTitle: row.name, facts: { to: `place ${go === 'earlier' ? from : from + 2}` } })
    for (const [at, group] of next.entries()) for (const each of group) await edit.update('participation', each.id, each.revision, { precedence: at + 1 })
    return { done: true as const, actId: edit.actId }
  })
}

type OnRow<T> = (tx: Tx, begin: Begin, engagement: Engagement, row: Participation) => Promise<T>

async function onAppearance<T extends { done: boolean }>(scope: Scope, engagementId: Id, id: Id, work: OnRow<T>): Promise<T | Refused> {
  return await perform(scope, async (tx, begin): Promise<T | Refused> => {
    const engagement = await findEngagement(tx, scope.mission.id, engagementId)
    const row = engagement && (await listParticipations(tx, scope.mission.id, engagementId)).find((each) => each.id === id)
    return engagement && row ? await work(tx, begin, engagement, row) : { done: false, because: 'gone' }
  })
}
