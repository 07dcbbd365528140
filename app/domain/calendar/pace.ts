/** How fast mail may go to the servers of one domain, and how long a domain is left alone that says "not now". */
import type { Instant } from '#app/domain/time.ts'

/** `perMinute`: messages within any minute; `connections`: messages on their way at once. 0 is no limit. */
export type Pace = { perMinute: number; connections: number }
/** `freeMs`: when all that was sent so far is paid for at an even pace; the rest tells of refusals since the last success. */
export type DomainState = { freeMs: Instant; refused: number; holds: number; heldUntilMs: Instant | null }

export const QUIET: DomainState = { freeMs: 0, refused: 0, holds: 0, heldUntilMs: null }
export const DEFAULT_PACE: Pace = { perMinute: 30, connections: 2 }

/** `?domainRate=30&domainConnections=2` in `SMTP_URL`: how much goes to one recipient domain; 0 lifts a limit. */
export function paceIn(smtpUrl: string): Pace {
  const options = new URL(smtpUrl).searchParams
  const numberOf = (name: string, usual: number): number => (/^\d{1,6}$/.test(options.get(name) ?? '') ? Number(options.get(name)) : usual)
  return { perMinute: numberOf('domainRate', DEFAULT_PACE.perMinute), connections: numberOf('domainConnections', DEFAULT_PACE.connections) }
}

const MINUTE_MS = 60_000
/** So many refusals in a row mean the domain and not the recipient: greylisting refuses each recipient once. */
const REFUSALS_THAT_HOLD = 5
const FIRST_HOLD_MS = MINUTE_MS
const LONGEST_HOLD_MS = 30 * MINUTE_MS
/** 421: the service is not available; 432: too many at once. Both speak of the server and not of a recipient. */
const ABOUT_THE_SERVER = new Set([421, 432])

/** A third may go at once, the rest evenly, so that no minute has more than the limit. */
function burstOf({ perMinute }: Pace): number {
  return Math.max(1, Math.floor(perMinute / 3))
}

function intervalOf(pace: Pace): number {
  return Math.ceil(MINUTE_MS / (pace.perMinute - burstOf(pace) + 1))
}

/** A domain whose `freeMs` is later than this has had its share for now. */
export function latestFreeMs(pace: Pace, nowMs: Instant): Instant {
  return pace.perMinute === 0 ? Number.MAX_SAFE_INTEGER : nowMs + (burstOf(pace) - 1) * intervalOf(pace)
}

/** True when a domain has had its share for now, by the pace that the relay's address asks for. */
export function isFull(smtpUrl: string, freeMs: Instant, nowMs: Instant): boolean {
  return freeMs > latestFreeMs(paceIn(smtpUrl), nowMs)
}

/** How many messages may go to a domain now, of which `inHand` are on their way: one at a time while it is being tried again. */
export function allowance(state: DomainState, pace: Pace, nowMs: Instant, inHand: number): number {
  if (state.heldUntilMs !== null && state.heldUntilMs > nowMs) return 0
  if (isTried(state)) return Math.max(0, 1 - inHand)
  if (pace.perMinute === 0) return Number.MAX_SAFE_INTEGER
  const interval = intervalOf(pace)
  return Math.max(0, Math.floor((nowMs - Math.max(state.freeMs, nowMs)) / interval + burstOf(pace)))
}

/** True while the domain was held and has taken nothing since. */
function isTried({ holds }: DomainState): boolean {
  return holds > 0
}

/** The state after `count` messages left. */
export function afterSending(state: DomainState, pace: Pace, nowMs: Instant, count: number): DomainState {
  return pace.perMinute === 0 ? state : { ...state, freeMs: Math.max(state.freeMs, nowMs) + count * intervalOf(pace) }
}

/** The state after a temporary refusal: held for 1, 2, 4 … 30 minutes, at once where the server speaks of itself. Others are not touched. */
export function afterRefusal(state: DomainState, code: number, nowMs: Instant): DomainState {
  const refused = state.refused + 1
  const held = state.heldUntilMs !== null && state.heldUntilMs > nowMs
  if (held || !(isTried(state) || ABOUT_THE_SERVER.has(code) || refused >= REFUSALS_THAT_HOLD)) return { ...state, refused }
  return { ...state, refused, holds: state.holds + 1, heldUntilMs: nowMs + Math.min(FIRST_HOLD_MS * 2 ** Math.min(state.holds, 10), LONGEST_HOLD_MS) }
}

/** True when a refusal is about the server, so that what else is ready for its domain need not be offered. */
export function isAboutTheServer(code: number): boolean {
  return ABOUT_THE_SERVER.has(code)
}
