import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import { planMail } from '#app/domain/calendar/plan.ts'
import type { Held, MailPlan, Wanted } from '#app/domain/calendar/plan.ts'
import { factsAt } from '#tests/support/calendar-facts.ts'

const TEN = factsAt('2020-01-29', 600, 690)
const ELEVEN = factsAt('2020-01-29', 690, 780)
const ROOM = { ...TEN, place: 'Room 5, Hilton' }
const BEFORE = TEN.startMs - 86_400_000
const AFTER = (TEN.endMs ?? 0) + 1
const ADDRESS = 'ann@example.org'

const held = (rest: Partial<Held> = {}): Held => ({ state: 'invited', sequence: 3, address: ADDRESS, facts: TEN, reached: TEN, answer: 'accepted', ...rest })
const wanted = (facts: InvitationFacts = TEN, address = ADDRESS): Wanted => ({ facts, address })
const brief = ({ kind, sequence, asksAgain, by, newUid, cancelsOld, answerReturns }: MailPlan): string =>
  [kind, sequence, by, asksAgain && 'asks', newUid && 'new-uid', cancelsOld && 'cancels-old', answerReturns && 'answer-returns'].filter((part) => part !== false).join(' ')

describe('what a person is owed', () => {
  const table: [name: string, held: Held | null, wanted: Wanted, clock: number, expected: string, reason: string][] = [
    ['nobody told them yet', null, wanted(), BEFORE, 'invite 0 mail asks', 'first'],
    ['nobody told them yet and they have no address', null, wanted(TEN, ''), BEFORE, 'invite 0 other asks', 'first'],
    ['it is past already', null, wanted(), AFTER, 'nothing -1 mail', 'past'],
    ['nothing changed', held(), wanted(), BEFORE, 'nothing 3 mail', 'same'],
    ['only white space and Unicode form changed', held(), wanted({ ...TEN, title: ' City  Workshop ' }), BEFORE, 'nothing 3 mail', 'same'],
    ['the time changed', held(), wanted(ELEVEN), BEFORE, 'reschedule 4 mail asks', 'time-changed'],
    ['the room changed', held(), wanted(ROOM), BEFORE, 'update 4 mail', 'changed'],
    ['it changed and is past', held(), wanted(ROOM), AFTER, 'nothing 3 mail', 'past'],
    ['it is called off', held(), { absent: 'called-off' }, BEFORE, 'cancel 4 mail', 'called-off'],
    ['they no longer take part', held(), { absent: 'removed' }, BEFORE, 'cancel 4 mail', 'removed'],
    ['they no longer take part and it is past', held(), { absent: 'removed' }, AFTER, 'nothing 3 mail', 'past'],
    ['it was held', held(), { absent: 'over' }, AFTER, 'nothing 3 mail', 'over'],
    ['it is off and nobody told them of it', null, { absent: 'called-off' }, BEFORE, 'nothing -1 mail', 'not-invited'],
    ['it was cancelled and is off', held({ state: 'cancelled', reached: null }), { absent: 'called-off' }, BEFORE, 'nothing 3 mail', 'not-invited'],
    ['it is on again after the cancellation arrived', held({ state: 'cancelled', reached: null }), wanted(), BEFORE, 'reinvite 4 mail asks', 'again'],
    ['it is on again before the cancellation left', held({ state: 'cancelled', reached: TEN }), wanted(), BEFORE, 'withdraw 3 mail', 'back-before-it-left'],
    ['it is on again at another time before the cancellation left', held({ state: 'cancelled', reached: TEN }), wanted(ELEVEN), BEFORE, 'reschedule 4 mail asks', 'time-changed'],
    ['moved back before the move left', held({ facts: ELEVEN, answer: 'none' }), wanted(), BEFORE, 'withdraw 3 mail answer-returns', 'back-before-it-left'],
    ['moved back with a new room before the move left', held({ facts: ELEVEN, answer: 'none' }), wanted(ROOM), BEFORE, 'update 4 mail answer-returns', 'changed'],
    ['removed before the first left', held({ reached: null }), { absent: 'removed' }, BEFORE, 'withdraw 3 mail', 'never-left'],
    ['changed before the first left', held({ reached: null }), wanted(ELEVEN), BEFORE, 'invite 4 mail asks', 'first'],
    ['the first has not left and nothing changed', held({ reached: null }), wanted(), BEFORE, 'nothing 3 mail', 'same'],
    ['the first was taken back', held({ state: 'none', facts: null, reached: null }), wanted(), BEFORE, 'invite 4 mail asks', 'first'],
    ['they have another address', held(), wanted(TEN, 'ann@new.example'), BEFORE, 'invite 0 mail asks new-uid cancels-old', 'new-address'],
    ['they have another address and nothing reached the old one', held({ reached: null }), wanted(TEN, 'ann@new.example'), BEFORE, 'invite 0 mail asks new-uid', 'new-address'],
    ['their address is written in capitals', held(), wanted(TEN, 'ANN@example.org'), BEFORE, 'nothing 3 mail', 'same'],
    ['their address is gone', held(), wanted(ELEVEN, ''), BEFORE, 'reschedule 4 other asks', 'time-changed'],
    ['they were told by letter and it changed', held({ address: '' }), wanted(ROOM, ''), BEFORE, 'update 4 other', 'changed'],
    ['they were told by letter and it is off', held({ address: '' }), { absent: 'called-off' }, BEFORE, 'cancel 4 other', 'called-off'],
  ]
  it.each(table)('when %s', (_name, holds, wants, clock, expected, reason) => {
    const plan = planMail(holds, wants, clock)
    expect([brief(plan), plan.reason]).toEqual([expected, reason])
  })

  it('says what changed, the time first, hours alone where the day stays', () => {
    expect(planMail(held(), wanted({ ...ELEVEN, place: 'Room 5, Hilton' }), BEFORE).changes).toEqual([
      { field: 'time', before: '10:00–11:30', after: '11:30–13:00 Nur-Sultan, UTC+6' }, { field: 'place', before: 'Room 4, Hilton', after: 'Room 5, Hilton' },
    ])
  })
})

/** A person, the relay and the clock as a model: messages leave in their order, or the latest that waits is replaced. */
type Step = { kind: 'move'; hour: number } | { kind: 'room'; room: number } | { kind: 'off' } | { kind: 'on' } | { kind: 'send' } | { kind: 'leave' }
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), hour: fc.integer({ min: 8, max: 12 }) }), fc.record({ kind: fc.constant('room' as const), room: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constantFrom('off' as const, 'on' as const, 'send' as const, 'leave' as const) }),
)

describe('a series of changes and sendings', () => {
  it('leaves the person with what is true, raises SEQUENCE with every message, and owes nothing twice', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let facts = TEN
      let on = true
      let holds: Held | null = null
      let waits: { sequence: number; gives: InvitationFacts | null; before: InvitationFacts | null } | null = null
      const calendar: { sequence: number; gives: InvitationFacts | null }[] = []
      const wants = (): Wanted => (on ? { facts, address: ADDRESS } : { absent: 'called-off' })
      const leave = (): void => {
        if (waits) calendar.push(waits)
        waits = null
      }
      const send = (): void => {
        const now: Held | null = holds && { ...holds, reached: calendar.at(-1)?.gives ?? null }
        const plan = planMail(now, wants(), BEFORE)
        if (plan.kind === 'nothing') return
        const gone = plan.kind === 'cancel' || (plan.kind === 'withdraw' && plan.reason === 'never-left')
        const state = plan.kind === 'cancel' ? 'cancelled' : gone ? 'none' : 'invited'
        waits = plan.kind === 'withdraw' ? null : { sequence: plan.sequence, gives: gone ? null : facts, before: now?.reached ?? null }
        holds = { state, sequence: plan.sequence, address: ADDRESS, facts: plan.kind === 'cancel' ? (now?.facts ?? null) : gone ? null : facts, reached: null, answer: 'none' }
      }
      for (const one of steps) {
        if (one.kind === 'move') facts = factsAt('2020-01-29', one.hour * 60, one.hour * 60 + 60, { place: facts.place })
        if (one.kind === 'room') facts = { ...facts, place: `Room ${one.room}` }
        if (one.kind === 'off' || one.kind === 'on') on = one.kind === 'on'
        if (one.kind === 'send') send()
        if (one.kind === 'leave') leave()
      }
      send()
      leave()
      const sequences = calendar.map((message) => message.sequence)
      expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b))
      expect(calendar.at(-1)?.gives ?? null).toEqual(on ? facts : null)
      const last = holds as Held | null
      expect(planMail(last && { ...last, reached: calendar.at(-1)?.gives ?? null }, wants(), BEFORE).kind).toBe('nothing')
    }), { numRuns: 500 })
  })
})
