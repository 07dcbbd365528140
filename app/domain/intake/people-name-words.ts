/** What each word could be in a name: the eyes of `findName`. */
import { AND, AT, BODY, BODY_WORD, BOTH, FAMILY, GIVEN, OF, PARTICLE, PATRONYMIC, PLACE, POSITION, RANK, SMALL, SURNAME, TITLE, TITLE_LIKE, UNIT, flagsOf, phraseAt } from '#app/domain/intake/people-words.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

/** H honorific, D degree, T "to be confirmed", I initial, N name-like, W name-like but a word of titles, R particle, K a name without capitals, C capital but of bodies and places, X none. */
export type Kind = 'H' | 'D' | 'T' | 'I' | 'N' | 'W' | 'R' | 'K' | 'C' | 'X'
export type Seen = { kind: Kind; flags: number }

const LATE_PARTICLE = new Set(["o'g'li", 'qizi', 'ogli', 'ugli', "o'gli", 'oglu', 'оглы', 'оглу', 'угли', 'кизи', 'қизи', 'уғли', 'ўғли', 'кызы', 'қызы', 'уулу', 'ұлы', 'улы', 'uly', 'kyzy', 'qyzy', 'uulu', 'зода', 'zoda', 'jr', 'sr', 'ii', 'iii', 'tegin', '님', '씨'])
const SHORT_HONORIFIC = new Set(['mr', 'mrs', 'ms', 'dr', 'гн', 'г-н'])
const HANGUL_FAMILIES = new Set('김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남노하곽성차주구우민진지엄채원천방공현함변염여추도석선설마길위표명기반왕옥')
const VOWEL = /[aeiouyаеиоуыэюяіәөүұӯӣў]/u

/** The words between two tokens, one by one; later ones are seen in the light of earlier ones. */
export function seenOf(tokens: readonly Token[], from: number, to: number): Seen[] {
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
    const isName = isSurnameBehind(tokens, at, to, seen)
    seen.push({ kind: isName ? 'N' : kindOf(token, flags, seen.at(-1), shouting), flags })
  }
  return seen
}

/** "Mr. Tom Baker (EBRD)", "Emil Baker": the second of two words is a family name, also where it is the word of an office. */
function isSurnameBehind(tokens: readonly Token[], at: number, to: number, seen: readonly Seen[]): boolean {
  const token = tokens[at] as Token
  const [before, first] = [seen.at(-1), seen.at(-2)]
  if (token.form !== 'title' || before?.kind !== 'N' || at + 1 < to && tokens[at + 1]?.kind !== 'mark') return false
  if ((flagsOf(token) & FAMILY) !== 0 && seen.length === 1) return (before.flags & GIVEN) !== 0 || (flagsOf(token) & (TITLE | TITLE_LIKE | BODY | BODY_WORD | PLACE | UNIT)) === 0
  return first?.kind === 'H' && (before.flags & (SURNAME | GIVEN)) !== SURNAME && (flagsOf(token) & (POSITION | RANK | BODY_WORD)) !== 0 && (flagsOf(token) & (BODY | SMALL)) === 0
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
  if (form === 'initial') return !token.text.endsWith('.') && ((flags & (AND | OF | AT)) !== 0 || ((flags & SMALL) !== 0 && before?.kind !== 'N')) ? 'X' : 'I'
  if (form === 'uncased') return isHangulName(key, flags) ? 'K' : LATE_PARTICLE.has(key) ? 'R' : 'X'
  if (LATE_PARTICLE.has(key) && before !== undefined && 'NWI'.includes(before.kind)) return 'R'
  if (form === 'lower') {
    if ((flags & PARTICLE) !== 0) return 'R'
    return before?.kind === 'H' && (flags & (GIVEN | SURNAME)) !== 0 && (flags & (POSITION | BODY | UNIT | RANK | OF | SMALL)) === 0 ? 'N' : 'X'
  }
  if (form === 'mixed') return 'X'
  if ((flags & PATRONYMIC) !== 0) return 'N'
  if ((flags & FAMILY) !== 0 && before !== undefined && (before.kind === 'H' || before.kind === 'I' || (before.kind === 'N' && (before.flags & GIVEN) !== 0))) return 'N'
  if ((flags & (SMALL | OF | AT | AND | BOTH)) !== 0 && (flags & PARTICLE) === 0) return before?.kind === 'H' ? 'N' : 'X'
  if ((flags & (POSITION | RANK | UNIT | BODY | BODY_WORD | PLACE)) !== 0 && (flags & GIVEN) === 0) return 'C'
  if ((flags & (POSITION | BODY)) !== 0 && before?.kind !== 'H') return 'C'
  if (form === 'upper' && !shouting && isAcronym(key, flags)) return 'C'
  if ((flags & TITLE) === 0 && before?.kind === 'N' && (before.flags & GIVEN) !== 0) return 'N'
  return (flags & (TITLE | TITLE_LIKE)) !== 0 && (flags & GIVEN) === 0 ? 'W' : 'N'
}

function isHangulName(key: string, flags: number): boolean {
  return /^\p{Script=Hangul}{3}$/u.test(key) && HANGUL_FAMILIES.has(key.charAt(0)) && (flags & (POSITION | BODY | PLACE | TITLE | UNIT | SMALL)) === 0
}

function isAcronym(key: string, flags: number): boolean {
  if ((flags & (GIVEN | SURNAME)) !== 0) return false
  return key.length <= 3 || !VOWEL.test(key)
}
