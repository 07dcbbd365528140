/** Parts an office from the body that it is held in. */
import { isAbbreviation, isLatin, isOfficeWord } from '#app/domain/intake/people-offices.ts'
import { AND, AT, BODY, BODY_WORD, OF, PLACE, POSITION, RANK, TITLE, UNIT, flagsOf } from '#app/domain/intake/people-words.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

export type Range = [from: number, to: number]
export type Office = { position: Range | null; organisation: Range | null }

/** Offices that only firms have: what they are "of" is a body, known or not. */
const OF_FIRMS = new Set(['ceo', 'cto', 'cfo', 'coo', 'cio', 'founder', 'co-founder', 'cofounder', 'owner', 'pdg', 'gérant'])

/** The office and the body of one piece. `bodyFollows`: a body stands behind it, so "Director of the Centre" is an office whole. */
export function splitOffice(tokens: readonly Token[], from: number, to: number, bodyFollows: boolean): Office {
  const head = firstOffice(tokens, from, to)
  if (head < 0) return { position: [from, to], organisation: null }
  const before = bodyBefore(tokens, from, head)
  if (before !== null) return { position: [before, to], organisation: [from, before] }
  if (bodyFollows && !hasWord(tokens, from, to, AT)) return { position: [from, to], organisation: null }
  const after = bodyAfter(tokens, head, to)
  return after === null ? { position: [from, to], organisation: null } : { position: [from, after[0]], organisation: [after[1], to] }
}

function firstOffice(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (isOfficeWord(tokens, at, from, to)) return at
  return -1
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
