import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { change, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { takeApart } from '#tests/support/relay.ts'
import type { Part, Taken } from '#tests/support/relay.ts'
import { startSendings } from '#tests/support/sendings.ts'
import type { Sendings } from '#tests/support/sendings.ts'

const PEOPLE = 8
const addressOf = (n: number): string => `somebody.${String(n).padStart(2, '0')}@ministry-${n % 3}.example`
let told: Invited
let sendings: Sendings

/** Three meetings, each with everybody, in turn in every role and with a slot of their own. */
beforeEach(async () => {
  sendings = await startSendings()
  told = sendings.told
  await told.database.write(async (tx) => {
    for (let n = 0; n < PEOPLE; n++) {
      await tx.insertInto('person').values({ id: `p${n}`, name: `Guest ${n}, sample`, name_key: `guest ${n}`, sort_key: `guest ${n}`, email: addressOf(n), languages: n % 2 === 0 ? 'en' : 'ru' }).execute()
    }
    for (const [at, id] of ['told-workshop', 'second', 'third'].entries()) {
      if (at > 0) await tx.insertInto('engagement').values({ id, mission_id: 'told', stop_id: 'told-stop', kind: 'meeting', title: `Meeting ${at}`, title_key: `meeting ${at}`, status: 'confirmed', zone: 'Asia/Almaty', venue_text: 'Hilton', ...timed('2020-01-29', 700 + at * 60, 750 + at * 60) }).execute()
      for (let n = 0; n < PEOPLE; n++) {
        if (n % 4 === 0) await tx.insertInto('agenda_item').values({ id: `${id}-${n}`, mission_id: 'told', engagement_id: id, position: n + 2, kind: 'presentation', title: `Talk ${n}`, day: '2020-01-29', start_minute: 640, end_minute: 650 }).execute()
        await tx.insertInto('participation').values({ id: `${id}-${n}`, mission_id: 'told', engagement_id: id, person_id: `p${n}`, role: (['speaker', 'moderator', 'host', 'participant'] as const)[n % 4] ?? 'speaker', precedence: n + 4, ...(n % 4 === 0 ? { agenda_item_id: `${id}-${n}` } : {}) }).execute()
      }
    }
  })
})
afterEach(() => sendings.close())

/** Everything that can be read in a message: its bytes, each part decoded, and what a mail program makes of it, percent signs resolved as well. */
async function allOf({ bytes, from }: Taken): Promise<string> {
  const decoded = (part: Part): string => [part.headers, part.body.toString(), ...part.parts.map(decoded)].join('\n')
  const { attachments, ...mail } = await simpleParser(bytes)
  const text = [from, bytes.toString('latin1'), decoded(takeApart(bytes)), JSON.stringify(mail), ...mail.headers.keys(), ...attachments.map(({ content, filename }) => `${filename} ${content.toString()}`)].join('\n').replace(/\r\n[ \t]/g, '')
  return text + text.replace(/%([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

it('no message of a whole mission, through every change, holds an address of anybody else or a link that is not its reader’s', async () => {
  const edits: [happens: () => Promise<unknown>, mails: number][] = [
    [() => Promise.resolve(), 3 * PEOPLE + 2],
    [() => change(told, { ...timed('2020-01-29', 560, 650), room: 'Room 5' }), PEOPLE + 2],
    [() => told.database.write((tx) => tx.updateTable('person').set({ email: 'somebody.new@ministry-1.example' }).where('id', '=', 'p1').execute()), 6],
    [() => told.database.write((tx) => tx.deleteFrom('participation').where('person_id', '=', 'p2').execute()), 3],
    [() => change(told, { status: 'cancelled' }), PEOPLE + 2 - 1],
    [() => change(told, { status: 'confirmed' }), PEOPLE + 2 - 1],
  ]
  const counts: number[] = []
  for (const [happens] of edits) {
    await happens()
    counts.push((await sendings.send('Please be there a little earlier.')).length)
  }
  expect(counts).toEqual(edits.map(([, mails]) => mails))
  const persons = await told.database.read.selectFrom('person').select(['id', 'email']).execute()
  const every = [...Array.from({ length: PEOPLE }, (_, n) => addressOf(n)), ...persons.map(({ email }) => email).filter(Boolean)]
  const invitations = new Map((await told.database.read.selectFrom('invitation').select(['id', 'sent_address']).execute()).map((row) => [row.id, row.sent_address]))
  const found: string[] = []
  let linked = 0
  for (const taken of sendings.relay.taken) {
    const [to = ''] = taken.to
    const text = (await allOf(taken)).toLowerCase()
    expect([taken.to.length, text.includes(to)]).toEqual([1, true])
    found.push(...every.filter((address) => address !== to && text.includes(address)).map((address) => `${address} in a message to ${to}`))
    const addresses = new Set(text.match(/[a-z0-9.+_-]+@[a-z0-9.-]+\.(?:example|org)/g))
    const strange = [...addresses].filter((address) => !(address === to || address === 'planner@example.org' || /^(?:invites(?:\+[0-9a-z]{26})?|[0-9a-z-]{20,}(?:\.[0-9a-z]+)?)@example\.org$/.test(address)))
    found.push(...strange.map((address) => `${address} in a message to ${to}`))
    const links = new Set([...text.matchAll(/\/invitation\/([a-z0-9]{26})\./g)].map(([, id]) => invitations.get(id ?? '')))
    linked += links.size
    found.push(...[...links].filter((address) => address !== to).map((address) => `the link of ${address} in a message to ${to}`))
  }
  const cancelled = 3 + 3 + (PEOPLE + 2 - 1)
  expect([found, linked]).toEqual([[], sendings.relay.taken.length - cancelled])
})
