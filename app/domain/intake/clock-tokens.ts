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

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const APOSTROPHES = "'’‘ʻʼ`"
/** What a character is, by its code: 0 while nobody has asked. */
const CLASSES = new Uint8Array(65_536)
const [DIGIT, RAISED_DIGIT, LETTER, SPACE, TAB, MARK, PICTURE] = [1, 2, 3, 4, 5, 6, 7] as const

function classOf(code: number): number {
  return (CLASSES[code] ||= classed(String.fromCharCode(code)))
}

function classed(char: string): number {
  if (char === '\t' || char === '\n') return TAB
  if (/\s/.test(char)) return SPACE
  if (/[0-9]/.test(char)) return DIGIT
  if (RAISED.includes(char)) return RAISED_DIGIT
  if (/[\ud800-\udfff]/.test(char) || char === '\ufe0f') return PICTURE
  return /[\p{L}\p{M}]/u.test(char) ? LETTER : MARK
}

/** Calls `read` for each line that is not empty, with its position. */
export function eachLine(text: string, read: (line: string, at: number) => void): void {
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    if (end > at) read(text.slice(at, Math.min(end, at + LONGEST_LINE)), at)
    at = end + 1
  }
}

/** The tokens of one line, with positions counted from `at`: runs of digits, of letters, of one mark. Each character is looked at once. */
export function tokensOf(line: string, at: number): Token[] {
  const tokens: Token[] = []
  let gap = 0
  for (let i = 0; i < line.length;) {
    const kind = classOf(line.charCodeAt(i))
    const end = runEnd(line, i, kind)
    if (kind === SPACE) gap = end - i
    else {
      tokens.push(tokenOf(line.slice(i, end), kind, at + i, gap))
      gap = 0
    }
    i = end
  }
  return tokens
}

/** The end of the run that begins at `from`. A word may hold apostrophes; a tab is always one. */
function runEnd(line: string, from: number, kind: number): number {
  if (kind === TAB) return from + 1
  const code = line.charCodeAt(from)
  let i = from + 1
  for (; i < line.length; i++) {
    const next = line.charCodeAt(i)
    if (kind === MARK ? next === code : classOf(next) === kind) continue
    const inWord = kind === LETTER && APOSTROPHES.includes(line[i] as string) && i + 1 < line.length && classOf(line.charCodeAt(i + 1)) === LETTER
    if (!inWord) break
  }
  return i
}

function tokenOf(text: string, kind: number, start: number, gap: number): Token {
  const end = start + text.length
  if (kind === DIGIT) return { kind: 'number', text, word: text, value: text.length > 9 ? Number.MAX_SAFE_INTEGER : Number(text), raised: false, start, end, gap }
  if (kind === LETTER) return { kind: 'word', text, word: fold(text), value: Number.NaN, raised: false, start, end, gap }
  if (kind === RAISED_DIGIT) {
    const plain = text.slice(0, 9).replace(/./gu, (digit) => String(RAISED.indexOf(digit)))
    return { kind: 'number', text, word: plain, value: Number(plain), raised: true, start, end, gap }
  }
  return { kind: 'mark', text, word: text[0] as string, value: Number.NaN, raised: false, start, end, gap }
}

const DASHES = new Set(['-', '–', '—', '‒', '―', '−', '‐', '‑', '~', '〜', '～', '∼', '˗', '﹣', '－', '→', '⇒', '÷'])

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
/** Arrows, boxes, dingbats and emoji begin here: all of them serve as bullets. */
const FIRST_PICTURE = '\u2190'

/** First on its line or in its cell; bullets or opening brackets may stand before. */
export function isFirst(tokens: readonly Token[], i: number): boolean {
  for (let at = i - 1; at >= i - MOST_BULLETS; at--) {
    const before = tokens[at]
    if (before === undefined || before.word === '\t' || before.word === '|') return true
    if (before.kind !== 'mark' || (!'-–—•*·>#("«“[⁃'.includes(before.word) && before.word < FIRST_PICTURE)) return false
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
