import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MONTHS, frameAround, inOrder, isLate, loadByMonth, loadByOwner, monthsIn, planGaps, shifted, switched } from '#app/domain/papers/plan.ts'
import type { PlanRow } from '#app/domain/papers/plan.ts'
import roadshow from '#db/seed/roadshow.json'

const row = (id: string, fields: Partial<PlanRow> = {}): PlanRow => ({ id, part: '', title: id, owner: 'Team', months: ['May'], status: 'open', ...fields })
const SUMMER = monthsIn({ from: 5, length: 4, year: null })
const DECK = roadshow.work_plan.rows.map((each, at) => row(`plan-${at + 1}`, { part: each.part, owner: each.owner_verbatim ?? '', months: each.months }))
const OUTLINE = roadshow.technical_note.toc.filter(({ level }) => level === 1).map(({ title }) => title)

describe('the plan of the deck', () => {
  it('has two rows in May, seven in June, five in July and none in August', () => {
    expect(loadByMonth(DECK, SUMMER)).toEqual([2, 7, 5, 0])
    expect(loadByOwner(DECK, SUMMER)).toEqual([
      { owner: 'Dushanbe smart city team and Korean experts', counts: [1, 1, 0, 0] }, { owner: 'Korean experts and local expert', counts: [1, 2, 2, 0] }, { owner: '', counts: [0, 4, 3, 0] },
    ])
  })

  it('lacks four owners, anything in August, a year, and calls two of three parts otherwise than the outline', () => {
    expect(planGaps(DECK, { from: 5, length: 4, year: null }, OUTLINE)).toEqual([
      { kind: 'owner', rows: ['plan-2', 'plan-3', 'plan-5', 'plan-7'], of: 7 }, { kind: 'empty-month', month: { name: 'Aug', year: null } },
      { kind: 'part', part: 'Part 1. Vision, Goals, Strategy', outline: 'Part 1. Smart City Design for Dushanbe' },
      { kind: 'part', part: 'Part 2. Status Analysis of Dushanbe Smart City', outline: 'Part 2. Current status of Dushanbe Smart City' },
      { kind: 'part', part: 'Part 3. Implications and Further Direction', outline: 'Part 3. Implications and Direction' },
      { kind: 'year' },
    ])
  })
})

describe('months', () => {
  it('stand in the order of the plan, across a new year', () => {
    expect(monthsIn({ from: 11, length: 4, year: 2020 })).toEqual([{ name: 'Nov', year: 2020 }, { name: 'Dec', year: 2020 }, { name: 'Jan', year: 2021 }, { name: 'Feb', year: 2021 }])
    expect(inOrder(['Feb', 'later', 'Nov'], monthsIn({ from: 11, length: 4, year: null }))).toEqual(['Nov', 'Feb', 'later'])
    expect([frameAround([]), frameAround([row('a', { months: ['Aug', 'later'] }), row('b')])]).toEqual([{ from: 1, length: 1, year: null }, { from: 5, length: 4, year: null }])
  })

  it('are switched one by one; a bar moves as a whole, and not over the edge', () => {
    expect([switched(['Jun'], 'May', SUMMER), switched(['May', 'Jun'], 'May', SUMMER)]).toEqual([['May', 'Jun'], ['Jun']])
    expect([shifted(['May', 'Jul', 'later'], 1, SUMMER), shifted(['May', 'Jun'], -1, SUMMER), shifted(['Aug'], 1, SUMMER), shifted(['later'], 1, SUMMER)]).toEqual([['Jun', 'Aug', 'later'], undefined, undefined, undefined])
  })

  it('come back where they were when a bar goes there and back', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom(...MONTHS), { minLength: 1 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: -12, max: 12 }), (months, from, length, by) => {
      const columns = monthsIn({ from, length, year: null })
      const start = inOrder(months, columns)
      const there = shifted(start, by, columns)
      if (there) expect(shifted(there, -by, columns)).toEqual(start)
      for (const { name } of columns) expect(switched(switched(start, name, columns), name, columns)).toEqual(start)
    }))
  })
})

it('an activity is late once its last month is over, and never while the year is unknown', () => {
  const known = monthsIn({ from: 5, length: 4, year: 2020 })
  const late = (today: string, fields: Partial<PlanRow> = {}, columns = known): boolean => isLate(row('a', fields), columns, today)
  expect([late('2020-05-31'), late('2020-06-01'), late('2020-06-01', { months: ['May', 'Jul'] }), late('2020-06-01', { status: 'done' }), late('2020-06-01', { months: [] }), late('2030-01-01', {}, SUMMER)]).toEqual([false, true, false, false, false, false])
})

it('names rows without months, months outside the span, parts that no report has; what was dropped lacks nothing', () => {
  const rows = [row('a', { months: [] }), row('b', { months: ['Dec'], part: 'Annexes' }), row('c', { status: 'dropped', owner: '', months: [] })]
  expect(planGaps(rows, { from: 5, length: 1, year: 2020 }, ['Annex'])).toEqual([
    { kind: 'months', rows: ['a'], of: 2 }, { kind: 'empty-month', month: { name: 'May', year: 2020 } }, { kind: 'outside', row: 'b', months: ['Dec'] }, { kind: 'part', part: 'Annexes', outline: null },
  ])
  expect([planGaps([], { from: 1, length: 1, year: null }, []), planGaps([row('a', { part: 'annex' })], { from: 5, length: 1, year: 2020 }, ['Annex'])]).toEqual([[], []])
})
