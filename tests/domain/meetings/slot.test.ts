import { describe, expect, it } from 'vitest'
import { isSound, meantSlot, placeSlot, shiftOf } from '#app/domain/meetings/slot.ts'

const stored = { day: '2020-02-05', startMinute: 840, endMinute: 915 }

describe('a slot', () => {
  it('has no instants without a start', () => {
    expect(placeSlot({ day: '2020-02-05', startMinute: null, endMinute: null }, 'Asia/Dushanbe')).toEqual({ startMs: null, endMs: null })
  })

  it('stands on the clock of its stop', () => {
    expect(placeSlot(stored, 'Asia/Dushanbe')).toEqual({ startMs: Date.UTC(2020, 1, 5, 9), endMs: Date.UTC(2020, 1, 5, 10, 15) })
  })

  it('may have no end', () => {
    expect(placeSlot({ ...stored, endMinute: null }, 'Asia/Dushanbe').endMs).toBe(null)
  })

  it('says when the clocks skip its time, and when they show it twice', () => {
    expect(placeSlot({ day: '2020-03-29', startMinute: 150, endMinute: 300 }, 'Europe/Berlin').problem).toBe('gap')
    expect(placeSlot({ day: '2020-10-25', startMinute: 150, endMinute: 300 }, 'Europe/Berlin').problem).toBe('twice')
    expect(placeSlot({ day: '2020-03-29', startMinute: 60, endMinute: 150 }, 'Europe/Berlin').problem).toBe('gap')
  })
})

describe('what is meant by a typed slot', () => {
  it('keeps the length when only the start is another', () => {
    expect(meantSlot(stored, { day: '2020-02-05', startMinute: 930, endMinute: 915 })).toEqual({ day: '2020-02-05', startMinute: 930, endMinute: 1005 })
  })

  it('takes a typed end as it is', () => {
    const typed = { day: '2020-02-05', startMinute: 930, endMinute: 960 }
    expect(meantSlot(stored, typed)).toEqual(typed)
  })

  it('takes an end that alone was changed, and one that was emptied', () => {
    expect(meantSlot(stored, { ...stored, endMinute: 900 })).toEqual({ ...stored, endMinute: 900 })
    expect(meantSlot(stored, { ...stored, startMinute: 930, endMinute: null })).toEqual({ ...stored, startMinute: 930, endMinute: null })
  })

  it('takes a first time as typed', () => {
    const typed = { day: '2020-02-05', startMinute: 600, endMinute: 660 }
    expect(meantSlot({ day: '2020-02-05', startMinute: null, endMinute: null }, typed)).toEqual(typed)
  })
})

describe('soundness and shift', () => {
  it('asks for an end after the start, within the day', () => {
    expect([stored, { ...stored, endMinute: null }, { ...stored, endMinute: 840 }, { ...stored, endMinute: 1500 }].map(isSound)).toEqual([true, true, false, false])
  })

  it('counts days and minutes apart', () => {
    expect(shiftOf(stored, { day: '2020-02-04', startMinute: 870, endMinute: 945 })).toEqual({ days: -1, minutes: 30 })
    expect(shiftOf(stored, { day: '2020-02-06', startMinute: null, endMinute: null })).toEqual({ days: 1, minutes: 0 })
  })
})
