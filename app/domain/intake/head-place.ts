/** Which lines of a head say where the event takes place. */
import type { DateFound } from '#app/domain/intake/dates.ts'
import type { Span } from '#app/domain/intake/draft.ts'
import { EVENT_WORDS, LINK_WORDS, PLACE_WORDS } from '#app/domain/intake/languages/programme.ts'
import { part, stripped } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { findCities, findCountries } from '#app/domain/intake/places.ts'
import { meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'

const BESIDE = ' ,;.•·|/–—-('

/** The one with most words of places: a hall says more than its city. */
export function venueAmong(venues: readonly Piece[]): Piece | null {
  const weight = ({ text }: Piece): number => meaningsIn(text, PLACE_WORDS).length * 2 + (findCities(text).length > 0 ? 1 : 0) + (saysMoreThanCity(text) ? 1 : 0)
  return venues.reduce<Piece | null>((best, venue) => (best === null || weight(venue) > weight(best) ? venue : best), null)
}

/** "Rixos Almaty", not "Almaty, Kazakhstan". */
function saysMoreThanCity(text: string): boolean {
  const named = [...findCities(text), ...findCountries(text)].reduce((sum, { start, end }) => sum + end - start, 0)
  return text.length - named > 4
}

export function isPlace(text: string): boolean {
  const places = meaningsIn(text, PLACE_WORDS)
  const [city] = findCities(text)
  const [country] = findCountries(text)
  if (country && country.end - country.start >= text.length - 1) return true
  const countries = new Set(findCities(text).map(({ city }) => city.country))
  if (countries.size > 1) return false
  const events = meaningsIn(text, EVENT_WORDS).filter((event) => !places.some(({ start, end }) => start <= event.start && end >= event.end)).length
  return (places.length > 0 && events <= (/[«“"]/.test(text) ? 0 : 1) && !/[:?]/.test(text)) || (city !== undefined && events === 0 && tokensOf(text).length < 9 && (city.start < 4 || text.includes(',') || tokensOf(text).length < 4))
}

/** The place itself, without "at the" before it and a bracket that nothing opens. */
export function placeIn(piece: Piece): Piece {
  const bare = stripped(piece, BESIDE, ` ,;.•·|/–—-${piece.text.includes('(') ? '' : ')'}`)
  const links = meaningsIn(tokensOf(bare.text.slice(0, 40)), LINK_WORDS).filter(({ index }, i) => index === i).at(-1)
  return links ? part(bare, links.end) : bare
}

/** Up to the end of its sentence. */
function sentenceOf(piece: Piece): Piece {
  const end = /[.!?;](?: {1,3}\p{Lu}|$)/u.exec(piece.text)
  return end ? part(piece, 0, end.index) : piece
}

/** "… will take place on 22 January at the Ministry of Labour". */
export function placesBehind(whole: Piece, dates: readonly DateFound[], times: readonly Span[]): Piece[] {
  const clocks = [dates.at(-1) as Span, ...times].map(({ start, end }) => ({ start: start - whole.start, end: end - whole.start })).sort((a, b) => a.start - b.start)
  return clocks.map(({ end }, i) => sentenceOf(placeIn(part(whole, end, clocks[i + 1]?.start ?? whole.text.length)))).filter(({ text }) => isPlace(text)).slice(0, 1)
}
