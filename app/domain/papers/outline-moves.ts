/** Sections of an outline in their order: a section goes with everything below it, and nothing else changes what it belongs to. */

type Standing = { id: string; level: number }
export const MOVES = ['up', 'down', 'in', 'out'] as const
export type Move = (typeof MOVES)[number]
export const DEEPEST = 6

export type MoveRefusal = 'gone' | 'at-the-end' | 'too-deep'
export type Moved<S> = { done: true; after: S[] } | { done: false; because: MoveRefusal }

/** The place after the last section below the one at `at`. */
export function endOf(sections: readonly Standing[], at: number): number {
  const level = (sections[at] as Standing).level
  const end = sections.findIndex((each, i) => i > at && each.level <= level)
  return end === -1 ? sections.length : end
}

/** The place of the section that the one at `at` belongs to; -1 at the top. */
export function aboveOf(sections: readonly Standing[], at: number): number {
  const level = (sections[at] as Standing).level
  return sections.slice(0, at).findLastIndex((each) => each.level < level)
}

/** One step: before or after its neighbour, into the neighbour before it, or out behind the section that it belongs to. */
export function moveSection<S extends Standing>(sections: readonly S[], id: string, move: Move): Moved<S> {
  const at = sections.findIndex((each) => each.id === id)
  if (at === -1) return { done: false, because: 'gone' }
  return STEPS[move](sections, at)
}

const STEPS: Record<Move, <S extends Standing>(sections: readonly S[], at: number) => Moved<S>> = {
  up: (sections, at) => {
    const before = neighbourBefore(sections, at)
    return before === undefined ? END : moved([...sections.slice(0, before), ...sections.slice(at, endOf(sections, at)), ...sections.slice(before, at), ...sections.slice(endOf(sections, at))])
  },
  down: (sections, at) => {
    const end = endOf(sections, at)
    if (end === sections.length || aboveOf(sections, end) !== aboveOf(sections, at)) return END
    const last = endOf(sections, end)
    return moved([...sections.slice(0, at), ...sections.slice(end, last), ...sections.slice(at, end), ...sections.slice(last)])
  },
  in: (sections, at) => {
    if (neighbourBefore(sections, at) === undefined) return END
    const end = endOf(sections, at)
    return deeper([...sections.slice(0, at), ...shifted(sections.slice(at, end), 1), ...sections.slice(end)])
  },
  out: (sections, at) => {
    const above = aboveOf(sections, at)
    if (above === -1) return END
    const [end, last] = [endOf(sections, at), endOf(sections, above)]
    const block = shifted(sections.slice(at, end), (sections[above] as Standing).level - (sections[at] as Standing).level)
    return moved([...sections.slice(0, at), ...sections.slice(end, last), ...block, ...sections.slice(last)])
  },
}

const END = { done: false, because: 'at-the-end' } as const

/** Drops a section as the `to`-th row, counted from 1 with the row itself lifted out; it takes the level that leaves everybody else's alone. */
export function placeSection<S extends Standing>(sections: readonly S[], id: string, to: number): Moved<S> {
  const at = sections.findIndex((each) => each.id === id)
  if (at === -1) return { done: false, because: 'gone' }
  const end = endOf(sections, at)
  const block = sections.slice(at, end)
  const lifted = sections.filter((each) => each.id !== id)
  const rest = sections.filter((each) => !block.includes(each))
  const before = lifted.slice(0, Math.max(0, to - 1)).findLast((each) => !block.includes(each))
  const place = before === undefined ? 0 : rest.indexOf(before) + 1
  const level = Math.max(Math.min((sections[at] as Standing).level, (before?.level ?? 0) + 1), rest[place]?.level ?? 1)
  if (place === at && level === (sections[at] as Standing).level) return END
  return deeper([...rest.slice(0, place), ...shifted(block, level - (sections[at] as Standing).level), ...rest.slice(place)])
}

/** A new section behind another one and what is below it, as its neighbour or as its last part; at the end where none is named. */
export function insertSection<S extends Standing>(sections: readonly S[], fresh: S, after: string | null, as: 'beside' | 'under'): Moved<S> {
  if (after === null) return moved([...sections, { ...fresh, level: 1 }])
  const at = sections.findIndex((each) => each.id === after)
  if (at === -1) return { done: false, because: 'gone' }
  const [end, level] = [endOf(sections, at), (sections[at] as Standing).level + (as === 'under' ? 1 : 0)]
  return deeper([...sections.slice(0, end), { ...fresh, level }, ...sections.slice(end)])
}

/** The outline without a section and what is below it, and those that went. */
export function removeSection<S extends Standing>(sections: readonly S[], id: string): { after: S[]; gone: S[] } {
  const at = sections.findIndex((each) => each.id === id)
  if (at === -1) return { after: [...sections], gone: [] }
  const end = endOf(sections, at)
  return { after: [...sections.slice(0, at), ...sections.slice(end)], gone: sections.slice(at, end) }
}

function moved<S>(after: S[]): Moved<S> {
  return { done: true, after }
}

function deeper<S extends Standing>(after: S[]): Moved<S> {
  return after.some((each) => each.level > DEEPEST) ? { done: false, because: 'too-deep' } : moved(after)
}

function shifted<S extends Standing>(block: readonly S[], by: number): S[] {
  return by === 0 ? [...block] : block.map((each) => ({ ...each, level: each.level + by }))
}

function neighbourBefore(sections: readonly Standing[], at: number): number | undefined {
  const above = aboveOf(sections, at)
  for (let i = at - 1; i > above; i--) if (aboveOf(sections, i) === above) return i
  return undefined
}
