/** What the measurements share: the machine is shared and noisy, so medians of interleaved rounds and ratios, never absolute times. */
import { readFileSync } from 'node:fs'

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** '0.312 [0.290..0.334]': median and range. */
export function spread(values: readonly number[]): string {
  return `${median(values).toFixed(3)} [${Math.min(...values).toFixed(3)}..${Math.max(...values).toFixed(3)}]`
}

const TICK_MS = 10

/** Milliseconds of CPU that a process has used, in user and system mode (Linux). */
export function cpuMs(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}
