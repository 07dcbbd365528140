import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareTexts } from '#app/domain/meetings/compare.ts'
import type { Words } from '#app/domain/meetings/compare.ts'

it('shows equal lines together and, in a line that changed, the words that did', () => {
  expect(compareTexts('One.\nTwo.\nSensors on two streets.\nEnd.', 'One.\nTwo.\nSensors on three streets.\nEnd.\nMore.')).toEqual([
    { kind: 'same', lines: ['One.', 'Two.'] },
    { kind: 'changed', before: [{ text: 'Sensors on ', changed: false }, { text: 'two', changed: true }, { text: ' streets.', changed: false }], after: [{ text: 'Sensors on ', changed: false }, { text: 'three', changed: true }, { text: ' streets.', changed: false }] },
    { kind: 'same', lines: ['End.'] },
    { kind: 'changed', before: undefined, after: [{ text: 'More.', changed: true }] },
  ])
  expect(compareTexts('a', 'a')).toEqual([{ kind: 'same', lines: ['a'] }])
})

it('holds every line of both texts, whatever they are', () => {
  const text = fc.array(fc.constantFrom<string>('', 'a b', 'b', 'a  c'), { minLength: 1, maxLength: 9 })
  const said = (words: Words[] | undefined): string[] => (words === undefined ? [] : [words.map((each) => each.text).join('')])
  fc.assert(fc.property(text, text, (before, after) => {
    const rows = compareTexts(before.join('\n'), after.join('\n'))
    expect(rows.flatMap((row) => (row.kind === 'same' ? row.lines : said(row.before)))).toEqual(before)
    expect(rows.flatMap((row) => (row.kind === 'same' ? row.lines : said(row.after)))).toEqual(after)
  }), { numRuns: 1_000 })
})
