import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markedLines, placesOf, stopPlaceKey } from '#app/domain/intake/marking.ts'
import type { Place } from '#app/domain/intake/marking.ts'
import { readText } from '#app/domain/intake/read.ts'
import { deckAgenda, deckSchedule } from '#tests/support/deck-texts.ts'

const ALL = { lines: 10_000, width: 10_000 }
const place = (start: number, end: number, key = 'L1', tone: Place['tone'] = 'read'): Place => ({ span: { start, end }, key, tone })
const shown = (raw: string, places: Place[], limits = ALL) => markedLines(raw, places, limits).lines.map(({ pieces }) => pieces.map((piece) => (piece.place ? `[${piece.text}]` : piece.text)).join(''))

describe('a text line by line', () => {
  it('marks places, also over the end of a line', () => {
    expect(shown('one two\nthree\nfour', [place(4, 10)])).toEqual(['one [two]', '[th]ree', 'four'])
  })

  it('leaves line ends of every kind out, and the last one makes no line', () => {
    expect(shown('a\r\nb\n', [place(0, 4)])).toEqual(['[a]', '[b]'])
    expect(markedLines('', [], ALL)).toEqual({ lines: [], total: 0 })
  })

  it('lets the louder of two places show, and of equally loud ones the shorter', () => {
    const [line] = markedLines('Thursday 31 January', [place(0, 19), place(0, 8, 'L1', 'error'), place(9, 11, 'L2')], ALL).lines
    expect(line?.pieces.map(({ text, place: of }) => `${text}:${of?.tone}:${of?.key}`)).toEqual(['Thursday:error:L1', ' :read:L1', '31:read:L2', ' January:read:L1'])
    expect(line?.keys).toEqual(['L1', 'L2'])
  })

  it('stops at the most lines and the widest line, and still counts them', () => {
    expect(markedLines('abc\ndef\nghi', [place(4, 7)], { lines: 2, width: 2 })).toMatchObject({ total: 3, lines: [{ number: 1, pieces: [{ text: 'ab' }] }, { number: 2, pieces: [{ text: 'de' }] }] })
  })

  it('loses and doubles nothing, whatever the places', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'ж', '\n', ' ', '😀'), maxLength: 60 }), fc.array(fc.tuple(fc.nat(70), fc.nat(70)), { maxLength: 12 }), (raw, spans) => {
      const lines = markedLines(raw, spans.map(([a, b], n) => place(Math.min(a, b), Math.max(a, b), `L${n}`)), ALL).lines
      expect(lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('\n')).toBe(raw.replace(/\n$/, ''))
    }))
  })
})

describe('places of a reading', () => {
  it('stand where the value is printed', () => {
    const raw = deckAgenda()
    const { draft } = readText(raw)
    const words = draft ? placesOf(draft).filter(({ key }) => key !== 'head').map(({ span }) => raw.slice(span.start, span.end)) : []
    for (const word of ['Registration and Coffee Break', 'Jong-Sung Hwang', 'Closing Remarks']) expect([word, words.includes(word)]).toEqual([word, true])
  })

  it('of a stop are not those of its first row, though they may share a line', () => {
    const { draft } = readText(deckSchedule())
    const keys = new Set(draft ? placesOf(draft).map(({ key }) => key) : [])
    expect(draft?.kind === 'schedule' && draft.stops.every(({ key, meetings }) => keys.has(stopPlaceKey(key)) && meetings.every((meeting) => keys.has(meeting.key)))).toBe(true)
  })
})
