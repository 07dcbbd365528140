/**
 * Pasted text made readable without losing its places: line ends, spaces and characters nobody sees are brought into one form, and every
 * unit of the cleaned text knows the units of the raw text it came from.
 */
import type { Span } from '#app/domain/intake/draft.ts'

/** `text` is what is read; unit `i` of it stands at `starts[i]`, before `ends[i]`, of the text as given. */
export type Source = { text: string; starts: Int32Array; ends: Int32Array }

/** More marks than this on one letter are no spelling of any language. */
const MARKS_ON_A_LETTER = 8

const LINE_ENDS = '\n\r\u000b\u000c\u0085\u2028\u2029'

/** Characters that are another way to write one that is read. Everything else stays as printed, dashes and quotation marks too. */
const READ_AS: Record<string, string> = {
  '\u2010': '-', '\u2011': '-', '\u2012': '–', '\u2015': '—', '\u2212': '–', '\ufe58': '—', '\ufe63': '-', '\uff0d': '-', '\u301c': '~', '\uff5e': '~', '\u223c': '~',
  '\uff1a': ':', '\uff0c': ',', '\uff1b': ';', '\uff0e': '.', '\uff08': '(', '\uff09': ')', '\uff5c': '|', '\u2502': '|', '\u2503': '|', '\u00a6': '|', '\uff0f': '/', '\u2044': '/', '\u2236': ':',
}

/** Cleans a text. Lone halves of a pair become U+FFFD; control, direction and zero-width characters are dropped. O(length). */
export function sourceOf(raw: string): Source {
  const into = { parts: [] as string[], starts: new Int32Array(raw.length * 2 + 2), ends: new Int32Array(raw.length * 2 + 2), length: 0 }
  for (let at = 0; at < raw.length;) {
    const end = clusterEnd(raw, at)
    const read = readAs(raw, at, end)
    for (let unit = 0; unit < read.length; unit++) {
      into.starts[into.length] = at
      into.ends[into.length++] = end
    }
    into.parts.push(read)
    at = end
  }
  return { text: into.parts.join(''), starts: into.starts.subarray(0, into.length), ends: into.ends.subarray(0, into.length) }
}

/** The place in the text as given of a place in the cleaned text. */
export function originalSpan(source: Source, { start, end }: Span): Span {
  const last = source.starts.length - 1
  if (last < 0) return { start: 0, end: 0 }
  const from = Math.min(Math.max(start, 0), last)
  if (end <= start) return { start: source.starts[from] as number, end: source.starts[from] as number }
  return { start: source.starts[from] as number, end: source.ends[Math.min(end - 1, last)] as number }
}

/** The source without some of its pieces; `drops` are in order and do not overlap. */
export function without(source: Source, drops: Span[]): Source {
  if (drops.length === 0) return source
  const parts: string[] = []
  const starts = new Int32Array(source.text.length)
  const ends = new Int32Array(source.text.length)
  let length = 0
  let from = 0
  for (const { start, end } of [...drops, { start: source.text.length, end: source.text.length }]) {
    parts.push(source.text.slice(from, start))
    starts.set(source.starts.subarray(from, start), length)
    ends.set(source.ends.subarray(from, start), length)
    length += start - from
    from = end
  }
  return { text: parts.join(''), starts: starts.subarray(0, length), ends: ends.subarray(0, length) }
}

/** Where the character that begins at `at` ends: CR with LF, a pair, a letter with its marks. */
function clusterEnd(raw: string, at: number): number {
  const code = raw.charCodeAt(at)
  if (code === 13 && raw.charCodeAt(at + 1) === 10) return at + 2
  let end = at + (isPair(raw, at) ? 2 : 1)
  if (code < 0x41) return end
  for (let marks = 0; marks < MARKS_ON_A_LETTER && end < raw.length && joinsTheLetterBefore(raw.charCodeAt(end)); marks++) end++
  return end
}

/** Combining marks, and the vowels and finals of Korean letters written one by one. */
function joinsTheLetterBefore(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || (code >= 0x1160 && code <= 0x11ff)
}

function isPair(raw: string, at: number): boolean {
  return (raw.charCodeAt(at) & 0xfc00) === 0xd800 && (raw.charCodeAt(at + 1) & 0xfc00) === 0xdc00
}

function readAs(raw: string, start: number, end: number): string {
  const code = raw.charCodeAt(start)
  if (code >= 0x20 && code < 0x7f && end === start + 1) return raw[start] as string
  if (code === 9) return '\t'
  if (end === start + 2 && code === 13) return '\n'
  if (end === start + 1) {
    if (code >= 0x2600 && code <= 0x26ff) return ' '
    if (LINE_ENDS.includes(raw[start] as string)) return '\n'
    if (isUnseen(code)) return ''
    if (isSpace(code)) return ' '
    if ((code & 0xf800) === 0xd800) return '\ufffd'
    if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xff10 + 48)
    return READ_AS[raw[start] as string] ?? (raw[start] as string)
  }
  return isPicture(raw.codePointAt(start) as number) ? ' ' : raw.slice(start, end).normalize('NFC')
}

/** Controls, direction and zero-width characters, variation selectors, the frame of a key. */
function isUnseen(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)
    || (code >= 0x2060 && code <= 0x2069) || code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f) || code === 0x20e3 || code === 0x34f
}

function isSpace(code: number): boolean {
  return code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000
}

/** Pictures beyond the basic plane, but for the pin that stands for "place". */
function isPicture(point: number): boolean {
  return point >= 0x1f000 && point <= 0x1faff && point !== PIN
}

const PIN = 0x1f4cd
