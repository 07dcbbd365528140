/** Sentences that tell a journey: "On Monday 3 February the team flies to Bishkek and meets the Ministry at 14:00." */
import type { ClockContext } from '#app/domain/intake/dates.ts'
import type { DraftMeetingKind } from '#app/domain/intake/draft.ts'
import type { Happening } from '#app/domain/intake/itinerary.ts'
import { IN_WORDS, JOIN_WORDS, LINK_WORDS, REQUEST_WORDS, TELLER_WORDS } from '#app/domain/intake/languages/programme.ts'
import { part, stripped } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { findCities } from '#app/domain/intake/places.ts'
import { clausesIn } from '#app/domain/intake/prose-clauses.ts'
import { whensIn } from '#app/domain/intake/prose-when.ts'
import type { Told, When } from '#app/domain/intake/prose-when.ts'
import type { Row } from '#app/domain/intake/rows.ts'
import { cityIn, placeAt } from '#app/domain/intake/stops.ts'
import type { Placed } from '#app/domain/intake/stops.ts'
import { beginsWith, meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'

const FEWEST_WORDS = 9
/** 'г.', 'ул.', 'J.', 'Dr.': no end of a sentence. */
const ABBREVIATED = /(?:^|[\s.])(?:\p{Lu}\p{Ll}?|[а-яё]{1,2}|\p{L})$/u

/** A line of sentences: many words, a full stop, and no mark that sets a time off. */
export function isProse(text: string): boolean {
  return /(?:\p{L}{2}|:\d\d|\))[.!?](?:\s|$)/u.test(text) && tokensOf(text.slice(0, 300)).length >= FEWEST_WORDS && !/^\d{1,2}[:.h]\d{2}/.test(text) && !text.includes('|')
}

/** The sentences of a line tell what is done on which day, some of it in a place. */
export function isTold(text: string, context: ClockContext): boolean {
  return isProse(text) && findCities(text).length > 0 && sentencesOf({ text, start: 0 }).some((sentence) => !isSaidToReader(sentence.text) && whensIn(sentence.text, context, { day: null, near: null }).length > 0 && clausesIn(sentence.text, whensIn(sentence.text, context, { day: null, near: null })).length > 0)
}

/** What the sentences of a line tell, in order; `told` goes on from line to line. */
export function clausesOf(row: Row, context: ClockContext, told: Told): Happening[] {
  return sentencesOf(row.line.body).flatMap((sentence) => sentenceHappenings(sentence, row, context, told))
}

function sentencesOf(piece: Piece): Piece[] {
  const sentences: Piece[] = []
  let from = 0
  for (const end of piece.text.matchAll(/[.!?](?=\s{1,4}["«“(]?[\p{Lu}\d])/gu)) {
    const before = piece.text.slice(Math.max(0, end.index - 4), end.index)
    if (ABBREVIATED.test(before) || /\d$/.test(before) && /^\S{1,4}\d/.test(piece.text.slice(end.index + 1, end.index + 6).trimStart())) continue
    sentences.push(part(piece, from, end.index + 1))
    from = end.index + 1
  }
  return [...sentences, part(piece, from)].filter(({ text }) => text !== '')
}

/** A question, or a sentence that asks something of the reader. */
function isSaidToReader(text: string): boolean {
  return text.endsWith('?') || beginsWith(text, REQUEST_WORDS) !== null && beginsWith(text, TELLER_WORDS) === null
}

function sentenceHappenings(sentence: Piece, row: Row, context: ClockContext, told: Told): Happening[] {
  if (isSaidToReader(sentence.text)) return []
  const whens = whensIn(sentence.text, context, told).filter(({ deadline }) => !deadline)
  const clauses = clausesIn(sentence.text, whens)
  const blank: Happening = { row, place: null, placeTold: false, date: null, times: [], title: null, otherTitle: null, people: [], venue: null }
  if (clauses.length === 0) return stayOf(sentence, whens, blank)
  if (whens.length === 0 && !clauses.some(({ kind }) => kind === 'travel')) return []
  return clauses.flatMap((clause) => {
    const place = clause.kind === 'travel' ? cityIn(part(sentence, clause.titleStart, clause.end)) : placeIn(part(sentence, clause.start, clause.end))
    if (whens.length === 0 && !place) return []
    const kind: DraftMeetingKind = clause.kind === 'travel' && !place && clause.when?.time ? 'visit' : clause.kind
    return [{ ...blank, ...moved(clause.when, sentence.start), place, placeTold: place !== null, kind, title: titleOf(part(sentence, clause.titleStart, clause.titleEnd)) }]
  })
}

/** "We are in Osh on 16 and 17 April.": a place and its days, and nothing that is done. Of several places it is a summary. */
function stayOf(sentence: Piece, whens: readonly When[], blank: Happening): Happening[] {
  const [when] = whens.filter(({ date }) => date)
  const cities = findCities(sentence.text)
  const place = cities.length === 1 && when ? placeIn(sentence) : null
  return place && when ? [{ ...blank, ...moved(when, sentence.start), times: [], place, placeTold: true }] : []
}

/** "in Osh", «в Оше», "Oshda": where something is done. */
function placeIn(piece: Piece): Placed | null {
  for (const city of findCities(piece.text)) {
    const before = tokensOf(piece.text.slice(Math.max(0, city.start - 12), city.start))
    if (before.length > 0 && meaningsIn(before.slice(-1), IN_WORDS).length > 0 || /(?:da|de|ta|да|де|та|те|до|дө)$/u.test(city.printed) && !/(?:da|de|ta|да|де|та|те|до|дө)$/u.test(city.city.name)) return placeAt(piece, city)
  }
  return null
}

function moved(when: When | null, by: number): Pick<Happening, 'date' | 'times'> {
  const shifted = <T extends { start: number; end: number }>(found: T): T => ({ ...found, start: found.start + by, end: found.end + by })
  return { date: when?.date ? shifted(when.date) : null, times: when?.time ? [shifted(when.time)] : [] }
}

/** Without the words that lead to the next. */
function titleOf(piece: Piece): Piece {
  let bare = stripped(piece, ' ,;.:–—-', ' ,;.:–—-')
  for (let links = 0; links < 4; links++) {
    const last = tokensOf(bare.text.slice(-60)).at(-1)
    if (!last || meaningsIn([last], LINK_WORDS).length + meaningsIn([last], JOIN_WORDS).length === 0) break
    bare = stripped(part(bare, 0, Math.max(0, bare.text.length - 60) + last.start), ' ,;:–—-', ' ,;:–—-')
  }
  return bare
}
