import type { Id } from '#app/domain/ids.ts'
import { count, foldKey, sortKey } from '#app/domain/text.ts'
import { cameAs } from '#app/domain/people/attendance.ts'
import { exchanged, gatherByPerson } from '#app/domain/people/protocol.ts'
import { clashesOf } from '#app/operations/clashes.server.ts'
import { askingAsStored, onEngagement, reasonOf } from '#app/operations/engagements.server.ts'
import type { Named } from '#app/operations/engagements.server.ts'
import type { AddParticipationInput, AttendanceInput, EditParticipationInput, RemoveParticipationInput, ReorderParticipationInput } from '#app/operations/participations.input.ts'
import type { Begin, Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findBodyNamed, findCandidate, listAlike } from '#db/candidates.server.ts'
import type { Candidate } from '#db/candidates.server.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import type { Engagement } from '#db/engagements.server.ts'
import { newId } from '#db/ids.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import type { Participation } from '#db/participations.server.ts'

type Alike = { done: false; because: 'alike'; people: Candidate[] }
type NotAdded = Refused<'already' | 'no-person' | 'no-item'> | Alike | Named

/** Somebody appears: as a known person, as a new one, or as whoever a body sends. Their title is kept as it is printed here. */
export async function addParticipation(scope: Scope, engagementId: Id, input: AddParticipationInput): Promise<Done | NotAdded> {
  return await onEngagement(scope, engagementId, async (tx, begin, engagement): Promise<Done | NotAdded> => {
    const found = await whoAppears(tx, input, engagement)
    if ('because' in found) return found
    const all = await listParticipations(tx, scope.mission.id, engagementId)
    const refused = await whyNot(tx, scope, engagement, input, found, all)
    if (refused) return refused
    const bodyId = await bodyOf(tx, input.representativeOf)
    const edit = await begin({
      verb: 'add', noun: 'participation', subjectId: engagementId, subjectTitle: found.name || `a representative of ${input.representativeOf}`,
      facts: { to: `“${engagement.title}”`, role: input.role, ...reasonOf(input.because) },
    })
    const personId = await storePerson(edit, scope, input, found)
    await edit.insert('participation', {
      id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: engagementId, agenda_item_id: input.item, person_id: personId, organisation_id: bodyId ?? null,
      representative_of: input.representativeOf, role: input.role, printed_name: found.name, printed_title: input.printedTitle, precedence: placeOf(all, personId),
    })
    return { done: true, actId: edit.actId }
  })
}

type Appearing = { known: Candidate | undefined; isNew: boolean; name: string }

/** A body's representative needs no name; somebody new must be told apart from whoever is spelt alike. */
async function whoAppears(tx: Tx, input: AddParticipationInput, { day }: Engagement): Promise<Appearing | Refused<'no-person'> | Alike> {
  if (input.person !== null) {
    const known = await findCandidate(tx, input.person, day)
    return known ? { known, isNew: false, name: known.name } : { done: false, because: 'no-person' }
  }
  if (input.name === '') return { known: undefined, isNew: false, name: '' }
  const people = input.another ? [] : await listAlike(tx, input, day)
  return people.length > 0 ? { done: false, because: 'alike', people } : { known: undefined, isNew: true, name: input.name }
}

async function whyNot(tx: Tx, scope: Scope, engagement: Engagement, input: AddParticipationInput, { known }: Appearing, all: readonly Participation[]): Promise<Refused<'already' | 'no-item'> | Named | undefined> {
  if (input.item !== null && !(await hasItem(tx, engagement.id, input.item))) return { done: false, because: 'no-item' }
  if (!known) return undefined
  const mine = all.filter((row) => row.personId === known.id)
  if (mine.some((row) => row.role === input.role && row.itemId === input.item)) return { done: false, because: 'already' }
  if (mine.length > 0 || input.because !== '') return undefined
  const clashes = await clashesOf(tx, scope, { ...askingAsStored(engagement), venue: '', personIds: [known.id] })
  return clashes.length > 0 ? { done: false, because: 'conflicts', clashes } : undefined
}

/** A new person, or a known one who gets the address that the directory lacked; null for whoever represents a body. */
async function storePerson(edit: Edit, scope: Scope, input: AddParticipationInput, { known, isNew }: Appearing): Promise<Id | null> {
  if (known) {
    if (!known.hasEmail && input.email !== '') await edit.update('person', known.id, null, { email: input.email })
    return known.id
  }
  if (!isNew) return null
  const id = newId(scope.nowMs)
  await edit.insert('person', { id, name: input.name, name_key: foldKey(input.name), sort_key: sortKey(input.name), honorific: input.honorific, email: input.email })
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

/**
 * The role of one appearance, and how the person is printed in all that they have here; the person in the directory
 * stays as it is. What somebody wrote is no sample any more.
 */
export async function editParticipation(scope: Scope, engagementId: Id, id: Id, input: EditParticipationInput): Promise<Done | Refused<'nameless'>> {
  return await onAppearance(scope, engagementId, id, async (_tx, begin, engagement, row, all): Promise<Done | Refused<'nameless'>> => {
    if (row.personId === null && input.printedName === '' && input.representativeOf === '') return { done: false, because: 'nameless' }
    const edit = await begin({ verb: 'edit', noun: 'participation', subjectId: engagementId, subjectTitle: input.printedName || row.name, facts: { at: engagement.title } })
    const printed = { printed_name: input.printedName, printed_title: input.printedTitle, representative_of: input.representativeOf, sample: 0 }
    await edit.update('participation', id, input.revision, { role: input.role, ...printed })
    const others = all.filter((each) => each.id !== id && each.personId !== null && each.personId === row.personId)
    for (const other of others) await edit.update('participation', other.id, other.revision, printed)
    return { done: true, actId: edit.actId }
  })
}

/** One appearance goes; the others of the same person stay. */
export async function removeParticipation(scope: Scope, engagementId: Id, { participation: id, revision }: RemoveParticipationInput): Promise<Done | Refused> {
  return await onAppearance(scope, engagementId, id, async (_tx, begin, engagement, row) => {
    const edit = await begin({ verb: 'remove', noun: 'participation', subjectId: engagementId, subjectTitle: row.name, facts: { from: `“${engagement.title}”` } })
    await edit.remove('participation', id, revision)
    return { done: true as const, actId: edit.actId }
  })
}

/** One place earlier or later in the protocol: whoever stands there changes places with them, in all their appearances here. */
export async function reorderParticipation(scope: Scope, engagementId: Id, { participation: id, go }: ReorderParticipationInput): Promise<Done | Refused<'at-the-end'>> {
  return await onAppearance(scope, engagementId, id, async (_tx, begin, _engagement, row, all) => {
    const groups = gatherByPerson(all)
    const from = groups.findIndex((group) => group.some((each) => each.id === id))
    const next = exchanged(groups, from, go)
    if (!next) return { done: false as const, because: 'at-the-end' as const }
    const edit = await begin({ verb: 'reorder', noun: 'participation', subjectId: engagementId, subjectTitle: row.name, facts: { to: `place ${go === 'earlier' ? from : from + 2}` } })
    for (const [at, group] of next.entries()) for (const each of group) await edit.update('participation', each.id, each.revision, { precedence: at + 1 })
    return { done: true as const, actId: edit.actId }
  })
}

/**
 * Who was there, who was excused, who sent somebody else; all appearances of a person say the same, and whoever the form
 * does not name stays as they are. Visitors stand last in the protocol, with name, body and title as they gave them.
 */
export async function recordAttendance(scope: Scope, engagementId: Id, { rows, visitors }: AttendanceInput): Promise<Done | Refused> {
  return await onEngagement(scope, engagementId, async (tx, begin, engagement) => {
    const all = await listParticipations(tx, scope.mission.id, engagementId)
    const groups = gatherByPerson(all)
    const told = groups.map((group) => rows.find((row) => group.some(({ id }) => id === row.id)))
    const came = groups.filter((group, at) => (told[at] ? cameAs(told[at].was) === 1 : group[0]?.attended === 1)).length + visitors.length
    const edit = await begin({
      verb: 'record', noun: 'attendance', subjectId: engagementId, subjectTitle: engagement.title, facts: { count: `${came} of ${count(groups.length + visitors.length, 'person', 'people')}` },
    })
    for (const [at, group] of groups.entries()) if (told[at]) for (const row of group) await edit.update('participation', row.id, row.revision, attendedAs(told[at]))
    for (const [at, visitor] of visitors.entries()) {
      await edit.insert('participation', {
        id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: engagementId, agenda_item_id: null, person_id: null, organisation_id: (await bodyOf(tx, visitor.organisation)) ?? null,
        representative_of: visitor.organisation, role: 'participant', printed_name: visitor.name, printed_title: visitor.title, precedence: placeOf(all, null) + at, attendance: 'visitor', attended: 1,
      })
    }
    return { done: true as const, actId: edit.actId }
  })
}

function attendedAs({ was, deputy, title }: AttendanceInput['rows'][number]) {
  return { attendance: was, attended: cameAs(was), deputy_name: was === 'deputy' ? deputy : '', deputy_title: was === 'deputy' ? title : '' }
}

async function bodyOf(tx: Tx, name: string): Promise<Id | undefined> {
  return name === '' ? undefined : await findBodyNamed(tx, name)
}

type OnRow<T> = (tx: Tx, begin: Begin, engagement: Engagement, row: Participation, all: Participation[]) => Promise<T>

async function onAppearance<T extends { done: boolean }>(scope: Scope, engagementId: Id, id: Id, work: OnRow<T>): Promise<T | Refused> {
  return await onEngagement(scope, engagementId, async (tx, begin, engagement): Promise<T | Refused> => {
    const all = await listParticipations(tx, scope.mission.id, engagementId)
    const row = all.find((each) => each.id === id)
    return row ? await work(tx, begin, engagement, row, all) : { done: false, because: 'gone' }
  })
}
