import ICAL from 'ical.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerByGuest } from '#app/operations/answers.server.ts'
import { GuestAnswerInput } from '#app/operations/guest.input.ts'
import { receiveInEvolution } from '#tests/support/evolution.ts'
import { change, timed } from '#tests/support/invited-mission.ts'
import { startSendings } from '#tests/support/sendings.ts'
import type { Sendings } from '#tests/support/sendings.ts'

let sendings: Sendings
beforeEach(async () => void (sendings = await startSendings()))
afterEach(() => sendings.close())

/** 'SEQUENCE start–end place STATUS PARTSTAT' of an event that Evolution holds. */
function wordsOf(text: string): string {
  const event = new ICAL.Component(ICAL.parse(text) as unknown[])
  const value = (name: string): string => String(event.getFirstPropertyValue(name) ?? '')
  const time = (name: string): string => value(name).replace(/[-:]/g, '')
  return `${value('sequence')} ${time('dtstart')}–${time('dtend')} ${value('location')} ${value('status')} ${String(event.getFirstProperty('attendee')?.getFirstParameter('partstat'))}`
}

it('Evolution holds one event at the right instant and in the right state after an invitation, its repetition, another room, another time, perhaps, a cancellation and on again', async () => {
  const { told, send, latest, sentMs } = sendings
  const answer = async (sequence: string): Promise<void> => {
    const { id } = await told.database.read.selectFrom('invitation').select('id').where('person_id', '=', 'ann').executeTakeFirstOrThrow()
    expect(await answerByGuest(told.database, id, GuestAnswerInput.parse({ answer: 'accepted', sequence }), sentMs())).toMatchObject({ done: true })
  }
  const calendars: string[] = []
  const steps: [happens: () => Promise<unknown>, holds: string[]][] = [
    [() => Promise.resolve(), ['0 20200129T040000Z–20200129T053000Z Room 4, Hilton, Nur-Sultan CONFIRMED NEEDS-ACTION']],
    [() => answer('0').then(() => change(told, { room: 'Room 5' })), ['1 20200129T040000Z–20200129T053000Z Room 5, Hilton, Nur-Sultan CONFIRMED ACCEPTED']],
    [() => change(told, timed('2020-01-30', 690, 780)), ['2 20200130T053000Z–20200130T070000Z Room 5, Hilton, Nur-Sultan CONFIRMED NEEDS-ACTION']],
    [() => change(told, { status: 'tentative' }), ['3 20200130T053000Z–20200130T070000Z Room 5, Hilton, Nur-Sultan TENTATIVE NEEDS-ACTION']],
    [() => change(told, { status: 'cancelled' }), []],
    [() => change(told, { status: 'confirmed', ...timed('2020-01-31', 600, 690) }), ['5 20200131T040000Z–20200131T053000Z Room 5, Hilton, Nur-Sultan CONFIRMED NEEDS-ACTION']],
  ]
  for (const [happens] of steps) {
    await happens()
    await send()
    calendars.push(latest('ann@example.org'))
  }
  const [first = '', ...later] = calendars
  const received = await receiveInEvolution([first, first, ...later])
  expect(received.map(({ complaint, events }) => [complaint, events.map(wordsOf)])).toEqual([steps[0], ...steps].map((step) => ['', step?.[1]]))
  expect(new Set(received.flatMap(({ events }) => events.map((event) => /^UID:(.*)\r$/m.exec(event)?.[1]))).size).toBe(1)
})

it('Evolution reads a name that tries to be more as a name, and a long Tajik title letter by letter', async () => {
  const { told, send, latest } = sendings
  const title = 'Ҷаласаи машваратӣ оид ба шаҳри ҳушманд; '.repeat(8).slice(0, 299).trimEnd().padEnd(300, 'ғ')
  await told.database.write((tx) => tx.updateTable('person').set({ name: 'x";PARTSTAT=ACCEPTED:mailto:evil@evil.example\r\nATTENDEE:mailto:evil@evil.example' }).where('id', '=', 'ann').execute())
  await change(told, { title })
  await send()
  const [received] = await receiveInEvolution([latest('ann@example.org')])
  const [event, ...more] = received?.events ?? []
  const component = new ICAL.Component(ICAL.parse(event ?? '') as unknown[])
  expect([more, component.getFirstPropertyValue('summary'), component.getAllProperties('attendee').map((one) => [one.getFirstValue(), one.getFirstParameter('partstat')])]).toEqual([[], title, [['mailto:ann@example.org', 'NEEDS-ACTION']]])
})
