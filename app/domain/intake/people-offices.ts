/** What a piece of an affiliation says: an office, a body, both, a place. */
import { AND, AT, BODY, BODY_WORD, OF, PLACE, POSITION, RANK, SMALL, TITLE, UNIT, flagsOf, phraseAt } from '#app/domain/intake/people-words.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

export type Range = [from: number, to: number]
export type Office = { position: Range | null; organisation: Range | null }
export type PieceKind = 'position' | 'unit' | 'body' | 'place' | 'note' | 'degree' | 'text'

/** Times, durations and ways of taking part, which are no affiliation. */
const NOTES = new Set(['online', 'remotely', 'virtual', 'virtually', 'zoom', 'webex', 'teams', 'онлайн', 'дистанционно', 'min', 'mins', 'minutes', 'мин', 'минут', 'daqiqa', 'дақиқа', 'мин', 'minut', 'via', 'video', 'видео', 'режиме', 'форматe', 'ligne', 'distance', 'visio'])

/** Offices that only firms have: what they are "of" is a body, known or not. */
const OF_FIRMS = new Set(['ceo', 'cto', 'cfo', 'coo', 'cio', 'founder', 'co-founder', 'cofounder', 'owner', 'pdg', 'gérant'])

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
    if ((flags & POSITION) !== 0 && !token.quoted) position = true
    if ((flags & (PLACE | SMALL | OF)) !== 0 && (flags & BODY) === 0) places++
    if ((flags & RANK) !== 0) ranks++
    if ((flags & UNIT) !== 0 && words === 1) units++
    if ((flags & (BODY | BODY_WORD)) !== 0 || isAbbreviation(token) || token.quoted) bodies++
  }
  if (position) return 'position'
  if (degrees > 0 && degrees === words) return 'degree'
  if (words > 0 && places === words) return 'place'
  if ((notes > 0 && bodies === 0 && notes * 3 >= words) || ranks === words) return 'note'
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

/** The office and the body of one piece. `bodyFollows`: a body stands behind it, so "Director of the Centre" is an office whole. */
export function splitOffice(tokens: readonly Token[], from: number, to: number, bodyFollows: boolean): Office {
  const head = firstWith(tokens, from, to, POSITION)
  if (head < 0) return { position: [from, to], organisation: null }
  const before = bodyBefore(tokens, from, head)
  if (before !== null) return { position: [before, to], organisation: [from, before] }
  if (bodyFollows && !hasWord(tokens, from, to, AT)) return { position: [from, to], organisation: null }
  const after = bodyAfter(tokens, head, to)
  return after === null ? { position: [from, to], organisation: null } : { position: [from, after[0]], organisation: [after[1], to] }
}

function firstWith(tokens: readonly Token[], from: number, to: number, flag: number): number {
  for (let at = from; at < to; at++) if (!tokens[at]?.quoted && (flagsOf(tokens[at] as Token) & flag) !== 0) return at
  return -1
}

function hasWord(tokens: readonly Token[], from: number, to: number, flag: number): boolean {
  return firstWith(tokens, from, to, flag) >= 0
}

/** "World Bank | Country Manager", "Молия вазирлиги | директори": where the office begins, when a body of two words or an abbreviation stands before it. */
function bodyBefore(tokens: readonly Token[], from: number, head: number): number | null {
  let last = -1
  for (let at = from; at < head; at++) {
    const token = tokens[at] as Token
    const flags = flagsOf(token)
    if (last >= from && (flags & UNIT) !== 0) continue
    if ((flags & BODY) !== 0 || (isAbbreviation(token) && token.text.length > 2) || (token.quoted && token.kind === 'word')) last = at
    else if (token.kind === 'mark' && '»”"'.includes(token.key) && last === at - 1) last = at
  }
  if (last < 0 || (tokens[last + 1] !== undefined && isProject(tokens, from, last + 1))) return null
  const alone = last === from
  return alone && !isAbbreviation(tokens[from] as Token) && !isPossessive(tokens[from] as Token) ? null : last + 1
}

/** «Цифровой Кыргызстан» долбоорунун …: what is quoted is a project, not a body. */
function isProject(tokens: readonly Token[], from: number, next: number): boolean {
  const unit = (flagsOf(tokens[next] as Token) & UNIT) !== 0
  return unit && '»”"'.includes(tokens[next - 1]?.key as string) && !isAbbreviation(tokens[from] as Token)
}

/** A Turkic body with its case ending stands for its name: вазирлиги, министрлігінің. */
function isPossessive({ key, form }: Token): boolean {
  return form === 'upper' || /(?:лиги|лігі|лігінің|лигинин|ligi|lig'i|lig‘i|банки|банкі)$/.test(key)
}

/** Where the office ends and where the body begins: "Director | of the | National Library", "директор | Института", "CEO | SkyNet". */
function bodyAfter(tokens: readonly Token[], head: number, to: number): Range | null {
  for (let at = head + 1; at < to; at++) {
    const token = tokens[at] as Token
    const flags = flagsOf(token)
    if ((flags & AT) !== 0 && token.form === 'lower' && at + 1 < to && at > head) {
      const start = skipArticles(tokens, at + 1, to)
      if (isBodyFrom(tokens, start, to) || token.key === 'at' || token.key === '@') return [at, start]
    }
    if ((flags & OF) !== 0 && token.form === 'lower' && isLatin(token)) {
      const start = skipArticles(tokens, at + 1, to)
      if (beginsBody(tokens, start, to) || (OF_FIRMS.has(tokens[head]?.key as string) && isCapital(tokens[start] as Token))) return [at, start]
      continue
    }
    if (isCapital(token) && (flags & (POSITION | RANK)) === 0 && (flags & PLACE) === 0 && beginsBodyDirectly(tokens, head, at, to)) return [at, at]
    if (token.kind === 'mark' && '«“"„'.includes(token.key) && at > head) return [at, at]
  }
  return null
}

function skipArticles(tokens: readonly Token[], at: number, to: number): number {
  while (at < to && ['the', 'a', 'la', 'le', 'les', "l", 'der', 'des'].includes(tokens[at]?.key as string)) at++
  return at
}

function isLatin({ key }: Token): boolean {
  return /^[a-z']+$/.test(key)
}

function isCapital({ form, kind }: Token): boolean {
  return kind === 'word' && form !== 'lower' && form !== 'uncased' && form !== 'initial'
}

/** "… of the National Library", but not "of Department of …", "of Finance", "of Strategy and Bank Relations". */
function beginsBody(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]
  if (first === undefined || from >= to || (first.form === 'lower' && !first.key.includes("'"))) return false
  const flags = flagsOf(first)
  if ((flags & UNIT) !== 0 && (flags & BODY) === 0) return false
  if (first.key === 'board' || first.key === 'working' || first.key === 'team') return false
  if ((flags & BODY) !== 0 || isAbbreviation(first)) return true
  for (let at = from; at < Math.min(to, from + 6); at++) {
    const token = tokens[at] as Token
    const own = flagsOf(token)
    if ((own & (OF | AND | AT)) !== 0 && token.form === 'lower') return false
    if ((own & BODY) !== 0) return true
  }
  return false
}

function isBodyFrom(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token
    if ((flagsOf(token) & (BODY | BODY_WORD)) !== 0 || isAbbreviation(token)) return true
  }
  return false
}

/** Without a preposition: Russian and Tajik name the body in a case of its own; elsewhere only an abbreviation or a body's first word does. */
function beginsBodyDirectly(tokens: readonly Token[], head: number, at: number, to: number): boolean {
  const token = tokens[at] as Token
  const cyrillic = /\p{Script=Cyrillic}/u.test(token.text)
  const titled = isCapital(tokens[head] as Token) && tokens.slice(head + 1, to).every((each) => each.kind !== 'word' || each.form !== 'lower')
  if (cyrillic && !titled) return isBodyFrom(tokens, at, Math.min(to, at + 6))
  for (let between = head + 1; between < at; between++) if ((flagsOf(tokens[between] as Token) & (POSITION | RANK)) === 0) return false
  return isAbbreviation(token) || (cyrillic && isBodyFrom(tokens, at, to)) || ((flagsOf(token) & (BODY | BODY_WORD)) !== 0 && (flagsOf(token) & (UNIT | TITLE)) === 0)
}
