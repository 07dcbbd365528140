import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceAt, splitSentences, trimSpan } from '#app/domain/meetings/sentences.ts'

const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it('ends at a full stop before a space and a capital, and at every line end', () => {
    expect(sentences('The control room is planned. Sensors exist on two streets only.\n\nNo register yet')).toEqual([
      'The control room is planned.', 'Sensors exist on two streets only.', 'No register yet',
    ])
  })

  it('keeps numbers, initials and shortened words together', () => {
    expect(sentences('Decree No. 640 of Oct. 18 names Mr. A. B. Example. It costs approx. 3.5 mln. USD a year.')).toEqual([
      'Decree No. 640 of Oct. 18 names Mr. A. B. Example.', 'It costs approx. 3.5 mln. USD a year.',
    ])
  })

  it('reads Cyrillic: Russian, Tajik, Kazakh', () => {
    expect(sentences('Данные хранит каждое ведомство. Бюджет 5 тыс. Сомони нет.')).toEqual(['Данные хранит каждое ведомство.', 'Бюджет 5 тыс. Сомони нет.'])
    expect(sentences('Оинномаи мазкур ҳуҷҷати ҳуқуқӣ аст. Ҷаласа баргузор шуд! Ӯ розӣ аст?')).toEqual(['Оинномаи мазкур ҳуҷҷати ҳуқуқӣ аст.', 'Ҷаласа баргузор шуд!', 'Ӯ розӣ аст?'])
    expect(sentences('Қала дайын. Әкім келді… Өтінім бар.')).toEqual(['Қала дайын.', 'Әкім келді…', 'Өтінім бар.'])
  })

  it('leaves bullets and numbers of lists out of the words', () => {
    expect(sentences('- Staff: four engineers\n  • two leave in spring\n3) a pilot first\nа) хариталар')).toEqual(['Staff: four engineers', 'two leave in spring', 'a pilot first', 'хариталар'])
  })

  it('keeps closing quotes with their sentence and does not end before a small letter', () => {
    expect(sentences('She said “We start now.” Then they left. e.g. this, i.e. that.')).toEqual(['She said “We start now.”', 'Then they left. e.g. this, i.e. that.'])
  })

  it('finds nothing in nothing', () => {
    expect([splitSentences(''), splitSentences(' \n\t\n'), sentences('- ')]).toEqual([[], [], ['-']])
  })

  it('gives ordered, trimmed, whole spans of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      let last = 0
      for (const span of splitSentences(text)) {
        expect(span.start).toBeGreaterThanOrEqual(last)
        expect(trimSpan(text, span)).toEqual(span)
        expect(text.slice(span.start, span.end)).not.toContain('\n')
        last = span.end
      }
    }))
  })

  it('loses no word of plain prose', () => {
    const prose = fc.array(fc.constantFrom('Dr.', 'city', 'Ҷумҳурии', 'plan.', 'No.', '640', 'г.', 'A.', '“So.”', '\n', 'end!', 'Ӯ'), { maxLength: 60 })
    fc.assert(fc.property(prose, (words) => {
      const text = words.join(' ')
      expect(sentences(text).join(' ').split(/\s+/u).filter(Boolean)).toEqual(text.split(/\s+/u).filter(Boolean))
    }))
  })
})

describe('sentenceAt', () => {
  it('names the sentence of a place, or the one before it', () => {
    const text = 'One. Two.'
    const spans = splitSentences(text)
    expect([sentenceAt(spans, 0), sentenceAt(spans, 4), sentenceAt(spans, 6)]).toEqual([{ start: 0, end: 4 }, { start: 0, end: 4 }, { start: 5, end: 9 }])
    expect(sentenceAt([], 3)).toBeUndefined()
  })
})
