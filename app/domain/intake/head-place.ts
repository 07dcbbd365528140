/** Which lines of a head say where the event takes place. */
import type { DateFound } from '#app/domain/intake/dates.ts'
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
  const places = meaningsIn(text, PLACE_WORDS).length
  const [city] = findCities(text)
  const [country] = findCountries(text)
  if (country && country.end - country.start >= text.length - 1) return true
  const events = meaningsIn(text, EVENT_WORDS).length
  return (places > 0 && events <= (/[«“"]/.test(text) ? 0 : 1) && !/[:?]/.test(text)) || (city !== undefined && events === 0 && tokensOf(text).length < 9 && (city.start < 4 || text.includes(',') || tokensOf(text).length < 4))
}

/** The place itself, without "at the" before it and a bracket that nothing opens. */
export function placeIn(piece: Piece): Piece {
  const bare = stripped(piece, BESIDE, ` ,;.•·|/–—-${piece.text.includes('(') ? '' : ')'}`)
  const links = meaningsIn(tokensOf(bare.text.slice(0, 40)), LINK_WORDS).filter(({ index }, i) => index === i).at(-1)
  return links ? part(bare, links.end) : bare
}

/** "… will take place on 22 January at the Ministry of Labour". */
export function placesBehind(whole: Piece, dates: readonly DateFound[]): Piece[] {
  const behind = stripped(part(whole, (dates.at(-1) as DateFound).end - whole.start), ' ,;.')
  const place = placeIn(behind)
  return isPlace(place.text) ? [place] : []
}
