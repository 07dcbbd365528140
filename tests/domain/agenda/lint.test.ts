import { describe, expect, it } from 'vitest'
import { lintMission } from '#app/domain/roadshow/lint.ts'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import type { MissionFacts } from '#app/domain/roadshow/lint-facts.ts'
import { describeIssue } from '#app/domain/roadshow/lint-words.ts'
import { repairLabel } from '#app/domain/roadshow/lint-repairs.ts'
import { itemOf, missionOf, rowOf, speakerOf } from '#tests/support/lint-facts.ts'

const lint = (more: Partial<MissionFacts>): Issue[] => lintMission(missionOf(more))
const errors = (more: Partial<MissionFacts>): Issue[] => lint(more).filter((issue) => issue.severity === 'error')
const header = (start: number, end: number | null) => [rowOf({ headerStartMinute: start, headerEndMinute: end })]

describe('the header of an agenda', () => {
  const items = [itemOf('r', 540, 570, { kind: 'registration' }), itemOf('a', 570, 600), itemOf('z', 690, 730, { kind: 'closing', title: 'Closing', sourceLine: 70 }), itemOf('m', 730, null, { kind: 'meal' })]

  it('is an error where the programme runs past it; registration and lunch do not count', () => {
    const [issue, ...more] = errors({ engagements: header(570, 720), items }) as [Issue]
    expect(more).toEqual([])
    expect(describeIssue(issue).title).toBe('Header 09:30–12:00, programme 09:30–12:10')
    expect(issue.lines).toEqual([70])
    expect(issue.repairs.map(repairLabel)).toEqual(['Header 09:30–12:10', 'Header 09:00–12:10, with registration', 'End “Closing” at 12:00', 'Open the agenda'])
  })

  it('is right where only registration and lunch stand outside, or where it says no end', () => {
    expect(errors({ engagements: header(570, 730), items })).toEqual([])
    expect(errors({ engagements: header(570, null), items })).toEqual([])
  })

  it('is an error where the programme begins before it', () => {
    const [issue] = errors({ engagements: header(600, 730), items }) as [Issue]
    expect(describeIssue(issue).detail).toContain('The programme begins at 09:30, before the header does.')
    expect(issue.repairs.map(repairLabel)).toEqual(['Header 09:30–12:10', 'Header 09:00–12:10, with registration', 'Open the agenda'])
  })

  it('is the slot of the engagement where none is printed', () => {
    const [issue] = errors({ engagements: [rowOf({ startMinute: 570, endMinute: 720 })], items }) as [Issue]
    expect(describeIssue(issue).title).toBe('Slot 09:30–12:00, programme 09:30–12:10')
    expect(errors({ engagements: [rowOf({ startMinute: null, endMinute: null })], items })).toEqual([])
  })

  it('is not asked to hold the items of other days', () => {
    expect(errors({ engagements: header(570, 730), items: [...items, itemOf('next', 900, 960, { day: '2027-03-03' })] })).toEqual([])
  })
})

describe('softer rules of an agenda', () => {
  const titles = (more: Partial<MissionFacts>): string[] => lint({ engagements: [rowOf({ startMinute: 540, endMinute: 780 })], ...more }).map((issue) => describeIssue(issue).title)

  it('count the minutes without a break', () => {
    expect(titles({ items: [itemOf('a', 540, 600), itemOf('b', 600, 640)] })).toEqual(['100 minutes without a break'])
    expect(titles({ items: [itemOf('a', 540, 600), itemOf('x', 600, 610, { kind: 'break' }), itemOf('b', 610, 690)] })).toEqual([])
  })

  it('name short talks together', () => {
    expect(titles({ items: [itemOf('a', 540, 545), itemOf('b', 545, 550), itemOf('c', 550, 560)] })).toEqual(['2 talks shorter than 10 minutes'])
  })

  it('ask for a language only where there is an agenda', () => {
    expect(titles({ engagements: [rowOf({ language: '' })] })).toEqual([])
    expect(titles({ engagements: [rowOf({ language: '' })], items: [itemOf('a', 600, 660)] })).toEqual(['No working language or interpretation stated'])
  })

  it('note shared slots, items that name nobody or have no end, and several roles', () => {
    const items = [itemOf('a', 540, 560, { kind: 'remarks', title: 'Welcome' }), itemOf('d', 560, 600, { kind: 'discussion', title: 'Discussion' }), itemOf('m', 600, null, { kind: 'meal', title: 'Lunch' })]
    const appearances = [speakerOf(null, 'Ana', 'moderator'), speakerOf('a', 'Ana'), speakerOf('a', 'Rui'), speakerOf('a', 'Rui')]
    expect(titles({ items, appearances })).toEqual(['2 people share 20 minutes', '“Discussion” names nobody', '“Lunch” has no end', 'Ana: moderator and speaker'])
  })
})
