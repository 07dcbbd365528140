import type { Id } from '#app/domain/ids.ts'
import type { HandOutInput, TakeBackInput } from '#app/operations/documents.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import { findDocument } from '#db/documents.server.ts'
import { findEngagement } from '#db/engagements.server.ts'
import { findHandOut, findHandOutPlace } from '#db/hand-outs.server.ts'
import { newId } from '#db/ids.server.ts'

/** Hands a document out at an engagement or at one of its agenda items; with `open`, participants may read it from then on. */
export async function handOut(scope: Scope, engagementId: Id, input: HandOutInput): Promise<Done | Refused<'no-document' | 'no-item' | 'already'>> {
  return await perform(scope, async (tx, begin): Promise<Done | Refused<'no-document' | 'no-item' | 'already'>> => {
    const engagement = await findEngagement(tx, scope.mission.id, engagementId)
    if (!engagement) return { done: false, because: 'gone' }
    const document = await findDocument(tx, scope.mission.id, input.document)
    if (!document) return { done: false, because: 'no-document' }
    const item = input.item === null ? undefined : (await listAgendaItems(tx, scope.mission.id, engagementId)).find(({ id }) => id === input.item)
    if (input.item !== null && !item) return { done: false, because: 'no-item' }
    const { next, taken } = await findHandOutPlace(tx, scope.mission.id, engagementId, document.id, input.item)
    if (taken) return { done: false, because: 'already' }
    const made = await begin({ verb: 'add', noun: 'hand-out', subjectId: engagementId, subjectTitle: document.title, facts: { to: item ? item.title : engagement.title } })
    await made.insert('hand_out', { id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: engagementId, agenda_item_id: input.item, document_id: document.id, position: next })
    if (input.open && document.confidentiality === 'team') await made.update('document', document.id, document.revision, { confidentiality: 'counterpart' })
    return { done: true, actId: made.actId }
  })
}

/** No longer handed out there; the document stays in the register. */
export async function takeHandOutBack(scope: Scope, engagementId: Id, input: TakeBackInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin): Promise<Done | Refused> => {
    const known = await findHandOut(tx, scope.mission.id, engagementId, input.handOut)
    if (!known) return { done: false, because: 'gone' }
    const made = await begin({ verb: 'remove', noun: 'hand-out', subjectId: engagementId, subjectTitle: known.title, facts: { from: known.engagement } })
    await made.remove('hand_out', known.id, input.revision)
    return { done: true, actId: made.actId }
  })
}
