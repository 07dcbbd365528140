/** Finds the rows that say when and where the whole event or a day of it takes place, in whatever order: "5 June, 10:00–13:00, Hotel Plaza". */
import { isPlace, placeIn } from '#app/domain/intake/head-place.ts'
import { labelled } from '#app/domain/intake/labels.ts'
import { isClock } from '#app/domain/intake/layout.ts'
import { endOf, part } from '#app/domain/intake/pieces.ts'
import { LABEL_WORDS, LINK_WORDS, SECTION_WORDS } from '#app/domain/intake/languages/programme.ts'
import { rowTimeOf } from '#app/domain/intake/row-time.ts'
import type { Row } from '#app/domain/intake/rows.ts'
import { beginsWith, meaningOf, meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'

/** The first row of the event is looked for in so many rows. */
const REACH = 16
const LONGEST = 200
/** So far down a line may also say what the event is called. */
const FIRST = 3
/** A calendar names a zone by its cities: '(UTC+05:00) Islamabad, Karachi, Tashkent'. */
const ZONE_CITIES = /\((?:UTC|GMT)[^)]{0,7}\) {1,2}\p{L}[\p{L},.&'’ -]{2,80}$/u

export function withHeadRows(rows: Row[]): Row[] {
  let isFirst = true
  return rows.map((row, at) => {
    const whole = row.label || row.table ? row : withInside(row)
    if (whole.label || whole.table || !isClock(whole.times)) return row
    const zoned = ZONE_CITIES.test(row.line.body.text.slice(-LONGEST))
    const texts = whole.texts.filter(({ piece }) => !isPart(piece.text)).filter(({ piece }) => !zoned && labelled(piece)?.label !== 'note').map((text) => ({ ...text, piece: placeIn(text.piece) }))
    const head = (whole.dates.length > 0 || isFirst) && texts.length + whole.dates.length > 0 && texts.filter(({ piece }) => !isPlace(piece.text)).length <= (at < FIRST && whole.dates.length > 0 && rowTimeOf(whole.times).end ? 1 : 0) && holds(whole, rows.slice(at + 1, at + REACH).find(({ times }) => times.length > 0))
    isFirst &&= head || !isClock(row.times)
    return head ? { ...whole, head, texts } : row
  })
}

/** Also with the dates and times in its middle: "Astana, 5 June | 10:00–13:00 | Hall 3". */
function withInside(row: Row): Row {
  const { body } = row.line
  if (row.inside.length + row.insideDates.length === 0 || body.text.length > LONGEST) return row
  const [dates, times] = [[...row.dates, ...row.insideDates], [...row.times, ...row.inside]]
  if (dates.length === 0 || dates.some(({ weekdayOnly }) => weekdayOnly)) return row
  const texts: Row['texts'] = []
  let from = 0
  for (const { start, end } of [...dates, ...times, { start: endOf(body), end: endOf(body) }].sort((a, b) => a.start - b.start)) {
    const piece = placeIn(part(body, from, start - body.start))
    if (piece.text.length > 1 && meaningsIn(piece.text, LINK_WORDS).length < tokensOf(piece.text).length && meaningOf(piece.text, LABEL_WORDS) === null) texts.push({ field: 'title', piece, name: '' })
    from = Math.max(from, end - body.start)
  }
  return { ...row, dates, times, inside: [], insideDates: [], where: 'own', texts }
}

/** "Module 2": a part of the event, which is called by its number. */
function isPart(text: string): boolean {
  return beginsWith(text, SECTION_WORDS) !== null && tokensOf(text).length < 4 && /\d|[IVX]$/.test(text)
}

/** The next row with a time lies within these hours, and has no day of its own. */
function holds(row: Row, next: Row | undefined): boolean {
  if (!next || next.dates.length > 0 || next.label) return false
  const [{ start, end }, inner] = [rowTimeOf(row.times), rowTimeOf(next.times)]
  if (!start) return false
  if (!inner.start) return row.dates.length > 0 || end !== null
  const from = inner.start.value
  if (!end) return row.dates.length > 0 && from === start.value
  const isWithin = from >= start.value && from < end.value && (inner.end?.value ?? from) <= end.value
  return row.dates.length > 0 ? isWithin || from < start.value && (inner.end?.value ?? from) <= start.value : isWithin && from === start.value && inner.end?.value !== end.value
}
