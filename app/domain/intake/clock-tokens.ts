/** A line as numbers, words and marks: what dates and times are put together from. */
import { fold } from '#app/domain/intake/languages/language.ts'

export type Token = {
  kind: 'number' | 'word' | 'mark'
  text: string
  /** Folded; of a mark the mark, repeated marks once. */
  word: string
  /** NaN for anything but a number. */
  value: number
  /** Digits of a raised number: the minutes of '9³⁰'. */
  raised: boolean
  /** Positions in the whole text. */
  start: number
  end: number
  /** Spaces before it; 0 when it is glued to what stands before. */
  gap: number
}

/** Longer lines are read up to here. */
const LONGEST_LINE = 2_000

/** A run of digits, of raised digits, of letters, of spaces, or of one mark. Each run is one class, so nothing is read twice. */
const RUN = /\d+|[⁰¹²³⁴-⁹]+|[\p{L}\p{M}](?:[\p{L}\p{M}]|['’‘ʻʼ`](?=\p{L}))*|[^\S\t\n]+|\t|([^\s\p{L}\p{M}\d⁰¹²³⁴-⁹])\1*/gu
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const SPACE = /^\s/
const LETTER = /^[\p{L}\p{M}]/u

/** Calls `read` for each line that is not empty, with its position. */
export function eachLine(text: string, read: (line: string, at: number) => void): void {
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    if (end > at) read(text.slice(at, Math.min(end, at + LONGEST_LINE)), at)
    at = end + 1
  }
}

/** The tokens of one line, with positions counted from `at`. */
export function tokensOf(line: string, at: number): Token[] {
  const tokens: Token[] = []
  let gap = 0
  for (const match of line.matchAll(RUN)) {
    const text = match[0]
    if (text !== '\t' && SPACE.test(text)) {
      gap = text.length
      continue
    }
    tokens.push(tokenOf(text, at + match.index, gap))
    gap = 0
  }
  return tokens
}

function tokenOf(text: string, start: number, gap: number): Token {
  const base = { text, start, end: start + text.length, gap }
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) return { ...base, kind: 'number', word: text, value: text.length > 9 ? Number.MAX_SAFE_INTEGER : Number(text), raised: false }
  if (RAISED.includes(text[0] as string)) {
    const plain = text.slice(0, 9).replace(/./gu, (digit) => String(RAISED.indexOf(digit)))
    return { ...base, kind: 'number', word: plain, value: Number(plain), raised: true }
  }
  if (LETTER.test(text)) return { ...base, kind: 'word', word: fold(text), value: Number.NaN, raised: false }
  return { ...base, kind: 'mark', word: text.slice(0, text.codePointAt(0)! > 0xffff ? 2 : 1), value: Number.NaN, raised: false }
}

const DASHES = new Set(['-', '–', '—', '‒', '―', '−', '‐', '‑', '~', '〜', '～', '∼', '˗', '﹣', '－', '→', '⇒'])

/** A dash of any kind, also '~' and '→'. */
export function isDash(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'mark' && DASHES.has(token.word)
}

export function isMark(token: Token | undefined, marks: string): boolean {
  return token !== undefined && token.kind === 'mark' && marks.includes(token.word)
}

/** A number of one or two digits on the line. */
export function isShort(token: Token | undefined): token is Token {
  return token !== undefined && token.kind === 'number' && !token.raised && token.text.length <= 2
}

/** Two digits glued to what stands before: minutes. */
export function isGluedPair(token: Token | undefined): token is Token {
  return token !== undefined && token.kind === 'number' && token.text.length === 2 && token.gap === 0
}

const MOST_BULLETS = 4

/** First on its line or in its cell; bullets or opening brackets may stand before. */
export function isFirst(tokens: readonly Token[], i: number): boolean {
  for (let at = i - 1; at >= i - MOST_BULLETS; at--) {
    const before = tokens[at]
    if (before === undefined || before.word === '\t' || before.word === '|') return true
    if (before.kind !== 'mark' || !'-–—•*·●▪◦►>#("«“[❖✓➢'.includes(before.word)) return false
  }
  return false
}

/** True where a number may begin something: not the tail of '12.30', 'B2' or '10-20'. */
export function isFree(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token
  const before = tokens[i - 1]
  if (before === undefined || token.gap > 0) return true
  if (before.kind === 'word') return !/[a-z\u0400-\u04ff]$/u.test(before.word) || (before.word === 't' && before.gap === 0 && tokens[i - 2]?.kind === 'number')
  if (before.kind === 'number') return false
  if ('.:/,-–'.includes(before.word)) return !(tokens[i - 2]?.kind === 'number' && before.gap === 0)
  return !'$€£₸№#+'.includes(before.word)
}
