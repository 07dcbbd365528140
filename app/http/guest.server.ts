import { refuse } from '#app/http/answers.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import { factsIn, findInvitation } from '#db/invitations.server.ts'
import { fitsToken, invitationIdOf } from '#db/tokens.server.ts'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'

export type GuestInvitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>> & { facts: InvitationFacts }

const NO_LINK = { title: 'This link opens no invitation.', next: 'It may have been copied in part, or a newer mail took its place. Open the link in your latest mail, or answer by replying to that mail: a person reads it.' }

/** The invitation whose link was opened. A link that is not one of ours takes as long to refuse as one that nearly is. */
export async function enterAsGuest({ app, params }: Entered): Promise<GuestInvitation> {
  const token = params['token'] ?? ''
  const id = invitationIdOf(token)
  const row = id === undefined ? undefined : await findInvitation(app.database.read, id)
  const fits = fitsToken(token, app.config.secret, id ?? 'none', row?.generation ?? 1)
  const facts = row ? factsIn(row) : null
  if (!row || !fits || !facts || row.state === 'none') throw refuse('gone', NO_LINK)
  return { ...row, facts }
}
