import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, inserted, leavesDay, placeFor, placed, removed, retimed, settled, stampOf } from '#app/domain/agenda/ripple.ts'
import type { Line } from '#app/domain/agenda/ripple.ts'

const line = (id: string, startMinute: number, endMinute: number | null, day = '2027-03-02'): Line => ({ id, day, startMinute, endMinute })
const times = (lines: readonly Line[]): string[] => lines.map(({ id, startMinute, endMinute }) => `${id} ${startMinute}–${endMinute ?? ''}`)
const MORNING = [line('a', 540, 570), line('b', 570, 590), line('c', 600, 630), line('d', 630, null)]

/** An agenda of one or two days, with gaps, overlaps and open ends. */
const agenda = fc.array(fc.record({ gap: fc.integer({ min: -15, max: 30 }), length: fc.option(fc.integer({ min: 1, max: 60 }), { freq: 4 }), second: fc.boolean() }), { minLength: 1, maxLength: 12 })
  .map((parts) => {
    let end = 600
    const lines = parts.map(({ gap, length, second }, at) => {
      const start = end + gap
      end = start + (length ?? 0)
      return line(`i${at}`, start, length === null ? null : end, second ? '2027-03-03' : '2027-03-02')
    })
    return lines.sort((a, b) => a.day.localeCompare(b.day))
  })
const pick = (lines: readonly Line[], n: number): Line => lines[n % lines.length] as Line
/** Gaps between neighbours of one day. */
const gaps = (lines: readonly Line[]): number[] => lines.slice(1).map((next, at) => {
  const before = lines[at] as Line
  return next.day === before.day ? next.startMinute - (before.endMinute ?? before.startMinute) : 0
})
const duration = (one: Line): number | null => (one.endMinute === null ? null : one.endMinute - one.startMinute)

describe('another time', () => {
  it('moves what follows by as much as the end moves, and nothing before it', () => {
    expect(times(retimed(MORNING, 'b', { startMinute: 570, endMinute: 600 }, 'following'))).toEqual(['a 540–570', 'b 570–600', 'c 610–640', 'd 640–'])
    expect(times(retimed(MORNING, 'b', { startMinute: 575, endMinute: 590 }, 'following'))).toEqual(['a 540–570', 'b 575–590', 'c 600–630', 'd 630–'])
  })

  it('moves nothing else when nobody is to go along', () => {
    expect(times(retimed(MORNING, 'b', { startMinute: 570, endMinute: 600 }, 'none'))).toEqual(['a 540–570', 'b 570–600', 'c 600–630', 'd 630–'])
  })

  it('goes by the start where an end is not known', () => {
    expect(times(retimed(MORNING, 'b', { startMinute: 580, endMinute: null }, 'following'))).toEqual(['a 540–570', 'b 580–', 'c 610–640', 'd 640–'])
  })

  it('leaves another day alone', () => {
    const two = [line('a', 540, 570), line('b', 540, 600, '2027-03-03')]
    expect(times(retimed(two, 'a', { startMinute: 550, endMinute: 580 }, 'following'))).toEqual(['a 550–580', 'b 540–600'])
  })

  it('is taken back by the time before', () => {
    fc.assert(fc.property(agenda, fc.nat(), fc.integer({ min: 0, max: 1380 }), fc.option(fc.integer({ min: 1, max: 59 })), fc.constantFrom('following' as const, 'none' as const), (lines, n, startMinute, length, ripple) => {
      const item = pick(lines, n)
      const there = retimed(lines, item.id, { startMinute, endMinute: length === null ? null : startMinute + length }, ripple)
      expect(retimed(there, item.id, item, ripple)).toEqual(lines)
    }))
  })

  it('keeps every gap and every length behind it', () => {
    fc.assert(fc.property(agenda, fc.nat(), fc.integer({ min: 1, max: 90 }), (lines, n, length) => {
      const at = n % lines.length
      const item = lines[at] as Line
      fc.pre(item.endMinute !== null)
      const there = retimed(lines, item.id, { startMinute: item.startMinute, endMinute: item.startMinute + length }, 'following')
      expect(gaps(there)).toEqual(gaps(lines))
      expect(there.toSpliced(at, 1).map(duration)).toEqual(lines.toSpliced(at, 1).map(duration))
    }))
  })
})

describe('another place', () => {
  it('takes the length along and leaves the gaps where they are', () => {
    expect(times(placed(MORNING, 'a', 1))).toEqual(['b 540–560', 'a 560–590', 'c 600–630', 'd 630–'])
    expect(times(placed(MORNING, 'c', 0))).toEqual(['c 540–570', 'a 570–600', 'b 610–630', 'd 630–'])
  })

  it('does not leave its day', () => {
    const two = [line('a', 540, 570), line('b', 570, 600), line('c', 540, 600, '2027-03-03')]
    expect(times(placed(two, 'a', 9))).toEqual(['b 540–570', 'a 570–600', 'c 540–600'])
    expect(times(placed(two, 'c', 0))).toEqual(times(two))
  })

  it('is taken back by the place before, and keeps gaps, lengths and the length of the day', () => {
    fc.assert(fc.property(agenda, fc.nat(), fc.nat({ max: 14 }), (lines, n, to) => {
      const item = pick(lines, n)
      const there = placed(lines, item.id, to)
      expect(placed(there, item.id, lines.indexOf(item))).toEqual(lines)
      expect(gaps(there)).toEqual(gaps(lines))
      expect(Object.fromEntries(there.map((one) => [one.id, duration(one)]))).toEqual(Object.fromEntries(lines.map((one) => [one.id, duration(one)])))
    }))
  })
})

describe('one more, one less', () => {
  it('makes room where there is none', () => {
    expect(times(inserted(MORNING, line('x', 570, 585), 1, 'following'))).toEqual(['a 540–570', 'x 570–585', 'b 585–605', 'c 615–645', 'd 645–'])
    expect(times(inserted(MORNING, line('x', 590, 600), 2, 'following'))).toEqual(['a 540–570', 'b 570–590', 'x 590–600', 'c 600–630', 'd 630–'])
    expect(times(inserted(MORNING, line('x', 575, 585), 1, 'following'))).toEqual(['a 540–570', 'x 575–585', 'b 585–605', 'c 615–645', 'd 645–'])
    expect(times(inserted(MORNING, line('x', 570, 585), 1, 'none')).slice(2)).toEqual(times(MORNING.slice(1)))
  })

  it('closes up by the length', () => {
    expect(times(removed(MORNING, 'b', 'following'))).toEqual(['a 540–570', 'c 580–610', 'd 610–'])
    expect(times(removed(MORNING, 'b', 'none'))).toEqual(['a 540–570', 'c 600–630', 'd 630–'])
  })

  it('is taken back: what leaves may return where no gap behind it was as long as itself', () => {
    fc.assert(fc.property(agenda, fc.nat(), fc.constantFrom('following' as const, 'none' as const), (lines, n, ripple) => {
      const at = n % lines.length
      const item = lines[at] as Line
      const next = lines.slice(at + 1).find((each) => each.day === item.day)
      const gap = next ? next.startMinute - (item.endMinute ?? item.startMinute) : 0
      fc.pre(gap >= 0 && gap < Math.max(duration(item) ?? 0, 1))
      expect(inserted(removed(lines, item.id, ripple), item, at, ripple)).toEqual(lines)
    }))
  })

  it('finds the place of a time', () => {
    expect([placeFor(MORNING, '2027-03-02', 500), placeFor(MORNING, '2027-03-02', 600), placeFor(MORNING, '2027-03-03', 0)]).toEqual([0, 2, 4])
  })

  it('goes where its time belongs, and stays where it fits already', () => {
    expect(times(settled(retimed(MORNING, 'a', { startMinute: 600, endMinute: 620 }, 'none'), 'a'))).toEqual(['b 570–590', 'a 600–620', 'c 600–630', 'd 630–'])
    expect(times(settled(retimed(MORNING, 'd', { startMinute: 500, endMinute: null }, 'none'), 'd'))[0]).toBe('d 500–')
    expect(settled(MORNING, 'b')).toEqual(MORNING)
  })
})

describe('what changes', () => {
  it('names the items with another time or place', () => {
    const after = retimed(MORNING, 'c', { startMinute: 600, endMinute: 640 }, 'following')
    expect(changesBetween(MORNING, after).map(({ now, moved }) => [now.id, moved])).toEqual([['c', true], ['d', true]])
    expect(changesBetween(MORNING, removed(MORNING, 'a', 'none'))).toEqual([])
    expect(changesBetween(MORNING, [MORNING[1] as Line, MORNING[0] as Line, ...MORNING.slice(2)]).map(({ now, moved }) => [now.id, moved])).toEqual([['b', false], ['a', false]])
  })

  it('is told by a stamp', () => {
    const items = [{ id: 'a', revision: 1 }, { id: 'b', revision: 3 }]
    const stamps = [items, [items[1], items[0]], [items[0]], [items[0], { id: 'b', revision: 4 }], [{ id: 'a', revision: 2 }, { id: 'b', revision: 2 }]].map((each) => stampOf(each as typeof items))
    expect(new Set(stamps).size).toBe(5)
    expect(stampOf(items)).toBe(stampOf([...items]))
  })

  it('knows when a day is left', () => {
    expect([leavesDay(MORNING), leavesDay([line('a', -1, 5)]), leavesDay([line('a', 1400, 1440)]), leavesDay([line('a', 1440, null)])]).toEqual([false, true, true, true])
  })
})
