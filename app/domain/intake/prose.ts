/** Sentences that tell a journey: "On Monday 3 February the team flies to Bishkek and meets the Ministry at 14:00." */
import { findDates } from '#app/domain/intake/dates.ts'
import type { ClockContext, DateFound } from '#app/domain/intake/dates.ts'
import type { DraftMeetingKind } from '#app/domain/intake/draft.ts'
import type { Happening } from '#app/domain/intake/itinerary.ts'
import { LINK_WORDS, MEETING_KIND_WORDS } from '#app/domain/intake/languages/programme.ts'
import { part, stripped } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import type { Row } from '#app/domain/intake/rows.ts'
import { cityIn } from '#app/domain/intake/stops.ts'
import { findTimes } from '#app/domain/intake/times.ts'
import type { TimeFound } from '#app/domain/intake/times.ts'
import { meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'
import type { Meaning } from '#app/domain/intake/vocabulary.ts'

const FEWEST_WORDS = 9

/** A line of sentences: many words, a full stop, and no mark that sets a time off. */
export function isProse(text: string): boolean {
  return /(?:\p{L}{2}|:\d\d|\))[.!?](?:\s|$)/u.test(text) && tokensOf(text.slice(0, 300)).length >= FEWEST_WORDS && !/^\d{1,2}[:.h]\d{2}/.test(text) && !text.includes('|')
}

export function clausesOf(row: Row, context: ClockContext): Happening[] {
  return sentencesOf(row.line.body).flatMap((sentence) => sentenceHappenings(sentence, row, context))
}

function sentencesOf(piece: Piece): Piece[] {
  const sentences: Piece[] = []
  let from = 0
  for (const end of piece.text.matchAll(/[.!?](?=\s{1,4}["«“(]?\p{Lu})/gu)) {
    const before = piece.text.slice(Math.max(0, end.index - 3), end.index)
    if (/(?:^|\s)\p{L}{1,2}$/u.test(before)) continue
    sentences.push(part(piece, from, end.index + 1))
    from = end.index + 1
  }
  return [...sentences, part(piece, from)].filter(({ text }) => text !== '')
}

function sentenceHappenings(sentence: Piece, row: Row, context: ClockContext): Happening[] {
  const dates = findDates(sentence.text, context)
  const times = findTimes(sentence.text, context)
  const clauses = clauseStarts(sentence.text, times)
  if (dates.length === 0 && times.length === 0) return []
  return clauses.map((clause, i): Happening => {
    const end = clauses[i + 1]?.start ?? sentence.text.length
    const time = timeOf(clauses, i, times)
    const title = titleOf(part(sentence, clause.start, end), sentence, [...times, ...dates])
    const place = clause.meaning === 'travel' ? cityIn(part(sentence, clause.start, end)) : null
    return {
      row, place, placeTold: place !== null, date: dateOf(dates, clause.start, sentence.start), times: time ? [{ ...time, start: time.start + sentence.start, end: time.end + sentence.start }] : [],
      title, otherTitle: null, people: [], venue: null,
    }
  })
}

/** Words of what takes place, where a clause begins: the first, one after a time, one after a way. */
function clauseStarts(text: string, times: readonly TimeFound[]): Meaning<DraftMeetingKind>[] {
  const starts: Meaning<DraftMeetingKind>[] = []
  for (const found of meaningsIn(text, MEETING_KIND_WORDS)) {
    const last = starts.at(-1)
    if (!last || last.meaning === 'travel' && found.meaning !== 'travel' || times.some(({ start }) => start > last.start && start < found.start)) starts.push(found)
  }
  return starts
}

/** The time inside a clause that is not said for the next one, else the one just before it. */
function timeOf(clauses: readonly Meaning<DraftMeetingKind>[], i: number, times: readonly TimeFound[]): TimeFound | null {
  const clause = clauses[i] as Meaning<DraftMeetingKind>
  const end = clauses[i + 1]?.start ?? Infinity
  const previous = clauses[i - 1]?.start ?? 0
  const before = times.filter(({ start }) => start >= previous && start < clause.start)
  const inside = times.filter(({ start }) => start > clause.start && start < end)
  const own = before.length > (i === 0 ? 0 : 1) ? before.at(-1) : undefined
  return own ?? inside[0] ?? (i > 0 && clauses[i - 1]?.meaning === 'travel' ? before.at(-1) : undefined) ?? null
}

function dateOf(dates: readonly DateFound[], at: number, by: number): DateFound | null {
  const date = dates.findLast(({ start }) => start <= at) ?? dates[0]
  return date ? { ...date, start: date.start + by, end: date.end + by } : null
}

/** A clause without its times and the words that lead to the next. */
function titleOf(clause: Piece, sentence: Piece, clocked: readonly { start: number; end: number }[]): Piece {
  const first = clocked.map(({ start }) => start + sentence.start - clause.start).filter((start) => start > 0).sort((a, b) => a - b)[0] ?? clause.text.length
  let piece = stripped(part(clause, 0, first), ' ,;.', ' ,;.')
  for (let links = 0; links < 4; links++) {
    const tokens = tokensOf(piece.text)
    const last = tokens.at(-1)
    if (!last || meaningsIn([last], LINK_WORDS).length === 0) break
    piece = stripped(part(piece, 0, last.start), ' ,;', ' ,;')
  }
  return piece
}
