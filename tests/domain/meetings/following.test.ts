import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptRuns } from '#app/domain/meetings/following.ts'

describe('what stayed of a text', () => {
  it('are runs of equal letters that overlap nowhere, over any two texts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', 'ӣ', '\n', '😀'), maxLength: 60 })
    fc.assert(fc.property(text, text, (was, is) => {
      const runs = keptRuns(was, is)
      for (const run of runs) expect(is.slice(run.is, run.is + run.size)).toBe(was.slice(run.was, run.was + run.size))
      for (const side of ['was', 'is'] as const) {
        const sorted = runs.toSorted((one, other) => one[side] - other[side])
        for (const [n, run] of sorted.entries()) expect(run[side] + run.size).toBeLessThanOrEqual(sorted[n + 1]?.[side] ?? Infinity)
      }
    }), { numRuns: 2_000 })
  })

  it('is the whole of a text that stayed, and nothing of one that is another', () => {
    expect(keptRuns('One.\nTwo.', 'One.\nTwo.')).toEqual([{ was: 0, is: 0, size: 9 }])
    expect(keptRuns('abc', 'xyz')).toEqual([])
    expect(keptRuns('', 'xyz')).toEqual([])
  })
})
