/** Finds a person's name in a stretch of words and says how much it looks like one. */
import { seenOf } from '#app/domain/intake/people-name-words.ts'
import { GIVEN, NAMESAKE, PARTICLE, PATRONYMIC, POSITION, RANK, SURNAME, UNIT, flagsOf } from '#app/domain/intake/people-words.ts'
import type { Seen } from '#app/domain/intake/people-name-words.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

/** Token places: the name from `from` to before `to`, the honorific before or behind it, and all that belongs to it (degrees too) from `start` to `end`. `known`: an honorific, initials, a patronymic or a given name speak for it, not only its shape. */
export type NameFound = { from: number; to: number; honorific: [number, number] | null; start: number; end: number; score: number; known: boolean }

const LATE_HONORIFIC = new Set(['мырза', 'ханым', 'айым', 'хоним', 'xonim', 'honim', 'жаноб', 'janob', 'хонум', 'бону', 'myrza', 'khanym', 'hanym', 'aiym', 'домла', 'domla', 'устод'])
const LONGEST_NAME = 6

/** The likeliest name between two tokens; null where no word could be one. `likely`: names are what usually stands here. */
export function findName(tokens: readonly Token[], from: number, to: number): NameFound | null {
  const seen = seenOf(tokens, from, to)
  let best: NameFound | null = null
  for (const [start, end] of runsOf(seen)) {
    const found = nameOf(tokens, seen, from, trimmed(seen, start, end), to)
    if (best === null || found.score > best.score) best = found
  }
  return best
}

/** Stretches of name-like words, as places in `seen`. */
function runsOf(seen: readonly Seen[]): [number, number][] {
  const runs: [number, number][] = []
  for (let at = 0; at < seen.length;) {
    const start = at++
    if (!isNamePart(seen, start)) continue
    while (isNamePart(seen, at) && !isComplete(seen, start, at)) at++
    let end = at
    while (end > start && seen[end - 1]?.kind === 'R' && !isLate(seen[end - 1] as Seen) && (seen[end - 1] as Seen).flags !== 0) end--
    if (end > start) runs.push([start, end])
  }
  return runs
}

/** "Surname I.O." is a whole name; "Olga V. Sokolova" goes on. */
function isComplete(seen: readonly Seen[], start: number, at: number): boolean {
  const here = seen[at] as Seen
  if (seen[start]?.kind !== 'N' || seen[at - 1]?.kind !== 'I' || !'NW'.includes(here.kind)) return false
  const initials = seen.slice(start + 1, at).filter(({ kind }) => kind === 'I').length
  return initials >= 2 || (here.flags & (SURNAME | GIVEN)) === 0 || ((seen[start] as Seen).flags & GIVEN) === 0
}

function isLate({ flags }: Seen): boolean {
  return (flags & PATRONYMIC) !== 0 || flags === PARTICLE
}

function isNamePart(seen: readonly Seen[], at: number): boolean {
  const here = seen[at]
  if (here === undefined) return false
  if (here.kind !== 'R') return 'NWIK'.includes(here.kind)
  const before = seen[at - 1]
  const next = seen[at + 1]
  return (before !== undefined && 'NWIRK'.includes(before.kind)) || ((before === undefined || before.kind === 'H') && next !== undefined && 'NR'.includes(next.kind))
}

/** A run without the words of titles at its ends, where what is left is a name by itself; with a last word that is also that of a place or body ("Jack London"). */
function trimmed(seen: readonly Seen[], from: number, to: number): [number, number] {
  let [start, end] = [from, to]
  const known = (a: number, b: number): boolean => b - a >= 2 && seen.slice(a, b).some(({ kind, flags }) => kind === 'I' || (flags & (GIVEN | PATRONYMIC)) !== 0 || (kind === 'N' && (flags & SURNAME) !== 0))
  while (seen[start]?.kind === 'W' && known(start + 1, end)) start++
  while (seen[end - 1]?.kind === 'W' && known(start, end - 1)) end--
  const last = seen[end]
  const single = end - start === 1 && (seen[start - 1]?.kind === 'H' || ((seen[start] as Seen).flags & GIVEN) !== 0)
  if (single && last?.kind === 'C' && end + 1 === seen.length && (last.flags & (POSITION | RANK | UNIT | NAMESAKE)) === 0) end++
  return [start, end]
}

function nameOf(tokens: readonly Token[], seen: readonly Seen[], base: number, [from, to]: [number, number], limit: number): NameFound {
  let start = from
  while (seen[start - 1]?.kind === 'H' || seen[start - 1]?.kind === 'D' || isLoose(seen, tokens, base, start - 1)) start--
  let end = to
  const late = seen[end]?.kind === 'H' && LATE_HONORIFIC.has((tokens[base + end] as Token).key) ? end : -1
  while (base + end < limit && (seen[end]?.kind === 'D' || end === late)) end++
  const honorific = honorificOf(seen, start, from)
  const found: [number, number] | null = late >= 0 ? [base + late, base + late + 1] : honorific === null ? null : [base + honorific[0], base + honorific[1]]
  const addressed = found !== null
  const known = addressed || start < from || seen.slice(from, to).some(({ kind, flags }) => kind === 'I' || kind === 'K' || (kind === 'R' && from < to - 1) || (kind !== 'W' && (flags & (GIVEN | PATRONYMIC)) !== 0))
  const score = scoreOf(tokens, seen, base, from, to) + (found !== null ? honourOf(tokens, found, to - from) : start < from ? 0.4 : 0)
  const namesake = [tokens[base + start - 1], tokens[base + end]].some((token) => token !== undefined && (flagsOf(token) & NAMESAKE) !== 0)
  return { from: base + from, to: base + to, honorific: found, start: base + start, end: base + end, score: namesake && !addressed ? 0 : score, known }
}

/** Ranks and callings that are common words: "General Assembly". */
const WEAK_HONORIFIC = new Set('general gen captain capt colonel col maj eng engr arch lord lady acad hon army'.split(' '))

/** What an honorific is worth; a single word behind "Mr." is a name. */
function honourOf(tokens: readonly Token[], [from, to]: [number, number], words: number): number {
  const weak = to === from + 1 && WEAK_HONORIFIC.has((tokens[from] as Token).key)
  return words === 1 && !weak ? 0.75 : 0.55
}

/** A mark between honorifics: "H.E., Mr." does not part them. */
function isLoose(seen: readonly Seen[], tokens: readonly Token[], base: number, at: number): boolean {
  return at > 0 && tokens[base + at]?.key === '.' && seen[at - 1]?.kind === 'H'
}

function honorificOf(seen: readonly Seen[], start: number, from: number): [number, number] | null {
  let [first, last] = [-1, -1]
  for (let at = start; at < from; at++) {
    if (seen[at]?.kind !== 'H') continue
    if (first < 0) first = at
    last = at + 1
  }
  return first < 0 ? null : [first, last]
}

function scoreOf(tokens: readonly Token[], seen: readonly Seen[], base: number, from: number, to: number): number {
  const run = seen.slice(from, to)
  const words = run.filter(({ kind }) => kind === 'N' || kind === 'W' || kind === 'C')
  const initials = run.filter(({ kind }, at) => kind === 'I' && (tokens[base + from + at] as Token).text.endsWith('.')).length
  const loose = run.filter(({ kind }) => kind === 'I').length - initials
  const has = (flag: number): boolean => run.some(({ flags, kind }) => (flags & flag) !== 0 && kind !== 'W')
  if (run.some(({ kind }) => kind === 'K')) return run.length > 1 ? 0.1 : seen.slice(to).some(({ flags }) => (flags & POSITION) !== 0) ? 0.6 : 0.35
  let score = 0.15
  if (words.length === 0) return 0
  if (initials > 0) score += 0.6
  if (loose > 0) score += 0.15
  if (has(PATRONYMIC) || run.some((each) => each.kind === 'R' && isLate(each))) score += 0.6
  if (has(GIVEN)) score += words.length === 1 ? 0.3 : 0.4
  if (has(SURNAME) && !(words.length === 1 && has(GIVEN))) score += words.filter(({ flags }) => (flags & SURNAME) !== 0).length > 1 ? 0.45 : 0.3
  score += words.length === 1 ? (initials > 0 ? 0.1 : -0.3) : words.length <= 3 ? 0.15 : words.length === 4 ? 0 : -0.3
  if (run.length > LONGEST_NAME) score -= 0.4
  score -= 0.35 * words.filter(({ kind }) => kind === 'W').length
  const upper = words.filter((_, at) => (tokens[base + from + at] as Token).form === 'upper').length
  if (upper > 0 && upper < words.length) score += 0.15
  if (upper > 0 && upper === words.length && !has(GIVEN) && !has(SURNAME) && !has(PATRONYMIC)) score -= 0.3
  return score + (from === 0 && to === seen.length ? 0.1 : 0)
}
