import { open } from '#app/http/enter.server.ts'
import { enterAsGuest, refuseGuest } from '#app/http/guest.server.ts'
import { calendarFile } from '#emails/compose.server.ts'

/** The file behind "Add to calendar": the UID of the invitation, so that later mails update the same entry. */
export const loader = open(async (entered) => {
  const held = await enterAsGuest(entered)
  if (held.state !== 'invited') throw refuseGuest('noFile', held.language)
  const file = calendarFile({ uid: held.uid, sequence: held.sequence, stampMs: held.sent_ms ?? held.facts.startMs, facts: held.facts, language: held.language })
  return new Response(file, { headers: { 'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH', 'Content-Disposition': 'attachment; filename="invitation.ics"' } })
})
