import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findConflicts } from '#app/domain/agenda/conflicts.ts'
import { busyItems } from '#app/domain/agenda/items.ts'
import { instantOf } from '#app/domain/time.ts'

const hours = { id: 'workshop', zone: 'Asia/Dushanbe', day: '2027-03-02', startMinute: 540, endMinute: 720, headerStartMinute: 570, headerEndMinute: 720 }
const item = (id: string, kind: string, startMinute: number, endMinute: number | null) => ({ id, kind, day: hours.day, startMinute, endMinute })

describe('the items of an agenda', () => {
  it('should keep the hours of the header, but for what may stand around it', () => {
    const items = [item('r', 'registration', 540, 570), item('t', 'presentation', 560, 600), item('d', 'discussion', 700, 730), item('o', 'closing', 725, null), item('m', 'meal', 730, null)]
    expect(findConflicts(busyItems(hours, items, [])).filter((each) => each.kind === 'outside-header')).toEqual([
      { kind: 'outside-header', id: 't', side: 'start', ms: 600_000 }, { kind: 'outside-header', id: 'd', side: 'end', ms: 600_000 }, { kind: 'outside-header', id: 'o', side: 'end', ms: 300_000 },
    ])
  })

  it('should keep the hours of the engagement where no header is printed, and none where there are none', () => {
    const late = [item('t', 'presentation', 700, 730)]
    const kinds = (from: Partial<typeof hours> | Record<string, null>) => findConflicts(busyItems({ ...hours, ...from }, late, [])).length
    expect([kinds({ headerStartMinute: null, headerEndMinute: null }), kinds({ headerStartMinute: null, headerEndMinute: null, startMinute: null, endMinute: null }), kinds({ headerEndMinute: null })]).toEqual([1, 0, 0])
  })

  it('take each of their people once', () => {
    const people = [{ itemId: 'a', personId: 'p' }, { itemId: 'a', personId: 'p' }, { itemId: 'a', personId: null }, { itemId: null, personId: 'q' }, { itemId: 'b', personId: 'p' }]
    const items = [item('a', 'panel', 600, 660), item('b', 'panel', 630, 690)]
    expect(busyItems(hours, items, people).map((each) => each.personIds)).toEqual([['p'], ['p']])
    expect(findConflicts(busyItems(hours, items, people)).map((each) => each.kind)).toEqual(['person-busy', 'overlap'])
  })

  it('stand on the clock of their zone on every day of the year', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 1439 }), fc.constantFrom('Asia/Dushanbe', 'Europe/Berlin', 'America/Sao_Paulo'), (days, minute, zone) => {
      const day = new Date(Date.UTC(2027, 0, 1 + days)).toISOString().slice(0, 10)
      expect(busyItems({ ...hours, zone, day }, [{ ...item('a', 'panel', minute, null), day }], [])[0]?.startMs).toBe(instantOf(day, minute, zone).at)
    }))
  })
})
