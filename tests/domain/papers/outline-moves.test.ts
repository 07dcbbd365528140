import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEEPEST, MOVES, aboveOf, insertSection, moveSection, placeSection, removeSection } from '#app/domain/papers/outline-moves.ts'

type Standing = { id: string; level: number }
/** 'a b/ c/ d' → levels by strokes behind the names: a 1, b 2, c 2, d 1. */
const tree = (text: string): Standing[] => text.split(' ').map((word) => ({ id: word.replaceAll('/', ''), level: 1 + (word.match(/\//g)?.length ?? 0) }))
const told = (sections: readonly Standing[]): string => sections.map(({ id, level }) => id + '/'.repeat(level - 1)).join(' ')
const after = (result: ReturnType<typeof moveSection<Standing>>): string => (result.done ? told(result.after) : result.because)

const anyTree = fc.array(fc.integer({ min: -3, max: 1 }), { minLength: 1, maxLength: 25 }).map((steps) => {
  let level = 0
  return steps.map((step, at): Standing => ({ id: String(at), level: (level = Math.max(1, Math.min(DEEPEST, level + step))) }))
})
const parents = (sections: readonly Standing[]): Map<string, string | undefined> => new Map(sections.map((each, at) => [each.id, sections[aboveOf(sections, at)]?.id]))

it('moves a section with all that is below it', () => {
  const all = tree('a b/ c// d/ e f/')
  expect((['up', 'down', 'in', 'out'] as const).map((move) => after(moveSection(all, 'd', move)))).toEqual(['a d/ b/ c// e f/', 'at-the-end', 'a b/ c// d// e f/', 'a b/ c// d e f/'])
  expect((['up', 'down', 'in', 'out'] as const).map((move) => after(moveSection(all, 'b', move)))).toEqual(['at-the-end', 'a d/ b/ c// e f/', 'at-the-end', 'a d/ b c/ e f/'])
  expect([after(moveSection(all, 'e', 'up')), after(moveSection(all, 'e', 'in')), after(moveSection(all, 'z', 'up'))]).toEqual(['e f/ a b/ c// d/', 'a b/ c// d/ e/ f//', 'gone'])
})

it('drops a section where a row is let go, at a level that takes nobody else’s parts', () => {
  const all = tree('a b/ c// d/ e f/')
  expect([1, 2, 3, 4, 6].map((to) => after(placeSection(all, 'd', to)))).toEqual(['d a b/ c// e f/', 'a d/ b/ c// e f/', 'a b/ d// c// e f/', 'at-the-end', 'a b/ c// e f/ d/'])
})

it('keeps every section, the order within what moves, and what all others belong to', () => {
  fc.assert(fc.property(anyTree, fc.nat(24), fc.constantFrom(...MOVES), fc.nat(26), (sections, at, move, to) => {
    const id = String(at % sections.length)
    const own = new Set(removeSection(sections, id).gone.map((each) => each.id))
    for (const result of [moveSection(sections, id, move), placeSection(sections, id, to)]) {
      if (!result.done) continue
      expect(result.after.map((each) => each.id).toSorted()).toEqual(sections.map((each) => each.id).toSorted())
      expect(result.after.filter((each) => own.has(each.id)).map((each) => each.id)).toEqual([...own])
      const [before, now] = [parents(sections), parents(result.after)]
      for (const each of sections) if (each.id !== id) expect([each.id, now.get(each.id)]).toEqual([each.id, before.get(each.id)])
    }
  }))
})

it('up and down undo each other', () => {
  fc.assert(fc.property(anyTree, fc.nat(24), (sections, at) => {
    const id = String(at % sections.length)
    const up = moveSection(sections, id, 'up')
    if (up.done) expect(moveSection(up.after, id, 'down')).toEqual({ done: true, after: sections })
  }))
})

it('puts a new section behind another one and its parts, or under it, and never deeper than is printed', () => {
  const all = tree('a b/ c')
  const put = (id: string | null, as: 'beside' | 'under') => after(insertSection(all, { id: 'n', level: 1 }, id, as))
  expect([put('a', 'beside'), put('a', 'under'), put('b', 'under'), put(null, 'beside'), put('z', 'under')]).toEqual(['a b/ n c', 'a b/ n/ c', 'a b/ n// c', 'a b/ c n', 'gone'])
  expect(after(insertSection(tree('a b/ c// d/// e//// f/////'), { id: 'n', level: 1 }, 'f', 'under'))).toBe('too-deep')
})

it('takes a section away with its parts', () => {
  const { after: left, gone } = removeSection(tree('a b/ c// d/ e'), 'b')
  expect([told(left), told(gone)]).toEqual(['a d/ e', 'b/ c//'])
})
