/** A line in chunks: stretches between commas, dashes, brackets and other marks that part a person from an office, and one person from the next. */
import { findName } from '#app/domain/intake/people-names.ts'
import { AND, GIVEN, flagsOf, phraseAt } from '#app/domain/intake/people-words.ts'
import type { Token } from '#app/domain/intake/people-text.ts'

/** Tokens `from` … before `to`. `lead`: the mark before it, '' at the start, '-' for every dash, '&' for "and" before a person, ';' where a new entry begins. */
export type Chunk = { from: number; to: number; lead: string; depth: number }

const MARKS: Record<string, string> = {
  ',': ',', ';': ';', ':': ':', '-': '-', '–': '-', '—': '-', '−': '-', '=': '-', '→': '-', '~': '-', '/': '/', '\\': '/', '|': '|', '¦': '|', '(': '(', '[': '(', ')': ')', ']': ')',
  '\n': '\n', '\t': '\t', '.': '.', '?': '?', '!': '?', '•': ';', '·': ';', '■': ';', '▪': ';', '●': ';', '○': ';', '◦': ';', '*': ';', '✓': ';', '➢': ';', '>': ';', '、': ',', '，': ',', '：': ':', '；': ';', '（': '(', '）': ')', '，,': ',', '<': '(', '_': ';', '#': ';',
}
/** How far a look behind "and" goes, in tokens. */
const LOOK = 10
const SURE = 0.6
const SURE_HONOURED = 0.35

/** The chunks from a token on; marks inside quotation marks part nothing. */
export function chunksOf(tokens: readonly Token[], start: number): Chunk[] {
  const chunks: Chunk[] = []
  let from = start
  let lead = ''
  let depth = 0
  let honoured = -1
  const close = (to: number, next: string, after: number): void => {
    if (to > from) chunks.push({ from, to, lead, depth })
    else if (lead !== '' && lead !== ',' && next !== '(' && next !== ')') next = stronger(lead, next)
    ;[from, lead, honoured] = [after, next, -1]
  }
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.quoted) continue
    const mark = token.kind === 'mark' ? MARKS[token.key] : undefined
    if (mark !== undefined && !(mark === ',' && at - from <= 3 && areInitials(tokens, at + 1))) {
      close(at, mark, at + 1)
      if (mark === '(') depth++
      else if (mark === ')' && depth > 0) depth--
    } else if (mark === undefined && at > from && isNumbering(tokens, at)) close(at, ';', ++at + 1)
    else if (mark === undefined && at > from && isAndBeforeName(tokens, at)) close(at, '&', at + 1)
    else if (at > from && isLabelAfterTitle(tokens, from, at)) close(at, ';', at)
    else {
      const honorific = phraseAt('honorific', tokens, at)
      if (honorific === null || token.form === 'lower') continue
      if (honoured >= 0 && at > honoured && honorific.end < tokens.length) close(at, ';', at)
      honoured = honorific.end
      at = honorific.end - 1
    }
  }
  close(tokens.length, '', tokens.length)
  return chunks
}

/** "Smith, J.": initials alone behind a comma belong to the name before. */
function areInitials(tokens: readonly Token[], from: number): boolean {
  let at = from
  while (tokens[at]?.form === 'initial' && tokens[at]?.text.endsWith('.')) at++
  return at > from && at - from <= 3 && (tokens[at] === undefined || tokens[at]?.kind === 'mark')
}

/** «Title» Speaker: …, "Reform of tariffs in Almaty Moderator: …": a label that stands behind a title. */
function isLabelAfterTitle(tokens: readonly Token[], from: number, at: number): boolean {
  const token = tokens[at] as Token
  if (token.kind !== 'word') return false
  const moderator = phraseAt('moderator', tokens, at)
  if (moderator !== null && (moderator.end > at + 1 || /^(?:moder|модер|modér)/.test(token.key)) && isNameFrom(tokens, moderator.end)) return true
  const label = moderator ?? phraseAt('speaker', tokens, at)
  if (token.form === 'lower' || label === null || tokens[label.end]?.key !== ':') return false
  const before = tokens[at - 1] as Token
  return before.kind === 'mark' || (at - from > 2 && tokens.slice(from, at).some(({ form }) => form === 'lower'))
}

/** '2)' within a line begins the next entry. */
function isNumbering(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  return token.kind === 'number' && token.text.length <= 2 && tokens[at + 1]?.key === ')' && tokens[at + 2] !== undefined
}

const STRENGTH = ', ) / | - : ( . ? \t & ; \n'.split(' ')

function stronger(a: string, b: string): string {
  return STRENGTH.indexOf(a) > STRENGTH.indexOf(b) ? a : b
}

function isAndBeforeName(tokens: readonly Token[], at: number): boolean {
  if ((flagsOf(tokens[at] as Token) & AND) === 0) return false
  if (tokens[at + 2]?.key === ')' && [tokens[at - 1], tokens[at + 1]].every((token) => token?.form === 'title' && (flagsOf(token) & GIVEN) !== 0) && '(,'.includes(tokens[at - 2]?.key ?? ' ')) return true
  return isNameFrom(tokens, at + 1)
}

function isNameFrom(tokens: readonly Token[], from: number): boolean {
  const next = tokens[from]
  if (next === undefined || next.kind === 'mark') return false
  let end = from
  while (end < tokens.length && end < from + LOOK && !(tokens[end]?.kind === 'mark' && MARKS[tokens[end]?.key as string] !== undefined)) end++
  const name = findName(tokens, from, end)
  return name !== null && name.start === from && name.score >= (name.honorific === null ? SURE : SURE_HONOURED)
}
