/** Places of a journey as headings, columns and the beginnings of rows name them. */
import type { Read } from '#app/domain/intake/draft.ts'
import { JOURNEY_WORDS, MEETING_KIND_WORDS, PAPER_WORDS, SECTION_WORDS } from '#app/domain/intake/languages/programme.ts'
import { endOf, part, stripped, wordsOf } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { bareNameOf, findCities, findCountries } from '#app/domain/intake/places.ts'
import type { CityFound } from '#app/domain/intake/places.ts'
import { beginsWith, meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'

/** A place, and what the row says besides. */
export type Placed = { city: Piece; country: Piece | null; printed: Piece; rest: Piece }

const SETTLEMENT = /^(?:г|гор|город|ш|шаҳри|шахри|city of|г-д)[.\s]{1,3}/iu
const SETTLEMENT_AFTER = /[\s,]{1,2}(?:city|ш|шаҳри|шахри|shahri|қаласы|шаары|қ|шаҳар|г)\.?$/iu
const MOST_WORDS = 5

/** "Bishkek, Kyrgyzstan", "Stop 2: Osh", "г. Алматы" as a whole. `dated`: it stands beside a date, so that an unknown name may be a place as well. */
export function placeOf(piece: Piece, dated: boolean): Placed | null {
  const bare = withoutNumbering(/^\(.{2,60}\)$/u.test(piece.text) ? part(piece, 1, piece.text.length - 1) : piece)
  const words = tokensOf(bare.text)
  const cities = findCities(bare.text)
  if (words.length === 0 || cities.length > 1 || words.length > MOST_WORDS + 2 || beginsWith(bare.text, MEETING_KIND_WORDS)) return null
  const [city] = cities
  const known = city !== undefined && city.start < 8 && words.length <= MOST_WORDS
  const named = dated && words.length <= 4 && /^\p{Lu}/u.test(bare.text) && !/[.!?:]$/.test(bare.text) && meaningsIn(words, MEETING_KIND_WORDS).length + meaningsIn(words, JOURNEY_WORDS).length + meaningsIn(words, PAPER_WORDS).length === 0 && findCountries(bare.text)[0]?.start !== 0
  if (!known && !named) return null
  return known || named ? split(bare, part(bare, bare.text.length)) : null
}

/** "Bishkek: meeting with …", "Ош – посещение …": a known city before a mark. */
export function leadingPlaceOf(piece: Piece): Placed | null {
  const bare = withoutNumbering(piece)
  const [city] = findCities(bare.text.slice(0, 60))
  if (!city || city.start > 3) return null
  const after = bare.text.slice(city.end)
  const mark = /^(?:, {0,2}\p{Lu}[\p{L} ]{2,24})? {0,2}(?:[:|]|[-–—] |\()/u.exec(after)
  if (!mark) return null
  const rest = stripped(part(bare, city.end + mark[0].length), ' :|–—-')
  return rest.text.length < 4 ? null : split(part(bare, 0, city.end + mark[0].length), rest)
}

/** A city in a sentence: where a journey leads to, else the last one. */
export function cityIn(piece: Piece): Placed | null {
  const cities = findCities(piece.text)
  const found = cities.find(({ start }) => /(?:^|\s)(?:to|into|for|в|на|до|ба|à|nach) {1,2}$/iu.test(piece.text.slice(Math.max(0, start - 8), start))) ?? cities.at(-1)
  return found ? placeAt(piece, found) : null
}

/** The name stands without its ending. */
export function placeAt(piece: Piece, found: CityFound): Placed {
  const city = part(piece, found.start, found.end)
  return { city: { ...city, text: bareNameOf(found) }, country: null, printed: city, rest: part(piece, piece.text.length) }
}

function split(piece: Piece, rest: Piece): Placed {
  const printed = stripped(piece, ' ,:|–—-(')
  const comma = printed.text.indexOf(',')
  const bracket = printed.text.indexOf('(')
  const end = comma > 0 ? comma : bracket > 0 ? bracket : printed.text.length
  const country = end < printed.text.length ? stripped(part(printed, end + 1), ' ,()') : null
  return { city: bareCity(part(printed, 0, end)), country: country && country.text !== '' ? country : countryWithin(printed, end), printed, rest }
}

function countryWithin(printed: Piece, end: number): Piece | null {
  const [country] = findCountries(printed.text)
  return country && country.start >= end ? part(printed, country.start, country.end) : null
}

function bareCity(piece: Piece): Piece {
  const before = SETTLEMENT.exec(piece.text)?.[0].length ?? 0
  const name = part(piece, before)
  const after = SETTLEMENT_AFTER.exec(name.text)?.[0].length ?? 0
  return part(name, 0, name.text.length - after)
}

/** "Stop 2:", "Day 1 –", "1." before a place. */
function withoutNumbering(piece: Piece): Piece {
  const number = /^(?:№ ?)?\d{1,2}[.)]? {1,3}(?=\p{L})/u.exec(piece.text)
  const bare = number ? part(piece, number[0].length) : piece
  const section = beginsWith(bare.text, SECTION_WORDS) ?? beginsWith(bare.text, JOURNEY_WORDS)
  const mark = section ? /^ {0,2}(?:№ ?)?\d{0,2} {0,2}[:.–—|-]/.exec(bare.text.slice(section.end, section.end + 10)) : null
  return section && mark ? stripped(part(bare, section.end + mark[0].length), ' :–—-|') : bare
}

export function readOf(piece: Piece): Read<string> {
  return { value: wordsOf(piece), span: { start: piece.start, end: endOf(piece) }, confidence: 'sure' }
}
