import { describe, expect, it } from 'vitest'
import { EXCERPT_MAX, findWords, isSpan, piecesOf, standingOf, numberExcerpts } from '#app/domain/meetings/excerpts.ts'
import { compareTexts } from '#app/domain/meetings/places.ts'

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
  const after = (now: string) => standingOf(excerpt, now, compareTexts(TEXT, now))

  it('is exact where the words stand at their place, moved where they stand elsewhere, lost where they stand no more', () => {
    expect(after(`${TEXT} More.`)).toEqual({ state: 'exact', start: 17, end: 28 })
    expect(after(`They say: ${TEXT}`)).toEqual({ state: 'moved', start: 27, end: 38 })
    expect(after(TEXT.replace('two streets', 'three streets'))).toEqual({ state: 'lost' })
  })

  it('needs no comparison in the text that the words were marked in', () => {
    expect(standingOf(excerpt, TEXT)).toEqual({ state: 'exact', start: 17, end: 28 })
    expect(standingOf(excerpt, 'Another text.')).toEqual({ state: 'lost' })
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
