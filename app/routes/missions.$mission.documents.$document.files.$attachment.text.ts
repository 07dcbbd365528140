import { readPassages } from '#app/files/passages.server.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { placeText } from '#app/operations/passages.server.ts'
import { findAttachment, loadBytes } from '#db/attachments.server.ts'

/** Reads the text of a kept file, also where the document has passages that came from elsewhere. */
export const action = inMission('paper.edit', async (scope, { params }) => {
  const documentId = idOf(params, 'document')
  const file = await findAttachment(scope.database.read, scope.mission.id, idOf(params, 'attachment'), scope.actor.accountId)
  if (!file || file.document_id !== documentId || file.removed_ms !== null) throw refuse('gone')
  const outcome = await placeText(scope, documentId, file.id, await readPassages({ name: file.name, kind: file.kind, bytes: await loadBytes(scope.database.read, file.id) }), { beside: true })
  if (!outcome.done) throw refuse(outcome.because)
  return goTo(inside(scope, `/documents/${documentId}#files`), outcome.actId)
})
