import { expect, it } from 'vitest'
import { formatTenure, holdsOn, isTenure, latestFirst } from '#app/domain/people/tenure.ts'
import { scriptOf } from '#app/domain/people/script.ts'

const nurSultan = { fromDay: '2019-03-23', toDay: '2022-09-18' }

it('holds on both its days and between, and for ever where an end is not known', () => {
  expect(['2019-03-22', '2019-03-23', '2020-01-30', '2022-09-18', '2022-09-19'].map((day) => holdsOn(nurSultan, day))).toEqual([false, true, true, true, false])
  expect(holdsOn({ fromDay: null, toDay: null }, '2020-01-30')).toBe(true)
})

it('is written as a period', () => {
  expect([nurSultan, { ...nurSultan, toDay: null }, { ...nurSultan, fromDay: null }, { fromDay: null, toDay: null }].map(formatTenure))
    .toEqual(['23 Mar 2019 – 18 Sep 2022', 'since 23 Mar 2019', 'until 18 Sep 2022', ''])
  expect([isTenure(nurSultan), isTenure({ fromDay: '2020-02-02', toDay: '2020-02-01' })]).toEqual([true, false])
})

it('sorts what still holds before what ended', () => {
  const rows = [{ n: 1, fromDay: null, toDay: '2020-01-01' }, { n: 2, fromDay: '2019-01-01', toDay: null }, { n: 3, fromDay: '2021-01-01', toDay: null }]
  expect(latestFirst(rows).map(({ n }) => n)).toEqual([3, 2, 1])
})

it('tells the script of a name', () => {
  expect(['Юсуф Маҷидӣ', '« Yusuf', '황종성', '2020', ''].map(scriptOf)).toEqual(['Cyrillic', 'Latin', 'Hangul', '', ''])
})
