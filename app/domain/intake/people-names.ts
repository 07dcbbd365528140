/** Finds a person's name in a stretch of words and says how much it looks like one. */
import { BODY, BODY_WORD, GIVEN, PARTICLE, PATRONYMIC, PLACE, POSITION, RANK, SMALL, SURNAME, TITLE, UNIT, AND, AT, BOTH, OF, flagsOf, phraseAt } from '#app/domain/intake/people-words.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

/** Token places: the name from `from` to before `to`, the honorific before or behind it, and all that belongs to it (degrees too) from `start` to `end`. */
export type NameFound = { from: number; to: number; honorific: [number, number] | null; start: number; end: number; score: number }

/** H honorific, D degree, T "to be confirmed", I initial, N name-like, W name-like but a word of titles, R particle, K a name without capitals, C capital but of bodies and places, X none. */
type Kind = 'H' | 'D' | 'T' | 'I' | 'N' | 'W' | 'R' | 'K' | 'C' | 'X'
type Seen = { kind: Kind; flags: number }

const LATE_PARTICLE = new Set(["o'g'li", 'qizi', 'ogli', 'ugli', "o'gli", 'oglu', 'оглы', 'оглу', 'угли', 'кизи', 'қизи', 'уғли', 'ўғли', 'кызы', 'қызы', 'уулу', 'ұлы', 'улы', 'uly', 'kyzy', 'qyzy', 'uulu', 'зода', 'zoda', 'jr', 'sr', 'ii', 'iii', 'tegin', '님', '씨'])
const LATE_HONORIFIC = new Set(['мырза', 'ханым', 'айым', 'хоним', 'xonim', 'honim', 'жаноб', 'janob', 'хонум', 'бону', 'myrza', 'khanym', 'hanym', 'aiym', 'домла', 'domla', 'устод'])
const SHORT_HONORIFIC = new Set(['mr', 'mrs', 'ms', 'dr', 'гн', 'г-н'])
const HANGUL_FAMILIES = new Set('김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남노하곽성차주구우민진지엄채원천방공현함변염여추도석선설마길위표명기반왕옥')
const VOWEL = /[aeiouyаеиоуыэюяіәөүұӯӣў]/u
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

function seenOf(tokens: readonly Token[], from: number, to: number): Seen[] {
  const shouting = isShouting(tokens, from, to)
  const seen: Seen[] = []
  for (let at = from; at < to; at++) {
    const phrase = titleAt(tokens, at, to, seen.at(-1))
    if (phrase !== null) {
      for (; at < phrase.end; at++) seen.push({ kind: phrase.kind, flags: 0 })
      at--
      continue
    }
    const token = tokens[at] as Token
    const flags = flagsOf(token)
    seen.push({ kind: kindOf(token, flags, seen.at(-1), shouting), flags })
  }
  return seen
}

function isShouting(tokens: readonly Token[], from: number, to: number): boolean {
  let words = 0
  for (let at = from; at < to; at++) {
    const { kind, form } = tokens[at] as Token
    if (kind !== 'word' || form === 'initial' || form === 'uncased') continue
    if (form !== 'upper') return false
    words++
  }
  return words > 1
}

function titleAt(tokens: readonly Token[], at: number, to: number, before: Seen | undefined): { kind: Kind; end: number } | null {
  const token = tokens[at] as Token
  if (token.kind !== 'word' || token.quoted) return null
  const degree = phraseAt('degree', tokens, at, to)
  if (degree !== null && !(degree.end === at + 1 && isDoubtfulDegree(token)) && !(token.form === 'initial' && tokens[at + 1]?.form === 'initial' && token.key.length === 1 && !/^[a-z]/.test(token.key))) return { kind: isHonorificToo(tokens, at, degree.end) ? 'H' : 'D', end: degree.end }
  const honorific = phraseAt('honorific', tokens, at, to)
  if (honorific !== null && isHonorific(tokens, at, honorific.end, before)) return { kind: 'H', end: honorific.end }
  const unconfirmed = phraseAt('unconfirmed', tokens, at, to)
  return unconfirmed === null ? null : { kind: 'T', end: unconfirmed.end }
}

/** 'Ma', 'Jo' and their like are names unless in capitals. */
function isDoubtfulDegree({ form, key }: Token): boolean {
  return key.length <= 2 && form !== 'upper'
}

/** "Prof.", "доцент" directly before a name are how the person is addressed. */
function isHonorificToo(tokens: readonly Token[], at: number, end: number): boolean {
  const next = tokens[end]
  return phraseAt('honorific', tokens, at, end) !== null && next !== undefined && next.kind === 'word' && next.form !== 'lower'
}

function isHonorific(tokens: readonly Token[], at: number, end: number, before: Seen | undefined): boolean {
  const token = tokens[at] as Token
  if (end > at + 1) return token.form !== 'lower' || token.key.length > 2
  if (before !== undefined && (before.flags & (POSITION | RANK)) !== 0 && !SHORT_HONORIFIC.has(token.key) && /^[a-z]/.test(token.key) && !token.text.endsWith('.')) return false
  if (token.form === 'lower') return !/^[a-z]/.test(token.key) || token.key.length > 4 || SHORT_HONORIFIC.has(token.key)
  if (token.form !== 'initial') return token.form === 'title' || token.key.length > 2 || SHORT_HONORIFIC.has(token.key)
  return isMonsieur(tokens, at)
}

/** 'M. Jean Dupont' in French; 'M. Dupont' may be an initial, unless the line is French elsewhere. */
function isMonsieur(tokens: readonly Token[], at: number): boolean {
  const [given, family] = [tokens[at + 1], tokens[at + 2]]
  if (tokens[at]?.key !== 'm' || given?.form !== 'title') return false
  const named = (flagsOf(given) & GIVEN) !== 0 && (family?.form === 'title' || family?.form === 'upper' || family?.form === 'lower')
  return named || tokens.some(({ key, form }) => (form === 'lower' || form === 'title') && ['mme', 'directeur', 'directrice', 'ministre', 'chef', 'du', 'des', 'banque', "l'agence", 'par', 'modérateur', 'président'].includes(key))
}

function kindOf(token: Token, flags: number, before: Seen | undefined, shouting: boolean): Kind {
  const { form, key } = token
  if (token.key === ',' && before?.kind === 'N') return 'R'
  if (token.kind !== 'word' || token.quoted) return 'X'
  if (form === 'initial') return (flags & SMALL) !== 0 && !token.text.endsWith('.') && before?.kind !== 'N' ? 'X' : 'I'
  if (form === 'uncased') return isHangulName(key, flags) ? 'K' : LATE_PARTICLE.has(key) ? 'R' : 'X'
  if (LATE_PARTICLE.has(key) && before !== undefined && 'NWI'.includes(before.kind)) return 'R'
  if (form === 'lower') {
    if ((flags & PARTICLE) !== 0) return 'R'
    return before?.kind === 'H' && (flags & (GIVEN | SURNAME)) !== 0 && (flags & (POSITION | BODY | UNIT | RANK | OF | SMALL)) === 0 ? 'N' : 'X'
  }
  if (form === 'mixed') return 'X'
  const surely = (flags & PATRONYMIC) !== 0
  if (surely) return 'N'
  if ((flags & (SMALL | OF | AT | AND | BOTH)) !== 0 && (flags & PARTICLE) === 0) return before?.kind === 'H' ? 'N' : 'X'
  if ((flags & (POSITION | RANK | UNIT | BODY | BODY_WORD | PLACE)) !== 0 && (flags & GIVEN) === 0) return 'C'
  if ((flags & (POSITION | BODY)) !== 0 && before?.kind !== 'H') return 'C'
  if (form === 'upper' && !shouting && isAcronym(key, flags)) return 'C'
  return (flags & TITLE) !== 0 && (flags & GIVEN) === 0 ? 'W' : 'N'
}

function isHangulName(key: string, flags: number): boolean {
  return /^\p{Script=Hangul}{2,4}$/u.test(key) && HANGUL_FAMILIES.has(key.charAt(0)) && (flags & (POSITION | BODY | PLACE | TITLE | UNIT | SMALL)) === 0
}

function isAcronym(key: string, flags: number): boolean {
  if ((flags & (GIVEN | SURNAME)) !== 0) return false
  return key.length <= 3 || !VOWEL.test(key)
}

/** Stretches of name-like words, as places in `seen`. */
function runsOf(seen: readonly Seen[]): [number, number][] {
  const runs: [number, number][] = []
  for (let at = 0; at < seen.length; at++) {
    if (!isNamePart(seen, at)) continue
    const start = at
    while (isNamePart(seen, at)) at++
    let end = at
    while (end > start && seen[end - 1]?.kind === 'R' && (seen[end - 1] as Seen).flags !== 0 && !isLate(seen[end - 1] as Seen)) end--
    if (end > start) runs.push([start, end])
  }
  return runs
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
  if (single && last?.kind === 'C' && end + 1 === seen.length && (last.flags & (POSITION | RANK | UNIT)) === 0) end++
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
  const score = scoreOf(tokens, seen, base, from, to) + (found !== null ? 0.55 : start < from ? 0.4 : 0)
  return { from: base + from, to: base + to, honorific: found, start: base + start, end: base + end, score }
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
  if (run.some(({ kind }) => kind === 'K')) return run.length <= 2 ? 0.5 : 0.1
  let score = 0.15
  if (words.length === 0) return 0
  if (initials > 0) score += 0.6
  if (loose > 0) score += 0.15
  if (has(PATRONYMIC) || run.some((each) => each.kind === 'R' && isLate(each))) score += 0.6
  if (has(GIVEN)) score += 0.4
  if (has(SURNAME)) score += words.filter(({ flags }) => (flags & SURNAME) !== 0).length > 1 ? 0.45 : 0.3
  score += words.length === 1 ? (initials > 0 ? 0.1 : -0.3) : words.length <= 3 ? 0.15 : words.length === 4 ? 0 : -0.3
  if (run.length > LONGEST_NAME) score -= 0.4
  score -= 0.35 * words.filter(({ kind }) => kind === 'W').length
  const upper = words.filter((_, at) => (tokens[base + from + at] as Token).form === 'upper').length
  if (upper > 0 && upper < words.length) score += 0.15
  if (upper > 0 && upper === words.length && !has(GIVEN) && !has(SURNAME) && !has(PATRONYMIC)) score -= 0.3
  return score + (from === 0 && to === seen.length ? 0.1 : 0)
}
