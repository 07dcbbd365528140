import { describe, expect, it } from 'vitest'
import { pairKey } from '#app/domain/people/duplicates.ts'
import { lintMission } from '#app/domain/roadshow/lint.ts'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import type { EngagementFacts, MissionFacts } from '#app/domain/roadshow/lint-facts.ts'
import { describeIssue } from '#app/domain/roadshow/lint-words.ts'
import { repairLabel } from '#app/domain/roadshow/lint-repairs.ts'
import { itemOf, missionOf, ratedOf, rowOf, speakerOf, stopOf } from '#tests/support/lint-facts.ts'

const lint = (more: Partial<MissionFacts>): Issue[] => lintMission(missionOf(more))
const titles = (more: Partial<MissionFacts>): string[] => lint(more).map((issue) => describeIssue(issue).title)
const buttons = (more: Partial<MissionFacts>, code: string): string[][] => lint(more).filter((issue) => issue.code === code).map((issue) => issue.repairs.map(repairLabel))
const HOUR = 3_600_000
const at = (hour: number, length = 1): Pick<EngagementFacts, 'startMinute' | 'endMinute' | 'startMs' | 'endMs'> => ({ startMinute: hour * 60, endMinute: (hour + length) * 60, startMs: Date.UTC(2027, 2, 2) + hour * HOUR, endMs: Date.UTC(2027, 2, 2) + (hour + length) * HOUR })
const agenda = { engagements: [rowOf({ startMinute: 540, endMinute: 780 })] }

describe('rows of a stored agenda', () => {
  it('at once may end sooner, begin later or run beside each other', () => {
    const more = { ...agenda, items: [itemOf('a', 540, 600), itemOf('b', 590, 620)] }
    expect([titles(more), buttons(more, 'overlap')]).toEqual([['“Item b” begins before “Item a” ends'], [['End “Item a” at 09:50', 'Start “Item b” at 10:00', 'They run beside each other', 'Open the agenda']]])
    expect(titles({ ...agenda, items: [itemOf('a', 540, 600, { track: '1' }), itemOf('b', 590, 620, { track: '2' })] })).toEqual([])
  })

  it('in another order are sorted, holes are stretched over or filled', () => {
    expect(buttons({ ...agenda, items: [itemOf('b', 570, 600), itemOf('a', 540, 570)] }, 'out-of-order')).toEqual([['Sort by time', 'Open the agenda']])
    expect(buttons({ ...agenda, items: [itemOf('a', 540, 570), itemOf('b', 600, 630)] }, 'gap')).toEqual([['End “Item a” at 10:00', 'A break, 09:30–10:00', 'Open the agenda']])
  })

  it('without a speaker are named where others have one', () => {
    const more = { ...agenda, items: [itemOf('a', 540, 570), itemOf('b', 570, 600)], appearances: [speakerOf('a', 'Ana')] }
    expect(titles(more)).toEqual(['“Item b” names no speaker'])
    expect(titles({ ...more, appearances: [] })).toEqual([])
  })

  it('offer what can be decided', () => {
    const items = [itemOf('a', 540, 545), itemOf('d', 545, 640, { kind: 'discussion', title: 'Discussion' }), itemOf('m', 640, null, { kind: 'meal', title: 'Lunch' })]
    const more = { engagements: [rowOf({ startMinute: 540, endMinute: 780, language: '' })], items, appearances: [speakerOf(null, 'Ana', 'moderator'), speakerOf(null, 'Rui', 'moderator')], mission: { ...missionOf().mission, languages: 'English, Portuguese' } }
    expect(['no-break', 'slot-too-short', 'language-missing', 'unled-item', 'open-ended-item'].flatMap((code) => buttons(more, code))).toEqual([
      ['A break of 10 minutes at 09:05, the rest later', 'Open the agenda'], ['10 minutes each, the rest later', 'Open the agenda'], ['State English, Portuguese', 'Edit by hand…'], ['Ana leads it', 'Rui leads it', 'Open the agenda'],
      ['End “Lunch” at 13:00', 'End “Lunch” at 11:40', 'Open the agenda'],
    ])
  })

  it('offer no shift past midnight', () => {
    expect(buttons({ engagements: [rowOf({ startMinute: 1200, endMinute: 1439 })], items: [itemOf('a', 1200, 1205), itemOf('b', 1205, 1438)] }, 'slot-too-short')).toEqual([['Open the agenda']])
  })
})

describe('two things at once', () => {
  const two = (second: Partial<EngagementFacts> = {}) => ({
    engagements: [rowOf(at(10)), rowOf({ ...at(10), id: 'row-2', title: 'Visit', venue: 'Docks', sourceLine: 6, ...second })],
    appearances: [speakerOf(null, 'Ana'), speakerOf(null, 'Ana', 'speaker', { engagementId: 'row-2' })],
  })

  it('are an error for people, softer while one is not agreed, and none for what stands by or is called off', () => {
    expect(lint(two()).map((issue) => [issue.code, issue.severity, describeIssue(issue).title])).toEqual([['person-conflict', 'error', 'Ana is in two things at once']])
    expect(lint(two({ status: 'tentative' })).map((issue) => issue.code)).toEqual(['tentative-conflict'])
    for (const none of [{ status: 'cancelled' }, { fallbackOfId: 'row-1' }, at(11)]) expect(lint(two(none)).filter((issue) => issue.code.includes('conflict'))).toEqual([])
  })

  it('count a speaker only while the own item lasts', () => {
    const more = { ...two(at(11)), items: [itemOf('a', 600, 630, { kind: 'remarks' })], appearances: [speakerOf('a', 'Ana'), speakerOf(null, 'Ana', 'guest', { engagementId: 'row-2' })] }
    expect(lint(more).filter((issue) => issue.code === 'person-conflict')).toEqual([])
  })

  it('in one place are a warning, in two rooms none', () => {
    const rooms = (room: string) => ({ engagements: [rowOf({ ...at(10), room: 'A' }), rowOf({ ...at(10), id: 'row-2', title: 'Visit', room })] })
    expect(titles(rooms('A'))).toEqual(['Town hall is taken twice'])
    expect(titles(rooms('B'))).toEqual([])
  })

  it('in two cities are out of reach', () => {
    const far = (second: Partial<EngagementFacts>) => lint({ stops: [stopOf(), stopOf({ id: 'stop-2', city: 'Porto', cityNow: 'Porto' })], engagements: [rowOf(at(10)), rowOf({ ...at(11), id: 'row-2', title: 'Visit', stopId: 'stop-2', city: 'Porto', venue: 'Docks', ...second })] }).filter((issue) => issue.code === 'travel-infeasible')
    expect(far({}).map((issue) => describeIssue(issue).title)).toEqual(['From “Meeting with the port” to “Visit” in 0 minutes'])
    for (const near of [at(12), { status: 'idea' }, { stopId: 'stop-1', city: 'Lisbon' }]) expect(far(near)).toEqual([])
    expect(far({ kind: 'travel', ...at(10.5) }).length).toBe(1)
  })
})

describe('rows as they were read', () => {
  it('wait for a word where they slipped, and may be two', () => {
    expect(buttons({ engagements: [rowOf({ inferred: ['stop', 'day'] })] }, 'column-shift')).toEqual([['Yes, it belongs to Lisbon, Tue 2 Mar', 'Move by hand…']])
    expect(titles({ engagements: [rowOf({ title: 'Presentation and Q&A session for partners' })] })).toEqual(['“Presentation and Q&A session for partners” may be two'])
    for (const title of ['Joint meeting with the Ministry of Energy, World Bank', 'Meeting with the Ministry of Labour, Migration and Employment', 'Workshop on roads, bridges and tunnels']) expect(titles({ engagements: [rowOf({ title })] })).toEqual([])
  })
})

describe('people of a mission', () => {
  const apart = [rowOf(), rowOf({ id: 'row-2', title: 'Other meeting', day: '2027-03-03' })]
  const spelt = (a: string, b: string, more: object = {}) => ({ engagements: apart, appearances: [speakerOf(null, a), speakerOf(null, b, 'speaker', { engagementId: 'row-2', ...more })] })

  it('in two spellings lead to the merge page; those set apart, and the traps, do not', () => {
    expect(buttons(spelt('Katrin Vogel', 'Kathrin Vogel'), 'name-variant')).toEqual([['The same person: merge…', 'Open the person']])
    expect(titles({ ...spelt('Katrin Vogel', 'Kathrin Vogel'), apart: new Set([pairKey('Katrin Vogel', 'Kathrin Vogel')]) })).toEqual([])
    expect(titles({ engagements: apart.slice(0, 1), appearances: [speakerOf(null, 'Katrin Vogel'), speakerOf(null, 'Kathrin Vogel')] })).toEqual([])
    for (const [a, b] of [['Jong-Sung Hwang', 'Hyoung Gun Wang'], ['Aziz Karimov', 'Aziza Karimova']] as const) expect(titles(spelt(a, b))).toEqual([])
  })

  it('for two bodies, and all of one address, are notes', () => {
    const mr = { honorific: 'Mr.' }
    expect(titles({ appearances: [speakerOf(null, 'Ana', 'speaker', { printedTitle: 'Planner, Port of Lisbon; Researcher, University of Porto' })] })).toEqual(['Ana stands for two organisations'])
    expect(titles({ appearances: [speakerOf(null, 'Ana', 'speaker', { printedTitle: 'Planner, Port of Lisbon' })] })).toEqual([])
    expect(titles({ appearances: ['A', 'B', 'C'].map((name) => speakerOf(null, name, 'speaker', mr)) })).toEqual(['All 3 named people are “Mr.”'])
    expect(titles({ appearances: [...['A', 'B', 'C'].map((name) => speakerOf(null, name, 'speaker', mr)), speakerOf(null, 'D', 'speaker', { honorific: 'Ms.' })] })).toEqual([])
  })
})

describe('names, days and evidence', () => {
  it('of another time are a hint', () => {
    expect(titles({ stops: [stopOf({ city: 'Lisbon', cityNow: 'Lisboa' })], followed: [{ id: 'o', name: 'Old office', successor: 'New office' }] })).toEqual(['Lisbon, Old office: names of their time'])
  })

  it('that the table calls off are noted with their name; a working weekend is none', () => {
    const off = { country: 'Portugal', day: '2027-03-02', name: 'City day', verified: false }
    expect(titles({ offDays: [off] })).toEqual(['Tue 2 Mar 2027 is City day (unverified)'])
    expect(titles({ offDays: [{ ...off, country: 'Spain' }] })).toEqual([])
    expect(titles({ engagements: [rowOf({ day: '2027-03-06' })], workingDays: new Set(['Portugal 2027-03-06']) })).toEqual([])
  })

  it('from one meeting, or in a language without a translation, are warnings', () => {
    expect(titles({ ratings: [ratedOf('Roads', { meetings: 1 }), ratedOf('Law', { meetings: 0, sourceKinds: 0 }), ratedOf('Skills', { sourceKinds: 1 })] })).toEqual(['2 levels rest on one meeting or one kind of source'])
    expect(titles({ untranslated: [{ id: 'e', body: 'Роҳҳо', language: 'tg' }] })).toEqual(['1 linked passage has no translation'])
  })

  it('of the plan take the owner of the row above in their part', () => {
    const task = (id: string, part: string, owner: string) => ({ id, kind: 'work-plan', part, title: id, owner, sourceLine: null })
    expect(buttons({ tasks: [task('a', 'One', 'Team'), task('b', 'One', ''), task('c', 'Two', '')] }, 'owner-missing')).toEqual([['Take the owner of the row above, for 1 row', 'Open the report and plan']])
  })
})
