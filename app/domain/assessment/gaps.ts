/** Stop × dimension × kind of source: where evidence stands, where none does, and who can still be asked for it. */
import { groupOf } from '#app/domain/assessment/sources.ts'
import { SOURCE_GROUPS } from '#app/domain/assessment/sources.ts'
import type { SourceGroup } from '#app/domain/assessment/sources.ts'
import type { Id } from '#app/domain/ids.ts'

type Counted = { stopId: Id; dimensionId: Id; sourceKind: string; count: number }
/** An engagement that is still ahead, with the kinds of source among its counterparts. */
export type Asking = { id: Id; stopId: Id; groups: readonly SourceGroup[] }
/** A question that was taken over from an empty cell into an engagement. */
export type Asked = { engagementId: Id; dimensionId: Id; group: SourceGroup }

/** 'asked' waits for an engagement ahead, 'open' could be asked in one, 'nobody' has none left at its stop. */
export type CellState = 'evidence' | 'asked' | 'open' | 'nobody'
export type Cell = { stopId: Id; dimensionId: Id; group: SourceGroup; count: number; state: CellState }

type Facts = { counts: readonly Counted[]; stopIds: readonly Id[]; dimensionIds: readonly Id[]; asking: readonly Asking[]; asked: readonly Asked[] }

/** Every cell, by dimension, then stop, then kind of source. A question counts as asked only while its engagement is ahead. */
export function cellsOf({ counts, stopIds, dimensionIds, asking, asked }: Facts): Cell[] {
  const sums = new Map<string, number>()
  for (const { stopId, dimensionId, sourceKind, count } of counts) {
    const key = keyOf(stopId, dimensionId, groupOf(sourceKind))
    sums.set(key, (sums.get(key) ?? 0) + count)
  }
  const stopOf = new Map(asking.map((one) => [one.id, one.stopId]))
  const waiting = new Set(asked.map((one) => keyOf(stopOf.get(one.engagementId), one.dimensionId, one.group)))
  const askable = new Set(asking.flatMap((one) => one.groups.map((group) => `${one.stopId} ${group}`)))
  return dimensionIds.flatMap((dimensionId) => stopIds.flatMap((stopId) => SOURCE_GROUPS.map((group): Cell => {
    const key = keyOf(stopId, dimensionId, group)
    const count = sums.get(key) ?? 0
    return { stopId, dimensionId, group, count, state: count > 0 ? 'evidence' : waiting.has(key) ? 'asked' : askable.has(`${stopId} ${group}`) ? 'open' : 'nobody' }
  })))
}

function keyOf(stopId: Id | undefined, dimensionId: Id, group: SourceGroup | undefined): string {
  return `${stopId ?? ''} ${dimensionId} ${group ?? ''}`
}

/** The empty cells that an engagement can fill and is not asked to yet, those that nobody is asked to fill first. */
export function gapsFor(engagement: Asking, cells: readonly Cell[], asked: readonly Asked[]): Cell[] {
  const own = new Set(asked.filter((one) => one.engagementId === engagement.id).map((one) => keyOf(undefined, one.dimensionId, one.group)))
  const fits = cells.filter((cell) => cell.count === 0 && cell.stopId === engagement.stopId && engagement.groups.includes(cell.group) && !own.has(keyOf(undefined, cell.dimensionId, cell.group)))
  return [...fits.filter((cell) => cell.state === 'open'), ...fits.filter((cell) => cell.state === 'asked')]
}

/** How many cells are in each state. */
export function countStates(cells: readonly Cell[]): Record<CellState, number> {
  const counts: Record<CellState, number> = { evidence: 0, asked: 0, open: 0, nobody: 0 }
  for (const cell of cells) counts[cell.state]++
  return counts
}
