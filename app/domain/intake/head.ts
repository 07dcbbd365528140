/** What stands above the rows: title, dates, venue, hours and the moderators of the whole event. */
import type { Minute } from '#app/domain/time.ts'
import type { DateFound } from '#app/domain/intake/dates.ts'
import type { PersonDraft, Span } from '#app/domain/intake/draft.ts'
import { isAside } from '#app/domain/intake/frames.ts'
import { isPlace, placeIn, placesBehind, venueAmong } from '#app/domain/intake/head-place.ts'
import { isPaperOnly, titleAmong, withoutPaper, withoutReply } from '#app/domain/intake/head-title.ts'
import type { Candidate } from '#app/domain/intake/head-title.ts'
import { HAPPENING_WORDS, PAPER_WORDS } from '#app/domain/intake/languages/programme.ts'
import type { Label } from '#app/domain/intake/languages/programme-words.ts'
import { isClock } from '#app/domain/intake/layout.ts'
import { isPersonLine, readPeople } from '#app/domain/intake/people.ts'
import { endOf, part, splitAt } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import type { Row } from '#app/domain/intake/rows.ts'
import type { TimeFound } from '#app/domain/intake/times.ts'
import { meaningsIn } from '#app/domain/intake/vocabulary.ts'

export type Head = {
  title: Piece | null
  dates: DateFound[]
  venue: Piece | null
  hours: { start: Minute; end: Minute | null; span: Span } | null
  time: TimeFound | null
  moderators: PersonDraft[]
}

/** A head of more lines is none. */
const LONGEST_HEAD = 80
const WHEN: ReadonlySet<Label> = new Set(['time', 'when', 'date', 'start'])
/** "Workshop: Valuing ecosystems" is the whole name; "Event: …", "Meeting: …" are labels. */
const NAMED_FORM = /^(?:workshop|seminar|webinar|conference|training|forum|symposium|семинар|вебинар|конференция|тренинг|форум|atelier|séminaire|conférence) ?:/i
const LONGEST_SENTENCE = 400

export function headOf(rows: readonly Row[], subject: Piece | null, join: (from: Piece, to: Piece) => Piece): Head {
  const head: Head = { title: null, dates: [], venue: null, hours: null, time: null, moderators: [] }
  const candidates: Candidate[] = []
  const venues: Piece[] = []
  const labelledVenues: Piece[] = []
  const inside: DateFound[] = []
  let moderating = false
  for (const row of rows.slice(0, LONGEST_HEAD)) {
    const { label } = row
    moderating = readModerators(row, head, moderating)
    if (moderating || (isAside(row.line.body.text) && !isDated(row))) continue
    if (row.texts.length > 0 && row.texts.every(({ piece }) => isPaperOnly(piece.text))) inside.push(...row.dates)
    else head.dates.push(...row.dates)
    inside.push(...row.insideDates)
    if (isClock(row.times) && head.time === null && (!label || WHEN.has(label.label))) setHours(head, row.times)
    if (label?.label === 'venue' || label?.label === 'city') labelledVenues.push(label.rest)
    else if (label?.label === 'title' && label.rest.text !== '') candidates.push({ piece: NAMED_FORM.test(row.line.body.text) && row.dates.length === 0 ? row.line.body : label.rest, row, place: -1 })
    else if (label && WHEN.has(label.label)) venues.push(...row.texts.flatMap(({ piece }) => (isPlace(piece.text) ? [placeIn(piece)] : [])))
    else if (!label) for (const { piece } of row.texts) sort(piece, row, candidates, venues, candidates.length)
  }
  if (head.dates.length === 0) head.dates = inside
  head.title = titleAmong(candidates, join) ?? (subject ? withoutReply(subject) : null)
  head.venue = labelledVenues.find(({ text }) => text !== '') ?? venueAmong(venues)
  return head
}

/** True while the line belongs to the list of the event's moderators. */
function readModerators(row: Row, head: Head, moderating: boolean): boolean {
  const { body } = row.line
  const read = readPeople(body.text, {}, body.start)
  if (read.label?.role === 'moderator') {
    head.moderators.push(...read.people.map(({ person }) => person))
    return true
  }
  if (!moderating || row.line.blanksBefore > 0 || row.dates.length + row.times.length > 0 || row.label) return false
  const people = readPeople(body.text, { role: 'moderator', likely: true }, body.start).people
  if (isPersonLine(body.text, { likely: true }) < 0.5 || people.length === 0) return false
  head.moderators.push(...people.map(({ person }) => person))
  return true
}

function setHours(head: Head, times: readonly TimeFound[]): void {
  const [first, second] = times.filter(({ from }) => from !== null)
  if (!first || first.from === null) return
  head.time = first
  const end = first.to ?? second?.from ?? (first.minutes === null ? null : first.from + first.minutes)
  head.hours = { start: first.from, end, span: { start: first.start, end: second && first.to === null ? second.end : first.end } }
}

/** Says when: a date with the hours, or with the paper that is sent, also inside a sentence. */
function isDated(row: Row): boolean {
  const { text } = row.line.body
  if (row.dates.length + row.insideDates.length === 0) return false
  return isClock([...row.times, ...row.inside]) || meaningsIn(text.slice(0, LONGEST_SENTENCE), PAPER_WORDS).length > 0 && !/\b(?:by|until|before|later than)\b|до\s/.test(text.slice(0, LONGEST_SENTENCE))
}

/** Where a bracket or a comma sets the date off from what the line names; −1 when nothing does. */
function dateOpening(piece: Piece, date: DateFound | undefined): number {
  if (!date) return -1
  const before = piece.text.slice(0, date.start - piece.start)
  const mark = /[,|–—-] {1,2}(?:\p{L}{1,3} )?$/u.exec(before)
  return mark ? mark.index : before.lastIndexOf('(')
}

/** A line of the head is where it takes place, or what it may be called. "Workshop (6 March, Hotel Plaza, 9–13)" is both. */
function sort(whole: Piece, row: Row, candidates: Candidate[], venues: Piece[], place: number): void {
  const happens = row.insideDates.length > 0 ? meaningsIn(whole.text.slice(0, LONGEST_SENTENCE), HAPPENING_WORDS)[0] : undefined
  const open = happens ? -1 : dateOpening(whole, row.insideDates[0])
  const piece = happens ? part(whole, 0, happens.start) : open > 3 ? part(whole, 0, open) : whole
  if (happens) venues.push(...placesBehind(whole, row.insideDates, [...row.inside, ...row.times]))
  if (open > 3) {
    const places = splitAt(part(whole, open + 1), ',').filter((inside) => isPlace(inside.text) && row.insideDates.every(({ start, end }) => end <= inside.start || start >= endOf(inside)))
    const [first, last] = [places[0], places.at(-1)]
    if (first && last) venues.push(part(whole, first.start - whole.start, endOf(last) - whole.start))
  }
  const said = withoutPaper(piece).text
  if (said.length < 3 || isPaperOnly(said)) return
  const isVenue = candidates.length > 0 && isPlace(piece.text)
  const beside = row.dates.length > 0 && isPlace(piece.text)
  if (isVenue || beside) venues.push(placeIn(piece))
  else candidates.push({ piece, row, place })
}

