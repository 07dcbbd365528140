import { findLike } from '#app/domain/people/duplicates.ts'
import type { Id } from '#app/domain/ids.ts'
import { scriptOf } from '#app/domain/people/script.ts'
import { foldKey } from '#app/domain/text.ts'
import { organisationOf } from '#app/operations/organisations.server.ts'
import type { AddPersonNameInput, AddTitleInput, CreatePersonInput, EditPersonInput, EditTitleInput, RemovePersonNameInput, RemoveTitleInput } from '#app/operations/directory.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { named } from '#db/named.server.ts'
import { findContact, findPerson, listKnownPeople } from '#db/people.server.ts'

export type Similar = { id: Id; name: string; honorific: string }
type SimilarPeople = { done: false; because: 'similar'; similar: Similar[] }

/** A new person of the directory, with a first title where one is given. Similar names are shown before, never silently doubled. */
export async function createPerson(scope: Scope, input: CreatePersonInput): Promise<(Done & { personId: Id }) | SimilarPeople | Refused> {
  return await perform(scope, async (tx, begin) => {
    const similar = input.anyway ? [] : await similarTo(tx, input.name)
    if (similar.length > 0) return { done: false as const, because: 'similar' as const, similar }
    const organisation = await organisationOf(tx, input.organisation)
    const personId = newId(scope.nowMs)
    const made = await begin({ verb: 'create', noun: 'person', subjectId: personId, subjectTitle: input.name })
    await made.insert('person', {
      id: personId, ...named(input.name), honorific: input.honorific, languages: input.languages, email: input.email, phone: input.phone, remark: input.remark,
    })
    if (input.title !== '') await made.insert('affiliation', { id: newId(scope.nowMs), person_id: personId, organisation_id: await organisation.settle(made, scope.nowMs), title: input.title })
    return { done: true as const, actId: made.actId, personId }
  })
}

async function similarTo(tx: Tx, name: string): Promise<Similar[]> {
  const known = await listKnownPeople(tx)
  const byId = new Map(known.map((person) => [person.id, person]))
  return findLike(name, known).slice(0, 10).flatMap(({ id }) => {
    const person = byId.get(id)
    return person ? [{ id, name: person.name, honorific: person.honorific }] : []
  })
}

/** Name, languages and, where the actor may see them, e-mail, phone and remark. What was printed at an appearance stays as it was. */
export async function editPerson(scope: Scope, personId: Id, input: EditPersonInput): Promise<Done | Refused> {
  return await onPerson(scope, personId, async (tx, begin, person) => {
    const contact = input.contact ? await findContact(tx, scope.actor.accountId, personId) : undefined
    const reached = contact ? { email: input.email, phone: input.phone, remark: input.remark } : {}
    const made = await begin({ verb: 'edit', noun: 'person', subjectId: personId, subjectTitle: input.name })
    const patch = { ...named(input.name), honorific: input.honorific, languages: input.languages, ...reached }
    await made.update('person', personId, input.revision, { ...patch, sample_fields: stillSample(person.sample_fields, { ...person, ...contact }, patch) })
    return { done: true as const, actId: made.actId }
  })
}

/** A field that somebody wrote is no sample any more. */
function stillSample(sampleFields: string, before: Record<string, unknown>, patch: Record<string, unknown>): string {
  const fields = JSON.parse(sampleFields) as string[]
  return JSON.stringify(fields.filter((field) => patch[field] === undefined || patch[field] === before[field]))
}

/** Another spelling under which a person is found. */
export async function addPersonName(scope: Scope, personId: Id, input: AddPersonNameInput): Promise<Done | Refused<'known'>> {
  return await onPerson(scope, personId, async (tx, begin, person) => {
    const names = await tx.selectFrom('person_name').select('name').where('person_id', '=', personId).execute()
    if ([person, ...names].some(({ name }) => name === input.name)) return { done: false as const, because: 'known' as const }
    const made = await begin({ verb: 'add-name', noun: 'person', subjectId: personId, subjectTitle: person.name, facts: { name: input.name } })
    await made.insert('person_name', { id: newId(scope.nowMs), person_id: personId, name: input.name, name_key: foldKey(input.name), script: scriptOf(input.name), language: input.language })
    return { done: true as const, actId: made.actId }
  })
}

export async function removePersonName(scope: Scope, personId: Id, input: RemovePersonNameInput): Promise<Done | Refused> {
  return await onPerson(scope, personId, async (tx, begin, person) => {
    const row = await tx.selectFrom('person_name').select(['id', 'name', 'person_id']).where('id', '=', input.name).executeTakeFirst()
    if (row?.person_id !== personId) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'remove-name', noun: 'person', subjectId: personId, subjectTitle: person.name, facts: { name: row.name } })
    await made.remove('person_name', row.id, input.revision)
    return { done: true as const, actId: made.actId }
  })
}

/** A title for a time, two at once where that is so. An organisation that the directory does not know joins it. */
export async function addTitle(scope: Scope, personId: Id, input: AddTitleInput): Promise<Done | Refused> {
  return await onPerson(scope, personId, async (tx, begin, person) => {
    const organisation = await organisationOf(tx, input.organisation)
    const made = await begin({ verb: 'add-title', noun: 'person', subjectId: personId, subjectTitle: person.name, facts: { name: input.title } })
    const organisationId = await organisation.settle(made, scope.nowMs)
    await made.insert('affiliation', { id: newId(scope.nowMs), person_id: personId, organisation_id: organisationId, title: input.title, rank: await nextRank(tx, personId), from_day: input.fromDay, to_day: input.toDay })
    return { done: true as const, actId: made.actId }
  })
}

/** After the titles that a person holds. */
export async function nextRank(tx: Tx, personId: Id): Promise<number> {
  const row = await tx.selectFrom('affiliation').select((n) => n.fn.max('rank').as('rank')).where('person_id', '=', personId).executeTakeFirst()
  return row?.rank === null || row?.rank === undefined ? 0 : Number(row.rank) + 1
}

/** Corrects or ends a title; appearances keep what was printed then. */
export async function editTitle(scope: Scope, personId: Id, affiliationId: Id, input: EditTitleInput): Promise<Done | Refused> {
  return await onTitle(scope, personId, affiliationId, async (tx, begin, person, held) => {
    const organisation = await organisationOf(tx, input.organisation, held.organisationId)
    const made = await begin({ verb: 'edit-title', noun: 'person', subjectId: personId, subjectTitle: person.name, facts: { name: input.title } })
    const organisationId = await organisation.settle(made, scope.nowMs)
    await made.update('affiliation', affiliationId, input.revision, { title: input.title, organisation_id: organisationId, from_day: input.fromDay, to_day: input.toDay, sample: 0 })
    return { done: true as const, actId: made.actId }
  })
}

export async function removeTitle(scope: Scope, personId: Id, input: RemoveTitleInput): Promise<Done | Refused> {
  return await onTitle(scope, personId, input.affiliation, async (_tx, begin, person, held) => {
    const made = await begin({ verb: 'remove-title', noun: 'person', subjectId: personId, subjectTitle: person.name, facts: { name: held.title } })
    await made.remove('affiliation', input.affiliation, input.revision)
    return { done: true as const, actId: made.actId }
  })
}

type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>
type OnPerson<T> = (tx: Tx, begin: Begin, person: Person) => Promise<T>

/** A merged entry is read, not written: its changes belong to the one it was merged into. */
async function onPerson<T extends { done: boolean }>(scope: Scope, personId: Id, work: OnPerson<T>): Promise<T | Refused> {
  return await perform(scope, async (tx, begin): Promise<T | Refused> => {
    const person = await findPerson(tx, personId)
    return person && person.merged_into_id === null ? await work(tx, begin, person) : { done: false, because: 'gone' }
  })
}

type OnTitle<T> = (tx: Tx, begin: Begin, person: Person, held: { title: string; organisationId: Id | null }) => Promise<T>

async function onTitle<T extends { done: boolean }>(scope: Scope, personId: Id, affiliationId: Id, work: OnTitle<T>): Promise<T | Refused> {
  return await onPerson(scope, personId, async (tx, begin, person): Promise<T | Refused> => {
    const row = await tx.selectFrom('affiliation').innerJoin('person', 'person.id', 'affiliation.person_id').select(['affiliation.title', 'affiliation.organisation_id', 'person.id', 'person.merged_into_id']).where('affiliation.id', '=', affiliationId).executeTakeFirst()
    return row && (row.merged_into_id ?? row.id) === personId ? await work(tx, begin, person, { title: row.title, organisationId: row.organisation_id }) : { done: false, because: 'gone' }
  })
}
