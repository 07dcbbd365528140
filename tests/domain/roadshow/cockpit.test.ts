import { describe, expect, it } from 'vitest'
import { dayDistance, firstStep, isAhead, nextAct, nextUp, ofToday } from '#app/domain/roadshow/cockpit.ts'

const NOON = Date.UTC(2027, 2, 2, 7)
const row = (day: string, startMinute: number | null, more = {}) => ({ day, zone: 'Asia/Dushanbe', startMinute, endMs: startMinute === null ? null : Date.UTC(2027, 2, Number(day.slice(8)), 0, startMinute + 60 - 300), kind: 'meeting', ...more })

describe('a new mission', () => {
  it('is led from its first stop to its first sent invitation', () => {
    const begun = { stops: 0, engagements: 0, appearances: 0, invitations: 0 }
    expect([begun, { ...begun, stops: 2 }, { ...begun, stops: 1, engagements: 1 }, { ...begun, stops: 1, engagements: 1, appearances: 3 }, { stops: 1, engagements: 1, appearances: 3, invitations: 3 }].map(firstStep))
      .toEqual(['stop', 'engagement', 'people', 'invitation', undefined])
  })
})

describe('what comes next', () => {
  it('is over at its end, or with its day where no time is known', () => {
    expect([row('2027-03-02', 600), row('2027-03-02', 700), row('2027-03-02', null), row('2027-03-01', null)].map((each) => isAhead(each, NOON))).toEqual([false, true, true, false])
  })

  it('is what has a time, and beside it what could be taken for it', () => {
    const [untimed, timed, later] = [row('2027-03-03', null), row('2027-03-03', 600), row('2027-03-04', null)]
    expect(nextUp([untimed, timed, later], NOON)).toEqual([timed, untimed])
    expect(nextUp([later, row('2027-03-05', 600)], NOON)).toEqual([later, row('2027-03-05', 600)])
    expect(nextUp([timed, later], NOON)).toEqual([timed])
    expect(nextUp([row('2027-03-03', 500, { kind: 'travel' }), later], NOON)).toEqual([later])
    expect(nextUp([], NOON)).toEqual([])
  })

  it('is of today by the day at its own stop', () => {
    const late = Date.UTC(2027, 2, 2, 20)
    expect(ofToday([row('2027-03-02', null), row('2027-03-03', null), row('2027-03-02', null, { zone: 'Europe/London' })], late)).toEqual([row('2027-03-03', null), row('2027-03-02', null, { zone: 'Europe/London' })])
  })

  it('is told in days', () => {
    expect(['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-09', '2027-02-20'].map((day) => dayDistance('2027-03-02', day))).toEqual(['yesterday', 'today', 'tomorrow', 'in 7 days', '10 days ago'])
  })
})

describe('what to do next', () => {
  it('is to tell people first, then to write, to chase, to plan', () => {
    const waiting = { mails: 0, others: 0, notesLate: 0, notesDue: 0, unanswered: 0, untimed: 0 }
    expect([{ ...waiting, others: 1, untimed: 4 }, { ...waiting, notesDue: 1, unanswered: 2 }, { ...waiting, unanswered: 2, untimed: 1 }, { ...waiting, untimed: 1 }, waiting].map(nextAct))
      .toEqual(['send', 'write-notes', 'chase-answers', 'set-times', 'nothing'])
  })
})
