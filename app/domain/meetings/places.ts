/** Where words of a text stand in a later one: led there by what stayed around them, and never to equal words that are another's. */
import { keptRuns } from '#app/domain/meetings/following.ts'
import type { Run } from '#app/domain/meetings/following.ts'
import type { Span } from '#app/domain/meetings/sentences.ts'

export type Compared = { was: string; is: string; runs: readonly Run[] }

export function compareTexts(was: string, is: string): Compared {
  return { was, is, runs: keptRuns(was, is) }
}

/** Words from this length on are taken for the same where they turn up anew; shorter ones come up by chance. */
const TELLING = 12
/** How far around words their line is looked at. */
const AROUND = 200
const MOST_EQUAL = 50

/** Where the words of `was` at `start` stand in `is`; undefined when they were changed, or taken away. */
export function placeOf({ was, is, runs }: Compared, span: Span & { words: string }): number | undefined {
  const { words } = span
  const mine = isMine(was, is, span)
  const led = ledTo(runs, is, span).find(mine)
  if (led !== undefined || words.length < TELLING) return led
  const anew = occurrences(is, words).filter((at) => isNew(runs, is, at, at + words.length) && mine(at))
  return anew.length === 1 ? anew[0] : undefined
}

/**
 * The places of the very words that runs lead to, the run that holds most of them first. An edit between equal words can
 * be read in two ways, so a run need not hold all of them.
 */
function ledTo(runs: readonly Run[], is: string, { start, end, words }: Span & { words: string }): number[] {
  const shared = (run: Run): number => Math.min(end, run.was + run.size) - Math.max(start, run.was)
  const leading = runs.filter((run) => shared(run) > 0).toSorted((one, other) => shared(other) - shared(one))
  return leading.map((run) => start + run.is - run.was).filter((place) => place >= 0 && is.startsWith(words, place))
}

/** True for places in `is` whose line is at least as much like the line of the words as like a line that holds equal words. */
function isMine(was: string, is: string, { start, words }: Span & { words: string }): (place: number) => boolean {
  const others = occurrences(was, words).filter((at) => at !== start).map((at) => wordsAround(was, at, words.length))
  if (others.length === 0) return () => true
  const own = wordsAround(was, start, words.length)
  return (place) => {
    const there = wordsAround(is, place, words.length)
    return others.every((other) => common(other, there) <= common(own, there))
  }
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at !== -1 && found.length < MOST_EQUAL; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** What stands on the line of some words, before and after them. */
function wordsAround(text: string, at: number, size: number): Set<string> {
  const before = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - AROUND), at)
  const lineEnd = text.indexOf('\n', at + size)
  const after = text.slice(at + size, Math.min(lineEnd === -1 ? text.length : lineEnd, at + size + AROUND))
  return new Set([...before.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([word]) => `<${word}`).concat([...after.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([word]) => `>${word}`)))
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length
}

/** True when no word of a stretch of `is` was in the text before; a space or a full stop is found anywhere. */
function isNew(runs: readonly Run[], is: string, start: number, end: number): boolean {
  return !runs.some((run) => run.is < end && start < run.is + run.size && /[\p{L}\p{N}]/u.test(is.slice(Math.max(start, run.is), Math.min(end, run.is + run.size))))
}
