/** Long and hostile texts in invitations as they are sent, read by three libraries and by khal. */
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { EditEngagementInput } from '#app/operations/engagements.input.ts'
import { editEngagement } from '#app/operations/engagements.server.ts'
import { planInvitations } from '#app/operations/invitation-plans.server.ts'
import { HOLD_MS, sendInvitations } from '#app/operations/invitations.server.ts'
import { openKhal } from '#tests/support/calendar-clients.ts'
import { readAllThrice, readThrice } from '#tests/support/calendar-readers.ts'
import { drainInto, until } from '#tests/support/draining.ts'
import { NOW, ORGANISER, makeInvited } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { calendarIn, shapeOf, startRelay, takeApart } from '#tests/support/relay.ts'
import type { Relay } from '#tests/support/relay.ts'

let relay: Relay
beforeEach(async () => void (relay = await startRelay()))
afterEach(() => relay.close())

/** Ann’s first invitation, out of a mission that `spoil` got its hands on, from an organiser of this name, with a word to everybody. */
async function mailed(spoil: (told: Invited) => Promise<unknown>, organiser = ORGANISER.name, note = ''): Promise<Buffer> {
  const told = await makeInvited()
  await spoil(told)
  const from = { ...ORGANISER, name: organiser }
  const mission = await told.database.read.selectFrom('mission').select('title').where('id', '=', 'told').executeTakeFirstOrThrow()
  const scope = { ...told.scope, mission: { ...told.scope.mission, title: mission.title } }
  const { planned } = await planInvitations(told.database.read, scope, from)
  await sendInvitations(scope, { pick: planned.filter(({ attendance }) => attendance.person.id === 'ann').map(({ pick }) => pick), note }, from)
  const before = relay.taken.length
  const drain = drainInto(told.database, relay.url, NOW + HOLD_MS + 1)
  await until('the mail', () => relay.taken.length > before).finally(() => drain.stop())
  await told.database.close()
  return relay.taken.at(-1)?.bytes ?? Buffer.alloc(0)
}

/** Puts a text into every field that an invitation takes one from. */
const everywhere = (text: string) => ({ database }: Invited) => database.write(async (tx) => {
  await tx.updateTable('engagement').set({ title: text, venue_text: text, room: text, public_text: text }).where('id', '=', 'told-workshop').execute()
  await tx.updateTable('agenda_item').set({ title: text }).execute()
  await tx.updateTable('person').set({ name: text, honorific: text }).execute()
  await tx.updateTable('mission').set({ title: text }).execute()
  await tx.updateTable('account').set({ name: text }).execute()
  await tx.updateTable('place').set({ name: text }).execute()
})
const unfolded = (bytes: Buffer): string[] => calendarIn(bytes).replace(/\r\n[ \t]/g, '').split('\r\n')
const headerNames = (bytes: Buffer): string[] => takeApart(bytes).headers.split('\r\n').map((line) => line.split(':')[0] ?? '')

it('a Tajik title of 300 letters and a description of 5,000 are read letter by letter; no line is longer than 75 octets, ends otherwise than in CRLF or breaks a letter', async () => {
  const title = 'Ҷаласаи машваратӣ; шаҳри ҳушманд, ӯ \\ қӣ — '.repeat(7).slice(0, 299).trimEnd().padEnd(300, 'ғ')
  const about = 'Барномаи ҷаласа: саволу ҷавоб; рӯйхат, нақлиёт \\ "ҳа" 😀\n'.repeat(90).slice(0, 4_999) + 'ғ'
  const bytes = await mailed(async ({ scope }) => expect(await editEngagement(scope, 'told-workshop', EditEngagementInput.parse({ revision: '1', title, kind: 'workshop', venue: 'Hilton', room: 'Room 4', publicText: about }))).toMatchObject({ done: true }))
  const calendar = Buffer.from(calendarIn(bytes))
  const lines = calendar.toString('latin1').split('\r\n')
  expect([title.length, about.length, lines.length > 120, Math.max(...lines.map((line) => line.length)), lines.some((line) => /[\r\n]/.test(line)), lines.at(-1)]).toEqual([300, 5_000, true, 75, false, ''])
  const strict = new TextDecoder('utf-8', { fatal: true })
  expect(lines.map((line) => strict.decode(Buffer.from(line, 'latin1'))).join('\r\n')).toBe(calendar.toString())
  const reads = readThrice(calendar.toString())
  const khal = await openKhal()
  await khal.take(calendar.toString())
  const [shown] = await khal.events().finally(() => khal.stop())
  for (const read of [...reads, shown]) expect([read?.title, read?.description.slice(-about.length)]).toEqual([title, about])
  const { subject, text } = await simpleParser(bytes)
  expect([subject?.includes(title), text?.includes(title)]).toEqual([true, true])
})

it('names that try to be more than a name add nobody and answer nothing, in the headers and in four calendars', async () => {
  const names: [name: string, becomes?: string][] = [
    ['x";PARTSTAT=ACCEPTED:mailto:evil@evil.example', 'x”;PARTSTAT=ACCEPTED:mailto:evil@evil.example'], ['Ivan "Vanya" Petrov', 'Ivan ”Vanya” Petrov'], ['a^nb^\'c', 'aˆnbˆ\'c'], ['Petrov, I.; Dr: x'], ['Ann <evil@evil.example>, Bob'],
    ['evil@evil.example'], ['a\\";X="b\\', 'a/”;X=”b/'], ['=?utf-8?B?ZXZpbEBldmlsLmV4YW1wbGU=?= <evil@evil.example>'], ['"<evil@evil.example>"', '”<evil@evil.example>”'], ['(comment) Ҷамшед Маҷидӣ'],
  ]
  const mails: Buffer[] = []
  for (const [name] of names) {
    mails.push(await mailed(({ database }) => database.write(async (tx) => {
      await tx.updateTable('person').set({ name }).where('id', '=', 'ann').execute()
      await tx.updateTable('account').set({ name }).execute()
    }), name))
  }
  for (const [at, reads] of readAllThrice(mails.map(calendarIn)).entries()) {
    const [name = '', becomes = name] = names[at] ?? []
    for (const read of reads) expect([read.attendees, read.organiser]).toEqual([[{ address: 'mailto:ann@example.org', name: becomes, partstat: 'NEEDS-ACTION' }], [{ address: 'mailto:invites@example.org', name: becomes, partstat: '' }]])
    const mail = await simpleParser(mails[at] as Buffer)
    const addresses = [mail.from, mail.to, mail.replyTo, mail.cc, mail.bcc].map((field) => [field].flat().flatMap((one) => one?.value.map(({ address }) => address) ?? []))
    expect([name, addresses]).toEqual([name, [['invites@example.org'], ['ann@example.org'], ['planner@example.org'], [], []]])
  }
  const khal = await openKhal()
  await khal.take(...mails.map(calendarIn))
  const files = khal.files().map((file) => file.replace(/\r?\n /g, '').split(/\r?\n/).filter((line) => /^(ATTENDEE|ORGANIZER)/.test(line)).map((line) => `${line.split(/[;:]/)[0]} ${line.slice(line.lastIndexOf(':') + 1)}`))
  await khal.stop()
  expect(files).toEqual(names.map(() => ['ATTENDEE ann@example.org', 'ORGANIZER invites@example.org']))
})

it('CR, CRLF, LF, U+2028, NUL and the like in every text add no property, no part and no header', async () => {
  const innocent = await mailed(everywhere('Harmless words'), 'Harmless words', 'Harmless words')
  const [plain] = readThrice(calendarIn(innocent))
  const ends = ['\r', '\r\n', '\n', '\u2028', '\0', '\u0085', '\u2029', '\v', '\r\n ', '\n\n']
  const mails: Buffer[] = []
  for (const end of ends) {
    const text = ['Words', 'ATTENDEE:mailto:evil@evil.example', 'X-EVIL:1', 'Bcc: evil@evil.example', '', '--evil', 'END:VEVENT', 'BEGIN:VEVENT'].join(end)
    mails.push(await mailed(everywhere(text), text, text))
  }
  const seen = readAllThrice(mails.map(calendarIn)).map((reads, at) => {
    const bytes = mails[at] as Buffer
    return { properties: reads.map(({ properties }) => properties), people: reads.flatMap(({ attendees, organiser }) => [...attendees, ...organiser].map(({ address, partstat }) => `${address} ${partstat}`)), lines: unfolded(bytes).map((line) => line.split(/[:;]/)[0]), shape: shapeOf(takeApart(bytes)), headers: headerNames(bytes) }
  })
  const expected = {
    properties: Array.from({ length: 3 }, () => plain.properties), people: Array.from({ length: 3 }, () => ['mailto:ann@example.org NEEDS-ACTION', 'mailto:invites@example.org ']).flat(),
    lines: unfolded(innocent).map((line) => line.split(/[:;]/)[0]), shape: shapeOf(takeApart(innocent)), headers: headerNames(innocent),
  }
  for (const [at, one] of seen.entries()) expect([ends[at], one]).toEqual([ends[at], expected])
})
