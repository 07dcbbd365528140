import { describe, expect, it } from 'vitest'
import { answerAfter, answerRestored, answerable, asAnswer, partstatOf } from '#app/domain/calendar/answers.ts'
import { differences } from '#app/domain/calendar/differences.ts'
import { factsOf, invitable } from '#app/domain/calendar/facts.ts'
import { countKinds, groupOwed, wasPicked } from '#app/domain/calendar/owed.ts'
import type { Owed } from '#app/domain/calendar/owed.ts'
import { calendarWords, slotWords, startWords, whenWords } from '#app/domain/calendar/wording.ts'
import { engagementAt, factsAt } from '#tests/support/calendar-facts.ts'

const ORGANISER = { name: 'Caravan', address: 'invites@example.org' }

describe('what belongs into calendars', () => {
  it.each([
    ['confirmed', 600, 'workshop', 'yes'], ['tentative', 600, 'meeting', 'yes'], ['requested', 600, 'meeting', 'not-agreed'], ['idea', 600, 'meeting', 'not-agreed'], ['confirmed', null, 'meeting', 'no-time'],
    ['cancelled', 600, 'meeting', 'called-off'], ['postponed', 600, 'meeting', 'called-off'], ['declined', null, 'meeting', 'called-off'], ['held', 600, 'meeting', 'over'], ['no-show', 600, 'meeting', 'over'], ['confirmed', 600, 'travel', 'internal-row'],
  ] as const)('%s at %s, a %s: %s', (status, start, kind, expected) => {
    expect(invitable(engagementAt('2020-01-29', start, null, { status, kind }))).toBe(expected)
    expect(factsOf(engagementAt('2020-01-29', start, null, { status, kind }), [], [], ORGANISER) === undefined).toBe(expected !== 'yes')
  })

  it('names the place once, with the city where the venue does not', () => {
    const place = (rest: object) => factsOf(engagementAt('2020-01-29', 600, 690, rest), [], [], ORGANISER)?.place
    expect([place({}), place({ venue: 'Hilton Nur-Sultan' }), place({ venue: '', room: '' })]).toEqual(['Room 4, Hilton, Nur-Sultan', 'Room 4, Hilton Nur-Sultan', ''])
  })

  it('orders slots by time and names a role once', () => {
    const slots = [{ day: '2020-01-29', startMinute: 650, endMinute: 660, title: 'B' }, { day: '2020-01-29', startMinute: 610, endMinute: null, title: 'A' }]
    const facts = factsOf(engagementAt('2020-01-29', 600, 690), slots, ['speaker', 'moderator', 'speaker'], ORGANISER)
    expect([facts?.slots.map((slot) => slot.title), facts?.roles]).toEqual([['A', 'B'], ['moderator', 'speaker']])
  })
})

describe('what counts as a change', () => {
  const base = factsAt('2020-01-29', 600, 690)
  it('leaves out how it is written, who writes it and the kind', () => {
    expect(differences(base, { ...base, title: ' City  Workshop', about: 'Bring nothing.\r\n', kind: 'meeting', organiser: { name: 'Somebody', address: 'INVITES@example.org' } })).toEqual([])
  })

  it('tells fields apart, with the whole time where the day changes', () => {
    const moved = { ...factsAt('2020-01-30', 600, 690), status: 'tentative' as const, roles: ['host'], about: 'New.', slots: [{ day: '2020-01-30', startMinute: 600, endMinute: 620, title: 'Talk' }] }
    expect(differences(base, moved)).toEqual([
      { field: 'time', before: 'Wed 29 Jan 2020, 10:00–11:30 Nur-Sultan, UTC+6', after: 'Thu 30 Jan 2020, 10:00–11:30 Nur-Sultan, UTC+6' },
      { field: 'status', before: 'confirmed', after: 'tentative' }, { field: 'roles', before: 'speaker', after: 'host' }, { field: 'slots', before: '', after: '10:00–10:20 Talk' }, { field: 'about', before: 'Bring nothing.', after: 'New.' },
    ])
  })

  it('sees a change of the zone’s rules as a change of time', () => {
    const shifted = { ...base, startMs: base.startMs + 3_600_000, endMs: (base.endMs ?? 0) + 3_600_000 }
    expect(differences(base, shifted).map(({ field, before, after }) => [field, before === after])).toEqual([['time', true]])
  })
})

describe('answers', () => {
  const standing = { answer: 'accepted' as const, earlierAnswer: 'none' as const, askedSequence: 0 }
  it('are asked again by a new time and stand otherwise; one taken back returns', () => {
    const asked = answerAfter(standing, { asksAgain: true, sequence: 2 })
    expect(asked).toEqual({ answer: 'none', earlierAnswer: 'accepted', askedSequence: 2 })
    expect(answerAfter(asked, { asksAgain: true, sequence: 3 })).toEqual({ answer: 'none', earlierAnswer: 'accepted', askedSequence: 3 })
    expect(answerAfter(standing, { asksAgain: false, sequence: 1 })).toEqual(standing)
    expect(answerRestored(asked, 0)).toEqual(standing)
    expect(answerRestored({ ...asked, answer: 'declined' }, 0)).toEqual({ answer: 'declined', earlierAnswer: 'accepted', askedSequence: 0 })
  })

  it('can be given until it is over', () => {
    const facts = factsAt('2020-01-29', 600, 690)
    expect([facts.startMs - 1, facts.startMs, (facts.endMs ?? 0) - 1, facts.endMs ?? 0].map((now) => answerable({ state: 'invited', facts }, now))).toEqual([true, true, true, false])
    expect([answerable({ state: 'cancelled', facts }, 0), answerable({ state: 'invited', facts: null }, 0)]).toEqual([false, false])
  })

  it('are the five that calendars know', () => {
    expect(['none', 'accepted', 'tentative', 'declined', 'deputy', 'nonsense'].map((word) => partstatOf(asAnswer(word)))).toEqual(['NEEDS-ACTION', 'ACCEPTED', 'TENTATIVE', 'DECLINED', 'DELEGATED', 'NEEDS-ACTION'])
  })
})

describe('words', () => {
  it('carry city and offset as of the event', () => {
    expect(startWords(factsAt('2020-01-29', 600, 690))).toBe('10:00 Nur-Sultan, UTC+6, Wed 29 Jan 2020')
    expect(whenWords(factsAt('2026-01-29', 600, null))).toBe('Thu 29 Jan 2026, 10:00 Nur-Sultan, UTC+5')
    expect(slotWords({ day: '2020-01-30', startMinute: 600, endMinute: 620, title: '' }, '2020-01-29')).toBe('Thu 30 Jan, 10:00–10:20')
  })

  it('put the person’s own slots into the calendar', () => {
    const facts = factsAt('2020-01-29', 600, 690, { slots: [{ day: '2020-01-29', startMinute: 620, endMinute: 640, title: 'Roads' }] })
    expect(calendarWords(facts)).toBe('Wed 29 Jan 2020, 10:00–11:30 Nur-Sultan, UTC+6 = 04:00–05:30 UTC\nYou are invited as speaker.\nYour slot: 10:20–10:40 Roads\n\nBring nothing.')
  })
})

describe('the desk', () => {
  const owed = (engagementId: string, kind: Owed['plan']['kind'] = 'invite', reason: Owed['plan']['reason'] = 'first') =>
    ({ engagementId, engagementTitle: engagementId, personId: `of ${engagementId}`, facts: factsAt('2020-01-29', 600, 690), plan: { kind, reason } }) as Owed

  it('gathers by engagement and keeps engagements whole', () => {
    const { groups, left } = groupOwed([owed('a'), owed('a'), owed('a'), owed('b'), owed('c')], 3)
    expect([groups.map((group) => [group.id, group.rows.length]), left]).toEqual([[['a', 3]], 2])
  })

  it('gathers by person where that is asked, each where they come first', () => {
    const rows = [['a', 'ann'], ['a', 'bob'], ['b', 'ann']].map(([engagementId = '', personId = '']) => ({ ...owed(engagementId), personId }))
    expect(groupOwed(rows, 10, 'person').groups.map((group) => [group.id, group.rows.map(({ engagementId }) => engagementId)])).toEqual([['ann', ['a', 'b']], ['bob', ['a']]])
  })

  it('knows what was ticked, whatever has changed about it since', () => {
    expect([undefined, ['a:ann:stamp of then'], ['a:bob:stamp']].map((sent) => wasPicked({ pick: 'a:ann:stamp of now' }, sent))).toEqual([true, true, false])
  })

  it('tells new from changed', () => {
    expect(countKinds([owed('a'), owed('a', 'reschedule', 'time-changed'), owed('a', 'invite', 'new-address')])).toEqual({ fresh: 1, changed: 2, withdrawn: 0, people: 1, asksAgain: true })
  })
})
