import { isId } from '#app/domain/ids.ts'
import { handOut } from '#app/http/attachments.server.ts'
import { open } from '#app/http/enter.server.ts'
import { enterAsGuest, refuseGuest } from '#app/http/guest.server.ts'
import { whyNotStanding } from '#app/operations/guests.server.ts'
import { loadBytes } from '#db/attachments.server.ts'
import { findHandedOutFile } from '#db/hand-outs.server.ts'

/** A hand-out of the guest's own engagement that participants may read; the link of another engagement gives nothing. */
export const loader = open(async (entered) => {
  const held = await enterAsGuest(entered)
  const attachment = entered.params['attachment'] ?? ''
  const because = whyNotStanding(held)
  const stands = because === undefined || because === 'archived'
  const db = entered.app.database.read
  const found = stands && isId(attachment) ? await findHandedOutFile(db, held.mission_id, held.engagement_id, attachment, 'counterpart') : undefined
  if (!found) throw refuseGuest('noPaper', held.language)
  return handOut(found, await loadBytes(db, found.id))
})
