/** Keeps a dead relay from costing every message an attempt: after a failure one message at a time is offered, ever more rarely. */
const FIRST_MS = 5_000
const MOST_MS = 300_000

export type Breaker = {
  /** How many messages may be on their way at `nowMs`: all, one as a probe, or none. */
  room(nowMs: number): 'all' | 'one' | 'none'
  /** When it may be tried next; null while all is well. */
  readonly tryMs: number | null
  failed(nowMs: number): void
  worked(): void
}

export function makeBreaker(): Breaker {
  let pauseMs = 0
  let tryMs: number | null = null
  /** A clock that was put back makes no pause longer. */
  const waits = (nowMs: number): boolean => tryMs !== null && nowMs < tryMs && tryMs - nowMs <= MOST_MS
  return {
    get tryMs() {
      return tryMs
    },
    room: (nowMs) => (tryMs === null ? 'all' : waits(nowMs) ? 'none' : 'one'),
    failed(nowMs) {
      if (waits(nowMs)) return
      pauseMs = Math.min(pauseMs === 0 ? FIRST_MS : pauseMs * 2, MOST_MS)
      tryMs = nowMs + pauseMs
    },
    worked() {
      pauseMs = 0
      tryMs = null
    },
  }
}
