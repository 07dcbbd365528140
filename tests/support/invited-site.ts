/** A running server without the demo whose mission invited its people; the mails lie in the built-in mailbox. */
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'
import { invitationToken } from '#db/tokens.server.ts'
import { makeInvited, sendAll } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { wordsOf } from '#tests/support/told-site.ts'

export const SECRET = 'a secret of the test that is long enough for it'
export type InvitedSite = {
  site: Site
  told: Invited
  /** The page of a person, as their mail links to it. */
  linkOf(personId: string): Promise<string>
  /** Its words, with the status of the answer. */
  look(path: string): Promise<{ status: number; words: string; html: string }>
}

export async function startInvitedSite(env: Record<string, string> = {}): Promise<InvitedSite> {
  const site = await startSite({ DEMO: '0', SECRET, ...env })
  const told = await makeInvited(site.database, Date.now() - 61_000)
  await site.database.write((tx) => tx.updateTable('mission').set({ clock_show_ms: Date.UTC(2020, 0, 27, 3), clock_from_ms: Date.now() }).execute())
  await sendAll({ ...told, scope: { ...told.scope, missionNowMs: Date.UTC(2020, 0, 27, 3) } })
  return {
    site, told,
    async linkOf(personId) {
      const { id, generation } = await site.database.read.selectFrom('invitation').select(['id', 'generation']).where('person_id', '=', personId).where('state', '<>', 'replaced').executeTakeFirstOrThrow()
      return `/invitation/${invitationToken(SECRET, id, generation)}`
    },
    async look(path) {
      const answer = await site.ask(path)
      const html = (await answer.text()).replaceAll('<!-- -->', '')
      return { status: answer.status, html, words: wordsOf(html) }
    },
  }
}
