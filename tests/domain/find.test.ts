import { describe, expect, it } from 'vitest'
import { around, hasWords, piecesOf, queryWords, saysWords } from '#app/domain/find.ts'

const marked = (text: string, typed: string) => piecesOf(text, queryWords(typed)).map(({ text: part, hit }) => (hit ? `[${part}]` : part)).join('')

describe('finding words', () => {
  it('finds them in any script and order', () => {
    expect(saysWords('Юсуф Маҷидӣ', queryWords('majidi yusuf'))).toBe(true)
    expect(saysWords('Yusuf Majidi', queryWords('Маҷидӣ'))).toBe(true)
    expect(saysWords('황종성', queryWords('종성'))).toBe(true)
    expect(saysWords('Yusuf Majidi', queryWords('majidi ahmad'))).toBe(false)
    expect(hasWords('anything', queryWords('?! …'))).toBe(false)
  })

  it('keeps six words of what was typed, each once', () => {
    expect(queryWords('a b a c d e f g')).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('marks the words that it was found by, and nothing of the text is lost', () => {
    expect(marked('Mr. Юсуф Маҷидӣ, Deputy Minister', 'majid minist')).toBe('Mr. Юсуф [Маҷидӣ], Deputy [Minister]')
    expect(marked('Jong-Sung Hwang', 'sung')).toBe('Jong-[Sung] Hwang')
    expect(marked('SUE “Smart City”', '')).toBe('SUE “Smart City”')
  })

  it('shows the piece around the first hit, cut between words', () => {
    const long = `${'before '.repeat(60)}the heating tariff ${'after '.repeat(60)}`
    const piece = around(long, queryWords('tariff'), 100)
    expect(piece).toMatch(/^… (before )+the heating tariff( after)+ …$/)
    expect(piece.length).toBeLessThan(110)
    expect(around('short text', queryWords('text'))).toBe('short text')
    expect(around('x'.repeat(500), [], 100).length).toBeLessThan(110)
  })
})
