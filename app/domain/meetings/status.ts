/** The way of an engagement from idea to cleared, how it may leave that way and come back. */
import { instantOf } from '#app/domain/time.ts'
import type { Day, Instant, Zone } from '#app/domain/time.ts'

export const CHAIN = ['idea', 'requested', 'tentative', 'confirmed', 'held', 'noted', 'cleared'] as const
/** Called off: these take nobody's time and nothing is expected of them. */
export const EXITS = ['declined', 'postponed', 'cancelled', 'no-show'] as const
export const STATUSES = [...CHAIN, ...EXITS] as const
export type Status = (typeof STATUSES)[number]
type Exit = (typeof EXITS)[number]
export type Step = { to: Status; needsReason: boolean }

const CONFIRMED = CHAIN.indexOf('confirmed')
const HELD = CHAIN.indexOf('held')

/** The step that usually comes next; undefined at the end, after leaving for good, and while what is confirmed has not begun. */
export function usualNext(from: Status, begun: boolean): Status | undefined {
  if (from === 'postponed') return 'tentative'
  const at = placeOf(from)
  if (at < 0 || (at === CONFIRMED && !begun)) return undefined
  return CHAIN[at + 1]
}

/** Every step that may be taken, in the order of the chain, then the exits. */
export function stepsFrom(from: Status, begun: boolean): Step[] {
  return STATUSES.filter((to) => mayGo(from, to, begun)).map((to) => ({ to, needsReason: needsReason(from, to, begun) }))
}

export function findStep(from: Status, to: Status, begun: boolean): Step | undefined {
  return stepsFrom(from, begun).find((step) => step.to === to)
}

/** Nobody leaves, goes back, or holds what has not begun without saying why; a new date after a postponement speaks for itself. */
function needsReason(from: Status, to: Status, begun: boolean): boolean {
  if (isExit(to)) return true
  if (to === 'held' && !begun) return true
  if (isExit(from)) return from !== 'postponed'
  return placeOf(to) < placeOf(from)
}

function mayGo(from: Status, to: Status, begun: boolean): boolean {
  if (from === to) return false
  if (isExit(to)) return mayLeave(from, to, begun)
  const target = placeOf(to)
  if (isExit(from)) return target <= CONFIRMED || (from === 'no-show' && to === 'held')
  const at = placeOf(from)
  if (target <= CONFIRMED && at <= CONFIRMED) return true
  if (to === 'held' && from === 'tentative') return true
  return Math.abs(target - at) === 1
}

/** Only what was agreed and has begun can be missed; what was held and written about stays held. */
function mayLeave(from: Status, to: Exit, begun: boolean): boolean {
  if (to === 'no-show') return begun && (from === 'tentative' || from === 'confirmed' || from === 'held')
  if (isExit(from)) return true
  if (from === 'idea') return to === 'cancelled' || to === 'postponed'
  return placeOf(from) < HELD
}

export function isExit(status: Status): status is Exit {
  return placeOf(status) < 0
}

/** True when an engagement may still take place: it is on its way and not held yet. */
export function isAhead(status: Status): boolean {
  return !isExit(status) && placeOf(status) < HELD
}

/** The stored word as a status; anything unknown counts as an idea. */
export function asStatus(word: string): Status {
  return STATUSES.find((status) => status === word) ?? 'idea'
}

function placeOf(status: Status): number {
  return (CHAIN as readonly string[]).indexOf(status)
}

type Beginning = { day: Day; startMs: Instant | null; zone: Zone }

/** Whether it has begun by a clock; without a time it begins with its day. */
export function hasBegun({ day, startMs, zone }: Beginning, now: Instant): boolean {
  return now >= (startMs ?? instantOf(day, 0, zone).at)
}

type StatusAct = { verb: string; noun: string; atMs: Instant; facts: Record<string, unknown>; undone: boolean }

const SETS: ReadonlySet<string> = new Set(['engagement.set-status', 'stop.call-off'])

/** When an engagement last came to each status that somebody set, and why; `acts` come newest first, what was taken back does not count. */
export function reachedBy(acts: readonly StatusAct[]): { [status in Status]?: { atMs: Instant; reason?: string } } {
  const reached: { [status in Status]?: { atMs: Instant; reason?: string } } = {}
  for (const { verb, noun, atMs, facts, undone } of acts) {
    const to = STATUSES.find((status) => status === facts['to'])
    if (!SETS.has(`${noun}.${verb}`) || undone || to === undefined) continue
    reached[to] ??= { atMs, ...(typeof facts['reason'] === 'string' ? { reason: facts['reason'] } : {}) }
  }
  return reached
}
