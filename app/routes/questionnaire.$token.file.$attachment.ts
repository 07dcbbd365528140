import { handOut } from '#app/http/attachments.server.ts'
import { open } from '#app/http/enter.server.ts'
import { enterAsRespondent, refuseRespondent } from '#app/http/respondent.server.ts'
import { loadBytes } from '#db/attachments.server.ts'
import { listReplyFiles } from '#db/reply-answers.server.ts'

/** A file that the organisation sent itself; nobody else's. */
export const loader = open(async (entered) => {
  const { held, language } = await enterAsRespondent(entered)
  const db = entered.app.database.read
  const file = (await listReplyFiles(db, held.id)).find(({ id }) => id === entered.params['attachment'])
  if (!file) throw refuseRespondent('noFile', language)
  return handOut(file, await loadBytes(db, file.id))
})
