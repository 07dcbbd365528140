import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnMinutes, hoursOf, layLanes } from '#app/domain/roadshow/lanes.ts'

const spell = (name: string, startMinute: number, endMinute: number | null) => ({ name, startMinute, endMinute })
const laid = (...spells: ReturnType<typeof spell>[]) => layLanes(spells).map(({ of, lane, lanes }) => `${of.name} ${lane + 1}/${lanes}`)

describe('lanes of a day', () => {
  it('gives the whole width to what stands alone', () => {
    expect(laid(spell('a', 540, 600), spell('b', 600, 660))).toEqual(['a 1/1', 'b 1/1'])
  })

  it('puts parallel meetings side by side and lets a later group have the whole width again', () => {
    expect(laid(spell('c', 840, 900), spell('a', 540, 660), spell('b', 600, 720))).toEqual(['a 1/2', 'b 2/2', 'c 1/1'])
  })

  it('uses a lane again when it is free', () => {
    expect(laid(spell('long', 540, 720), spell('first', 540, 600), spell('second', 600, 660))).toEqual(['long 1/2', 'first 2/2', 'second 2/2'])
  })

  it('takes an hour for an end that nobody has said, half an hour for less', () => {
    expect(laid(spell('open', 540, null), spell('b', 590, 640))).toEqual(['open 1/2', 'b 2/2'])
    expect(laid(spell('short', 540, 545), spell('b', 565, 640))).toEqual(['short 1/2', 'b 2/2'])
  })

  it('never lets two in one lane overlap, and loses none', () => {
    const spells = fc.array(fc.record({ startMinute: fc.integer({ min: 0, max: 1400 }), length: fc.option(fc.integer({ min: 1, max: 300 })) }), { maxLength: 60 })
    fc.assert(fc.property(spells, (raw) => {
      const given = raw.map(({ startMinute, length }) => ({ startMinute, endMinute: length === null ? null : startMinute + length }))
      const lanes = layLanes(given)
      expect(new Set(lanes.map((each) => each.of))).toEqual(new Set(given))
      for (const a of lanes) {
        expect(a.lane < a.lanes).toBe(true)
        for (const b of lanes) {
          if (a === b || a.lane !== b.lane) continue
          expect(a.of.startMinute + drawnMinutes(a.of) <= b.of.startMinute || b.of.startMinute + drawnMinutes(b.of) <= a.of.startMinute).toBe(true)
        }
      }
    }))
  })

  it('says how much room is below', () => {
    const rooms = layLanes([spell('a', 540, 600), spell('b', 660, 720), spell('c', 660, 700), spell('d', 705, 800)]).map(({ of, room }) => `${of.name} ${room}`)
    expect(rooms).toEqual(['a 120', 'b 780', 'c 45', 'd 735'])
  })

  it('draws from eight to nine in the evening, longer when something needs it', () => {
    expect(hoursOf([])).toEqual({ from: 8, to: 21 })
    expect(hoursOf([spell('early', 390, 450), spell('late', 1290, 1380)])).toEqual({ from: 6, to: 23 })
    expect(hoursOf([spell('latest', 1430, null)])).toEqual({ from: 8, to: 24 })
  })
})
