import { refuse } from '#app/http/answers.server.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { handOut } from '#app/http/attachments.server.ts'
import { open } from '#app/http/enter.server.ts'
import { openPublished } from '#app/http/published.server.ts'
import { loadBytes } from '#db/attachments.server.ts'
import { findHandedOutFile } from '#db/hand-outs.server.ts'

/** A paper that the version names and that is still handed out to anybody: what was taken back since is not handed out by an old version. */
export const loader = open(async (entered) => {
  const { publication, agendas } = await openPublished(entered)
  const id = idOf(entered.params, 'attachment')
  const agenda = agendas.find(({ content }) => content.handOuts.some(({ files }) => files.some((file) => file.id === id)))
  const db = entered.app.database.read
  const found = agenda && (await findHandedOutFile(db, publication.missionId, agenda.content.id, id, 'public'))
  if (!found) throw refuse('gone')
  return handOut(found, await loadBytes(db, found.id))
})
