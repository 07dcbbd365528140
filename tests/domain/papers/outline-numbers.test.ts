import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOVES, moveSection, removeSection } from '#app/domain/papers/outline-moves.ts'
import { checkNumbering, numberForNew, renumberAfter, renumberOne, renumberWithin, renumbered } from '#app/domain/papers/outline-numbers.ts'
import type { Entry } from '#app/domain/papers/outline-numbers.ts'
import roadshow from '#db/seed/roadshow.json'

const DECK: Entry[] = roadshow.technical_note.toc.map((entry) => ({ id: String(entry.line), level: entry.level, number: entry.number ?? '', title: entry.title, page: entry.page }))
/** '2 1.1 Title' → level, number, title. */
const outline = (...lines: string[]): Entry[] => lines.map((line, at) => {
  const [level = '1', number = '', title = 'x'] = line.split('|')
  return { id: String(at), level: Number(level), number, title, page: null }
})
const faults = (entries: readonly Entry[]) => checkNumbering(entries).map(({ id, fault, proposal }) => [id, fault, proposal])
const numbers = (entries: readonly Entry[]) => entries.map((entry) => entry.number)

/** Levels go up one at a time; numbers are missing, right or wrong. */
const anyOutline = fc.array(fc.record({ deeper: fc.integer({ min: -3, max: 1 }), number: fc.constantFrom('', '', 'Part 1', 'Part 4', '1', '2', '1.1', '1.2', '2.3.1', '4.4', '7', 'A', 'IV') }), { maxLength: 25 }).map((steps) => {
  let level = 0
  return steps.map(({ deeper, number }, at): Entry => {
    level = Math.max(1, Math.min(5, level + deeper))
    return { id: String(at), level, number, title: `${number} title`.trim(), page: null }
  })
})

describe('the numbers of the deck', () => {
  it('are right but for the one printed twice, whose repair is the next', () => {
    expect(faults(DECK)).toEqual([['175', 'doubled', '2.3.2']])
  })

  it('are right altogether once it is repaired, and nothing else changes', () => {
    const repaired = renumberOne(DECK, '175', '2.3.2')
    expect([faults(repaired), repaired.filter((entry, at) => entry !== DECK[at]).map((entry) => entry.title)]).toEqual([[], ['2.3.2. Opportunities for improvement']])
    expect(renumberWithin(DECK, '173')).toEqual(repaired)
  })

  it('follow a part that moves, wrong ones with it', () => {
    const moved = moveSection(DECK, '186', 'up')
    const after = moved.done ? renumberAfter(DECK, moved.after) : []
    expect(numbers(after).slice(23, 25)).toEqual(['Part 2', '2.1'])
    expect(faults(after)).toEqual([['165', 'page-back', null], ['175', 'doubled', '3.3.2']])
  })
})

describe('what is wrong', () => {
  it('is said once for each section, with the number that would be right', () => {
    expect(faults(outline('1|1', '2|1.1', '2|1.3', '2|1.2'))).toEqual([['2', 'gap', '1.4'], ['3', 'backwards', '1.4']])
    expect(faults(outline('1|1', '2|1.1', '2|1.3'))).toEqual([['2', 'gap', '1.2']])
    expect(faults(outline('1|1', '1|2', '2|1.1', '2|2.1'))).toEqual([['2', 'wrong-parent', '2.2']])
    expect(faults(outline('1|1', '3|1.1'))).toEqual([['1', 'level-jump', null]])
    expect(faults([{ ...outline('1|1')[0] as Entry, page: 4 }, { ...outline('1|x', '1|2')[1] as Entry, page: 4 }, { id: 'z', level: 1, number: '3', title: 'x', page: 3 }])).toEqual([['z', 'page-back', null]])
  })

  it('is nothing in outlines that count through parts, by letters, by Roman numerals or not at all', () => {
    expect(faults(outline('1|Part 1', '2|1', '2|2', '1|Part 2', '2|3', '3|3.1', '1|Annex A', '1|Annex B'))).toEqual([])
    expect(faults(outline('1|I', '2|1', '1|II', '1|III', '1|V'))).toEqual([])
    expect(faults(outline('1', '2', '2', '1', '2'))).toEqual([])
    expect(faults(outline('1', '2|1', '1', '2|2', '1|', '2|3'))).toEqual([])
    expect(faults(outline('1|A', '2|A.1', '2|A.2', '1|B', '2|B.1'))).toEqual([])
  })
})

describe('numbering anew', () => {
  it('is idempotent, keeps order, levels and titles, and numbers nothing that had no number', () => {
    fc.assert(fc.property(anyOutline, (entries) => {
      const once = renumberWithin(entries, null)
      expect(renumberWithin(once, null)).toEqual(once)
      expect(once.map(({ id, level }) => [id, level])).toEqual(entries.map(({ id, level }) => [id, level]))
      expect(once.map(({ number }) => number === '')).toEqual(entries.map(({ number }) => number === ''))
      expect(once.every((entry) => entry.title === `${entry.number} title`.trim())).toBe(true)
    }))
  })

  it('leaves no gap, no step back and no wrong parent', () => {
    fc.assert(fc.property(anyOutline, (entries) => {
      const readable = entries.map((entry) => (entry.number === 'IV' || entry.number === 'A' ? { ...entry, number: '' } : entry))
      const left = checkNumbering(renumberWithin(readable, null)).filter(({ fault }) => fault === 'gap' || fault === 'backwards')
      expect(left).toEqual([])
    }))
  })

  it('of a part leaves the others as they are', () => {
    fc.assert(fc.property(anyOutline, fc.nat(24), (entries, at) => {
      const [sound, id] = [renumberWithin(entries, null), String(at)]
      const broken = sound.map((entry, i) => (i === at ? entry : { ...entry, ...renumbered(entry, entry.number.replace(/\d$/, '9')) }))
      const inside = renumberWithin(broken, id).filter((entry, i) => entry !== broken[i]).map((entry) => entry.id)
      expect(inside.every((each) => removeSection(broken, id).gone.some((gone) => gone.id === each))).toBe(true)
      expect(renumberAfter(sound, sound)).toEqual(sound)
    }))
  })

  it('after a move keeps a right outline right', () => {
    const right = outline('1|1', '2|1.1', '3|1.1.1', '2|1.2', '1|2', '2|2.1', '2|2.2', '3|2.2.1', '1', '1|3')
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(9), fc.constantFrom(...MOVES)), { maxLength: 12 }), (steps) => {
      let now = right
      for (const [at, move] of steps) {
        const moved = moveSection(now, String(at), move)
        if (moved.done) now = renumberAfter(now, moved.after, move === 'in' || move === 'out' ? String(at) : null)
      }
      expect(checkNumbering(now).filter(({ fault }) => fault !== 'wrong-parent')).toEqual([])
      expect(numbers(renumberWithin(now, null))).toEqual(numbers(now))
    }))
  })
})

describe('a new section', () => {
  const fresh = (after: string, as: number): Entry[] => {
    const at = DECK.findIndex((entry) => entry.id === after)
    return [...DECK.slice(0, at + 1), { id: 'new', level: (DECK[at] as Entry).level + as, number: '', title: 'New', page: null }, ...DECK.slice(at + 1)]
  }

  it('is numbered like its neighbour, or as the first below its section', () => {
    expect(['149', '175', '145', '200', '183'].map((id) => numberForNew(fresh(id, 0), 'new'))).toEqual(['1.1.3', '2.3.2', '', 'Annex 2', '2.6.2'])
    expect(['149', '145', '200'].map((id) => numberForNew(fresh(id, 1), 'new'))).toEqual(['1.1.2.1', '', '1.1'])
  })
})
