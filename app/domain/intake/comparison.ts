/** A reading against what is stored: which rows are new, the same, moved, changed or gone. */
import { foldKey } from '#app/domain/text.ts'
import type { Day, Minute } from '#app/domain/time.ts'

/** A row of an agenda or a schedule, stored or read. What a reading leaves out is not compared: an undefined end, a kind of ''. `titles` are others under which a stored one is known. `people` are keys by which they are told apart; null: not compared. */
export type Row = { id: string; day: Day | null; start: Minute | null; end: Minute | null | undefined; title: string; titles?: readonly string[] | undefined; kind: string; people: readonly string[] | null; more?: string }

const ROW_FIELDS = ['day', 'start', 'end', 'title', 'kind', 'people', 'more'] as const
export type RowField = (typeof ROW_FIELDS)[number]

/** 'moved': only its day or its times differ. */
export type RowChange<S extends Row = Row, R extends Row = Row> =
  | { what: 'new'; read: R; stored: null; differs: RowField[] }
  | { what: 'gone'; read: null; stored: S; differs: RowField[] }
  | { what: 'same' | 'moved' | 'changed'; read: R; stored: S; differs: RowField[] }

/** Below this two rows are two. */
const LEAST = 0.5
const TIMES = new Set<RowField>(['day', 'start', 'end'])

/**
 * Every row once: those of the reading in their order, those that are gone after the row before which they stood. Rows with the
 * same title are paired first, the others by how much title, time, kind and people agree; equal scores by order. O(n·m) at worst.
 */
export function compareRows<S extends Row, R extends Row>(stored: readonly S[], read: readonly R[]): RowChange<S, R>[] {
  const partner = pairUp(stored, read)
  const taken = new Set(partner.values())
  const gone = stored.filter((row) => !taken.has(row))
  const changes = read.map((row): RowChange<S, R> => {
    const old = partner.get(row)
    return old ? changeOf(old, row) : { what: 'new', read: row, stored: null, differs: [] }
  })
  return withGone(changes, gone, stored)
}

function changeOf<S extends Row, R extends Row>(stored: S, read: R): RowChange<S, R> {
  const differs = ROW_FIELDS.filter((field) => differ(stored, read, field))
  return { what: differs.length === 0 ? 'same' : differs.every((field) => TIMES.has(field)) ? 'moved' : 'changed', read, stored, differs }
}

function differ(stored: Row, read: Row, field: RowField): boolean {
  if (field === 'people') return read.people !== null && stored.people !== null && !sameSet(stored.people, read.people)
  if (field === 'day') return read.day !== null && stored.day !== read.day
  if (field === 'end') return read.end !== undefined && stored.end !== read.end
  if (field === 'kind') return read.kind !== '' && stored.kind !== read.kind
  if (field === 'title') return stored.title !== read.title && !stored.titles?.includes(read.title)
  if (field === 'more') return read.more !== undefined && (stored.more ?? '') !== read.more
  return stored[field] !== read[field]
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === new Set(a).size
}

type Face = { words: Set<string>; keys: Set<string> }

function pairUp<S extends Row, R extends Row>(stored: readonly S[], read: readonly R[]): Map<R, S> {
  const faces = new Map<Row, Face>([...stored, ...read].map((row) => [row, faceOf(row)]))
  const partner = new Map<R, S>()
  const free = new Set<S>(stored)
  const pairBy = (keysOf: (row: Row) => string[]): void => {
    const shelves = new Map<string, S[]>()
    for (const row of free) for (const key of keysOf(row)) shelves.set(key, [...(shelves.get(key) ?? []), row])
    for (const row of read) {
      if (partner.has(row)) continue
      const old = keysOf(row).flatMap((key) => shelves.get(key) ?? []).find((each) => free.has(each))
      if (!old) continue
      partner.set(row, old)
      free.delete(old)
    }
  }
  const keysOf = (row: Row): string[] => [...(faces.get(row)?.keys ?? [])]
  pairBy((row) => keysOf(row).map((key) => `${key}|${row.day ?? ''}|${row.start ?? ''}`))
  pairBy((row) => keysOf(row).map((key) => `${key}|${row.day ?? ''}`))
  pairBy(keysOf)
  const left = read.flatMap((row, at) => (partner.has(row) ? [] : [...free].map((old, place) => ({ row, old, at, place, score: likeness(old, row, faces) }))))
  for (const { row, old } of left.filter(({ score }) => score >= LEAST).toSorted((a, b) => b.score - a.score || a.at - b.at || a.place - b.place)) {
    if (partner.has(row) || !free.has(old)) continue
    partner.set(row, old)
    free.delete(old)
  }
  return partner
}

function faceOf(row: Row): Face {
  const keys = [row.title, ...(row.titles ?? [])].map(foldKey).filter(Boolean)
  return { keys: new Set(keys), words: new Set(keys.flatMap((key) => key.split(' '))) }
}

function likeness(a: Row, b: Row, faces: Map<Row, Face>): number {
  const [one, two] = [faces.get(a)?.words ?? new Set<string>(), faces.get(b)?.words ?? new Set<string>()]
  const common = [...one].filter((word) => two.has(word)).length
  const titles = common === 0 ? 0 : (2 * common) / (one.size + two.size)
  const sameTime = a.day !== null && b.day !== null && a.day !== b.day ? 0 : a.start !== null && a.start === b.start ? 1 : 0
  const bothPeople = (a.people ?? []).length > 0 && (a.people ?? []).some((each) => (b.people ?? []).includes(each)) ? 1 : 0
  return 0.6 * titles + 0.25 * sameTime + 0.15 * bothPeople + (a.kind === b.kind ? 0.1 : 0)
}

function withGone<S extends Row, R extends Row>(changes: RowChange<S, R>[], gone: readonly S[], stored: readonly S[]): RowChange<S, R>[] {
  if (gone.length === 0) return changes
  const place = new Map(stored.map((row, at) => [row, at]))
  const after = new Map<S | null, S[]>()
  const kept = new Set(changes.flatMap((change) => (change.stored ? [change.stored] : [])))
  for (const row of gone) {
    const before = stored.slice(0, place.get(row)).findLast((each) => kept.has(each)) ?? null
    after.set(before, [...(after.get(before) ?? []), row])
  }
  const goneOnes = (before: S | null): RowChange<S, R>[] => (after.get(before) ?? []).map((row) => ({ what: 'gone', read: null, stored: row, differs: [] }))
  return [...goneOnes(null), ...changes.flatMap((change) => (change.stored ? [change, ...goneOnes(change.stored)] : [change]))]
}
