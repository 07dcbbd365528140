import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugOf } from '#app/domain/slug.ts'
import { cleanLine, cleanText, editDistance, foldKey, latinOf, sortKey } from '#app/domain/text.ts'

describe('text at the door', () => {
  it('is composed, without control and direction characters, with plain line ends', () => {
    expect(cleanText('Маҷиди\u0304\u202e\r\nb\u2028c  \u0007')).toBe('Маҷидӣ\nb\nc')
    expect(cleanLine('  two \n\t words\u00a0here ')).toBe('two words here')
  })

  it('is the same when it is cleaned again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text) && cleanLine(cleanLine(text)) === cleanLine(text)))
  })
})

describe('the key of a name', () => {
  it.each([
    ['Маҷидӣ', 'Majidi'], ['Душанбе', 'Dushanbe'], ['Нұр-Сұлтан', 'Nur-Sultan'], ['Бишкек', 'BISHKEK'], ['Oʻzbekiston', 'Ozbekiston'], ['Қожахметова', 'Kozhakhmetova'], ['José', 'Jose'], ['Саидзода', 'Saidzoda'],
  ])('is one for %s and %s', (one, other) => {
    expect(foldKey(one)).toBe(foldKey(other))
  })

  it('keeps Hwang and Wang apart', () => {
    expect(foldKey('Jong-Sung Hwang')).not.toBe(foldKey('Hyoung Gun Wang'))
    expect(editDistance(foldKey('Hwang'), foldKey('Wang'))).toBe(1)
  })

  it('is never longer than the text could be, and has no space at its ends', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldKey(text) === foldKey(text).trim() && foldKey(text).length <= text.normalize('NFD').length * 2))
  })
})

describe('spelling in Latin', () => {
  it('sorts as it reads, digits as numbers', () => {
    expect(['Yusuf Majidi', 'Jong-Sung Hwang', 'Section 10', 'Section 9', 'Юлия'].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(['Jong-Sung Hwang', 'Section 9', 'Section 10', 'Юлия', 'Yusuf Majidi'])
    expect(latinOf('Қожахметова')).toBe('qozhakhmetova')
  })

  it('makes addresses that read as the title does', () => {
    expect([slugOf('Quality City 2027'), slugOf('Шаҳри хушманд'), slugOf('Quality City 2027', ['quality-city-2027', 'quality-city-2027-2']), slugOf('…')]).toEqual(['quality-city-2027', 'shahri-khushmand', 'quality-city-2027-3', 'mission'])
  })
})
