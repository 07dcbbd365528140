/**
 * Takes out of a source what only shapes it: emphasis, links, tags, escapes. A line break inside a cell (a `<br>`, a line end within the
 * quotation marks of a spreadsheet's cell) becomes CELL_BREAK.
 */
import type { Span } from '#app/domain/intake/draft.ts'
import { without } from '#app/domain/intake/source.ts'
import type { Source } from '#app/domain/intake/source.ts'

export const CELL_BREAK = '\u000b'

const TAG = /^<\/?(?:a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]{0,200})?\/?>/i
const ADDRESS = /^<(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,100}>/
const LINK_END = /^\]\((?:https?:|mailto:|www\.|#|\/)[^()\s]{0,300}\)/
const LONGEST_TAG = 230
const LONGEST_LINK = 330
/** A cell in quotation marks holds at most so many characters. */
const LONGEST_QUOTED = 1_500

/** The source as its reader sees it. O(length). */
export function withoutMarkup(source: Source): Source {
  const text = withCellBreaks(source.text)
  const drops: Span[] = []
  const breaks: number[] = []
  for (let at = 0; at < text.length;) {
    const length = markupLength(text, at)
    if (length === 0) {
      at++
      continue
    }
    const isBreak = length > 2 && /^<br/i.test(text.slice(at, at + 3))
    if (isBreak) breaks.push(at)
    const start = isBreak ? at + 1 : at
    const last = drops.at(-1)
    if (last && last.end === start) last.end = at + length
    else if (start < at + length) drops.push({ start, end: at + length })
    at += length
  }
  return without({ ...source, text: replaced(text, breaks, CELL_BREAK) }, drops)
}

/** Line ends inside a spreadsheet's quoted cell: `…\t"two` LF `lines"\t…`. */
function withCellBreaks(text: string): string {
  const breaks: number[] = []
  for (let open = text.indexOf('"'); open >= 0;) {
    const startsCell = open === 0 || text[open - 1] === '\t' || text[open - 1] === '\n'
    const close = startsCell ? quoteEnd(text, open + 1) : -1
    if (close > 0) for (let at = text.indexOf('\n', open); at >= 0 && at < close; at = text.indexOf('\n', at + 1)) breaks.push(at)
    open = text.indexOf('"', (close > 0 ? close : open) + 1)
  }
  return replaced(text, breaks, CELL_BREAK)
}

/** Where the cell's closing mark stands, when the cell has line ends in it and stands in a row of cells; −1 else. */
function quoteEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_QUOTED)
  for (let at = from; at < limit; at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') {
      at++
      continue
    }
    const next = text[at + 1]
    if (next !== undefined && next !== '\t' && next !== '\n') return -1
    const inside = text.slice(from, at)
    return inside.includes('\n') && !inside.includes('\t') && (text[from - 2] === '\t' || next === '\t') ? at : -1
  }
  return -1
}

function replaced(text: string, places: number[], by: string): string {
  if (places.length === 0) return text
  const parts: string[] = []
  let from = 0
  for (const place of places) {
    parts.push(text.slice(from, place), by)
    from = place + 1
  }
  return `${parts.join('')}${text.slice(from)}`
}

/** How many characters from here on are markup. */
function markupLength(text: string, at: number): number {
  switch (text[at]) {
    case '*': return isStarBullet(text, at) ? 0 : 1
    case '`': return 1
    case '_': return underscores(text, at)
    case '~': return text[at + 1] === '~' ? 2 : 0
    case '\\': return /[-\\`*_{}[\]()#+.!|~>]/.test(text[at + 1] ?? '') ? 1 : 0
    case '[': return opensLink(text, at) ? 1 : 0
    case ']': return text[at + 1] === '(' ? (LINK_END.exec(text.slice(at, at + LONGEST_LINK))?.[0].length ?? 0) : 0
    case '<': return tagLength(text, at)
    case '>': return quoteMarks(text, at)
    default: return 0
  }
}

function isStarBullet(text: string, at: number): boolean {
  const next = text[at + 1]
  return (next === ' ' || next === '\t') && isBlankBefore(text, at)
}

/** Only white space, quote marks and bullets stand before on the line. */
function isBlankBefore(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 40; i--) {
    if (text[i] === '\n') return true
    if (!' \t>'.includes(text[i] as string)) return false
  }
  return at < 40
}

/** `__bold__`, `_leaning_`, a line to fill in; not the one inside a word. */
function underscores(text: string, at: number): number {
  let end = at
  while (text[end] === '_') end++
  if (end - at > 1) return end - at
  return isWordAt(text, at - 1) && isWordAt(text, end) ? 0 : 1
}

/** The marks of an answered mail at the front of a line. */
function quoteMarks(text: string, at: number): number {
  return at === 0 || text[at - 1] === '\n' ? (/^(?:>[ \t]?){1,8}/.exec(text.slice(at, at + 24))?.[0].length ?? 0) : 0
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at] ?? '')
}

function opensLink(text: string, at: number): boolean {
  const ahead = text.slice(at, at + LONGEST_LINK)
  const close = ahead.indexOf('](')
  return close > 0 && !ahead.slice(0, close).includes('\n') && LINK_END.test(ahead.slice(close))
}

function tagLength(text: string, at: number): number {
  if (!/[a-z/]/i.test(text[at + 1] ?? '')) return 0
  const ahead = text.slice(at, at + LONGEST_TAG)
  return (TAG.exec(ahead) ?? ADDRESS.exec(ahead))?.[0].length ?? 0
}
