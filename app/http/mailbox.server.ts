import { refuse } from '#app/http/answers.server.ts'
import type { SignedIn } from '#app/http/context.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import { isId } from '#app/domain/ids.ts'
import { can } from '#app/domain/people/access.ts'
import type { Role } from '#app/domain/people/access.ts'
import { listRolesOf } from '#db/missions.server.ts'
import { findMail } from '#db/outbox.server.ts'

const NO_MAILBOX = { title: 'There is no built-in mailbox here.', next: 'This installation hands its mail to a mail server (SMTP_URL); what was sent stands in each mission’s mail queue.' }

/** The missions whose mail this person may read, where mail stays in the built-in mailbox: who opens a link in it can answer for a guest, so it takes the role that may write answers down. */
export async function enterMailbox({ actor }: SignedIn, { app }: Entered): Promise<string[]> {
  if (app.config.smtpUrl !== undefined) throw refuse('gone', NO_MAILBOX)
  return (await listRolesOf(app.database.read, actor.accountId)).filter(({ role }) => can(role as Role, 'answer.record')).map(({ missionId }) => missionId)
}

/** One composed message of a mission of theirs; sign-in mails belong to no mission and are never shown. */
export async function enterMail(who: SignedIn, entered: Entered) {
  const missions = await enterMailbox(who, entered)
  const id = entered.params['id'] ?? ''
  const mail = isId(id) ? await findMail(entered.app.database.read, id) : undefined
  if (!mail || mail.secret || mail.missionId === null || !missions.includes(mail.missionId) || mail.mime === null || mail.state !== 'accepted') throw refuse('gone')
  return { ...mail, mime: mail.mime }
}
