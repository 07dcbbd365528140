import { findLike } from '#app/domain/people/duplicates.ts'
import type { Id } from '#app/domain/ids.ts'
import { foldKey } from '#app/domain/text.ts'
import type { AddEntryNameInput, CreateOrganisationInput, EditOrganisationInput, RemoveEntryNameInput } from '#app/operations/directory.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { named } from '#db/named.server.ts'
import { findOrganisationByName, listKnownOrganisations } from '#db/organisations.server.ts'

type UnknownKin = 'no-parent' | 'no-successor' | 'circle'
export type SimilarOrganisations = { done: false; because: 'similar'; similar: { id: Id; name: string }[] }

/** A new organisation; similar names are shown before. Parent and successor are named as the directory knows them. */
export async function createOrganisation(scope: Scope, input: CreateOrganisationInput): Promise<(Done & { organisationId: Id }) | SimilarOrganisations | Refused<UnknownKin>> {
  return await perform(scope, async (tx, begin) => {
    const known = input.anyway ? [] : await listKnownOrganisations(tx)
    const similar = new Set(findLike(input.name, known).slice(0, 10).map(({ id }) => id))
    if (similar.size > 0) return { done: false as const, because: 'similar' as const, similar: known.filter(({ id }) => similar.has(id)).map(({ id, name }) => ({ id, name })) }
    const organisationId = newId(scope.nowMs)
    const kin = await kinOf(tx, organisationId, input)
    if ('because' in kin) return { done: false as const, because: kin.because }
    const made = await begin({ verb: 'create', noun: 'organisation', subjectId: organisationId, subjectTitle: input.name })
    await made.insert('organisation', { id: organisationId, ...named(input.name), kind: input.kind, country: input.country, ...kin })
    return { done: true as const, actId: made.actId, organisationId }
  })
}

/** Name, kind, country, parent and successor. Names that held for a time are added beside, not written over. */
export async function editOrganisation(scope: Scope, organisationId: Id, input: EditOrganisationInput): Promise<Done | Refused<UnknownKin>> {
  return await onOrganisation(scope, organisationId, async (tx, begin) => {
    const kin = await kinOf(tx, organisationId, input)
    if ('because' in kin) return { done: false as const, because: kin.because }
    const made = await begin({ verb: 'edit', noun: 'organisation', subjectId: organisationId, subjectTitle: input.name })
    await made.update('organisation', organisationId, input.revision, { ...named(input.name), kind: input.kind, country: input.country, sample: 0, ...kin })
    return { done: true as const, actId: made.actId }
  })
}

type Kin = { parent_id: Id | null; successor_id: Id | null }

async function kinOf(tx: Tx, organisationId: Id, input: { parent: string; successor: string }): Promise<Kin | { because: UnknownKin }> {
  const parent = input.parent === '' ? null : await findOrganisationByName(tx, input.parent)
  const successor = input.successor === '' ? null : await findOrganisationByName(tx, input.successor)
  if (parent === undefined) return { because: 'no-parent' }
  if (successor === undefined) return { because: 'no-successor' }
  if (await leadsTo(tx, 'parent_id', parent?.id, organisationId) || await leadsTo(tx, 'successor_id', successor?.id, organisationId)) return { because: 'circle' }
  return { parent_id: parent?.id ?? null, successor_id: successor?.id ?? null }
}

/** True when following the column from `from` reaches `to`; chains longer than 50 are taken for circles. */
export async function leadsTo(tx: Tx, column: 'parent_id' | 'successor_id', from: Id | null | undefined, to: Id): Promise<boolean> {
  let at: Id | null | undefined = from
  for (let steps = 0; at; steps++) {
    if (at === to || steps > 50) return true
    at = (await tx.selectFrom('organisation').select(`${column} as next`).where('id', '=', at).executeTakeFirst())?.next
  }
  return false
}

/** Another name, in a language or for a time. */
export async function addOrganisationName(scope: Scope, organisationId: Id, input: AddEntryNameInput): Promise<Done | Refused> {
  return await onOrganisation(scope, organisationId, async (_tx, begin, name) => {
    const made = await begin({ verb: 'add-name', noun: 'organisation', subjectId: organisationId, subjectTitle: name, facts: { name: input.name } })
    await made.insert('organisation_name', { id: newId(scope.nowMs), organisation_id: organisationId, name: input.name, name_key: foldKey(input.name), language: input.language, from_day: input.fromDay, to_day: input.toDay })
    return { done: true as const, actId: made.actId }
  })
}

export async function removeOrganisationName(scope: Scope, organisationId: Id, input: RemoveEntryNameInput): Promise<Done | Refused> {
  return await onOrganisation(scope, organisationId, async (tx, begin, name) => {
    const row = await tx.selectFrom('organisation_name').select(['id', 'name']).where('id', '=', input.name).where('organisation_id', '=', organisationId).executeTakeFirst()
    if (!row) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'remove-name', noun: 'organisation', subjectId: organisationId, subjectTitle: name, facts: { name: row.name } })
    await made.remove('organisation_name', row.id, input.revision)
    return { done: true as const, actId: made.actId }
  })
}

/** The organisation that a typed name means; `settle` adds it to the directory, within the act, where it is not known yet. */
export async function organisationOf(tx: Tx, name: string, preferred: Id | null = null): Promise<{ settle(made: Edit, nowMs: number): Promise<Id | null> }> {
  const known = await findOrganisationByName(tx, name, preferred)
  return {
    async settle(made, nowMs) {
      if (known || name === '') return known?.id ?? null
      const id = newId(nowMs)
      await made.insert('organisation', { id, ...named(name) })
      return id
    },
  }
}

async function onOrganisation<T extends { done: boolean }>(scope: Scope, id: Id, work: (tx: Tx, begin: Begin, name: string) => Promise<T>): Promise<T | Refused> {
  return await perform(scope, async (tx, begin): Promise<T | Refused> => {
    const row = await tx.selectFrom('organisation').select('name').where('id', '=', id).where('merged_into_id', 'is', null).executeTakeFirst()
    return row ? await work(tx, begin, row.name) : { done: false, because: 'gone' }
  })
}
