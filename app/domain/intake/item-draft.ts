/** One row of an agenda, read: title in one or two languages, people, kind, talks. */
import type { ItemDraft, PersonDraft, PrintedDate, Read, TitleDraft } from '#app/domain/intake/draft.ts'
import type { DateFound } from '#app/domain/intake/dates.ts'
import type { Gathered, ItemLine } from '#app/domain/intake/items.ts'
import { itemKindOf } from '#app/domain/intake/kinds.ts'
import { labelled } from '#app/domain/intake/labels.ts'
import { END_WORDS, EVERYBODY_WORDS, SECTION_WORDS } from '#app/domain/intake/languages/programme.ts'
import { gatherPeople } from '#app/domain/intake/people-lines.ts'
import { splitRowTitle } from '#app/domain/intake/people-titles.ts'
import { isPersonLine, readPeople } from '#app/domain/intake/people.ts'
import type { PeopleHints } from '#app/domain/intake/people.ts'
import { bridged, endOf, part, stripped, wordsOf } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import type { RowTime } from '#app/domain/intake/row-time.ts'
import { areTwoScripts, languagesOf, roomOf, titleOf } from '#app/domain/intake/titles.ts'
import { beginsWith, meaningOf, meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'
import type { Day } from '#app/domain/time.ts'

const SURE = 0.7

type Parts = { title: Piece | null; other: Piece | null; people: PersonDraft[]; details: string[]; asksPeople: boolean; everybody: boolean }

/** null when no word names the row. `key`: see ItemDraft. `hints`: whether people stand beside the titles of this text. */
export function itemDraftOf(item: Gathered, time: RowTime, key: string, hints: PeopleHints): ItemDraft | null {
  const parts: Parts = { title: null, other: item.otherTitle, people: [], details: [], asksPeople: false, everybody: false }
  const lines = readTitle(item, parts, hints)
  readLines(lines, parts)
  const title = withLead(item.lead, parts)
  if (!title) return null
  const otherTitle = parts.other ? titleOf(parts.other) : null
  const people = withColumns(item, distinct(parts.people))
  const { kind, sure } = itemKindOf(title.value, people, parts.asksPeople, parts.everybody)
  return {
    key, day: dayOf(item.date), start: time.start, end: time.end, title, otherTitle: otherTitle?.value === title.value ? null : otherTitle,
    kind: { value: kind, span: title.span, confidence: sure ? 'sure' : 'likely' }, people, track: item.track || trackOf(title.value, parts.title), details: parts.details,
    marksEnd: meaningOf(title.value, END_WORDS) !== null, span: { start: item.row.line.body.start, end: endOf(item.lines.at(-1)?.piece ?? item.row.line.body) },
  }
}

/** Finds the title, takes people off it, and gives the lines that are left. */
function readTitle(item: Gathered, parts: Parts, hints: PeopleHints): ItemLine[] {
  const lines = [...item.lines]
  let piece = item.title
  if (!piece) {
    const at = lines.findIndex(({ piece: { text }, likely }) => !likely && isPersonLine(text) < 0.5)
    piece = at < 0 ? (lines.shift()?.piece ?? null) : (lines.splice(at, 1)[0]?.piece ?? null)
  }
  if (!piece) return lines
  if (goesOnBelow(piece, lines)) piece = bridged(piece, (lines.shift() as ItemLine).piece)
  const next = lines[0]
  if (next && isSectionOnly(piece.text) && isPersonLine(next.piece.text) < 0.5 && !labelled(next.piece) && !next.likely) {
    parts.details.push(wordsOf(next.piece))
  }
  const both = parts.other ? null : languagesOf(piece)
  parts.title = withoutPeople(both ? both.first : piece, parts, true, hints)
  if (both) parts.other = withoutPeople(both.second, parts, false, hints)
  else if (parts.other) parts.other = withoutPeople(parts.other, parts, false, hints)
  return lines
}

/** "Reforms in the region:" and the rest of the title below it; several such lines are a list. */
function goesOnBelow(piece: Piece, lines: readonly ItemLine[]): boolean {
  const [next, after] = lines
  const isText = (line: ItemLine | undefined): boolean => line !== undefined && !line.likely && isPersonLine(line.piece.text) < 0.5 && !labelled(line.piece) && readPeople(line.piece.text).label === null
  if (!piece.text.endsWith(':') || !next || next.row.line.bullet || next.row.line.blanksBefore > 0 || /^\d{1,2}[.)]/.test(next.piece.text) || !isText(next)) return false
  return /^\p{Ll}/u.test(next.piece.text) || !isText(after)
}

function isSectionOnly(text: string): boolean {
  return tokensOf(text).length <= 2 && beginsWith(text, SECTION_WORDS) !== null
}

/** The people of a second language are those of the first, under another spelling. */
function withoutPeople(piece: Piece, parts: Parts, keep: boolean, hints: PeopleHints): Piece {
  const split = splitRowTitle(piece.text, {}, piece.start) ?? (hints.likely ? splitRowTitle(piece.text, hints, piece.start) : null)
  if (!split) return withoutEverybody(namedOnly(piece, parts, keep), parts)
  const people = split.people.map(({ person }) => person)
  if (keep) parts.people.push(...people)
  else if (people.length === parts.people.length) for (const [i, person] of people.entries()) parts.people[i]?.also.push(person.name.value)
  const isBehind = people.every(({ span }) => span.start >= split.title.end)
  return part(piece, isBehind ? 0 : split.title.start - piece.start, split.title.end - piece.start)
}

/** "9:10 Mr. X, Director": the row is called as who speaks. */
function namedOnly(piece: Piece, parts: Parts, keep: boolean): Piece {
  const { people, label } = keep ? readPeople(piece.text, {}, piece.start) : { people: [], label: null }
  if (label === null && people.some(({ score }) => score >= SURE)) parts.people.push(...people.map(({ person }) => person))
  return piece
}

function isEverybody(text: string): boolean {
  return meaningsIn(text.slice(0, 60), EVERYBODY_WORDS).length > 0
}

/** "Discussion / All participants": who is not named is left out of the title. */
function withoutEverybody(piece: Piece, parts: Parts): Piece {
  const mark = [' / ', ' | ', ' – ', ' — ', ' - ', ' ('].map((mark) => piece.text.lastIndexOf(mark)).reduce((last, at) => Math.max(last, at), -1)
  const last = stripped(part(piece, Math.max(0, mark) + 2), ' ()/').text
  if (mark < 1 || !readPeople(last).nobody) return piece
  parts.everybody ||= isEverybody(last)
  return part(piece, 0, mark)
}

function readLines(lines: ItemLine[], parts: Parts): void {
  const columns = lines.filter(({ likely }) => likely)
  const below = lines.filter(({ likely, piece }) => !likely && !isNote(piece))
  for (const role of ['moderator', null] as const) {
    const own = columns.filter((line) => line.role === role)
    if (own.length === 0) continue
    const gathered = gatherPeople(own.map(placed), { likely: true, ...(role ? { role } : {}) })
    parts.people.push(...gathered.people)
    parts.everybody ||= gathered.lines.some(({ kind }, i) => kind === 'nobody' && isEverybody(own[i]?.piece.text ?? ''))
  }
  const gathered = gatherPeople(below.map(placed), parts.title ? { likely: true } : {})
  parts.people.push(...gathered.people)
  for (const [i, line] of gathered.lines.entries()) {
    const piece = below[i]?.piece as Piece
    if (line.kind === 'nobody') parts.everybody ||= isEverybody(piece.text)
    else if (line.kind === 'label') parts.asksPeople ||= line.people.length === 0
    else if (line.kind === 'talk' && line.title) parts.details.push(wordsOf(part(piece, line.title.start - piece.start, line.title.end - piece.start)))
    else if (line.kind === 'other') readOther(piece, parts)
  }
}

/** The same title in the other language, or a line of its own. */
function readOther(piece: Piece, parts: Parts): void {
  if (parts.title && !parts.other && parts.people.length === 0 && parts.details.length === 0 && areTwoScripts(parts.title.text, piece.text)) parts.other = piece
  else parts.details.push(wordsOf(piece))
}

function isNote(piece: Piece): boolean {
  const label = labelled(piece)?.label
  return label !== undefined && ['venue', 'language', 'contact', 'note', 'goal', 'date', 'time'].includes(label)
}

function placed({ piece }: ItemLine): { text: string; at: number } {
  return { text: piece.text, at: piece.start }
}

/** "Session 1" beside or before a title. */
function withLead(lead: Piece | null, parts: Parts): TitleDraft | null {
  const title = parts.title ? titleOf(parts.title) : null
  if (!lead) return title
  const leading = titleOf(lead)
  if (!title || !leading) return title ?? leading
  return isSectionOnly(lead.text) || meaningsIn(lead.text, SECTION_WORDS).length > 0 ? { ...title, value: `${leading.value}: ${title.value}` } : title
}

/** Columns of organisations and positions complete the people of their row. */
function withColumns({ organisation, position }: Gathered, people: PersonDraft[]): PersonDraft[] {
  const read = (piece: Piece | null): Read<string> | null => (piece ? { value: wordsOf(piece), span: { start: piece.start, end: endOf(piece) }, confidence: 'sure' } : null)
  if (!organisation && !position) return people
  return people.map((person) => ({ ...person, organisation: person.organisation ?? read(organisation), position: person.position ?? read(position) }))
}

function distinct(people: PersonDraft[]): PersonDraft[] {
  const seen = new Map<string, PersonDraft>()
  for (const person of people) {
    const key = person.name.value.toLowerCase()
    const known = seen.get(key)
    if (!known) seen.set(key, person)
    else if (person.role === 'moderator') seen.set(key, { ...known, role: 'moderator' })
  }
  return [...seen.values()]
}

/** "Hall A: …", "… (Room 2)", "Session 1B: …": the room or stream of rows that stand at the same time. */
function trackOf(title: string, piece: Piece | null): string {
  const room = piece ? roomOf(piece) : null
  if (room) return wordsOf(room)
  const section = beginsWith(title, SECTION_WORDS)
  const found = section ? /^.{0,30}?\b(?:\d{1,2}[A-Za-zА-я]?|[A-Z])\b/u.exec(title.slice(0, 40)) : null
  return found ? found[0] : ''
}

function dayOf(date: DateFound | null): Read<Day> | null {
  const day = date?.days[0]
  return date && day ? { value: day, span: { start: date.start, end: date.end }, confidence: date.confidence } : null
}

/** Every day of a found date, as the draft keeps it. */
export function printedDates(date: DateFound): PrintedDate[] {
  const span = { start: date.start, end: date.end }
  return date.days.map((day, i) => ({
    value: day, span, confidence: date.confidence, printed: date.printed, otherDay: date.otherDay,
    weekday: i === 0 ? date.weekday : i === date.days.length - 1 ? date.lastWeekday : null,
  }))
}
