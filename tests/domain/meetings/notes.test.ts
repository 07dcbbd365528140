import { describe, expect, it } from 'vitest'
import { canRewrite, noteDue, openingOf, openingOfNote } from '#app/domain/meetings/notes.ts'
import { instantOf } from '#app/domain/time.ts'

const ZONE = 'Asia/Dushanbe'
const at = (day: string, minute: number): number => instantOf(day, minute, ZONE).at
const MEETING = { day: '2020-02-04', startMinute: 570, endMinute: 720, zone: ZONE }

describe('noteDue', () => {
  it('is later until the meeting ends, due to the end of the next day there, then late', () => {
    expect(noteDue(MEETING, at('2020-02-04', 719))).toEqual({ state: 'later', dueDay: '2020-02-05' })
    expect(noteDue(MEETING, at('2020-02-04', 720))).toEqual({ state: 'due', dueDay: '2020-02-05' })
    expect(noteDue(MEETING, at('2020-02-05', 1439))).toEqual({ state: 'due', dueDay: '2020-02-05' })
    expect(noteDue(MEETING, at('2020-02-06', 0))).toEqual({ state: 'late', dueDay: '2020-02-05' })
  })

  it('counts a meeting without times as over when its day is', () => {
    const untimed = { ...MEETING, startMinute: null, endMinute: null }
    expect([noteDue(untimed, at('2020-02-04', 1439)).state, noteDue(untimed, at('2020-02-05', 0)).state]).toEqual(['later', 'due'])
  })
})

it('begins a note without the signs of its markup', () => {
  expect(openingOfNote('## Data\n- **Sensors** on `two` [streets](https://x.example/a)\n> said 2 * 3 [inaudible] #5')).toBe('Data Sensors on two streets said 2 * 3 [inaudible] #5')
})

describe('openingOf', () => {
  it('is one line, cut at a word', () => {
    expect(openingOf('  One\n two ')).toBe('One two')
    expect(openingOf('alpha beta gamma delta', 12)).toBe('alpha beta…')
    expect(openingOf(`${'x'.repeat(20)}😀`, 21)).toBe(`${'x'.repeat(20)}…`)
  })
})

it('keeps a cleared note as it is', () => {
  expect([canRewrite('saved'), canRewrite('cleared')]).toEqual([true, false])
})
