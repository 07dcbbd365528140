import { isId } from '#app/domain/ids.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission } from '#app/http/enter.server.ts'
import { seesStrangers } from '#app/http/replies.server.ts'
import { findReceived, findSource } from '#db/received.server.ts'

/** The message as it came in, byte for byte, in a type that no browser interprets. */
export const loader = inMission('answer.record', async (scope, { params }) => {
  const db = scope.database.read
  const id = params['mail'] ?? ''
  const mail = isId(id) ? await findReceived(db, scope.mission.id, id, seesStrangers(scope)) : undefined
  const source = mail && (await findSource(db, mail.id))
  if (!source) throw refuse('gone')
  return new Response(new Uint8Array(source), { headers: { 'Content-Type': 'text/plain; charset=us-ascii', 'Content-Disposition': `attachment; filename="${id}.eml.txt"` } })
})
