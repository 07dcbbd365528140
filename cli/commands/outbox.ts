import { domainOf } from '#app/domain/people/mailbox.ts'
import { isId } from '#app/domain/ids.ts'
import { Complaint, NOT_FOUND, OPERATOR, WRONG_USAGE, withInstallation, wordsOf } from '#cli/installation.ts'
import type { Installation } from '#cli/installation.ts'
import { listDomains, setDomainPaused } from '#db/mail-domains.server.ts'
import { findMissionBySlug } from '#db/missions.server.ts'
import { findRelayTrouble } from '#db/outbox-claims.server.ts'
import { listMailEvents } from '#db/outbox-history.server.ts'
import { countMails, findMail, findPause, listMails, retryAll, retryMail, setPaused } from '#db/outbox.server.ts'

const USAGE = 'outbox list|pause|resume|retry [ID] [--mission SLUG | --domain DOMAIN] [--json]'
const MOST_LISTED = 500
type Asked = { id: string | undefined; mission: string | undefined; domain: string | undefined; json: boolean }
type Work = (installation: Installation, asked: Asked) => Promise<void>

/** `outbox`: the mail queue of the whole installation; `--mission` and `--domain` pause and resume a part of it. */
export async function run(args: string[]): Promise<number> {
  const [verb = '', ...rest] = args
  const work = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
  if (!work) throw new Complaint(`Say what to do with the mail queue: caravan ${USAGE}.`, WRONG_USAGE)
  const narrow = verb === 'pause' || verb === 'resume'
  const takesId = !narrow && rest.some((word) => !word.startsWith('-'))
  const { values, words: [id] } = wordsOf(rest, USAGE, { json: { type: 'boolean' }, ...(narrow ? { mission: { type: 'string' as const }, domain: { type: 'string' as const } } : {}) }, takesId ? ['ID'] : [])
  const [mission, domain] = [values['mission'], values['domain']].map((value) => (typeof value === 'string' ? value : undefined))
  if (mission !== undefined && domain !== undefined) throw new Complaint(`Name a mission or a domain, not both. Usage: caravan ${USAGE}`, WRONG_USAGE)
  await withInstallation((installation) => work(installation, { id, mission, domain, json: values['json'] === true }))
  return 0
}

const VERBS: Record<string, Work> = {
  list: async (installation, asked) => await (asked.id === undefined ? list(installation, asked) : show(installation, asked.id, asked.json)),
  pause: async (installation, asked) => await pause(installation, true, asked),
  resume: async (installation, asked) => await pause(installation, false, asked),
  retry,
}

/** One line per message, the newest first: id, state, kind, address, attempts, last reply, separated by tabs. */
async function list({ database }: Installation, { json }: Asked): Promise<void> {
  const db = database.read
  const [mails, counts, { everywhere }, relay, domains] = await Promise.all([listMails(db, { limit: MOST_LISTED }), countMails(db, null), findPause(db, null), findRelayTrouble(db), listDomains(db)])
  if (json) return console.log(JSON.stringify({ paused: everywhere, relay, domains, counts, mails }, null, 2))
  for (const mail of mails) console.log([mail.id, mail.state, mail.kind, mail.toAddress, mail.attempts, onOneLine(mail.lastText)].join('\t'))
  if (everywhere) console.error(`All mail is paused by ${everywhere.byName}.`)
  if (relay) console.error(`The mail server cannot be used: ${relay.text}`)
  for (const { name, pausedBy, heldUntilMs, lastText } of domains) {
    if (pausedBy) console.error(`Mail to ${name} is paused by ${pausedBy}.`)
    else if (heldUntilMs !== null) console.error(`Mail to ${name} waits until ${new Date(heldUntilMs).toISOString()}: ${onOneLine(lastText)}`)
  }
}

/** What happened to one message: when, what, which try, the reply. */
async function show({ database }: Installation, id: string, json: boolean): Promise<void> {
  const mail = isId(id) ? await findMail(database.read, id) : undefined
  if (!mail) throw noSuch(id)
  const events = await listMailEvents(database.read, mail)
  const { mime, facts: _facts, ...rest } = mail
  if (json) return console.log(JSON.stringify({ ...rest, bytes: mime?.byteLength ?? null, events }, null, 2))
  console.log([mail.id, mail.state, mail.kind, mail.toAddress, mail.attempts, onOneLine(mail.lastText)].join('\t'))
  for (const event of events) console.log([new Date(event.atMs).toISOString(), event.kind, event.attempt || '', event.code ?? '', onOneLine(event.text) || event.by].join('\t'))
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

function noSuch(id: string): Complaint {
  return new Complaint(`There is no message “${id}”; “caravan outbox list” names those there are.`, NOT_FOUND)
}

async function pause(installation: Installation, paused: boolean, { mission: slug, domain: named, json }: Asked): Promise<void> {
  const { database, nowMs } = installation
  const by = paused ? { byName: OPERATOR.name, atMs: nowMs } : null
  const say = (of: Record<string, string>, what: string, rest: string): void => console.log(json ? JSON.stringify({ paused, ...of }) : paused ? `${what} is paused${rest}.` : `${what} goes on.`)
  if (named !== undefined) {
    const domain = domainOf(named)
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(domain)) throw new Complaint(`“${named}” is no domain, such as example.org.`, WRONG_USAGE)
    await database.write((tx) => setDomainPaused(tx, domain, by))
    return say({ domain }, `Mail to ${domain}`, '')
  }
  const mission = slug === undefined ? null : await findMissionBySlug(database.read, slug)
  if (mission === undefined) throw new Complaint(`There is no mission “${slug ?? ''}”; “caravan mission list” names those there are.`, NOT_FOUND)
  await database.write((tx) => setPaused(tx, mission?.id ?? null, by))
  if (mission) return say({ mission: slug ?? '' }, `The mail of ${slug ?? ''}`, '')
  say({}, paused ? 'All mail' : 'Mail', '; sign-in mails go on')
}

async function retry({ database, nowMs }: Installation, { id, json }: Asked): Promise<void> {
  if (id !== undefined && (!isId(id) || !(await findMail(database.read, id)))) throw noSuch(id)
  const tried = await database.write(async (tx) => (id === undefined ? await retryAll(tx, nowMs) : Number(await retryMail(tx, id, nowMs))))
  if (id !== undefined && tried === 0) throw new Complaint(`Message ${id} is not waiting for another try: it is on its way, or a newer one has taken its place.`)
  console.log(json ? JSON.stringify({ tried }) : tried === 1 ? '1 message is tried again.' : `${tried} messages are tried again.`)
}
