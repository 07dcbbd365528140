import { isId } from '#app/domain/ids.ts'
import { Complaint, NOT_FOUND, OPERATOR, WRONG_USAGE, withInstallation, wordsOf } from '#cli/installation.ts'
import type { Installation } from '#cli/installation.ts'
import { findRelayTrouble } from '#db/outbox-claims.server.ts'
import { countMails, findMail, findPause, listMails, retryAll, retryMail, setPaused } from '#db/outbox.server.ts'

const USAGE = 'outbox list|pause|resume|retry [ID] [--json]'
const MOST_LISTED = 500
type Work = (installation: Installation, id: string | undefined, json: boolean) => Promise<void>

/** `outbox`: the mail queue of the whole installation. */
export async function run(args: string[]): Promise<number> {
  const [verb = '', ...rest] = args
  const work = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
  if (!work) throw new Complaint(`Say what to do with the mail queue: caravan ${USAGE}.`, WRONG_USAGE)
  const takesId = verb === 'retry' && rest.some((word) => !word.startsWith('-'))
  const { values, words: [id] } = wordsOf(rest, USAGE, { json: { type: 'boolean' } }, takesId ? ['ID'] : [])
  await withInstallation((installation) => work(installation, id, values['json'] === true))
  return 0
}

const VERBS: Record<string, Work> = {
  list,
  pause: async (installation, _id, json) => await pause(installation, true, json),
  resume: async (installation, _id, json) => await pause(installation, false, json),
  retry,
}

/** One line per message, the newest first: id, state, kind, address, attempts, last reply, separated by tabs. */
async function list({ database }: Installation, _id: string | undefined, json: boolean): Promise<void> {
  const [mails, counts, { everywhere }, relay] = await Promise.all([listMails(database.read, { limit: MOST_LISTED }), countMails(database.read, null), findPause(database.read, null), findRelayTrouble(database.read)])
  if (json) return console.log(JSON.stringify({ paused: everywhere, relay, counts, mails }, null, 2))
  for (const mail of mails) console.log([mail.id, mail.state, mail.kind, mail.toAddress, mail.attempts, mail.lastText.replaceAll(/\s+/g, ' ')].join('\t'))
  if (everywhere) console.error(`All mail is paused by ${everywhere.byName}.`)
  if (relay) console.error(`The mail server cannot be used: ${relay.text}`)
}

async function pause({ database, nowMs }: Installation, paused: boolean, json: boolean): Promise<void> {
  await database.write((tx) => setPaused(tx, null, paused ? { byName: OPERATOR.name, atMs: nowMs } : null))
  console.log(json ? JSON.stringify({ paused }) : paused ? 'All mail is paused; sign-in mails go on.' : 'Mail goes on.')
}

async function retry({ database, nowMs }: Installation, id: string | undefined, json: boolean): Promise<void> {
  if (id !== undefined && (!isId(id) || !(await findMail(database.read, id)))) throw new Complaint(`There is no message “${id}”; “caravan outbox list” names those there are.`, NOT_FOUND)
  const tried = await database.write(async (tx) => (id === undefined ? await retryAll(tx, nowMs) : Number(await retryMail(tx, id, nowMs))))
  if (id !== undefined && tried === 0) throw new Complaint(`Message ${id} is not waiting for another try: it is on its way, or a newer one has taken its place.`)
  console.log(json ? JSON.stringify({ tried }) : tried === 1 ? '1 message is tried again.' : `${tried} messages are tried again.`)
}
