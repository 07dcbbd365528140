import { describe, expect, it } from 'vitest'
import { isPaperFormat, paperFileName } from '#app/domain/papers/formats.ts'

const name = (title: string, edition?: number): string => paperFileName({ title, audience: 'team', language: 'en', second: 'ru' }, 'pdf', edition)

describe('the name of a paper’s file', () => {
  it('says what, for whom, in which languages and which edition', () => {
    expect(name('Aide-mémoire', 2)).toBe('Aide-mémoire, team, en+ru, edition 2.pdf')
    expect(paperFileName({ title: 'Оиннома', audience: 'counterpart', language: 'tg', second: '' }, 'docx')).toBe('Оиннома, tg.docx')
  })

  it('holds nothing that a file system refuses, and is never too long or empty', () => {
    expect(name('a/b\\c: "d" <e>|?*\u0000')).toBe('a b c d e, team, en+ru.pdf')
    expect(name('..')).toBe('Paper, team, en+ru.pdf')
    expect(name('ҳ'.repeat(500)).length).toBeLessThan(130)
  })
})

it('knows the formats that are written', () => {
  expect(['pdf', 'docx', 'txt', 'json', ''].filter(isPaperFormat)).toEqual(['pdf', 'docx', 'txt'])
})
