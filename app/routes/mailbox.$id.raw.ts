import { signedIn } from '#app/http/enter.server.ts'
import { enterMail } from '#app/http/mailbox.server.ts'

/** The message as it would have left, byte for byte, in a type that no browser interprets. */
export const loader = signedIn(async (who, entered) => {
  const { id, mime } = await enterMail(who, entered)
  return new Response(new Uint8Array(mime), { headers: { 'Content-Type': 'text/plain; charset=us-ascii', 'Content-Disposition': `attachment; filename="${id}.eml.txt"` } })
})
