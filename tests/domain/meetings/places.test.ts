import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingOf } from '#app/domain/meetings/excerpts.ts'
import { compareTexts } from '#app/domain/meetings/places.ts'

/** Where words of a text stand after an edit: their place, or 'lost'. */
function place(then: string, words: string, now: string, nth = 0): number | 'lost' {
  let start = then.indexOf(words)
  for (let n = 0; n < nth; n++) start = then.indexOf(words, start + 1)
  const standing = standingOf({ start, end: start + words.length, words }, now, compareTexts(then, now))
  return standing.state === 'lost' ? 'lost' : standing.start
}

describe('words in a text that was edited', () => {
  const then = 'Sensors are few. There is no plan.\nRoads are good. There is no plan.\nStaff: four.'

  it('are followed when lines and sentences come before, between and after them', () => {
    const now = `Head.\nSensors are few, very few. There is no plan.\nNew line.\nRoads are good. Buses too. There is no plan.\nStaff: four, two leave.`
    expect([place(then, 'no plan', now), place(then, 'no plan', now, 1), place(then, 'Staff: four', now)]).toEqual([now.indexOf('no plan'), now.lastIndexOf('no plan'), now.indexOf('Staff')])
  })

  it('are lost when they were rewritten or taken away, though equal words stand elsewhere', () => {
    expect(place(then, 'no plan', then.replace('no plan', 'a plan'))).toBe('lost')
    expect(place(then, 'no plan', 'Roads are good. There is no plan.\nStaff: four.')).toBe('lost')
    expect(place(then, 'no plan', 'Sensors are few. There is no plan.\nStaff: four.', 1)).toBe('lost')
    expect(place(then, 'There is no plan.', then.replace('There is no plan.', 'There is, they say, no plan.'))).toBe('lost')
  })

  it('are followed to where their line or their sentence was moved', () => {
    const moved = 'Roads are good. There is no plan.\nStaff: four.\nSensors are few. There is no plan.'
    expect([place(then, 'no plan', moved), place(then, 'no plan', moved, 1)]).toEqual([moved.lastIndexOf('no plan'), moved.indexOf('no plan')])
    const pasted = 'There is no plan.\nRoads are good. There is no plan.\nStaff: four, and now this: Sensors are few. That is all.'
    expect(place(then, 'Sensors are few.', pasted)).toBe(pasted.indexOf('Sensors'))
    expect(place('Sensors exist on two streets. End.', 'Sensors exist on two streets.', 'End. And: Sensors exist on two streets. So it is.')).toBe(10)
  })

  it('are found whichever way an edit between equal words is read', () => {
    expect(place('no plan. no budget.', 'no budget.', 'no budget.')).toBe(0)
    expect(place('no plan. no budget, no plan.', 'no plan.', 'no budget, no plan.')).toBe('lost')
    expect(place('a b', 'b', 'a a b')).toBe(4)
  })

  it('come back when what was taken away is put back', () => {
    expect(place(then, 'no plan', then)).toBe(then.indexOf('no plan'))
  })
})

/** A text of lines that each say who they are and hold the same phrase, and what is done to it: an oracle knows where each phrase went. */
type Line = { id: number; before: string; phrase: string; after: string }
const PHRASE = 'they said there is no common register yet'
const textOf = (lines: readonly Line[]): string => lines.map((line) => `${line.before}${line.phrase}${line.after}`).join('\n')
const fresh = (id: number): Line => ({ id, before: `Person ${id} of office ${id * 7}: `, phrase: PHRASE, after: `, in the year ${1000 + id}.` })

type Act = { act: 'insert' | 'delete' | 'move' | 'before' | 'after' | 'rewrite' | 'into' | 'blank'; at: number; to: number }
const acts = fc.array(fc.record({ act: fc.constantFrom<Act['act'][]>('insert', 'delete', 'move', 'before', 'after', 'rewrite', 'into', 'blank'), at: fc.nat(30), to: fc.nat(30) }), { maxLength: 12 })

function done(lines: readonly Line[], { act, at, to }: Act, turn: number): Line[] {
  const result = [...lines]
  const place = result.length === 0 ? 0 : at % result.length
  const line = result[place]
  if (act === 'insert' || !line) return result.toSpliced(place, 0, { id: 100 + turn, before: `Aside number ${turn} `, phrase: '', after: `kept by ${turn}.` })
  if (act === 'blank') return result.toSpliced(place, 0, { id: 200 + turn, before: '', phrase: '', after: '' })
  if (act === 'delete') return result.toSpliced(place, 1)
  if (act === 'move') return result.toSpliced(place, 1).toSpliced(to % result.length, 0, line)
  const edited = {
    before: { ...line, before: `${line.before}on day ${turn + 50} ` }, after: { ...line, after: `${line.after} More ${turn + 70}.` },
    rewrite: { ...line, phrase: line.phrase && `somebody told us something ${turn}` }, into: { ...line, phrase: line.phrase && line.phrase.replace('no common', `no (${turn}) common`) },
  }[act]
  return result.toSpliced(place, 1, edited)
}

/** Where the phrase of a line stands, by the oracle; undefined when it is gone or was changed. */
function truth(lines: readonly Line[], id: number): number | undefined {
  const at = lines.findIndex((line) => line.id === id)
  const line = lines[at]
  return line?.phrase === PHRASE ? textOf(lines.slice(0, at)).length + (at > 0 ? 1 : 0) + line.before.length : undefined
}

it('finds words whose line was swapped with a shorter one, though a space between them is taken for another', () => {
  expect(place('WORDS: x, y and z\n.\n ', 'WORDS: x, y and z', '.\nWORDS: x, y and z a')).toBe(2)
})

describe('over random edits', () => {
  it('an excerpt points at its own words, never at equal ones of another line, or says that it lost them', () => {
    let [kept, lost, overcautious] = [0, 0, 0]
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), acts, (size, edits) => {
      const before = Array.from({ length: size }, (_, n) => fresh(n + 1))
      const after = edits.reduce(done, before)
      const [then, now] = [textOf(before), textOf(after)]
      const compared = compareTexts(then, now)
      for (const { id } of before) {
        const start = truth(before, id) ?? 0
        const standing = standingOf({ start, end: start + PHRASE.length, words: PHRASE }, now, compared)
        const real = truth(after, id)
        if (standing.state !== 'lost') expect(now.slice(standing.start, standing.end)).toBe(PHRASE)
        if (standing.state !== 'lost') expect(standing.start).toBe(real)
        if (real === undefined) lost++
        else if (standing.state === 'lost') overcautious++
        else kept++
      }
    }), { numRuns: 4_000 })
    expect(kept).toBeGreaterThan(4_000)
    expect(lost).toBeGreaterThan(1_000)
    expect(overcautious / (kept + overcautious)).toBeLessThan(0.01)
  })

  it('an excerpt whose words occur once is found wherever letters around it were edited', () => {
    const unit = fc.constantFrom('a', 'b', ' ', '.', 'ӣ', '\n')
    const edit = fc.tuple(fc.nat(120), fc.nat(12), fc.string({ unit, maxLength: 8 }), fc.boolean())
    fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), fc.string({ unit, maxLength: 60 }), fc.array(edit, { maxLength: 6 }), (before, after, edits) => {
      const words = 'WORDS: x, y and z'
      let [left, right] = [before, after]
      for (const [at, size, put, isLeft] of edits) {
        if (isLeft) left = left.slice(0, at) + put + left.slice(at + size)
        else right = right.slice(0, at) + put + right.slice(at + size)
      }
      expect(place(before + words + after, words, left + words + right)).toBe(left.length)
    }), { numRuns: 3_000 })
  })
})

describe('long texts', () => {
  it('are compared line by line, whatever was rewritten', () => {
    const lines = Array.from({ length: 1_500 }, (_, n) => `Line ${n}: the register of department ${n % 40} is on paper, they say, since ${1980 + (n % 40)}.`)
    const now = lines.flatMap((line, n) => (n % 9 === 0 ? [] : n % 7 === 0 ? [line, 'An aside.'] : [n % 5 === 0 ? line.replace('on paper', 'kept on paper') : line])).join('\n')
    const then = lines.join('\n')
    expect(place(then, 'Line 1001: the register of department 1', now)).toBe(now.indexOf('Line 1001: '))
    const same = 'the same words over and over. '.repeat(3_000)
    expect(place(`${same}mark these words, please${same}`, 'mark these words, please', `x${same}y mark these words, please z${same}`)).toBe(now === '' ? 0 : 1 + same.length + 2)
  })
})
