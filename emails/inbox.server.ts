/**
 * Reads the mailbox that answers come to: everything after the mark that the database keeps, one message after the other,
 * each handed to an operation that moves the mark in its own transaction. IDLE tells of new mail, a poll makes sure, and a
 * connection that ends is made again, ever more rarely. The mailbox itself is only read; what is in it stays.
 */
import type { Logger } from 'pino'
import type { Letter } from '#app/domain/calendar/letter.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Database } from '#db/database.server.ts'
import { findCursor, noteContact } from '#db/received.server.ts'
import type { Cursor } from '#db/received.server.ts'
import { makeBell } from '#emails/bell.server.ts'
import type { Bell } from '#emails/bell.server.ts'
import { idsIn } from '#emails/envelope.server.ts'
import { imapPlace, openMailbox } from '#emails/imap.server.ts'
import type { Fetched, ImapPlace, Mailbox } from '#emails/imap.server.ts'
import { fingerprintOf, readHead, readLetter } from '#emails/letter.server.ts'

type Arrived = { letter: Letter; source: Uint8Array | null; key: string; sentIds: Id[]; cursor: Cursor }
export type InboxApp = {
  database: Database
  config: { imapUrl: string; mailFrom: { address: string } }
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  now(): number
  /** What becomes of a message; the mark is moved along with it. */
  receive(database: Database, arrived: Arrived, nowMs: number): Promise<string>
}
export type Inbox = { stop(): Promise<void> }
type Pace = { pollMs: number; againMs: number; mostMs: number }
type Reading = InboxApp & { place: ImapPlace; bell: Bell; pace: Pace; stopping: { now: boolean }; stumbled: Map<number, number> }

const PACE: Pace = { pollMs: 60_000, againMs: 2_000, mostMs: 300_000 }
const MOST_STUMBLES = 3

/** Starts reading; `stop` lets the message in hand be finished. */
export function startInbox(app: InboxApp, pace: Partial<Pace> = {}): Inbox {
  const reading: Reading = { ...app, place: imapPlace(app.config.imapUrl, [app.config.mailFrom.address]), bell: makeBell(), pace: { ...PACE, ...pace }, stopping: { now: false }, stumbled: new Map() }
  const running = run(reading)
  return {
    async stop() {
      reading.stopping.now = true
      reading.bell.ring()
      await running
    },
  }
}

async function run(reading: Reading): Promise<void> {
  const { bell, pace, stopping } = reading
  let waitMs = 0
  let up: boolean | undefined
  while (!stopping.now) {
    try {
      await readOn(reading, async () => {
        waitMs = 0
        if (up !== true) await note(reading, true, '')
        up = true
      })
    } catch (error) {
      if (stopping.now) return
      const text = error instanceof Error ? reasonOf(error) : String(error)
      if (up !== false) await note(reading, false, text)
      up = false
      waitMs = Math.min(waitMs === 0 ? pace.againMs : waitMs * 2, pace.mostMs)
      await pauseFor(waitMs, bell, stopping)
    }
  }
}

/** Reads and listens until the connection ends or reading is stopped. Throws why it ended. */
async function readOn(reading: Reading, isUp: () => Promise<void>): Promise<void> {
  const { bell, pace, stopping } = reading
  const mailbox = await openMailbox(reading.place, bell.ring)
  try {
    await isUp()
    while (!stopping.now) {
      await readNew(mailbox, reading)
      mailbox.listen()
      await bell.rung(pace.pollMs)
    }
  } finally {
    await mailbox.close()
  }
}

async function readNew(mailbox: Mailbox, reading: Reading): Promise<void> {
  const cursor = await findCursor(reading.database.read)
  const from = cursor?.validity === mailbox.validity ? cursor.uid : 0
  for (const uid of await mailbox.listAfter(from)) {
    if (reading.stopping.now) return
    const fetched = await mailbox.fetch(uid)
    if (fetched) await receive(fetched, { validity: mailbox.validity, uid }, reading)
  }
}

/** A message that three times could not be dealt with is put before a person as it is, so that it holds up nothing. */
async function receive(fetched: Fetched, cursor: Cursor, reading: Reading): Promise<void> {
  const { database, log, now, stumbled } = reading
  const tries = stumbled.get(cursor.uid) ?? 0
  const handIn = async (broken: boolean): Promise<string> => await reading.receive(database, await arrivedOf(fetched, cursor, reading, broken), now())
  try {
    const became = await handIn(false).catch((error: unknown) => {
      if (tries < MOST_STUMBLES) throw error
      log.error({ err: error, uid: cursor.uid }, 'a mail could not be dealt with and waits for a person')
      return handIn(true)
    })
    stumbled.delete(cursor.uid)
    log.info({ uid: cursor.uid, became }, 'a mail came in')
  } catch (error) {
    stumbled.set(cursor.uid, tries + 1)
    throw error
  }
}

async function arrivedOf({ source, size, tooLarge }: Fetched, cursor: Cursor, { place }: Reading, broken: boolean): Promise<Arrived> {
  const headOnly = tooLarge || broken
  const letter: Letter = headOnly ? { ...(await readHead(source, place.trust)), size, unread: tooLarge ? 'too-large' : 'broken' } : await readLetter(source, place.trust)
  const key = fingerprintOf(letter.messageId, source)
  return { letter, source: tooLarge ? null : source, key: tooLarge ? `${key}:${size}` : key, sentIds: idsIn(letter.recipients), cursor }
}

/** imapflow says 'Command failed' and keeps the server's words beside it. */
function reasonOf(error: Error & { responseText?: string; authenticationFailed?: boolean; code?: string }): string {
  return [error.authenticationFailed ? 'Signing in failed.' : '', error.responseText ?? error.message, error.message.includes(error.code ?? '') ? '' : error.code].filter(Boolean).join(' ')
}

async function note({ database, log, now, place }: Reading, up: boolean, text: string): Promise<void> {
  if (up) log.info({ host: place.host }, 'the mailbox of replies is read')
  else log.warn({ reason: text }, 'the mailbox of replies cannot be read; it is tried again')
  await database.write((tx) => noteContact(tx, { up, sinceMs: now(), text })).catch((error: unknown) => log.error({ err: error }, 'the state of the mailbox could not be noted'))
}

/** New mail cannot be told of while nothing is connected; only being stopped ends the pause early. */
async function pauseFor(ms: number, bell: Bell, stopping: { now: boolean }): Promise<void> {
  const until = Date.now() + ms
  while (!stopping.now && Date.now() < until) await bell.rung(until - Date.now())
}
