import { describe, expect, it } from 'vitest'
import { findLike, findLikelyDuplicates } from '#app/domain/people/duplicates.ts'
import { foldKey } from '#app/domain/text.ts'

const known = (...people: string[][]) => people.map((names, at) => ({ id: `p${at}`, keys: names.map(foldKey) }))
const pairs = (...people: string[][]) => findLikelyDuplicates(known(...people)).map(({ a, b, why }) => `${a} ${b} ${why}`)

describe('likely duplicates', () => {
  it('offers one name in two scripts, orders and forms of address', () => {
    expect(pairs(['Yusuf Majidi'], ['Юсуф Маҷидӣ'], ['Majidi, Yusuf'], ['Mr. Yusuf Majidi'])).toEqual(['p0 p1 same', 'p0 p2 same', 'p0 p3 same'])
  })

  it('finds them by any spelling that is known', () => {
    expect(pairs(['Someone Else', 'Firdavs Saidzoda'], ['Фирдавс Саидзода'])).toEqual(['p0 p1 same'])
  })

  it('offers a slip, an initial and a further name as close', () => {
    expect(pairs(['Firdavs Saidzoda'], ['Firdaus Saidzoda'])).toEqual(['p0 p1 close'])
    expect(pairs(['Y. Majidi'], ['Yusuf Majidi'])).toEqual(['p0 p1 close'])
    expect(pairs(['Rustam Karimov'], ['Рустам Ахмадович Каримов'])).toEqual(['p0 p1 close'])
  })

  it('never offers two people whose names only sound alike', () => {
    expect(pairs(['Hyoung Gun Wang'], ['Jong-Sung Hwang'])).toEqual([])
    expect(pairs(['Jong Kim'], ['Jong Hwang'], ['Seunghyun Kim'], ['Oleg Petrov'], ['Sadi Samadov'], ['Majidi'])).toEqual([])
    expect(pairs(['Ministry of Finance, Republic of Tajikistan'], ['Ministry of Finance, Republic of Uzbekistan'])).toEqual([])
  })

  it('says each pair once, the same before the close', () => {
    expect(pairs(['Anna Berg', 'Ana Berg'], ['Anna Berg', 'Anna Bergh'])).toEqual(['p0 p1 same'])
    expect(pairs([], ['  '], ['…'])).toEqual([])
  })

  it('compares each of 20,000 entries with a few neighbours only', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => ({ id: `x${at}`, keys: [`name${at % 100} ivanov${at}`] }))
    expect(findLikelyDuplicates([...many, { id: 'twice', keys: ['ivanov17 name17'] }])).toContainEqual({ a: 'x17', b: 'twice', why: 'same' })
  })

  it('knows whom a new name may already mean', () => {
    const people = known(['Jong-Sung Hwang'], ['Hyoung Gun Wang'], ['Yusuf Majidi', 'Юсуф Маҷидӣ'])
    expect(findLike('Маҷидӣ Юсуф', people)).toEqual([{ id: 'p2', why: 'same' }])
    expect(findLike('Hwang Jong Sung', people)).toEqual([{ id: 'p0', why: 'same' }])
    expect(findLike('J. S. Hwang', people)).toEqual([])
    expect(findLike('Gun Wang', people)).toEqual([{ id: 'p1', why: 'close' }])
    expect(findLike('', people)).toEqual([])
  })
})
