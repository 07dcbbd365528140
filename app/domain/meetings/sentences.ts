/** A note's text as sentences, so that one can be chosen without a pointer. */

/** Half-open [start, end) in UTF-16 units of the stored text. */
export type Span = { start: number; end: number }

/** A bullet or number before the words of a line. */
const BULLET = /^\s*(?:[-–—*•·▪◦]\s+|\(?\d{1,3}[.)]\s+|\p{L}\)\s+)?/u
const CLOSING = new Set(['"', '”', '’', '»', ')', ']', "'", '…', '.', '!', '?', '*', '_', '~', '`'])
const ENDING = new Set(['.', '!', '?', '…'])

/** Words that carry a full stop and rarely end a sentence: English, Russian, Tajik, Kazakh, Kyrgyz, Uzbek habits. */
const SHORTENED = new Set([
  'mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'vs', 'no', 'nos', 'p', 'pp', 'par', 'art', 'sec', 'fig', 'approx', 'ca', 'cf', 'e.g', 'i.e', 'incl', 'dept', 'gov', 'min',
  'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'mln', 'bn', 'usd',
  'г', 'гг', 'гор', 'ул', 'им', 'т.е', 'т.к', 'т.ч', 'т.д', 'т.п', 'др', 'пр', 'п', 'пп', 'ст', 'стр', 'см', 'рис', 'тыс', 'млн', 'млрд', 'руб', 'сом', 'обл', 'р', 'зам', 'нач', 'ш', 'с', 'ҷ', 'н', 'қ', 'ж', 'б', 'м',
])
const LONGEST_SHORTENED = 12

/**
 * The sentences of a text in order: every line is at least one, bullets and surrounding space are left out, a full stop
 * ends one only before space and a letter that is not small, and never after an initial or a shortened word. O(length).
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  while (from <= text.length) {
    const found = text.indexOf('\n', from)
    const to = found === -1 ? text.length : found
    splitLine(text, from, to, spans)
    from = to + 1
  }
  return spans
}

/** The sentence that holds a place in the text, or the nearest before it. */
export function sentenceAt(spans: readonly Span[], at: number): Span | undefined {
  return spans.findLast((span) => span.start <= at)
}

/** The span without white space at its ends; undefined when nothing is left. */
export function trimSpan(text: string, { start, end }: Span): Span | undefined {
  let from = Math.max(0, start)
  let to = Math.min(text.length, end)
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  return from < to ? { start: from, end: to } : undefined
}

function splitLine(text: string, from: number, to: number, spans: Span[]): void {
  const bullet = BULLET.exec(text.slice(from, Math.min(to, from + 16)))?.[0].length ?? 0
  let start = from + bullet < to ? from + bullet : from
  let at = start
  while (at < to) {
    if (!ENDING.has(text[at] as string)) {
      at++
      continue
    }
    const dot = at
    while (at < to && CLOSING.has(text[at] as string)) at++
    if (at >= to || !isSpace(text, at) || !startsSentence(text, at, to)) continue
    if (text[dot] === '.' && isShortened(text, start, dot)) continue
    push(text, start, at, spans)
    start = at
  }
  push(text, start, to, spans)
}

function push(text: string, start: number, end: number, spans: Span[]): void {
  const span = trimSpan(text, { start, end })
  if (span) spans.push(span)
}

/** After the space comes something that may begin a sentence: not a small letter. */
function startsSentence(text: string, from: number, to: number): boolean {
  let at = from
  while (at < to && isSpace(text, at)) at++
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 32)
  return at < to && !/^\p{Ll}$/u.test(letter)
}

/** The word before the dot is an initial or shortened. */
function isShortened(text: string, from: number, dot: number): boolean {
  let start = dot
  while (start > from && dot - start < LONGEST_SHORTENED && /[\p{L}.]/u.test(text[start - 1] as string)) start--
  const word = text.slice(start, dot)
  return /^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) || SHORTENED.has(word.toLowerCase())
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text[at] as string)
}
