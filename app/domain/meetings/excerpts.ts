/** An excerpt is an exact span of one revision of a note, or of one node of a document; its words never change. */
import { compareTexts, placeOf } from '#app/domain/meetings/places.ts'
import type { Compared } from '#app/domain/meetings/places.ts'
import { trimSpan } from '#app/domain/meetings/sentences.ts'
import type { Span } from '#app/domain/meetings/sentences.ts'

export const EXCERPT_KINDS = ['fact', 'view', 'figure', 'request', 'commitment', 'decision', 'law', 'quote'] as const
export const SOURCE_KINDS = ['government', 'state enterprise', 'city', 'donor', 'NGO', 'company', 'university', 'team'] as const
export const TRANSLATION_STATES = ['draft', 'reviewed'] as const

/** Longest excerpt, in UTF-16 units: a paragraph, not a page. */
export const EXCERPT_MAX = 2_000

/** True when the span lies inside the text, holds a visible character, and cuts no letter in two. */
export function isSpan(text: string, { start, end }: Span): boolean {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end || end - start > EXCERPT_MAX) return false
  return !cutsPair(text, start) && !cutsPair(text, end) && trimSpan(text, { start, end }) !== undefined
}

export type Words = { found: Span } | { found: undefined; because: 'absent' | 'several' }

/** Where the typed words stand in a text; runs of white space count as one space. Says when they stand there more than once. */
export function findWords(text: string, typed: string): Words {
  const words = typed.split(/\s+/u).filter(Boolean)
  if (words.length === 0) return { found: undefined, because: 'absent' }
  const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+'), 'gu')
  const first = pattern.exec(text)
  if (!first) return { found: undefined, because: 'absent' }
  if (pattern.exec(text)) return { found: undefined, because: 'several' }
  return { found: { start: first.index, end: first.index + first[0].length } }
}

export type Standing = { state: 'exact' | 'moved'; start: number; end: number } | { state: 'lost' }

/**
 * Where the words of an excerpt stand in a text now. 'exact': at the same place; 'moved': elsewhere, led there by what
 * stayed of the text around; 'lost': nowhere that is theirs, even where equal words of another sentence stand.
 * `was` is the text that they were marked in, or that text compared with the one of now; without it both are the same.
 */
export function standingOf(excerpt: Span & { words: string }, now: string, was?: string | Compared): Standing {
  const { start, words } = excerpt
  const compared = typeof was === 'string' ? compareTexts(was, now) : was
  const place = compared ? placeOf(compared, excerpt) : now.startsWith(words, start) ? start : undefined
  if (place === undefined) return { state: 'lost' }
  return { state: place === start ? 'exact' : 'moved', start: place, end: place + words.length }
}

function cutsPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}

export type Piece<M> = { start: number; text: string; marks: readonly M[] }

/** A text cut at the ends of its marks, so that each piece knows the marks that cover it. Marks may overlap. */
export function piecesOf<M extends Span>(text: string, marks: readonly M[], within: Span = { start: 0, end: text.length }): Piece<M>[] {
  const inside = marks.filter((mark) => mark.start < within.end && mark.end > within.start)
  const cuts = new Set([within.start, within.end])
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, within.start))
    cuts.add(Math.min(mark.end, within.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] as number
    return { start, text: text.slice(start, end), marks: inside.filter((mark) => mark.start <= start && mark.end >= end) }
  })
}

export type Standings<E> = { excerpt: E; number: number; standing: Standing }[]

/**
 * Excerpts numbered from 1 in the order in which their words stand in a text now, lost ones last. `then` gives the text
 * that an excerpt was marked in, where that is another one; each such text is compared once.
 */
export function numberExcerpts<E extends { start_at: number; end_at: number; body: string }>(excerpts: readonly E[], now: string, then: (excerpt: E) => string | undefined): Standings<E> {
  const known = new Map<string, Compared>()
  const comparedWith = (text: string | undefined): Compared | undefined => {
    if (text === undefined) return undefined
    const compared = known.get(text) ?? compareTexts(text, now)
    known.set(text, compared)
    return compared
  }
  const placed = excerpts.map((excerpt) => ({ excerpt, standing: standingOf({ start: excerpt.start_at, end: excerpt.end_at, words: excerpt.body }, now, comparedWith(then(excerpt))) }))
  const at = ({ standing }: { standing: Standing }): number => (standing.state === 'lost' ? Number.MAX_SAFE_INTEGER : standing.start)
  return placed.sort((a, b) => at(a) - at(b)).map((one, i) => ({ ...one, number: i + 1 }))
}
