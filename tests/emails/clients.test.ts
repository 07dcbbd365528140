/** Invitations as they are sent, taken into calendars that people use: khal and radicale. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerByGuest } from '#app/operations/answers.server.ts'
import { GuestAnswerInput } from '#app/operations/guest.input.ts'
import { openKhal, startRadicale } from '#tests/support/calendar-clients.ts'
import type { CalendarClient } from '#tests/support/calendar-clients.ts'
import { readWithIcalJs } from '#tests/support/calendar-readers.ts'
import { change, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { startSendings } from '#tests/support/sendings.ts'
import type { Sendings } from '#tests/support/sendings.ts'

const MOVED = timed('2020-01-29', 690, 780)
const [ANN, BOB] = ['ann@example.org', 'bob@example.org']
let sendings: Sendings
let told: Invited
let clients: CalendarClient[]

beforeEach(async () => {
  sendings = await startSendings()
  told = sendings.told
  clients = []
})
afterEach(() => Promise.all([sendings.close(), ...clients.map((client) => client.stop())]))

/** Sends all that is owed; says to whom. */
const send = async (): Promise<string[]> => (await sendings.send()).map(({ to }) => to.join())

/** What was sent to Ann last: how it reads, its DTSTAMP and the line that asks her. */
function came() {
  const text = sendings.latest(ANN)
  const lines = text.replace(/\r\n /g, '').split('\r\n')
  return { ...readWithIcalJs(text), text, stamp: lines.find((line) => line.startsWith('DTSTAMP:')) ?? '', asks: lines.find((line) => line.startsWith('ATTENDEE')) ?? '' }
}

/** What each calendar shows after it took that: 'start–end place', with a word where it is called off. */
async function taken({ text }: { text: string }, from?: string, to?: string): Promise<string[][]> {
  if (clients.length === 0) clients = await Promise.all([openKhal(), startRadicale()])
  return await Promise.all(clients.map(async (client) => {
    await client.take(text)
    return (await client.events(from, to)).map(({ start, end, place, cancelled }) => `${start}–${end} ${place}${cancelled ? ' cancelled' : ''}`)
  }))
}
const both = (...events: string[]): string[][] => [events, events]
const ROOM = 'Room 4, Hilton, Nur-Sultan'

it('move the one event in khal and in radicale when the time changes: same UID, SEQUENCE one higher, DTSTAMP newer', async () => {
  await send()
  const first = came()
  expect(await taken(first)).toEqual(both(`20200129T040000Z–20200129T053000Z ${ROOM}`))
  await change(told, timed('2020-01-30', 690, 780))
  await send()
  const second = came()
  expect([second.uid, second.sequence, second.stamp > first.stamp]).toEqual([first.uid, first.sequence + 1, true])
  expect(await taken(second)).toEqual(both(`20200130T053000Z–20200130T070000Z ${ROOM}`))
  expect(await taken(second, '2020-01-29', '2020-01-30')).toEqual(both())
})

it('keep ACCEPTED in the calendar part when only the room changes, and ask again there when the time does', async () => {
  await send()
  const answerIn = ({ asks }: { asks: string }) => [/PARTSTAT=([A-Z-]+)/.exec(asks)?.[1], asks.includes('RSVP=TRUE')]
  expect(answerIn(came())).toEqual(['NEEDS-ACTION', true])
  const { id } = await told.database.read.selectFrom('invitation').select('id').where('person_id', '=', 'ann').executeTakeFirstOrThrow()
  expect((await answerByGuest(told.database, id, GuestAnswerInput.parse({ answer: 'accepted', sequence: '0' }), sendings.sentMs())).done).toBe(true)
  await change(told, { room: 'Room 5' })
  await send()
  const room = came()
  expect([room.sequence, answerIn(room)]).toEqual([1, ['ACCEPTED', false]])
  await change(told, MOVED)
  await send()
  const time = came()
  expect([time.sequence, answerIn(time)]).toEqual([2, ['NEEDS-ACTION', true]])
})

it('call the event off in both calendars and bring it back under its UID, each time with a higher SEQUENCE', async () => {
  await send()
  const first = came()
  await taken(first)
  await change(told, { status: 'cancelled' })
  expect(await send()).toEqual([ANN, BOB])
  const off = came()
  expect([off.method, off.uid, off.sequence]).toEqual(['CANCEL', first.uid, 1])
  expect(await taken(off)).toEqual(both(`20200129T040000Z–20200129T053000Z ${ROOM} cancelled`))
  await change(told, { status: 'confirmed', ...MOVED })
  await send()
  const back = came()
  expect([back.method, back.uid, back.sequence]).toEqual(['REQUEST', first.uid, 2])
  expect(await taken(back)).toEqual(both(`20200129T053000Z–20200129T070000Z ${ROOM}`))
})

it('tell only the one who no longer takes part, and then again only the one who is asked back', async () => {
  await send()
  const { uid } = came()
  const rows = await told.database.read.selectFrom('participation').selectAll().where('person_id', '=', 'ann').execute()
  await told.database.write((tx) => tx.deleteFrom('participation').where('person_id', '=', 'ann').execute())
  expect(await send()).toEqual([ANN])
  expect(came()).toMatchObject({ method: 'CANCEL', uid, sequence: 1, attendees: [{ address: `mailto:${ANN}` }] })
  await told.database.write((tx) => tx.insertInto('participation').values(rows).execute())
  expect(await send()).toEqual([ANN])
  expect(came()).toMatchObject({ method: 'REQUEST', uid, sequence: 2 })
})
