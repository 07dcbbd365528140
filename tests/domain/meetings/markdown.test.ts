import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSafeAddress, readMarkdown } from '#app/domain/meetings/markdown.ts'
import type { Block, Line, Run } from '#app/domain/meetings/markdown.ts'

const lines = (block: Block): Line[] => ('lines' in block ? block.lines : 'blocks' in block ? block.blocks.flatMap(lines) : 'items' in block ? block.items.flatMap((item) => item.blocks.flatMap(lines)) : [])
const runs = (text: string): Run[] => readMarkdown(text).flatMap(lines).flat()
const seen = (text: string): string[] => readMarkdown(text).flatMap(lines).map((line) => line.map(({ start, end }) => text.slice(start, end)).join(''))
const looks = (text: string): string[] => runs(text).map(({ start, end, styles, href }) => [text.slice(start, end), ...styles, ...(href ? [href] : [])].join('|'))
const shape = (block: Block): unknown => ('blocks' in block ? [block.kind, ...block.blocks.map(shape)] : 'items' in block ? [block.ordered ? 'numbers' : 'points', ...block.items.map((item) => [item.value, ...item.blocks.map(shape)])] : block.kind)

describe('a note’s text', () => {
  it('is headings, lists, quotes, code, rules and words', () => {
    const text = '## Data\nSensors.\n- one\n- two\n  1. in two\n\n> said\n\n---\n```\ncode\n```\n3. third\n5. fifth'
    expect(readMarkdown(text).map(shape)).toEqual(['heading', 'words', ['points', [1, 'words'], [2, 'words', ['numbers', [1, 'words']]]], ['quote', 'words'], 'rule', 'code', ['numbers', [3, 'words'], [5, 'words']]])
  })

  it('keeps every line a line and hides the signs', () => {
    expect(seen('# Head #\nOne **two *three***.\n  More `a*b` ~~gone~~ \\*star\\*\n> quoted\n> on\n• typed point')).toEqual(['Head ', 'One two three.', 'More a*b gone *star*', 'quoted', 'on', '• typed point'])
    expect(looks('One **two *three*** `x`')).toEqual(['One ', 'two |strong', 'three|strong|em', ' ', 'x|code'])
  })

  it('takes HTML, entities, pictures, references, indented lines and underlined words for words', () => {
    for (const text of ['[inaudible]', '[b](/there)', '<b onclick="x()">bold</b>', '&lt;script&gt;', '[a]: http://x.example', 'Sensors\n===', '<!-- no -->']) expect(seen(text).join('\n')).toBe(text)
    expect(seen('    four spaces')).toEqual(['four spaces'])
    expect(looks('![x](javascript:alert(1))')).toEqual(['!', '[x](javascript:alert(1))'])
  })

  it('leads only to the web and to mailboxes', () => {
    expect(looks('[a](https://x.example "t") <http://y.example> www.z.example a@b.example')).toEqual(['a|https://x.example', ' <', 'http://y.example|http://y.example', '> ', 'www.z.example|https://www.z.example', ' ', 'a@b.example|mailto:a@b.example'])
    for (const bad of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', '//x.example', '/missions', 'file:///etc', ' https://x.example', 'https://', 'java\nscript:x', 'blob:https://x.example/1']) {
      expect([bad, isSafeAddress(bad)]).toEqual([bad, false])
      expect(runs(`[a](<${bad}>) [b](${bad})`).filter((run) => run.href !== undefined && !/^(https?:\/\/|mailto:)/i.test(run.href))).toEqual([])
    }
  })

  it('loses no word and moves none, whatever is written', () => {
    const part = fc.constantFrom('Sensors', ' ', '\n', '\n\n', '*', '**', '_', '`', '# ', '- ', '1. ', '> ', '[', ']', '(', ')', 'http://x.example', '<b>', '\\', '~~', '```', 'Данные', '!', '.', '  ', '|', '&amp;', '---')
    fc.assert(fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      const found = runs(text)
      for (const [i, { start, end }] of found.entries()) expect(start < end && end <= text.length && (i === 0 || start >= (found[i - 1]?.end ?? 0))).toBe(true)
      const shown = found.map(({ start, end }) => text.slice(start, end)).join(' ')
      const words = (of: string): number => of.split('Данные').length
      expect(words(shown)).toBe(words(text))
    }), { numRuns: 3_000 })
  })

  it('is read in no time even where it was written to be slow', () => {
    const N = 100_000
    for (const bad of ['[](', 'a*', '*x_', '***a', '[a](b ', '1. ', '- ', '> ', '>', '`', '~~a', '![', '\\', '<a:', '@a.b ']) expect(readMarkdown(bad.repeat(N / bad.length)).length).toBeGreaterThan(0)
    expect(readMarkdown('[]('.repeat(600)).length).toBe(1)
  }, 4_000)
})
