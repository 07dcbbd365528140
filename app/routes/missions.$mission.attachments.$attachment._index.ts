import { idOf } from '#app/http/agenda.server.ts'
import { refuse } from '#app/http/answers.server.ts'
import { handOut } from '#app/http/attachments.server.ts'
import { inMission } from '#app/http/enter.server.ts'
import { findAttachment, loadBytes } from '#db/attachments.server.ts'

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const found = await findAttachment(db, scope.mission.id, idOf(params, 'attachment'), scope.actor.accountId)
  if (!found || found.removed_ms !== null || found.emptied === 1) throw refuse('gone')
  return handOut(found, await loadBytes(db, found.id))
})
