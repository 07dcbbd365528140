/** The time of a row, from all the times that it prints. */
import type { Confidence, Read } from '#app/domain/intake/draft.ts'
import type { TimeFound } from '#app/domain/intake/times.ts'
import type { Minute } from '#app/domain/time.ts'

export type RowTime = { start: Read<Minute> | null; end: Read<Minute> | null; /** Printed duration of a row without a clock. */ minutes: number | null }

export function rowTimeOf(times: readonly TimeFound[]): RowTime {
  const clocks = times.filter(({ from, to }) => from !== null || to !== null)
  const [first, second] = clocks
  const duration = times.find(({ minutes, each }) => minutes !== null && !each)?.minutes ?? null
  if (!first || first.from === null) return { start: null, end: null, minutes: duration }
  const start = read(first, first.from, first.confidence)
  if (first.to !== null) return { start, end: read(first, first.to, first.confidence), minutes: duration }
  const next = second?.from ?? second?.to ?? null
  if (second && next !== null && next > first.from) return { start, end: read(second, next, second.confidence), minutes: duration }
  return { start, end: duration === null ? null : read(first, first.from + duration, 'likely'), minutes: duration }
}

function read({ start, end }: TimeFound, value: Minute, confidence: Confidence): Read<Minute> {
  return { value, span: { start, end }, confidence }
}
