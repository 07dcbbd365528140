/** What a search looks for, where a text has it, and the piece of a long text that shows it. */
import { foldKey } from '#app/domain/text.ts'

const WORD = /[\p{L}\p{M}\p{N}ʻʼ'’‘`´]+/gu
const MOST_WORDS = 6

/** The folded words of what was typed, at most six; none when it holds neither letters nor digits. */
export function queryWords(typed: string): string[] {
  return [...new Set(foldKey(typed).split(' ').filter(Boolean))].slice(0, MOST_WORDS)
}

/** True when a folded key has every word, in any order. */
export function hasWords(key: string, words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => key.includes(word))
}

/** True when a text has every word, whatever its script. */
export function saysWords(text: string, words: readonly string[]): boolean {
  return hasWords(foldKey(text), words)
}

export type Piece = { text: string; hit: boolean }

/** The text in pieces; those that the words were found in are hits. Joined they are the text again. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of hitsIn(text, words)) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  return at < text.length ? [...pieces, { text: text.slice(at), hit: false }] : pieces
}

/** About `length` characters of a text around its first hit, cut between words, with … where something is left out. */
export function around(text: string, words: readonly string[], length = 180): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= length) return line
  const first = hitsIn(line, words)[0]?.from ?? 0
  const from = first < length / 2 ? 0 : wordStart(line, Math.max(0, first - Math.floor(length / 3)))
  const to = from + length >= line.length ? line.length : line.lastIndexOf(' ', from + length)
  const end = to > from ? to : Math.min(line.length, from + length)
  return `${from > 0 ? '… ' : ''}${line.slice(from, end)}${end < line.length ? ' …' : ''}`
}

function wordStart(line: string, near: number): number {
  const space = line.indexOf(' ', near)
  return space < 0 ? near : space + 1
}

function hitsIn(text: string, words: readonly string[]): { from: number; to: number }[] {
  if (words.length === 0) return []
  return [...text.matchAll(WORD)].filter((found) => {
    const key = foldKey(found[0])
    return key !== '' && words.some((word) => key.includes(word))
  }).map((found) => ({ from: found.index, to: found.index + found[0].length }))
}
