/** Turns the rows of a schedule into what happens in order: a place is reached, a day begins, something takes place. */
import type { ClockContext, DateFound } from '#app/domain/intake/dates.ts'
import type { DraftMeetingKind } from '#app/domain/intake/draft.ts'
import { isAside } from '#app/domain/intake/frames.ts'
import { MEETING_KIND_WORDS } from '#app/domain/intake/languages/programme.ts'
import { isPersonLine } from '#app/domain/intake/people.ts'
import { peeled } from '#app/domain/intake/peel.ts'
import { part, stripped } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { clausesOf, isProse } from '#app/domain/intake/prose.ts'
import type { Told } from '#app/domain/intake/prose-when.ts'
import { textOf } from '#app/domain/intake/rows.ts'
import type { Row } from '#app/domain/intake/rows.ts'
import { cityIn, leadingPlaceOf, placeOf } from '#app/domain/intake/stops.ts'
import type { Placed } from '#app/domain/intake/stops.ts'
import type { TimeFound } from '#app/domain/intake/times.ts'
import { beginsWith } from '#app/domain/intake/vocabulary.ts'

export type Happening = {
  row: Row
  place: Placed | null
  /** Only where the row leads, as in "flies to Osh": counts where no heading says the place. */
  placeTold: boolean
  date: DateFound | null
  times: readonly TimeFound[]
  title: Piece | null
  otherTitle: Piece | null
  people: Piece[]
  venue: Piece | null
  /** Where the sentence says it with a verb. */
  kind?: DraftMeetingKind
}

/** A row whose time is not known yet. */
const UNTIMED = /^(?:tbc|tbd|время уточняется|уточняется)(?![\p{L}\d])/iu

export type Itinerary = { head: Row[]; happenings: Happening[] }

export function itineraryOf(rows: readonly Row[], context: ClockContext): Itinerary {
  const body = withTimesAbove(rows.filter(({ line }) => !isAside(line.body.text) || isProse(line.body.text)))
  const tabled = body.findIndex((row) => row.table?.columns.some(({ field }) => field === 'city'))
  const first = tabled >= 0 ? tabled : body.findIndex((row, at) => isFirst(row, body[at + 1]))
  const from = first < 0 ? body.length : first
  const rest = tabled >= 0 ? body.slice(from).filter(({ table }) => table !== null) : body.slice(from)
  const marked = isMarked(rest)
  const told: Told = { day: null, near: context.days?.[0] ?? null }
  const heading = body.slice(0, from).findLastIndex(({ line }) => line.heading === 1)
  return { head: body.slice(Math.max(heading, 0), from), happenings: rest.flatMap((row, i) => happeningsOf(row, i === 0, marked, { context, told })) }
}

/** A time alone on a line is that of the next. */
function withTimesAbove(rows: readonly Row[]): Row[] {
  const merged: Row[] = []
  let above: Row | null = null
  for (const row of rows) {
    if (row.where === 'own' && row.texts.length === 0 && row.dates.length === 0 && !row.label) {
      above = row
      continue
    }
    merged.push(above && row.times.length === 0 && row.texts.length > 0 ? { ...row, times: above.times, where: 'start' } : row)
    above = null
  }
  return merged
}

/** The first row that is no title: of a table, with a place and its day, or with a day or a time of something that takes place. */
function isFirst(row: Row, next: Row | undefined): boolean {
  if (row.table && row.line.cells.length > 1) return true
  if (row.label) return row.label.label === 'city' || (row.line.body.text.startsWith('\u{1f4cd}'))
  if (isProse(row.line.body.text)) return row.dates.length + row.insideDates.length > 0
  const [piece] = row.texts
  const single = row.dates.length > 0 && row.dates.every(({ days }) => days.length < 2)
  if (!piece) return single && row.times.length === 0
  const place = placeOf(piece.piece, row.dates.length > 0)
  if (place) return row.dates.length > 0 || (next !== undefined && next.dates.length + next.times.length > 0)
  return (single || row.times.length > 0) && (row.times.length > 0 || leadingPlaceOf(piece.piece) !== null || beginsWith(piece.piece.text, MEETING_KIND_WORDS) !== null)
}

/** Most rows have a time, a date or a bullet: then a line without one says more about the row above. */
function isMarked(rows: readonly Row[]): boolean {
  const loose = rows.filter((row) => !row.table && row.texts.length > 0 && !placeOf((row.texts[0] as { piece: Piece }).piece, row.dates.length > 0))
  return loose.filter((row) => row.times.length + row.dates.length > 0 || row.line.bullet).length * 10 >= loose.length * 6
}

function happeningsOf(row: Row, isFirstRow: boolean, marked: boolean, { context, told }: { context: ClockContext; told: Told }): Happening[] {
  if (row.label && !['city', 'venue', 'title', 'date', 'when'].includes(row.label.label)) return []
  if (row.table && row.line.cells.length > 1) return tableHappenings(row)
  if (isProse(row.line.body.text)) return clausesOf(row, context, told)
  const first = row.texts[0]?.piece ?? null
  if (row.label) return labelHappening(row)
  const blank: Happening = { row, place: null, placeTold: false, date: row.dates[0] ?? null, times: row.times, title: null, otherTitle: null, people: [], venue: null }
  if (!first) return [blank]
  const place = row.times.length === 0 ? placeOf(first, row.dates.length > 0 || row.line.heading > 0) : null
  if (place) return [{ ...blank, place }, ...row.texts.slice(1).map(({ piece }) => ({ ...blank, title: piece }))]
  const parts = row.inside.length > 0 ? partsOf(first, row) : []
  if (parts.length > 1) return parts.map((piece, i) => partHappening(piece, i === 0 ? blank : { ...blank, times: [] }, context))
  const leading = leadingPlaceOf(first)
  if (leading) return [{ ...blank, place: leading, title: leading.rest }]
  const isRow = row.times.length + row.dates.length > 0 || row.line.bullet || UNTIMED.test(first.text) || beginsWith(first.text, MEETING_KIND_WORDS) !== null
  if (/^\(.{0,300}\)$/u.test(first.text) || !isRow && (marked || isPersonLine(first.text) >= 0.5) && !isFirstRow) return []
  return [withPlaceTold({ ...blank, title: first, people: row.texts.slice(1).map(({ piece }) => piece) })]
}

/** "…; 11:00 meeting with …; 15:00 …": what stands in one line with times of its own. */
function partsOf(piece: Piece, row: Row): Piece[] {
  const parts: Piece[] = []
  let from = 0
  for (const { start } of row.inside) {
    const at = start - piece.start
    if (at <= from || isInBrackets(piece.text.slice(0, at)) || !/[;,.] {1,3}(?:\p{L}{1,3} )?$/u.test(piece.text.slice(Math.max(0, at - 8), at))) continue
    parts.push(stripped(part(piece, from, at), ' ;,'))
    from = at
  }
  return [...parts, stripped(part(piece, from), ' ;,')].filter(({ text }) => text !== '')
}

function isInBrackets(before: string): boolean {
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

function partHappening(piece: Piece, shared: Happening, context: ClockContext): Happening {
  const found = peeled(piece, context)
  return withPlaceTold({ ...shared, times: found.times.length > 0 ? found.times : shared.times, title: found.rest })
}

/** "flies to Osh" tells where the next rows are. */
function withPlaceTold(happening: Happening): Happening {
  const { title } = happening
  if (!title || beginsWith(title.text, MEETING_KIND_WORDS)?.meaning !== 'travel') return happening
  const place = cityIn(title)
  return { ...happening, place, placeTold: place !== null }
}

function labelHappening(row: Row): Happening[] {
  const { label, rest } = row.label as NonNullable<Row['label']>
  const blank: Happening = { row, place: null, placeTold: false, date: row.dates[0] ?? null, times: row.times, title: null, otherTitle: null, people: [], venue: null }
  if (label === 'city' || row.line.body.text.startsWith('\u{1f4cd}')) {
    const place = placeOf(row.texts[0]?.piece ?? rest, true)
    return place ? [{ ...blank, place }] : []
  }
  return label === 'date' || label === 'when' ? [blank] : []
}

function tableHappenings(row: Row): Happening[] {
  const city = textOf(row, 'city')
  const country = textOf(row, 'country')
  const found = city ? (placeOf(city, true) ?? { city, country: null, printed: city, rest: city }) : null
  const place = found ? { ...found, country: found.country ?? country } : null
  const titles = row.texts.filter(({ field }) => field === 'title' || field === 'more')
  const shared: Happening = {
    row, place, placeTold: false, date: row.dates[0] ?? null, times: row.times, title: null, otherTitle: textOf(row, 'other-title'), venue: textOf(row, 'venue'),
    people: row.texts.filter(({ field }) => field === 'people').map(({ piece }) => piece),
  }
  return titles.length === 0 ? [shared] : titles.map(({ piece }, i) => (i === 0 ? (place ? { ...shared, title: piece } : withPlaceTold({ ...shared, title: piece })) : { ...shared, place: null, times: [], title: piece }))
}
