import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LONGEST_PASSAGE, MOST_PASSAGES, TEXT_STATES, passagesOf, textStateWords } from '#app/domain/papers/file-text.ts'

const whole = (text: string) => passagesOf([{ page: null, text }]).passages
const titles = (text: string) => whole(text).map(({ number, title }) => [number, title])
const filler = 'Words that stand under a heading and say something about it, at some length. '.repeat(4)

it('begins a passage at each heading, in the languages of the region', () => {
  expect(titles(`1. МУҚАРРАРОТИ УМУМӢ\n${filler}\n2.1 Current situation\n${filler}\nСтатья 5. Полномочия\n${filler}\nМоддаи 12\n${filler}\nANNEX 1\n${filler}`)).toEqual([
    ['1', '1. МУҚАРРАРОТИ УМУМӢ'], ['2.1', '2.1 Current situation'], ['', 'Статья 5. Полномочия'], ['', 'Моддаи 12'], ['', 'ANNEX 1'],
  ])
})

it('takes no line of text, table or contents for a heading', () => {
  const text = ['1. Корхона мақоми шахси ҳуқуқиро дорад;', '2. Оинномаи мазкур ҳуҷҷати таъсисӣ мебошад.', '2.2 Opportunities for improvement ..... 31', 'NAME\tTITLE', 'I said so', 'Partly cloudy'].map((line) => `${filler}\n${line}`).join('\n')
  expect(whole(text).length).toBe(1)
})

it('keeps headings without words with what follows, and pages apart', () => {
  expect(titles(`PART ONE\n\n1.1 Concept\n${filler}`)).toEqual([['', 'PART ONE']])
  expect(passagesOf([{ page: 1, text: 'One' }, { page: 2, text: ' ' }, { page: 3, text: 'Three' }]).passages).toEqual([{ title: 'One', number: '', page: 1, body: 'One' }, { title: 'Three', number: '', page: 3, body: 'Three' }])
})

it('says when the end is missing', () => {
  const pages = Array.from({ length: MOST_PASSAGES + 1 }, (_, at) => ({ page: at + 1, text: `Page ${at + 1}` }))
  expect([passagesOf(pages).leftOut, passagesOf(pages).passages.length, passagesOf(pages.slice(1)).leftOut]).toEqual([true, MOST_PASSAGES, false])
})

it('keeps every word of any text, in passages that are not too long and break no character', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(filler), fc.constant('😀'.repeat(3_000)), fc.constant('ҷ'.repeat(9_000)), fc.constantFrom('\n', '\n\n', '1. Heading\n', 'ANNEX\n'))
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
    const text = pieces.join('')
    const { passages } = passagesOf([{ page: 1, text }])
    expect(passages.map(({ body }) => body).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
    for (const { body, title } of passages) expect([body.length <= LONGEST_PASSAGE, body !== '', title !== '', !text.isWellFormed() || body.isWellFormed()]).toEqual([true, true, true, true])
  }), { numRuns: 60 })
})

it('has words for every outcome, and for one that it does not know', () => {
  expect(new Set([...TEXT_STATES, ''].map(textStateWords)).size).toBe(TEXT_STATES.length + 1)
})
