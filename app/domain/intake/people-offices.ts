/** What a piece of an affiliation says: an office, a body, both, a place. */
import { BODY, BODY_WORD, OF, PLACE, POSITION, RANK, SMALL, TITLE, UNIT, flagsOf, phraseAt } from '#app/domain/intake/people-words.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

export type PieceKind = 'position' | 'unit' | 'body' | 'place' | 'note' | 'degree' | 'text'

/** Times, durations and ways of taking part, which are no affiliation. */
const NOTES = new Set(['online', 'remotely', 'virtual', 'virtually', 'zoom', 'webex', 'teams', 'онлайн', 'дистанционно', 'min', 'mins', 'minutes', 'мин', 'минут', 'daqiqa', 'дақиқа', 'мин', 'minut', 'via', 'video', 'видео', 'режиме', 'форматe', 'ligne', 'distance', 'visio'])

/** What a piece is by its words; 'text' for what is neither office nor body by any sign. */
export function pieceKind(tokens: readonly Token[], from: number, to: number): PieceKind {
  let [places, units, bodies, words, notes, degrees, ranks] = [0, 0, 0, 0, 0, 0, 0]
  let position = false
  for (let at = from; at < to; at++) {
    const degree = phraseAt('degree', tokens, at, to)
    if (degree !== null) {
      for (; at < degree.end; at++, words++, degrees++) if ((flagsOf(tokens[at] as Token) & POSITION) !== 0 && tokens[at]?.key !== 'phd') position ||= true
      at--
      continue
    }
    const token = tokens[at] as Token
    if (token.kind === 'number' || NOTES.has(token.key)) notes++
    if (token.kind === 'mark') continue
    const flags = flagsOf(token)
    words++
    if (isOfficeWord(tokens, at, from, to)) position = true
    if ((flags & (PLACE | SMALL | OF)) !== 0 && (flags & BODY) === 0) places++
    if ((flags & RANK) !== 0) ranks++
    if ((flags & UNIT) !== 0 && words === 1) units++
    if ((flags & (BODY | BODY_WORD)) !== 0 || isAbbreviation(token) || token.quoted) bodies++
  }
  if (position) return 'position'
  if (degrees > 0 && degrees === words) return 'degree'
  if (words > 0 && places === words) return 'place'
  if ((notes > 0 && bodies === 0 && notes * 2 >= words) || ranks === words) return 'note'
  return units > 0 && bodies <= 1 ? 'unit' : bodies > 0 ? 'body' : 'text'
}

/** 'GIZ', 'SkyNet', 'ENVIRO-RI': written as bodies are. */
export function isAbbreviation({ form, kind, text }: Token): boolean {
  return kind === 'word' && (form === 'mixed' || (form === 'upper' && text.length > 1))
}

/** An office or a body by its first and last words; titles speak of offices and bodies too, but seldom begin and end with them. */
export function isOffice(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter(({ kind }) => kind === 'word')
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return false
  const flags = words.map(flagsOf)
  const start = flags[0] as number
  const ending = flags.at(-1) as number
  const hasOffice = flags.some((each, at) => (each & POSITION) !== 0 && !words[at]?.quoted)
  const opens = (start & (POSITION | RANK | BODY | BODY_WORD | UNIT | PLACE)) !== 0 || isAbbreviation(first)
  const spoken = flags.some((each, at) => (each & SMALL) !== 0 && (each & (OF | PLACE)) === 0 && words[at]?.form === 'lower')
  const titled = (start & TITLE) !== 0 && words[1]?.form === 'lower'
  if (hasOffice) return opens || (!titled && !spoken && (ending & POSITION) !== 0)
  const hasBody = flags.some((each, at) => (each & BODY) !== 0 || isAbbreviation(words[at] as Token))
  const linked = flags.some((each) => (each & OF) !== 0)
  if (!hasBody || spoken || words.length > 9) return false
  return (opens || (ending & BODY) !== 0) && (linked || (ending & TITLE) === 0 || (start & BODY) !== 0)
}

/** Words of offices that only name a body: "Expert Council", "Association of Engineers", «Союз инженеров», "Office of the President". */
const ADJECTIVAL = new Set(['expert', 'experts', 'executive', 'research'])

/** True for a word of an office that is not only part of a body's name. */
export function isOfficeWord(tokens: readonly Token[], at: number, from: number, to: number): boolean {
  const token = tokens[at] as Token
  if (token.quoted || (flagsOf(token) & POSITION) === 0) return false
  const next = tokens[at + 1]
  const plural = /^[a-z'-]+s$/.test(token.key) && !token.key.endsWith('ss')
  if (at + 1 < to && next !== undefined && (plural || ADJECTIVAL.has(token.key)) && (flagsOf(next) & (BODY | BODY_WORD | UNIT)) !== 0) return false
  if (at === from || (flagsOf(tokens[from] as Token) & (BODY | BODY_WORD | UNIT)) === 0) return true
  const before = tokens.slice(from, at)
  if (isLatin(token) && before.some(({ key }) => key === 'of' || key === 'for') && !before.some((each) => (flagsOf(each) & POSITION) !== 0)) return false
  return !/(?:ов|ей)$/.test(token.key)
}

/** True for a word in Latin letters. */
export function isLatin({ key }: Token): boolean {
  return /^[a-z'-]+$/.test(key)
}
