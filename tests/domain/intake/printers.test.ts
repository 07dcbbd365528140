import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '#app/domain/intake/read.ts'
import { formatMinute } from '#app/domain/time.ts'
import { PRINTERS, agendas, shownBy } from '#tests/support/printed-agendas.ts'
import type { PrintedAgenda, Printer, Shown } from '#tests/support/printed-agendas.ts'

function readBack(text: string, ends: boolean): { day: string | undefined; rows: Shown } | string {
  const { draft } = readText(text)
  if (draft?.kind !== 'agenda') return `read as ${draft?.kind ?? 'nothing'}`
  return {
    day: draft.days[0]?.value,
    rows: draft.items.map((item) => ({
      start: item.start ? formatMinute(item.start.value) : '', end: ends && item.end ? formatMinute(item.end.value) : null, title: item.title.value, names: item.people.map((person) => person.name.value),
    })),
  }
}

const dayOf = ({ day: { year, month, date } }: PrintedAgenda): string => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

describe('an agenda printed in any of twenty ways', () => {
  it.each(PRINTERS.map((printer): [string, Printer] => [printer.name, printer]))('is read back exactly: %s', (_name, printer) => {
    fc.assert(fc.property(agendas, (agenda) => {
      expect(readBack(printer.print(agenda), printer.shows?.end ?? true)).toEqual({ day: dayOf(agenda), rows: shownBy(printer, agenda) })
    }), { numRuns: 60 })
  })
})

/** What copying through programs does to a text, without changing what a person reads. */
const DISGUISES: [string, (text: string) => string][] = [
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00a0')],
  ['NUL and marks of direction', (text) => text.replaceAll(' ', ' \u200f').replaceAll(',', ',\u0000')],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['zero-width spaces', (text) => text.replaceAll('. ', '.\u200b ')],
]

describe('an agenda that went through other programs', () => {
  it.each(DISGUISES)('means the same: %s', (_name, disguise) => {
    fc.assert(fc.property(agendas, fc.constantFrom(...PRINTERS), (agenda, printer) => {
      const text = printer.print(agenda)
      expect(readBack(disguise(text), true)).toEqual(readBack(text, true))
    }), { numRuns: 60 })
  })
})

/** Pieces that agendas are made of and that break readers. */
const PIECES = ['\n', '\n\n', '\t', ' | ', ' – ', '09:00', '9.30-10', '25:99', '0900', '2020-02-30', '31.04.2024', 'Thursday', '(', ')', '«', '"', '**', '- ', '1. ', 'Mr.', 'г-н', 'TBC', 'Moderator:', 'Модератор:', '\u0000', '\ud800', '\u202e', 'a'.repeat(300), ' '.repeat(200), '<'.repeat(50), '|||||', '>>>>', '—'.repeat(40), '1'.repeat(60), '\u0301', '🕘', '회의', 'جلسة'] as const

describe('any text', () => {
  it('is read without throwing, ten thousand times, and every value comes from where it says', () => {
    const noise = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12, unit: 'binary' })), { maxLength: 40 }).map((pieces) => pieces.join(''))
    const mutated = fc.tuple(agendas, fc.constantFrom(...PRINTERS), fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.constantFrom(...PIECES)), { maxLength: 6 })).map(([agenda, printer, cuts]) =>
      cuts.reduce((text, [at, length, piece]) => { const from = at % (text.length + 1); return text.slice(0, from) + piece + text.slice(from + length) }, printer.print(agenda)))
    fc.assert(fc.property(fc.oneof({ arbitrary: noise, weight: 4 }, { arbitrary: mutated, weight: 1 }), (text) => {
      const { draft } = readText(text)
      for (const row of draft?.kind === 'agenda' ? draft.items : []) {
        expect(row.span.start).toBeGreaterThanOrEqual(0)
        expect(row.span.end).toBeLessThanOrEqual(text.length)
        expect(row.title.span.end).toBeLessThanOrEqual(text.length)
      }
    }), { numRuns: 10_000 })
  }, 180_000)
})
