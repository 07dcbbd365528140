/** Whether a text is the agenda of one event or the schedule of a journey. */
import type { ClockContext } from '#app/domain/intake/dates.ts'
import { isClock } from '#app/domain/intake/layout.ts'
import type { Layout } from '#app/domain/intake/layout.ts'
import { isItemRow } from '#app/domain/intake/layout.ts'
import { JOURNEY_WORDS, MEETING_KIND_WORDS, SECTION_WORDS } from '#app/domain/intake/languages/programme.ts'
import { findCities } from '#app/domain/intake/places.ts'
import { isTold } from '#app/domain/intake/prose.ts'
import type { Row } from '#app/domain/intake/rows.ts'
import { textOf } from '#app/domain/intake/rows.ts'
import { leadingPlaceOf, placeOf } from '#app/domain/intake/stops.ts'
import { beginsWith, meaningsIn } from '#app/domain/intake/vocabulary.ts'

const HEAD_ROWS = 6

export function genreOf(rows: readonly Row[], layout: Layout, context: ClockContext): 'agenda' | 'schedule' {
  const cities = new Set<string>()
  let told = 0
  for (const row of rows) {
    const city = placeNamed(row)
    if (city) cities.add(city)
    if (isTold(row.line.body.text, context)) told++
  }
  const items = rows.filter((row) => isItemRow(row, layout)).length
  if (rows.some((row) => row.table !== null && textOf(row, 'city') !== null && hasColumn(row, 'city') && (hasColumn(row, 'date') || hasColumn(row, 'when') || hasColumn(row, 'time')))) return 'schedule'
  if (cities.size > 1) return 'schedule'
  if (told > 0 && told * 2 >= items) return 'schedule'
  const titles = rows.flatMap(({ texts }) => texts.slice(0, 1).map(({ piece }) => piece.text))
  const meetings = titles.filter((text) => ['meeting', 'visit', 'travel', 'internal'].includes(beginsWith(text, MEETING_KIND_WORDS)?.meaning ?? '')).length
  const isJourney = rows.slice(0, HEAD_ROWS).some(({ line }) => meaningsIn(line.body.text.slice(0, 300), JOURNEY_WORDS).length > 0)
  const days = new Set(rows.flatMap(({ dates }) => dates.map(({ days, printed }) => days[0] ?? printed))).size
  const ways = titles.filter((text) => beginsWith(text, MEETING_KIND_WORDS)?.meaning === 'travel').length
  if (items === 0) return meetings > 0 || isJourney ? 'schedule' : 'agenda'
  return (ways > 1 && days > 1) || meetings * 2 >= items && (isJourney || days > 1 || meetings * 4 >= items * 3) || (isJourney && meetings * 3 >= items && days > 1) ? 'schedule' : 'agenda'
}

function hasColumn(row: Row, field: string): boolean {
  return row.table?.columns.some((column) => column.field === field) ?? false
}

/** A place that a heading, a column or the beginning of a row names as the place of what follows. */
function placeNamed(row: Row): string | null {
  const piece = textOf(row, 'city') ?? row.texts[0]?.piece
  if (!piece || (row.label && row.label.label !== 'city' && !row.line.body.text.startsWith('\u{1f4cd}'))) return null
  const isHeading = row.dates.length > 0 || row.line.heading > 0 || row.label !== null || row.table !== null || row.line.body.text.length < 40
  const place = isClock(row.times) ? leadingPlaceOf(piece) : (isHeading ? placeOf(piece, false) : null) ?? leadingPlaceOf(piece)
  return place && beginsWith(place.city.text, SECTION_WORDS) === null ? (findCities(place.city.text)[0]?.city.name ?? null) : null
}
