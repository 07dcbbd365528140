import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRows } from '#app/domain/intake/comparison.ts'
import type { Row } from '#app/domain/intake/comparison.ts'

const row = (id: string, start: number | null, title: string, more: Partial<Row> = {}): Row => ({ id, day: '2027-03-02', start, end: start === null ? null : start + 30, title, kind: 'presentation', people: [], ...more })
const told = (stored: Row[], read: Row[]) => compareRows(stored, read).map(({ what, stored: old, read: now, differs }) => `${old?.id ?? '·'}→${now?.id ?? '·'} ${what}${differs.length ? ` ${differs.join(',')}` : ''}`)

const STORED = [row('a', 540, 'Registration', { kind: 'registration' }), row('b', 570, 'Welcoming remarks', { kind: 'remarks', people: ['ana'] }), row('c', 600, 'Roads of the North'), row('d', 630, 'Coffee break', { kind: 'break' }), row('e', 660, 'Coffee break', { kind: 'break' })]

describe('a second paste', () => {
  it('says per row what is the same, moved, changed, new and gone', () => {
    expect(told(STORED, [
      row('1', 540, 'Registration', { kind: 'registration' }), row('2', 570, 'Opening remarks', { kind: 'remarks', people: ['ana', 'ben'] }), row('3', 610, 'Roads of the north'), row('4', 660, 'Coffee break', { kind: 'break' }), row('5', 700, 'Law'),
    ])).toEqual(['a→1 same', 'b→2 changed title,people', 'c→3 changed start,end,title', 'd→· gone', 'e→4 same', '·→5 new'])
    expect(told(STORED, [row('1', 555, 'Registration', { kind: 'registration' })])).toEqual(['a→1 moved start,end', 'b→· gone', 'c→· gone', 'd→· gone', 'e→· gone'])
    expect(told([], [row('1', 540, 'X')])).toEqual(['·→1 new'])
    expect(told(STORED, [])).toEqual(['a→· gone', 'b→· gone', 'c→· gone', 'd→· gone', 'e→· gone'])
  })

  it('knows a row by another title of it, and does not take other words at the same time for it', () => {
    expect(told([row('a', 540, 'Workshop on the old title', { titles: ['New title'] })], [row('1', 540, 'New title')])).toEqual(['a→1 same'])
    expect(told([row('a', 540, 'Panel on water')], [row('1', 540, 'Lunch', { kind: 'meal' })])).toEqual(['a→· gone', '·→1 new'])
  })

  it('does not compare what the text leaves out', () => {
    expect(told([row('a', 540, 'X', { people: ['ana'], more: 'talk' })], [row('1', 540, 'X', { people: null, day: null })])).toEqual(['a→1 same'])
    expect(told([row('a', 540, 'X', { more: 'talk' })], [row('1', 540, 'X', { more: 'other' })])).toEqual(['a→1 changed more'])
  })

  it('has every row once, whatever stands there, and finds nothing changed in the same', () => {
    const rows = fc.array(fc.record({ start: fc.option(fc.integer({ min: 0, max: 5 })), title: fc.constantFrom('A b', 'A c', 'B', 'C d e'), kind: fc.constantFrom('break', 'panel'), people: fc.subarray(['x', 'y']) }), { maxLength: 8 })
    const made = (prefix: string, list: { start: number | null; title: string; kind: string; people: string[] }[]) => list.map((each, at) => row(`${prefix}${at}`, each.start, each.title, each))
    fc.assert(fc.property(rows, rows, (one, two) => {
      const [stored, read] = [made('s', one), made('r', two)]
      const changes = compareRows(stored, read)
      expect(changes.flatMap(({ read: now }) => (now ? [now] : []))).toEqual(read)
      expect(changes.flatMap(({ stored: old }) => (old ? [old.id] : [])).toSorted()).toEqual(stored.map(({ id }) => id).toSorted())
      expect(compareRows(stored, stored).every(({ what }) => what === 'same')).toBe(true)
    }))
  })
})
