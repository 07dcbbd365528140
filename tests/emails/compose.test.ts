import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOLD_MS } from '#app/operations/invitations.server.ts'
import { queueSignInMail } from '#db/outbox.server.ts'
import { fitsToken, idInToken } from '#db/tokens.server.ts'
import { compose } from '#emails/compose.server.ts'
import { readThrice } from '#tests/support/calendar-readers.ts'
import { SENDER, drainInto, until } from '#tests/support/draining.ts'
import type { Draining } from '#tests/support/draining.ts'
import { NOW, change, makeInvited, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { calendarIn, shapeOf, startRelay, takeApart } from '#tests/support/relay.ts'
import type { Relay } from '#tests/support/relay.ts'

const LEFT = NOW + HOLD_MS + 1
let told: Invited
let relay: Relay
let drain: Draining

beforeEach(async () => {
  told = await makeInvited()
  relay = await startRelay()
  drain = drainInto(told.database, relay.url, LEFT)
})
afterEach(async () => {
  await drain.stop()
  await relay.close()
  await told.database.close()
})

/** Sends what is owed and waits until the relay has `n` messages more; returns them by address. */
async function sent(n: number, note = '') {
  const before = relay.taken.length
  await sendAll(told, undefined, note)
  drain.wake()
  await until(`${n} messages`, async () => relay.taken.length === before + n && (await told.database.read.selectFrom('outbox').select('id').where('state', 'in', ['queued', 'sending', 'retry']).execute()).length === 0)
  return new Map(relay.taken.slice(before).map((taken) => [taken.to.join(), taken]))
}

describe('a message as the relay gets it', () => {
  it('is mixed of an alternative of plain, HTML and calendar, and the same calendar as a file', async () => {
    const { bytes, from, to } = (await sent(2)).get('ann@example.org') ?? { bytes: Buffer.alloc(0), from: '', to: [] }
    const root = takeApart(bytes)
    expect(shapeOf(root)).toBe('multipart/mixed(multipart/alternative(text/plain text/html text/calendar) application/ics)')
    const [alternative, file] = root.parts
    const calendar = alternative?.parts[2]
    expect(calendar?.parameters).toMatch(/charset=utf-8; method=REQUEST/)
    expect(calendar?.body.toString()).toContain('METHOD:REQUEST\r\n')
    expect(file?.body.equals(calendar?.body ?? Buffer.alloc(0))).toBe(true)
    expect(file?.headers).toContain('filename=invite.ics')
    expect([from.replace(/\+[0-9a-z]{26}@/, '+<id>@'), to]).toEqual(['invites+<id>@example.org', ['ann@example.org']])
  })

  it('comes from the organiser, goes to one person, and is answered to the coordinator', async () => {
    const mail = await simpleParser((await sent(2)).get('ann@example.org')?.bytes ?? '')
    expect([mail.from?.text, [mail.to].flat()[0]?.text, mail.replyTo?.text, mail.cc, mail.bcc]).toEqual(['"Caravan" <invites@example.org>', '"Speaker A, sample" <ann@example.org>', '"Coordinator, sample" <planner@example.org>', undefined, undefined])
    expect(mail.subject).toBe('Invitation: City Workshop, 10:00 Nur-Sultan, UTC+6, Wed 29 Jan 2020')
    expect(mail.text).toContain('When: 10:00–11:30 Nur-Sultan, UTC+6\nWednesday 29 January 2020')
    expect(mail.text).toContain('Your slot: 10:20–10:40 Roads')
    const token = /\/invitation\/(\S+)/.exec(mail.text ?? '')?.[1] ?? ''
    expect(fitsToken(token, SENDER.secret, idInToken(token) ?? '', 1)).toBe(true)
  })

  it('holds nobody else’s address', async () => {
    const taken = await sent(2)
    const words = (to: string): string => {
      const leaves = (part: ReturnType<typeof takeApart>): string => part.headers + part.body.toString() + part.parts.map(leaves).join('')
      return leaves(takeApart(taken.get(to)?.bytes ?? '')) + (taken.get(to)?.bytes.toString() ?? '')
    }
    expect([words('ann@example.org').includes('bob@'), words('bob@example.org').includes('ann@'), words('ann@example.org').includes('ann@')]).toEqual([false, false, true])
  })

  it('keeps a name that is an attack a name, in the headers and in three calendars', async () => {
    const names = { ann: 'x";PARTSTAT=ACCEPTED:mailto:evil@example.org', bob: 'Bob\r\nBcc: evil@example.org\r\n\r\nATTENDEE:mailto:evil@example.org' }
    for (const [id, name] of Object.entries(names)) await told.database.write((tx) => tx.updateTable('person').set({ name }).where('id', '=', id).execute())
    const taken = await sent(2)
    for (const [address, becomes] of [['ann@example.org', 'x”;PARTSTAT=ACCEPTED:mailto:evil@example.org'], ['bob@example.org', 'Bob Bcc: evil@example.org ATTENDEE:mailto:evil@example.org']] as const) {
      const bytes = taken.get(address)?.bytes ?? Buffer.alloc(0)
      const mail = await simpleParser(bytes)
      expect([[mail.to].flat().flatMap((to) => to?.value.map((one) => one.address)), mail.cc, mail.bcc, mail.headerLines.filter(({ key }) => key === 'bcc' || key === 'attendee')]).toEqual([[address], undefined, undefined, []])
      const person = [{ address: `mailto:${address}`, name: becomes, partstat: 'NEEDS-ACTION' }]
      expect(readThrice(calendarIn(bytes)).map(({ attendees }) => attendees)).toEqual([person, person, person])
    }
  })

  it('keeps the UID and raises SEQUENCE over move, cancel and invite again; each is read without complaint', async () => {
    const seen: { kind: string; uid: string; sequence: number; start: string; subject: string | undefined }[] = []
    const look = async (): Promise<void> => {
      const { bytes } = (await sent(2)).get('ann@example.org') ?? { bytes: Buffer.alloc(0) }
      const [read, ...others] = readThrice(calendarIn(bytes))
      expect(others).toEqual([read, read])
      seen.push({ kind: read.method, uid: read.uid, sequence: read.sequence, start: read.start, subject: (await simpleParser(bytes)).subject })
    }
    await look()
    await change(told, timed('2020-01-29', 690, 780))
    await look()
    await change(told, { status: 'cancelled' })
    await look()
    await change(told, { status: 'confirmed' })
    await look()
    expect(new Set(seen.map(({ uid }) => uid)).size).toBe(1)
    expect(seen.map(({ kind, sequence, start, subject }) => [kind, sequence, start, subject?.split(':')[0]])).toEqual([
      ['REQUEST', 0, '20200129T040000Z', 'Invitation'], ['REQUEST', 1, '20200129T053000Z', 'New time'], ['CANCEL', 2, '20200129T053000Z', 'Cancelled'], ['REQUEST', 3, '20200129T053000Z', 'On again'],
    ])
  })

  it('repeats an answer that stands, and says what changed', async () => {
    await sent(2)
    await told.database.write((tx) => tx.updateTable('invitation').set({ answer: 'accepted' }).where('person_id', '=', 'ann').execute())
    await change(told, { room: 'Room 5' })
    const { bytes } = (await sent(2)).get('ann@example.org') ?? { bytes: Buffer.alloc(0) }
    expect(readThrice(calendarIn(bytes)).map(({ attendees }) => attendees[0]?.partstat)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED'])
    const { text } = await simpleParser(bytes)
    expect(text).toContain('You accepted; that stands.')
    expect(text).toContain('Place: Room 4, Hilton, Nur-Sultan → Room 5, Hilton, Nur-Sultan')
  })

  it('carries a word to all of them, in the body and as the COMMENT of the calendar, told apart from what changed', async () => {
    await sent(2)
    await change(told, { room: 'Room 5' })
    const { bytes } = (await sent(2, 'The lift is out of order.\r\nATTENDEE:mailto:evil@example.org')).get('ann@example.org') ?? { bytes: Buffer.alloc(0) }
    const { text, html } = await simpleParser(bytes)
    expect(text).toContain('A word from Coordinator, sample:\n\nThe lift is out of order.\nATTENDEE:mailto:evil\u2060@example.\u2060org')
    expect([String(html).includes('The lift is out of order.'), text?.includes('Place: Room 4, Hilton, Nur-Sultan → Room 5, Hilton, Nur-Sultan')]).toEqual([true, true])
    const calendar = calendarIn(bytes)
    expect(calendar.replaceAll('\r\n ', '')).toContain('COMMENT:The lift is out of order.\\nATTENDEE:mailto:evil@example.org\r\n')
    expect(readThrice(calendar).map(({ attendees, description }) => [attendees.length, description.includes('lift')])).toEqual([[1, false], [1, false], [1, false]])
    await change(told, { room: 'Room 6' })
    expect((await sent(2)).get('ann@example.org')?.bytes.toString().includes('COMMENT')).toBe(false)
  })

  it('carries no calendar when it lets somebody in, and is erased once a relay has it', async () => {
    await told.database.write((tx) => queueSignInMail(tx, { to: 'planner@example.org', name: 'Coordinator, sample', link: 'https://caravan.example.org/sign-in/link/abc', code: '123456', nowMs: LEFT, expiresMs: LEFT + 600_000 }))
    drain.wake()
    await until('the mail', () => relay.taken.length === 1)
    expect(shapeOf(takeApart(relay.taken[0]?.bytes ?? ''))).toBe('multipart/alternative(text/plain text/html)')
    await until('its erasure', async () => (await told.database.read.selectFrom('outbox').select(['facts', 'mime']).executeTakeFirstOrThrow()).mime === null)
  })
})

it('refuses to compose what could not be read back', async () => {
  await sendAll(told)
  const { facts } = await told.database.read.selectFrom('outbox').select('facts').executeTakeFirstOrThrow()
  const notice = JSON.parse(facts) as Parameters<typeof compose>[0]
  await expect(compose({ ...notice, to: { name: 'x', address: 'not an address' } }, '<1@example.org>', SENDER)).rejects.toThrow('one plain address')
})
