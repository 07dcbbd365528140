import { describe, expect, it } from 'vitest'
import { countSeverities, lintMission, partIssues } from '#app/domain/roadshow/lint.ts'
import { isChange } from '#app/domain/roadshow/lint-issue.ts'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import type { MissionFacts } from '#app/domain/roadshow/lint-facts.ts'
import { describeIssue, lineWords, placeWords } from '#app/domain/roadshow/lint-words.ts'
import { repairLabel } from '#app/domain/roadshow/lint-repairs.ts'
import { itemOf, missionOf, nodeOf, ratedOf, rowOf, stopOf } from '#tests/support/lint-facts.ts'

const lint = (more: Partial<MissionFacts>): Issue[] => lintMission(missionOf(more))
const errors = (more: Partial<MissionFacts>): Issue[] => lint(more).filter((issue) => issue.severity === 'error')
const codes = (issues: Issue[]): string[] => issues.map((issue) => issue.code)

describe('a clean mission', () => {
  it('raises nothing at all', () => {
    expect(lint({})).toEqual([])
  })
})

describe('a wrong weekday', () => {
  const cell = { printedDay: 'Wednesday, 2nd March 2027', printedDayGroup: 'line-5' }

  it('is one issue for all rows under one printed date, with what may be meant', () => {
    const found = errors({ engagements: [rowOf(cell), rowOf({ ...cell, id: 'row-2', title: 'Visit to the docks', sourceLine: 6 }), rowOf({ id: 'row-3', title: 'Dinner talk', day: '2027-03-03', printedDay: 'Wednesday, 3rd March 2027', sourceLine: 7 })] })
    expect(codes(found)).toEqual(['weekday-mismatch'])
    const [issue] = found as [Issue]
    expect(issue.subjects.map((subject) => subject.id)).toEqual(['row-1', 'row-2'])
    expect(describeIssue(issue)).toEqual({
      title: '“Wednesday, 2nd March 2027”: 2 March 2027 is a Tuesday', wrong: 'Wednesday', place: 'Lisbon · 2 rows',
      detail: '2 rows carry this date: “Meeting with the port”, “Visit to the docks”. Wed 3 Mar is printed too, so Tuesday is the likely reading.',
    })
    expect(issue.repairs.map(repairLabel)).toEqual(['Keep the date: Tue 2 Mar', 'Keep the weekday: Wed 3 Mar'])
    expect(placeWords(issue)).toBe('Lisbon · 2 rows · deck line 5')
  })

  it('offers no day on which the mission is elsewhere', () => {
    const [issue] = errors({ engagements: [rowOf({ ...cell, printedDay: 'Friday, 2nd March 2027' })] }) as [Issue]
    expect(issue.repairs.map(repairLabel)).toEqual(['Keep the date: Tue 2 Mar', 'Move by hand…'])
  })

  it('is settled when a person moved the row to another day', () => {
    expect(errors({ engagements: [rowOf({ ...cell, day: '2027-03-03' })] })).toEqual([])
  })

  it('is not seen where none is printed', () => {
    expect(errors({ engagements: [rowOf({ printedDay: '2027.3.2' }), rowOf({ id: 'row-2', title: 'Other', printedDay: '2nd March' })] })).toEqual([])
  })
})

describe('two titles', () => {
  const alias = (title: string, origin = 'agenda sheet') => ({ id: 'alias-1', title, origin, sourceLine: 46 })

  it('that are neither the same nor different need one to be chosen', () => {
    const [issue, ...more] = errors({ engagements: [rowOf({ title: 'Workshop on “Preparing Lisbon for a Digital Century”', aliases: [alias('Preparing Lisbon for a New Digital Era')] })] }) as [Issue]
    expect(more).toEqual([])
    expect([issue.code, issue.lines, issue.repairs.filter(isChange).map(repairLabel)]).toEqual(['title-drift', [5, 46], ['Use “Workshop on ‘Preparing Lisbon for a Digital Century’”', 'Use “Preparing Lisbon for a New Digital Era”']])
  })

  it.each([
    ['another name', alias('Lisbon workshop')],
    ['the same title in other letters', alias('PREPARING LISBON for a digital century')],
    ['one that a person kept', alias('Preparing Lisbon for a New Digital Era', 'agenda sheet, kept as another title')],
  ])('are none for %s', (_what, other) => {
    expect(errors({ engagements: [rowOf({ title: 'Workshop on “Preparing Lisbon for a Digital Century”', aliases: [other] })] })).toEqual([])
  })
})

describe('a mark under no heading', () => {
  it('is one issue for all dimensions, and none after it was read', () => {
    const outside = { printedColumn: 4, printedHeader: '', level: 'high', certain: false } as const
    const [issue, ...more] = errors({ ratings: [ratedOf('Roads', { ...outside, sourceLine: 210 }), ratedOf('Law'), ratedOf('Skills', { ...outside, sourceLine: 215 })] }) as [Issue]
    expect(more).toEqual([])
    expect([describeIssue(issue).title, issue.lines, issue.repairs.map(repairLabel)]).toEqual(['2 marks stand under no heading', [210, 215], ['Read as High', 'Leave open: not enough evidence', 'Open readiness']])
    expect(errors({ ratings: [ratedOf('Roads', { ...outside, printedHeader: 'High' }), ratedOf('Law', { printedColumn: null, printedHeader: null })] })).toEqual([])
  })
})

describe('an outline number', () => {
  it('for two sections of one level is an error; the next free one is proposed', () => {
    const [issue, ...more] = errors({ nodes: [nodeOf(1, '2'), nodeOf(2, '2.3'), nodeOf(3, '2.3.1'), nodeOf(4, '2.3.1', { title: '2.3.1. Section 4' }), nodeOf(5, '2.3.2')] }) as [Issue]
    expect(more).toEqual([])
    expect([issue.subjects[0]?.id, issue.lines, issue.repairs.map(repairLabel)]).toEqual(['node-4', [103, 104], ['Make “Section 4” 2.3.3', '“Section 4” without a number', 'Open the report and plan']])
  })

  it('may stand again in another document, on another level, or be missing', () => {
    expect(errors({ nodes: [nodeOf(1, '1'), nodeOf(2, '1', { documentId: 'other' }), nodeOf(3, '1', { level: 2 }), nodeOf(4, ''), nodeOf(5, '')] })).toEqual([])
  })
})

describe('a place spelt almost right', () => {
  const dushanbe = stopOf({ city: 'Dushanbe', names: ['Dushanbe', 'Душанбе'], country: 'Tajikistan' })

  it('is found once, wherever it stands', () => {
    const [issue, ...more] = errors({ stops: [dushanbe], documents: [{ id: 'report', title: 'Slides - Dushane, Tajikistan', language: 'en', sourceLine: 7 }] }) as [Issue]
    expect(more).toEqual([])
    expect([issue.code, describeIssue(issue).title, issue.subjects, issue.repairs.map(repairLabel)]).toEqual([
      'spelling-near-place', '“Dushane”, elsewhere Dushanbe', [{ kind: 'document', id: 'report' }], ['Write “Dushanbe”', '“Dushane” is another name of it'],
    ])
  })

  it.each(['Lisbo', 'Lisbonn harbour', 'Lizbon'])('in a title: %s', (title) => {
    expect(codes(errors({ engagements: [rowOf({ title })] }))).toEqual(['spelling-near-place'])
  })

  it.each([
    'Hyoung Gun Wang', 'Lisboa', 'Lisbon’s docks', 'Lisboner Hafen', 'lisbo in small letters', 'Portugal', 'Листбон',
  ])('leaves %s alone', (title) => {
    expect(errors({ engagements: [rowOf({ title })] })).toEqual([])
  })

  it('leaves names of their time, hyphens, endings and other languages alone', () => {
    const stops = [stopOf({ city: 'Nur-Sultan', names: ['Nur-Sultan', 'Astana', 'Астана'], country: 'Kazakhstan' }), { ...dushanbe, id: 'stop-2', placeId: 'place-2' }]
    const titles = ['Presentation in Nur-Sultan', 'Sultan Nurov, adviser', 'Встреча в Астане', 'Оинномаи шаҳри Душанбе, граждании', 'Kazakhstani partners']
    const found = errors({ stops, engagements: titles.map((title, at) => rowOf({ id: `row-${at}`, title })), documents: [{ id: 'report', title: 'Dushanba shahri', language: 'tg', sourceLine: 9 }] })
    expect(found).toEqual([])
  })

  it('takes what stands often for a name of its own', () => {
    expect(errors({ engagements: [1, 2, 3].map((at) => rowOf({ id: `row-${at}`, title: `Lisbona talk ${at}` })).concat([1, 2, 3].map((at) => rowOf({ id: `other-${at}`, title: `Lisbyn talk ${at}` }))) })).toEqual([])
  })
})

describe('softer rules', () => {
  it('say what is near and incomplete, by the mission’s own day', () => {
    const rows = [rowOf({ startMinute: null, endMinute: null }), rowOf({ id: 'row-2', title: 'Complete' }), rowOf({ id: 'row-3', title: 'Cancelled', startMinute: null, status: 'cancelled' })]
    expect(lint({ engagements: rows })).toEqual([])
    const [issue, ...more] = lint({ engagements: rows, today: '2027-02-27' }) as [Issue]
    expect(more).toEqual([])
    expect([issue.severity, describeIssue(issue).title]).toEqual(['warning', '1 of 2 near engagements in Lisbon has no time'])
  })

  it('ask for the way between stops, and say that clocks differ', () => {
    const stops = [stopOf(), stopOf({ id: 'stop-2', placeId: 'place-2', city: 'Madrid', zone: 'Europe/Madrid', arriveDay: '2027-03-04', departDay: '2027-03-05' })]
    expect(lint({ stops }).map((issue) => describeIssue(issue).title)).toEqual(['Lisbon to Madrid: no travel leg', 'From Lisbon to Madrid clocks go forward 1 hour'])
    expect(codes(lint({ stops, engagements: [rowOf({ kind: 'travel', day: '2027-03-03' })] }))).toEqual(['tz-shift'])
  })

  it('name levels without evidence, levels spoken against and rows without an owner', () => {
    const found = lint({
      ratings: [ratedOf('Roads', { evidence: 0 }), ratedOf('Law', { stale: { count: 2, sinceMs: 1 } }), ratedOf('Skills', { level: 'none', evidence: 0 })],
      tasks: [{ id: 't1', kind: 'work-plan', part: '', title: 'Draft', owner: '', sourceLine: 88 }, { id: 't2', kind: 'work-plan', part: '', title: 'Print', owner: 'A team', sourceLine: 89 }, { id: 't3', kind: 'action', part: '', title: 'Call', owner: '', sourceLine: null }],
    })
    expect(found.map((issue) => describeIssue(issue).title)).toEqual(['Law is Mid, and newer evidence speaks against it', '1 of 3 levels rest on no evidence', '1 of 2 rows of the work plan has no owner'])
  })

  it('note the same title twice and a day off', () => {
    const found = lint({ engagements: [rowOf(), rowOf({ id: 'row-2', day: '2027-03-06' })] })
    expect(found.map((issue) => [issue.severity, describeIssue(issue).title])).toEqual([['note', '“Meeting with the port” stands twice'], ['note', 'Sat 6 Mar 2027 is a day off']])
  })
})

describe('all issues', () => {
  const planted = { engagements: [rowOf({ printedDay: 'Friday, 2nd March 2027', title: 'Visit to Lisbo' })], items: [itemOf('a', 600, 604)], nodes: [nodeOf(1, '1'), nodeOf(2, '1')] }

  it('come errors first, and count', () => {
    const found = lint(planted)
    expect(codes(found)).toEqual(['weekday-mismatch', 'duplicate-number', 'spelling-near-place', 'slot-too-short'])
    expect(countSeverities(found)).toEqual({ error: 3, warning: 1, note: 0 })
  })

  it('keep their name while the same is printed, and lose it with another text', () => {
    const [before] = lint(planted) as [Issue]
    const [same] = lint({ ...planted, nodes: [] }) as [Issue]
    const [other] = lint({ ...planted, engagements: [rowOf({ printedDay: 'Monday, 2nd March 2027' })] }) as [Issue]
    expect(same.id).toBe(before.id)
    expect(other.id).not.toBe(before.id)
    expect(before.id).toMatch(/^row-1-[a-z0-9]{6,7}$/)
  })

  it('are parted by what a person accepted', () => {
    const found = lint(planted)
    const [first] = found as [Issue]
    const { open, accepted } = partIssues(found, [{ code: first.code, subjectId: first.id }, { code: 'title-drift', subjectId: first.id }])
    expect([codes(open), accepted.map(({ issue }) => issue.code)]).toEqual([['duplicate-number', 'spelling-near-place', 'slot-too-short'], ['weekday-mismatch']])
  })

  it('say their lines', () => {
    expect([[], [23], [29, 46], [1, 2, 3, 4, 9]].map(lineWords)).toEqual(['', 'deck line 23', 'deck lines 29, 46', 'deck lines 1–9'])
  })
})
