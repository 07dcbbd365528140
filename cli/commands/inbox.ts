import { withInstallation, wordsOf } from '#cli/installation.ts'
import type { Installation } from '#cli/installation.ts'
import { countEveryReceived, findContact, findCursor } from '#db/received.server.ts'

const USAGE = 'inbox [--json]'

/** `inbox`: whether the mailbox of replies is read, up to where, and what became of what came in. */
export async function run(args: string[]): Promise<number> {
  const { values } = wordsOf(args, USAGE, { json: { type: 'boolean' } })
  await withInstallation((installation) => tell(installation, values['json'] === true))
  return 0
}

async function tell({ config, database }: Installation, json: boolean): Promise<void> {
  const [contact, cursor, counts] = [await findContact(database.read), await findCursor(database.read), await countEveryReceived(database.read)]
  const set = config.imapUrl !== undefined
  if (json) return console.log(JSON.stringify({ set, contact: contact ?? null, cursor: cursor ?? null, counts }, null, 2))
  for (const [state, n] of Object.entries(counts)) console.log(`${state}\t${n}`)
  if (!set) console.error('No mailbox is read: IMAP_URL is not set.')
  else if (contact === undefined) console.error('The mailbox was not read yet: start Caravan.')
  else console.error(contact.up ? `The mailbox is read, up to message ${cursor?.uid ?? 0}.` : `The mailbox cannot be read: ${contact.text}`)
}
