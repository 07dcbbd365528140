import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conflictsOf, findConflicts, makeIndex } from '#app/domain/agenda/conflicts.ts'
import type { Busy, Conflict } from '#app/domain/agenda/conflicts.ts'

const meeting = (id: string, startMs: number, endMs: number | null, more: Partial<Busy> = {}): Busy => ({ id, within: id, startMs, endMs, personIds: [], venue: '', ...more })
const item = (id: string, startMs: number, endMs: number | null, more: Partial<Busy> = {}): Busy => ({ ...meeting(id, startMs, endMs, more), within: more.within ?? 'workshop' })

/** The rule in its plainest words: every pair is looked at. */
function oracle(all: readonly Busy[]): string[] {
  const lines: string[] = []
  const end = (one: Busy): number => one.endMs ?? one.startMs + 1
  const isItem = (one: Busy): boolean => one.within !== one.id
  for (const a of all) {
    if (a.bounds?.startMs != null && a.startMs < a.bounds.startMs) lines.push(`outside ${a.id} start ${a.bounds.startMs - a.startMs}`)
    if (a.bounds?.endMs != null && (a.endMs ?? a.startMs) > a.bounds.endMs) lines.push(`outside ${a.id} end ${(a.endMs ?? a.startMs) - a.bounds.endMs}`)
    for (const b of all) {
      if (!(a.id < b.id) || !(a.startMs < end(b) && b.startMs < end(a))) continue
      const spare = a.fallbackOf === b.within || b.fallbackOf === a.within
      const nested = a.within === b.within && !(isItem(a) && isItem(b))
      if (!spare && !nested) for (const person of new Set(a.personIds)) if (b.personIds.includes(person)) lines.push(`person ${a.id} ${b.id} ${person}`)
      const otherRoom = a.room && b.room && a.room !== b.room
      if (!spare && a.within !== b.within && a.venue !== '' && a.venue === b.venue && !otherRoom) lines.push(`venue ${a.id} ${b.id}`)
      if (isItem(a) && isItem(b) && a.within === b.within && !otherRoom) lines.push(`overlap ${a.id} ${b.id}`)
    }
  }
  return lines.sort()
}

function lineOf(one: Conflict): string {
  if (one.kind === 'outside-header') return `outside ${one.id} ${one.side} ${one.ms}`
  const pair = [one.id, one.by].sort().join(' ')
  return one.kind === 'person-busy' ? `person ${pair} ${one.personId}` : `${one.kind === 'overlap' ? 'overlap' : 'venue'} ${pair}`
}

const busy = fc.record({
  within: fc.constantFrom('m0', 'm1', 'm2', 'm3', ''), startMs: fc.integer({ min: 0, max: 60 }), length: fc.option(fc.integer({ min: 1, max: 20 })),
  personIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }), venue: fc.constantFrom('', 'hall', 'house'), room: fc.constantFrom('', '1', '2'),
  fallbackOf: fc.constantFrom(null, null, 'm1', 'm2'), bounds: fc.constantFrom(undefined, { startMs: 10, endMs: 50 }, { startMs: null, endMs: 40 }),
}).map(({ length, bounds, ...rest }) => ({ ...rest, endMs: length === null ? null : rest.startMs + length, ...(bounds ? { bounds } : {}) }))
const schedule = fc.array(busy, { maxLength: 40 }).map((all) => all.map((one, at): Busy => ({ ...one, id: `m${at}`, within: one.within === '' ? `m${at}` : one.within })))

describe('conflicts', () => {
  it('are those that every pair, looked at, would show', () => {
    fc.assert(fc.property(schedule, (all) => {
      expect(findConflicts(all).map(lineOf).sort()).toEqual(oracle(all))
    }), { numRuns: 400 })
  })

  it('of one moved thing are those of the whole that name it', () => {
    fc.assert(fc.property(schedule.filter((all) => all.length > 0), fc.nat(), fc.integer({ min: 0, max: 60 }), (all, pick, startMs) => {
      const at = pick % all.length
      const stored = all[at] as Busy
      const moved = { ...stored, startMs, endMs: stored.endMs === null ? null : startMs + stored.endMs - stored.startMs }
      const whole = oracle(all.with(at, moved)).filter((line) => line.split(' ').slice(1, 3).includes(moved.id))
      expect(conflictsOf(makeIndex(all), moved).map(lineOf).sort()).toEqual(whole)
    }), { numRuns: 400 })
  })

  it('are the same however far apart the times are', () => {
    const far = fc.array(fc.record({ startMs: fc.maxSafeNat(), length: fc.integer({ min: 1, max: 2 ** 52 }) }), { maxLength: 12 })
    fc.assert(fc.property(far, (all) => {
      const given = all.map(({ startMs, length }, at) => meeting(`m${at}`, startMs, startMs + length, { personIds: ['p'] }))
      expect(findConflicts(given).map(lineOf).sort()).toEqual(oracle(given))
    }))
  })

  it('do not arise where one ends and the next starts', () => {
    expect(findConflicts([meeting('a', 0, 10, { personIds: ['p'] }), meeting('b', 10, 20, { personIds: ['p'] })])).toEqual([])
  })

  it('name the person, the later and the earlier', () => {
    expect(findConflicts([meeting('b', 5, 20, { personIds: ['p', 'q'] }), meeting('a', 0, 10, { personIds: ['q'] })])).toEqual([{ kind: 'person-busy', id: 'b', by: 'a', personId: 'q' }])
  })

  it('arise for one without an end when it starts within another, or with it', () => {
    const open = meeting('open', 5, null, { personIds: ['p'] })
    expect(findConflicts([open, meeting('a', 0, 10, { personIds: ['p'] })]).length).toBe(1)
    expect(findConflicts([open, meeting('a', 5, null, { personIds: ['p'] })]).length).toBe(1)
    expect(findConflicts([open, meeting('a', 6, 10, { personIds: ['p'] })])).toEqual([])
    expect(findConflicts([open, meeting('a', 0, 5, { personIds: ['p'] })])).toEqual([])
  })

  it('do not arise between an engagement and its own items, nor with its fallback', () => {
    const workshop = meeting('workshop', 0, 100, { personIds: ['p'], venue: 'hall' })
    expect(findConflicts([workshop, item('talk', 10, 20, { personIds: ['p'] })])).toEqual([])
    expect(findConflicts([workshop, meeting('spare', 0, 100, { personIds: ['p'], venue: 'hall', fallbackOf: 'workshop' })])).toEqual([])
  })

  it('arise in one place unless both rooms are known and differ', () => {
    const two = (room: string, other: string): number => findConflicts([meeting('a', 0, 10, { venue: 'hall', room }), meeting('b', 5, 15, { venue: 'hall', room: other })]).length
    expect([two('', ''), two('1', ''), two('1', '1'), two('1', '2')]).toEqual([1, 1, 1, 0])
  })
})
