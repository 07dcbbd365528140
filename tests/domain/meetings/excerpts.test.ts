import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXCERPT_MAX, findWords, isSpan, piecesOf, standingOf, numberExcerpts } from '#app/domain/meetings/excerpts.ts'

const TEXT = 'Sensors exist on two streets only. Data sit with each department.'
const marked = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, words })

describe('isSpan', () => {
  it('takes whole words and refuses what lies outside, is empty, blank, too long or cuts a letter', () => {
    expect(isSpan(TEXT, { start: 0, end: 7 })).toBe(true)
    const bad = [{ start: -1, end: 4 }, { start: 4, end: 4 }, { start: 5, end: 3 }, { start: 7, end: 8 }, { start: 0, end: TEXT.length + 1 }, { start: 0.5, end: 3 }, { start: Number.NaN, end: 3 }]
    expect(bad.map((span) => isSpan(TEXT, span))).toEqual(bad.map(() => false))
    expect([isSpan('a😀b', { start: 0, end: 2 }), isSpan('a😀b', { start: 2, end: 4 }), isSpan('a😀b', { start: 1, end: 3 })]).toEqual([false, false, true])
    expect(isSpan('x'.repeat(EXCERPT_MAX + 1), { start: 0, end: EXCERPT_MAX + 1 })).toBe(false)
  })
})

describe('findWords', () => {
  it('finds words however their white space was typed, and says when they are absent or there twice', () => {
    expect(findWords('one\n two   three', 'two three')).toEqual({ found: { start: 5, end: 16 } })
    expect(findWords(TEXT, 'three streets')).toEqual({ found: undefined, because: 'absent' })
    expect(findWords(TEXT, '   ')).toEqual({ found: undefined, because: 'absent' })
    expect(findWords('no. no.', 'no.')).toEqual({ found: undefined, because: 'several' })
    expect(findWords('cost (a+b)* [c]', '(a+b)* [c]')).toEqual({ found: { start: 5, end: 15 } })
  })
})

describe('standingOf', () => {
  const excerpt = marked(TEXT, 'two streets')

  it('is exact where nothing before it changed', () => {
    expect(standingOf(excerpt, `${TEXT} More.`, TEXT)).toEqual({ state: 'exact', start: 17, end: 28 })
  })

  it('moves with an edit before it', () => {
    expect(standingOf(excerpt, `They say: ${TEXT}`, TEXT)).toEqual({ state: 'moved', start: 27, end: 38 })
    expect(standingOf(excerpt, `They say: ${TEXT}`)).toEqual({ state: 'moved', start: 27, end: 38 })
  })

  it('is lost when its words were rewritten', () => {
    expect(standingOf(excerpt, TEXT.replace('two streets', 'three streets'), TEXT)).toEqual({ state: 'lost' })
  })

  it('tells equal words apart by the text around them', () => {
    const then = 'no plan. no plan.'
    const second = { start: 9, end: 17, words: 'no plan.' }
    expect(standingOf(second, `See: ${then}`, then)).toEqual({ state: 'moved', start: 14, end: 22 })
  })

  const edit = fc.tuple(fc.nat(200), fc.nat(20), fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', 'ӣ', '\n'), maxLength: 20 }))
  const edited = (text: string, [at, size, put]: [number, number, string]): string => text.slice(0, at) + put + text.slice(at + size)

  it('always points at its own words, or says that it does not, over any edits', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.nat(50), fc.integer({ min: 1, max: 20 }), fc.array(edit, { maxLength: 6 }), (text, from, size, edits) => {
      const start = from % text.length
      const words = text.slice(start, start + size)
      const now = edits.reduce(edited, text)
      for (const standing of [standingOf({ start, end: start + words.length, words }, now), standingOf({ start, end: start + words.length, words }, now, text)]) {
        if (standing.state === 'lost') expect(now).not.toContain(words)
        else expect(now.slice(standing.start, standing.end)).toBe(words)
      }
    }))
  })

  it('follows one edit beside it to the very place', () => {
    const letter = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 })
    fc.assert(fc.property(letter, letter, letter, letter, (before, changed, put, after) => {
      const words = '[words]'
      const then = `${before}${changed}${words}${after}`
      const now = `${before}${put}${words}${after}`
      const start = then.indexOf(words)
      const standing = standingOf({ start, end: start + words.length, words }, now, then)
      expect(standing.state === 'lost' ? -1 : standing.start).toBe(now.indexOf(words))
    }))
  })
})

describe('piecesOf', () => {
  it('cuts at the ends of overlapping marks and loses nothing', () => {
    const marks = [{ id: 'a', start: 0, end: 5 }, { id: 'b', start: 3, end: 8 }]
    expect(piecesOf('0123456789', marks).map((piece) => [piece.text, piece.marks.map((mark) => mark.id).join()])).toEqual([['012', 'a'], ['34', 'a,b'], ['567', 'b'], ['89', '']])
    expect(piecesOf('0123456789', marks, { start: 4, end: 6 }).map((piece) => [piece.text, piece.marks.map((mark) => mark.id).join()])).toEqual([['4', 'a,b'], ['5', 'b']])
    expect(piecesOf('', [])).toEqual([])
  })
})

describe('numbering excerpts', () => {
  it('follows the words where they stand now, and puts lost ones last', () => {
    const then = 'One. Two. Three.'
    const excerpts = [{ id: 'three', start_at: 10, end_at: 16, body: 'Three.' }, { id: 'two', start_at: 5, end_at: 9, body: 'Two.' }, { id: 'one', start_at: 0, end_at: 4, body: 'One.' }]
    expect(numberExcerpts(excerpts, 'Zero. One. Three.', () => then).map(({ excerpt, number, standing }) => [excerpt.id, number, standing.state])).toEqual([['one', 1, 'moved'], ['three', 2, 'moved'], ['two', 3, 'lost']])
  })
})
