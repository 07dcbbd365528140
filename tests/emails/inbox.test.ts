/** Answers and bounces through a real mail server: SMTP in, delivery, IMAP with IDLE, the decision, the database. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Health } from '#app/http/health.server.ts'
import { receiveLetter } from '#app/operations/replies.server.ts'
import { HOLD_MS } from '#app/operations/invitations.server.ts'
import { findContact, findCursor } from '#db/received.server.ts'
import { startInbox } from '#emails/inbox.server.ts'
import type { Inbox, InboxApp } from '#emails/inbox.server.ts'
import { LARGEST_LETTER } from '#emails/letter.server.ts'
import { drainInto, until } from '#tests/support/draining.ts'
import { change, deliver, makeInvited, NOW, queue, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { DEAD_DOMAIN, SHUT_DOMAIN, startPostOffice } from '#tests/support/post-office.ts'
import type { PostOffice } from '#tests/support/post-office.ts'
import { shapeOf, takeApart } from '#tests/support/relay.ts'
import { alternative, attached, cameIn, inWindows1251, itip, PROVEN, rootPart, words } from '#tests/support/replies.ts'
import { freePort, startSite } from '#tests/support/site.ts'

let office: PostOffice
let told: Invited
let uid: string
/** Each test has a mailbox of its own. */
let user: string
let count = 0
const running: Inbox[] = []

beforeAll(async () => void (office = await startPostOffice()))
afterAll(() => office.stop())
beforeEach(async () => {
  told = await makeInvited()
  user = `reader${++count}@example.org`
})
afterEach(async () => {
  for (const inbox of running.splice(0)) await inbox.stop()
  await told.database.close()
})

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
let ticks = 0
function read(app: Partial<InboxApp> = {}, pollMs = 60_000): Inbox {
  const inbox = startInbox({ database: told.database, config: { imapUrl: office.imapUrl(user), mailFrom: { address: 'invites@example.org' } }, log: quiet, now: () => NOW + 12 * 3_600_000 + ++ticks, receive: receiveLetter, ...app }, { pollMs, againMs: 50 })
  running.push(inbox)
  return inbox
}
async function stop(inbox: Inbox): Promise<void> {
  running.splice(running.indexOf(inbox), 1)
  await inbox.stop()
}
async function invite(): Promise<void> {
  await sendAll(told)
  await deliver(told)
  uid = (await held('ann')).uid
}
const held = (person: string) => told.database.read.selectFrom('invitation').selectAll().where('person_id', '=', person).executeTakeFirstOrThrow()
const answerOf = async (person: string): Promise<string> => (await held(person)).answer
const post = async (raw: string, from = 'ann@example.org'): Promise<void> => office.post({ from, to: user, raw })
const came = async (n: number): Promise<string[]> => {
  await until(`${n} messages`, async () => (await cameIn(told.database)).length >= n)
  return await cameIn(told.database)
}
let stamp = 0
/** Each answer is a second younger than the one before. */
const next = (): string => new Date(Date.UTC(2020, 0, 27, 4) + ++stamp * 1_000).toISOString().replace(/[-:]|\.\d+/g, '')

describe('answers of calendar programs', () => {
  it('are applied as they come in, in every shape, without a restart or a click', async () => {
    await invite()
    read()
    for (const [partstat, expected, raw] of [
      ['ACCEPTED', 'accepted', (text: string) => alternative(text)],
      ['TENTATIVE', 'tentative', (text: string) => rootPart(text)],
      ['DECLINED', 'declined', (text: string) => attached(text)],
      ['ACCEPTED', 'accepted', (text: string) => rootPart(inWindows1251(text), { type: 'text/calendar; charset=windows-1251; method=REPLY' })],
      ['DECLINED', 'declined', (text: string) => alternative(text.replace(/ORGANIZER.*\r\n/, '').replace(/SEQUENCE.*\r\n/, '').replace('mailto:ann', 'MAILTO:Ann'))],
    ] as const) {
      await post(raw(itip({ uid, partstat, stamp: next(), comment: 'Буду позже' })))
      await until(expected, async () => (await answerOf('ann')) === expected)
      expect((await held('ann')).answer_word).toBe('Буду позже')
    }
    expect(await came(5)).toEqual(Array(5).fill('answer applied'))
  })

  it('are heard of at once, long before the next poll', async () => {
    await invite()
    read({}, 600_000)
    await until('the connection', async () => (await findContact(told.database.read))?.up === true)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const began = Date.now()
    await post(alternative(itip({ uid })))
    await until('the answer', async () => (await answerOf('ann')) === 'accepted')
    expect(Date.now() - began).toBeLessThan(9_000)
  })

  it('that nobody can vouch for change nothing and wait to be looked at, with what came in', async () => {
    await invite()
    read()
    await post(alternative(itip({ uid, partstat: 'DECLINED', stamp: next(), attendee: 'evil@gov.example' }), { from: 'evil@gov.example' }), 'evil@gov.example')
    await post(alternative(itip({ uid, partstat: 'DECLINED', stamp: next() }), { from: 'evil@gov.example' }), 'evil@gov.example')
    await post(alternative(itip({ uid: 'unknown@example.org', stamp: next() })))
    expect((await came(3)).toSorted()).toEqual(['words open other-sender', 'words open uninvited', 'words open unknown'])
    expect(await answerOf('ann')).toBe('none')
    const sources = await told.database.read.selectFrom('received_source').selectAll().execute()
    expect(sources.map(({ bytes }) => Buffer.from(bytes).toString().includes('BEGIN:VCALENDAR'))).toEqual([true, true, true])
  })

  it('that propose another time or send a deputy become tasks', async () => {
    await invite()
    read()
    await post(alternative(itip({ uid, method: 'COUNTER', stamp: next(), start: '20200129T053000Z', end: '20200129T070000Z', comment: 'После перелёта' }), { method: 'COUNTER', headers: [PROVEN] }))
    await came(1)
    await post(alternative(itip({ uid, partstat: 'DELEGATED', stamp: next(), attendeeExtra: ';DELEGATED-TO="mailto:dep@gov.example"' })))
    expect(await came(2)).toEqual(['counter task', 'deputy task'])
    expect((await told.database.read.selectFrom('task').select(['title', 'status']).orderBy('position').execute())).toEqual([
      { title: 'Speaker A, sample proposes Wed 29 Jan 2020, 11:30–13:00 Nur-Sultan, UTC+6', status: 'open' }, { title: 'Speaker A, sample sends dep@gov.example', status: 'open' },
    ])
    expect(await queue(told)).toEqual(['ann@example.org invite 0 accepted', 'bob@example.org invite 0 accepted'])
  })

  it('that are too large are put before a person with their headers, and hold up nothing', async () => {
    await invite()
    read()
    await post(words('x'.repeat(70) .concat('\r\n').repeat(Math.ceil(LARGEST_LETTER / 70)), { subject: 'Large' }))
    await post(alternative(itip({ uid, stamp: next() })))
    expect((await came(2)).toSorted()).toEqual(['answer applied', 'words open too-large'])
    const large = await told.database.read.selectFrom('received_mail').select(['subject', 'from_address', 'mission_id', 'size']).where('reason', '=', 'too-large').executeTakeFirstOrThrow()
    expect([large.subject, large.from_address, large.mission_id, large.size > LARGEST_LETTER]).toEqual(['Large', 'ann@example.org', 'told', true])
  })
})

describe('reading goes on where it was', () => {
  it('after a restart in the middle', async () => {
    await invite()
    for (const partstat of ['ACCEPTED', 'TENTATIVE', 'DECLINED']) {
      const before = office.held(user)
      await post(alternative(itip({ uid, partstat, stamp: next() })))
      await until('the delivery', () => office.held(user) > before)
    }
    const killed = { after: 1 }
    read({ receive: async (...args) => (killed.after-- > 0 ? await receiveLetter(...args) : await new Promise<string>(() => undefined)) })
    await until('the first', async () => (await cameIn(told.database)).length === 1)
    running.splice(0)
    expect((await findCursor(told.database.read))?.uid).toBe(1)
    read()
    expect(await came(3)).toEqual(Array(3).fill('answer applied'))
    expect([await answerOf('ann'), (await findCursor(told.database.read))?.uid]).toEqual(['declined', 3])
    expect((await told.database.read.selectFrom('act').select('id').where('verb', '=', 'reply').execute()).length).toBe(3)
  })

  it('after the connection was lost', async () => {
    await invite()
    read({}, 600_000)
    await post(alternative(itip({ uid, stamp: next() })))
    await came(1)
    await office.hangUp()
    await post(alternative(itip({ uid, partstat: 'DECLINED', stamp: next() })))
    await until('the answer', async () => (await answerOf('ann')) === 'declined')
    expect(await findContact(told.database.read)).toMatchObject({ up: true })
  })

  it('and begins anew when the mailbox is numbered anew, without doing anything twice', async () => {
    await invite()
    const first = read()
    await post(alternative(itip({ uid, stamp: next() })))
    await came(1)
    const before = await findCursor(told.database.read)
    await stop(first)
    await office.renumber(user)
    read()
    await post(alternative(itip({ uid, partstat: 'TENTATIVE', stamp: next() })))
    expect(await came(2)).toEqual(['answer applied', 'answer applied'])
    await until('the mark', async () => (await findCursor(told.database.read))?.uid === 2)
    expect((await findCursor(told.database.read))?.validity).not.toBe(before?.validity)
    expect((await told.database.read.selectFrom('act').select('id').where('verb', '=', 'reply').execute()).length).toBe(2)
  })

  it('past a message that cannot be dealt with, which a person gets to see', async () => {
    await invite()
    let tries = 0
    read({
      async receive(database, arrived, nowMs) {
        if (arrived.letter.unread === null && arrived.letter.subject === 'Poison') throw new Error(`try ${++tries}`)
        return await receiveLetter(database, arrived, nowMs)
      },
    })
    await post(words('x', { subject: 'Poison' }))
    await post(alternative(itip({ uid, stamp: next() })))
    expect((await came(2)).toSorted()).toEqual(['answer applied', 'words open broken'])
    expect(tries).toBe(4)
  })

  it('says that it cannot be read, and why, until it can', async () => {
    read({ config: { imapUrl: office.imapUrl(user).replace('secret', 'wrong'), mailFrom: { address: 'invites@example.org' } } })
    await until('the trouble', async () => (await findContact(told.database.read))?.up === false)
    expect((await findContact(told.database.read))?.text).toContain('Authentication failed')
  })
})

describe('the server', () => {
  it('reads while it runs, says so, and stops cleanly', async () => {
    const site = await startSite({ DEMO: '0', MAIL_FROM: 'invites@example.org', IMAP_URL: office.imapUrl(user) })
    const health = async (): Promise<Health> => (await (await fetch(`${site.origin}/readyz`)).json()) as Health
    await until('the connection', async () => (await health()).inbox === 'read')
    await post(words('Hello'))
    await until('the mark', async () => (await findCursor(site.database.read))?.uid === 1)
    const began = Date.now()
    await site.stop()
    expect([site.printed(), Date.now() - began < 10_000]).toEqual([expect.not.stringContaining('rror'), true])
  })

  it('goes on without it, ready all the same', async () => {
    const site = await startSite({ DEMO: '0', MAIL_FROM: 'invites@example.org', IMAP_URL: `imap://reader:x@127.0.0.1:${await freePort()}` })
    await until('the trouble', async () => (await findContact(site.database.read))?.up === false)
    const health = (await (await fetch(`${site.origin}/readyz`)).json()) as Health
    await site.stop()
    expect([health.ready, health.inbox]).toEqual([true, 'unreachable'])
  })
})

describe('an invitation', () => {
  it('lies in a mailbox as it left: one shape, two equal calendars, the method of the part that of the calendar, whatever it says', async () => {
    const seen: unknown[] = []
    await told.database.write((tx) => tx.updateTable('person').set({ email: user }).where('id', '=', 'ann').execute())
    for (const [n, patch] of [{ room: 'Room 4' }, timed('2020-01-29', 690, 780), { room: 'Room 5' }, { status: 'cancelled' }, { status: 'confirmed' }].entries()) {
      await change(told, patch)
      await sendAll(told, ['ann'])
      const drain = drainInto(told.database, office.smtpUrl, NOW + HOLD_MS + 1)
      await until('the delivery', () => office.held(user) === n + 1).finally(() => drain.stop())
      const root = takeApart(await office.newest(user))
      const [calendar, file] = [root.parts[0]?.parts[2], root.parts[1]]
      seen.push([shapeOf(root), calendar?.parameters, calendar?.body.toString().split('\r\n').find((line) => line.startsWith('METHOD')), file?.body.equals(calendar?.body ?? Buffer.alloc(0))])
    }
    expect(seen).toEqual(['REQUEST', 'REQUEST', 'REQUEST', 'CANCEL', 'REQUEST'].map((method) => ['multipart/mixed(multipart/alternative(text/plain text/html text/calendar) application/ics)', `charset=utf-8; method=${method}`, `METHOD:${method}`, true]))
  })
})

describe('mail that cannot be delivered', () => {
  it('marks that person, whether refused at once or later, and nobody else', async () => {
    user = 'invites@example.org'
    await told.database.write(async (tx) => {
      await tx.updateTable('person').set({ email: `ann@${DEAD_DOMAIN}` }).where('id', '=', 'ann').execute()
      await tx.updateTable('person').set({ email: `far@${SHUT_DOMAIN}` }).where('id', '=', 'far').execute()
    })
    await sendAll(told)
    read()
    const drain = drainInto(told.database, office.smtpUrl, NOW + HOLD_MS + 1)
    const states = async (): Promise<string> => (await queue(told)).join()
    await until('the bounce', async () => (await states()).includes('bounced')).finally(() => drain.stop())
    expect(await queue(told)).toEqual([`ann@${DEAD_DOMAIN} invite 0 bounced`, 'bob@example.org invite 0 accepted', `far@${SHUT_DOMAIN} invite 0 failed`])
    const rows = await told.database.read.selectFrom('outbox').select(['to_address', 'last_code', 'last_text']).where('state', 'in', ['bounced', 'failed']).orderBy('to_address').execute()
    expect(rows.map((row) => [row.last_code, row.last_text.includes('5.1.1'), row.last_text.includes('no such user here')])).toEqual([[550, true, true], [550, true, true]])
    expect(office.held('bob@example.org')).toBe(1)
  })
})
