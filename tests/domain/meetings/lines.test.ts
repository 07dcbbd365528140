import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hunksOf, mergeTexts } from '#app/domain/meetings/lines.ts'

const lines = (text: string): string[] => text.split('\n')
const text = fc.array(fc.constantFrom<string>('', 'a', 'b', 'c', 'd e', '- f', 'Сенсоры'), { maxLength: 12 })

describe('where two texts differ', () => {
  it('says which lines stand for which', () => {
    expect(hunksOf(lines('a\nb\nc'), lines('a\nB\nc\nd'))).toEqual([{ from: 1, to: 2, lines: ['B'] }, { from: 3, to: 3, lines: ['d'] }])
    expect(hunksOf(lines('same'), lines('same'))).toEqual([])
  })

  it('makes the second text of the first, whatever they are', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const made = [...before]
      for (const { from, to, lines: come } of hunksOf(before, after).toReversed()) made.splice(from, to - from, ...come)
      expect(made).toEqual(after)
    }), { numRuns: 2_000 })
  })

  it('gives up on comparing texts that are wholly different and long', () => {
    const [before, after] = [Array.from({ length: 5_000 }, () => ''), Array.from({ length: 5_000 }, (_, i) => `${i % 2}`)]
    expect(hunksOf(before, after)).toEqual([{ from: 0, to: 5_000, lines: after }])
  })
})

describe('two texts of one', () => {
  it.each([
    ['edits of different lines', 'a\nb\nc', 'A\nb\nc', 'a\nb\nC', 'A\nb\nC'],
    ['a line beside a line that was changed', 'a\nb', 'a\nb and more', 'a\nb\nc', 'a\nb and more\nc'],
    ['an insertion and a removal elsewhere', 'a\nb\nc', 'a\nc', 'a\nb\nc\nd', 'a\nc\nd'],
    ['the same edit twice', 'a\nb', 'a\nB', 'a\nB', 'a\nB'],
    ['a text that goes on where the other ends', 'a', 'a\nThe con', 'a\nThe control room\nStaff', 'a\nThe control room\nStaff'],
    ['the shorter of two that go on', 'a', 'a\nThe control room', 'a\nThe con', 'a\nThe control room'],
    ['nothing of mine', 'a\nb', 'x\ny', 'a\nb', 'x\ny'],
    ['nothing of theirs', 'a\nb', 'a\nb', 'x\ny', 'x\ny'],
  ])('are merged: %s', (_, base, theirs, mine, both) => expect(mergeTexts(base, theirs, mine)).toBe(both))

  it.each([
    ['the same line', 'a\nb', 'a\nB', 'a\nbb'], ['different lines at the same place', 'a', 'a\nb', 'a\nc'], ['a line that was taken away', 'a\nb', 'a', 'a\nB'], ['inside what was replaced', 'a\nb\nc', 'x\ny\nz', 'a\nb\nnew\nc'],
  ])('are not merged when both touch %s', (_, base, theirs, mine) => expect(mergeTexts(base, theirs, mine)).toBeUndefined())

  it('lose no line that one of them added, and merge to the same whoever comes first', () => {
    fc.assert(fc.property(text, text, text, (base, theirs, mine) => {
      const both = mergeTexts(base.join('\n'), theirs.join('\n'), mine.join('\n'))
      if (both === undefined) return
      for (const side of [theirs, mine]) for (const line of side) expect(base.includes(line) || lines(both).some((kept) => kept.startsWith(line))).toBe(true)
      expect(mergeTexts(base.join('\n'), mine.join('\n'), theirs.join('\n'))).toBe(both)
    }), { numRuns: 3_000 })
  })
})
