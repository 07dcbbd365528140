/** Two entries of the directory become one: nothing is rewritten or lost, so one undo separates them again. */
import type { Id } from '#app/domain/ids.ts'
import { pairKey } from '#app/domain/people/duplicates.ts'
import type { KeepApartInput, MergeInput } from '#app/operations/directory.input.ts'
import { leadsTo } from '#app/operations/organisations.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { APART } from '#db/apart.server.ts'
import { newId } from '#db/ids.server.ts'
import { findContact } from '#db/people.server.ts'
import { sampleFieldsOf } from '#db/sample-fields.server.ts'

type Merged = { done: true; actId: string } | Refused<'same' | 'hidden'>
/** What the kept entry takes over where it has nothing itself. */
const FILLED = ['honorific', 'languages', 'email', 'phone', 'remark'] as const

/**
 * The other person's spellings, titles, appearances and invitations count as the kept one's from now on; each row stays as it
 * is. Both must be people whose contact details the actor may see: a merge brings them together.
 */
export async function mergePeople(scope: Scope, keptId: Id, input: MergeInput): Promise<Merged> {
  return await perform(scope, async (tx, begin): Promise<Merged> => {
    if (input.other === keptId) return { done: false, because: 'same' }
    const [kept, other] = [await findUnmerged(tx, 'person', keptId), await findUnmerged(tx, 'person', input.other)]
    if (!kept || !other) return { done: false, because: 'gone' }
    for (const id of [keptId, other.id]) if (!(await findContact(tx, scope.actor.accountId, id))) return { done: false, because: 'hidden' }
    const made = await begin({ verb: 'merge', noun: 'person', subjectId: keptId, subjectTitle: kept.name, facts: { from: other.name } })
    await pointTo(tx, made, 'person', other.id, keptId, input.otherRevision)
    const filled = FILLED.filter((field) => kept[field] === '' && other[field] !== '')
    const samples = [...sampleFieldsOf(kept), ...sampleFieldsOf(other).filter((field) => filled.some((each) => each === field))]
    const patch = filled.length > 0 ? { ...Object.fromEntries(filled.map((field) => [field, other[field]])), sample_fields: JSON.stringify(samples) } : {}
    await made.update('person', keptId, input.revision, patch)
    return { done: true, actId: made.actId }
  })
}

/** The other organisation's names, people and parts count as the kept one's from now on. */
export async function mergeOrganisations(scope: Scope, keptId: Id, input: MergeInput): Promise<Merged> {
  return await perform(scope, async (tx, begin): Promise<Merged> => {
    if (input.other === keptId) return { done: false, because: 'same' }
    const [kept, other] = [await findUnmerged(tx, 'organisation', keptId), await findUnmerged(tx, 'organisation', input.other)]
    if (!kept || !other) return { done: false, because: 'gone' }
    const made = await begin({ verb: 'merge', noun: 'organisation', subjectId: keptId, subjectTitle: kept.name, facts: { from: other.name } })
    await pointTo(tx, made, 'organisation', other.id, keptId, input.otherRevision)
    await made.update('organisation', keptId, input.revision, {
      ...(kept.country === '' ? { country: other.country } : {}), ...(kept.kind === 'other' ? { kind: other.kind } : {}),
      ...(kept.parent_id === null && !(await leadsTo(tx, 'parent_id', other.parent_id, keptId)) ? { parent_id: other.parent_id } : {}),
      ...(kept.parent_id === other.id ? { parent_id: null } : {}), ...(kept.successor_id === other.id ? { successor_id: null } : {}),
    })
    return { done: true, actId: made.actId }
  })
}

/** Two entries with similar names are not the same: this mission is not asked about them again. */
export async function keepApart(scope: Scope, noun: 'person' | 'organisation', input: KeepApartInput): Promise<{ done: true; actId: string } | Refused<'same'>> {
  return await perform(scope, async (tx, begin) => {
    const [one, two] = [await findUnmerged(tx, noun, input.one), await findUnmerged(tx, noun, input.two)]
    if (input.one === input.two) return { done: false as const, because: 'same' as const }
    if (!one || !two) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'keep-apart', noun, subjectId: one.id, subjectTitle: one.name, facts: { from: two.name } })
    const known = await tx.selectFrom('accepted_warning').select('id').where('mission_id', '=', scope.mission.id).where('code', '=', APART).where('subject_id', '=', pairKey(one.id, two.id)).executeTakeFirst()
    if (!known) {
      await made.insert('accepted_warning', {
        id: newId(scope.nowMs), mission_id: scope.mission.id, code: APART, subject_id: pairKey(one.id, two.id), reason: 'not the same', account_id: scope.actor.accountId, account_name: scope.actor.name, at_ms: scope.nowMs,
      })
    }
    return { done: true as const, actId: made.actId }
  })
}

async function findUnmerged<T extends 'person' | 'organisation'>(tx: Tx, table: T, id: Id) {
  return await tx.selectFrom(table as 'person').selectAll().where('id', '=', id).where('merged_into_id', 'is', null).executeTakeFirst() as Found<T> | undefined
}

type Found<T> = T extends 'person'
  ? { id: Id; name: string; honorific: string; languages: string; email: string; phone: string; remark: string; sample_fields: string }
  : { id: Id; name: string; country: string; kind: string; parent_id: Id | null; successor_id: Id | null }

/** Whatever was merged into the other entry before points to the kept one as well: one step is always enough. */
async function pointTo(tx: Tx, made: Edit, table: 'person' | 'organisation', otherId: Id, keptId: Id, otherRevision: number): Promise<void> {
  const earlier = await tx.selectFrom(table as 'person').select('id').where('merged_into_id', '=', otherId).execute()
  await made.update(table, otherId, otherRevision, { merged_into_id: keptId })
  for (const { id } of earlier) await made.update(table, id, null, { merged_into_id: keptId })
}
