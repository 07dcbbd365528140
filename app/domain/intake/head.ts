/** What stands above the rows: title, dates, venue, hours and the moderators of the whole event. */
import type { Minute } from '#app/domain/time.ts'
import type { DateFound } from '#app/domain/intake/dates.ts'
import type { PersonDraft, Span } from '#app/domain/intake/draft.ts'
import { isAside } from '#app/domain/intake/frames.ts'
import { EVENT_WORDS, GREETING_WORDS, HAPPENING_WORDS, LINK_WORDS, PAPER_WORDS, PLACE_WORDS, SENDING_WORDS } from '#app/domain/intake/languages/programme.ts'
import { isOrganisation, isPersonLine, readPeople } from '#app/domain/intake/people.ts'
import { endOf, part, splitAt, stripped } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { findCities } from '#app/domain/intake/places.ts'
import { isClock } from '#app/domain/intake/layout.ts'
import type { Row } from '#app/domain/intake/rows.ts'
import type { TimeFound } from '#app/domain/intake/times.ts'
import { beginsWith, meaningOf, meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'

export type Head = {
  title: Piece | null
  dates: DateFound[]
  venue: Piece | null
  hours: { start: Minute; end: Minute | null; span: Span } | null
  time: TimeFound | null
  moderators: PersonDraft[]
}

/** A line that scores less is no title. */
const WORST = -5
/** A head of more lines is none. */
const LONGEST_HEAD = 80
const LONGEST_SENTENCE = 400

type Candidate = { piece: Piece; row: Row; place: number }

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
    head.dates.push(...row.dates)
    inside.push(...row.insideDates)
    if (isClock(row.times) && head.time === null && (!label || ['time', 'when', 'date', 'start'].includes(label.label))) setHours(head, row.times)
    if (label?.label === 'venue' || label?.label === 'city') labelledVenues.push(label.rest)
    else if (label?.label === 'title' && label.rest.text !== '') candidates.push({ piece: label.rest, row, place: -1 })
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

/** Says when: a date with the hours, also inside a sentence. */
function isDated(row: Row): boolean {
  return row.dates.length + row.insideDates.length > 0 && isClock([...row.times, ...row.inside])
}

/** "… will take place on 22 January at the Ministry of Labour". */
function placesBehind(whole: Piece, dates: readonly DateFound[]): Piece[] {
  const behind = stripped(part(whole, (dates.at(-1) as DateFound).end - whole.start), ' ,;.')
  const links = meaningsIn(tokensOf(behind.text.slice(0, 40)), LINK_WORDS).filter(({ index }, i) => index === i).at(-1)
  const place = links ? stripped(part(behind, links.end), ' ,;.', ' ,;.') : behind
  return isPlace(place.text) ? [place] : []
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
  if (happens) venues.push(...placesBehind(whole, row.insideDates))
  if (open > 3) {
    const places = splitAt(part(whole, open + 1), ',').filter((inside) => isPlace(inside.text) && row.insideDates.every(({ start, end }) => end <= inside.start || start >= endOf(inside)))
    const [first, last] = [places[0], places.at(-1)]
    if (first && last) venues.push(part(whole, first.start - whole.start, endOf(last) - whole.start))
  }
  const said = withoutPaper(piece).text
  if (said.length < 3 || meaningOf(said, PAPER_WORDS)) return
  const isVenue = candidates.length > 0 && isPlace(piece.text)
  const beside = row.dates.length > 0 && isPlace(piece.text)
  if (isVenue || beside) venues.push(piece)
  else candidates.push({ piece, row, place })
}

/** The one with most words of places: a hall says more than its city. */
function venueAmong(venues: readonly Piece[]): Piece | null {
  const weight = ({ text }: Piece): number => meaningsIn(text, PLACE_WORDS).length * 2 + (findCities(text).length > 0 ? 1 : 0)
  return venues.reduce<Piece | null>((best, venue) => (best === null || weight(venue) > weight(best) ? venue : best), null)
}

function isPlace(text: string): boolean {
  const places = meaningsIn(text, PLACE_WORDS).length
  const [city] = findCities(text)
  const events = meaningsIn(text, EVENT_WORDS).length
  return (places > 0 && events <= (/[«“"]/.test(text) ? 0 : 1) && !/[:?]/.test(text)) || (city !== undefined && events === 0 && tokensOf(text).length < 9 && (city.start < 4 || text.includes(',')))
}

/** The likeliest title; what is only the name of a form ("Международная конференция") gives way to the subject below it. */
function titleAmong(candidates: Candidate[], join: (from: Piece, to: Piece) => Piece): Piece | null {
  let best: { candidate: Candidate; score: number; at: number } | null = null
  for (const [at, candidate] of candidates.entries()) {
    const score = titleScore(candidate, at)
    if (best === null || score > best.score) best = { candidate, score, at }
  }
  if (!best || best.score < WORST) return null
  let piece = withoutPaper(best.candidate.piece)
  let last = best.candidate
  for (const next of candidates.slice(best.at + 1, best.at + 4)) {
    if (next.row.line.number - last.row.line.number > 1 || !goesOn(piece.text, next.piece.text)) break
    piece = join(piece, next.piece)
    last = next
  }
  return piece
}

function titleScore({ piece, row, place }: Candidate, at: number): number {
  const { text } = piece
  const words = tokensOf(text)
  const quoted = /[«“"„]/.test(text)
  let score = place < 0 ? 4 : -at
  if (row.line.heading === 1) score += 2
  if (quoted) score += 3
  if (meaningsIn(words, EVENT_WORDS).length > 0) score += isFormOnly(text) ? 0 : 2
  if (isFormOnly(text)) score -= 1.5
  if (!quoted && isOrganisation(text) >= 0.6) score -= 3
  if (isPersonLine(text) >= 0.5) score -= 3
  if (words.length < 2) score -= 1
  if (words.length > 25 || /[.!]$/.test(text) && words.length > 12) score -= 3
  if (meaningOf(text, PAPER_WORDS)) score -= 4
  return score
}

/** "INTERNATIONAL CONFERENCE", "Круглый стол": names a form and no subject. */
function isFormOnly(text: string): boolean {
  const words = tokensOf(text)
  const last = meaningsIn(words, EVENT_WORDS).at(-1) ?? meaningsIn(words, PAPER_WORDS).at(-1)
  return last !== undefined && last.index + last.words === words.length && words.length < 5 && !/[:«“"–—]/.test(text) && !meaningsIn(words, LINK_WORDS).length
}

function goesOn(text: string, next: string): boolean {
  const words = tokensOf(text)
  const links = meaningsIn(words.slice(-1), LINK_WORDS).length > 0 || /[,&:–—-]$/.test(text)
  return links || /^\p{Ll}/u.test(next) || beginsWith(next, LINK_WORDS) !== null
}

/** "Agenda: Workshop on …", "Направляю график …": the words that only present it are left out. */
export function withoutPaper(piece: Piece): Piece {
  const greeting = beginsWith(piece.text, GREETING_WORDS)
  const mark = greeting ? /[!,.] /.exec(piece.text.slice(greeting.end, greeting.end + 30)) : null
  const greeted = greeting && mark ? part(piece, greeting.end + mark.index + 1) : piece
  const sending = beginsWith(greeted.text, SENDING_WORDS)
  const sent = sending ? presented(part(greeted, sending.end)) : greeted
  const paper = beginsWith(sent.text, PAPER_WORDS)
  const after = paper ? sent.text.slice(paper.end, paper.end + 3) : ''
  return paper && /^ ?[:–—-]/.test(after) && endOf(sent) - sent.start > paper.end + 4 ? stripped(part(sent, paper.end), ':,–—-') : sent
}

/** "… the final agenda for the workshop": what the paper is of. */
function presented(piece: Piece): Piece {
  const bare = stripped(piece, ':,–—-')
  const paper = meaningsIn(tokensOf(bare.text).slice(0, 5), PAPER_WORDS)[0]
  const link = paper ? /^ (?:for|of|to) (?:the |our )?/.exec(bare.text.slice(paper.end)) : null
  return paper && link ? part(bare, paper.end + link[0].length) : bare
}

/** "Fwd: Re: Agenda" → "Agenda". */
function withoutReply(subject: Piece): Piece {
  const marks = /^(?:(?:re|fw|fwd|tr|wg|aw|на|отв|пер) ?: ?){1,6}/i.exec(subject.text)
  return withoutPaper(marks ? part(subject, marks[0].length) : subject)
}
