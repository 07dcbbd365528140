import { describe, expect, it } from 'vitest'
import { asksForTask, nextMeetingOf, refusesSettling, standingOfTask, taskKindOf } from '#app/domain/meetings/tasks.ts'
import type { MeetingWith } from '#app/domain/meetings/tasks.ts'

describe('a task', () => {
  it('is what its words are: a request asks for data, anything else is to be done', () => {
    expect(['request', 'commitment', 'decision', 'fact', 'law'].map((kind) => [taskKindOf(kind), asksForTask(kind)])).toEqual([['data request', true], ['commitment', true], ['decision', true], ['action', false], ['action', false]])
  })

  it('is late once its day is over, never on it, never without one, and never when it is settled', () => {
    const standing = (status: string, dueDay: string | null) => standingOfTask({ status, dueDay }, '2027-03-04')
    expect([standing('open', '2027-03-03'), standing('open', '2027-03-04'), standing('open', null), standing('done', '2027-03-01'), standing('dropped', '2027-03-01'), standing('?', null)]).toEqual(['late', 'open', 'open', 'done', 'dropped', 'open'])
  })

  it('that came with a guest’s reply is settled where the reply is', () => {
    expect([refusesSettling('reply'), refusesSettling('work-plan'), refusesSettling('commitment')]).toEqual(['settled-elsewhere', undefined, undefined])
  })
})

describe('rolling forward', () => {
  const meeting = (id: string, day: string, more: Partial<MeetingWith> = {}): MeetingWith => ({ id, kind: 'meeting', status: 'confirmed', day, startMinute: 600, counterparts: ['ministry'], ...more })
  const from = meeting('first', '2027-03-02', { status: 'held', counterparts: ['ministry', 'city', 'a person'] })
  const next = (meetings: MeetingWith[], organisationId: string | null = null, today = '2027-03-03') => nextMeetingOf({ meeting: from, organisationId }, meetings, today)?.id

  it('leads to the next meeting at which one of them appears, whatever order they come in', () => {
    expect(next([meeting('later', '2027-03-09'), meeting('next', '2027-03-05', { counterparts: ['somebody', 'a person'] }), meeting('with others', '2027-03-04', { counterparts: ['donor'] }), from])).toBe('next')
  })

  it('heeds whom it concerns', () => {
    expect(next([meeting('next', '2027-03-05'), meeting('with the city', '2027-03-06', { counterparts: ['city'] })], 'city')).toBe('with the city')
  })

  it('passes over what is over, called off, held, or among ourselves', () => {
    const others = [meeting('past', '2027-03-02', { startMinute: 900 }), meeting('off', '2027-03-04', { status: 'cancelled' }), meeting('held', '2027-03-04', { status: 'held' }), meeting('inside', '2027-03-04', { kind: 'internal' })]
    expect(next(others)).toBeUndefined()
    expect(next([...others, meeting('tentative', '2027-03-04', { status: 'tentative' })])).toBe('tentative')
  })

  it('rolls on when the next one was held, and back when it was called off', () => {
    const [one, two] = [meeting('one', '2027-03-04'), meeting('two', '2027-03-05')]
    expect([next([one, two]), next([{ ...one, status: 'held' }, two]), next([{ ...one, status: 'postponed' }, two])]).toEqual(['one', 'two', 'two'])
  })

  it('never goes back: what comes out of a meeting that is still ahead comes up after it', () => {
    const ahead = meeting('origin', '2027-03-06')
    expect(nextMeetingOf({ meeting: ahead, organisationId: null }, [meeting('before', '2027-03-05'), ahead, meeting('same day, earlier', '2027-03-06', { startMinute: 540 }), meeting('same day, no time', '2027-03-06', { startMinute: null })], '2027-03-03')?.id).toBe('same day, no time')
  })
})
