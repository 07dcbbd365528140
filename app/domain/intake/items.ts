/** Gathers the rows of an agenda: each with its own time, and the lines, people and talks below it. */
import { isAside } from '#app/domain/intake/frames.ts'
import { isHeadTime, isItemRow } from '#app/domain/intake/layout.ts'
import type { Layout } from '#app/domain/intake/layout.ts'
import { LINK_WORDS, SECTION_WORDS } from '#app/domain/intake/languages/programme.ts'
import type { DateFound } from '#app/domain/intake/dates.ts'
import { isPersonLine, readPeople } from '#app/domain/intake/people.ts'
import type { PeopleRole } from '#app/domain/intake/people.ts'
import { isRoomHeading, roomOf } from '#app/domain/intake/rooms.ts'
import type { Rooms } from '#app/domain/intake/rooms.ts'
import { bridged, wordsOf } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import type { Row, Text } from '#app/domain/intake/rows.ts'
import { textOf } from '#app/domain/intake/rows.ts'
import { beginsWith, meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'

export type ItemLine = { piece: Piece; row: Row; role: PeopleRole | null; likely: boolean }

/** A row before its title and people are read. */
export type Gathered = {
  row: Row
  date: DateFound | null
  title: Piece | null
  otherTitle: Piece | null
  lead: Piece | null
  track: string
  /** For a row without a speaker's column, what it says of whom. */
  organisation: Piece | null
  position: Piece | null
  lines: ItemLine[]
  /** Heading of a part above it: its moderators are asked for once. */
  section: ItemLine[]
}

/** `current`: those of the last row; several where rooms stand side by side. */
type Gathering = { items: Gathered[]; current: Gathered[]; date: DateFound | null; section: ItemLine[]; open: boolean; loosely: boolean; rooms: Rooms }

export function gatherItems(rows: readonly Row[], layout: Layout, date: DateFound | null): Gathered[] {
  const state: Gathering = { items: [], current: [], date, section: [], open: true, loosely: false, rooms: { current: roomAbove(rows, layout), ends: new Map() } }
  for (let at = layout.first; at < rows.length; at++) {
    const row = rows[at] as Row
    if (isDayRow(row) || isHeadTime(rows, at, layout)) startDay(state, row, state.items.length === 0 || hasItemAfter(rows, at, layout))
    else if (isItemRow(row, layout)) openItems(state, row, layout)
    else if (!isAside(row.line.body.text)) addLines(state, rows, at, layout)
  }
  return state.items
}

/** The room that stands right above the first row, where other rooms follow. */
function roomAbove(rows: readonly Row[], layout: Layout): string {
  const above = rows[layout.first - 1]
  return above && isRoomHeading(above) && rows.slice(layout.first).some((row) => isRoomHeading(row)) ? wordsOf(above.line.body) : ''
}

/** A date, and at most "Day 2", a part of the day or a place beside it. */
export function isDayRow(row: Row): boolean {
  if (row.dates.length === 0 || row.times.length > 0 || (row.label && row.label.label !== 'date')) return false
  return row.texts.every(({ piece }) => tokensOf(piece.text).length < 6 && isPersonLine(piece.text) < 0.5)
}

function startDay(state: Gathering, row: Row, isFollowed: boolean): void {
  state.date = row.dates[0] ?? state.date
  state.rooms = { current: '', ends: new Map() }
  state.section = []
  state.open = isFollowed
}

function openItems(state: Gathering, row: Row, layout: Layout): void {
  const titles = row.texts.filter(({ field }) => field === 'title')
  const other = textOf(row, 'other-title')
  const date = row.dates[0] ?? state.date
  if (row.dates.length > 0) state.date = date
  const made = (titles.length === 0 ? [null] : titles).map((title): Gathered => ({
    row, date, title: title?.piece ?? null, otherTitle: other, lead: row.lead ?? textOf(row, 'lead'), track: titles.length > 1 ? (title?.name ?? '') : row.side || roomOf(state.rooms, row),
    organisation: textOf(row, 'organisation'), position: textOf(row, 'position'), lines: [], section: state.section,
  }))
  const above = layout.own === 'after' && row.where === 'own' ? takeAbove(state, row) : []
  state.items.push(...made)
  state.current = made
  state.section = []
  state.open = true
  for (const line of above) made[0]?.lines.push(line)
  for (const text of row.texts) if (isLine(text)) attach(made, text, row)
}

function isLine({ field }: Text): boolean {
  return field === 'more' || field === 'people' || field === 'moderator'
}

/** The lines of the block that ends with a lone time belong to that time. */
function takeAbove(state: Gathering, row: Row): ItemLine[] {
  const last = state.items.at(-1)
  const lines = last ? last.lines : state.section
  let from = lines.length
  let below = row
  for (; from > 0 && below.line.blanksBefore === 0; from--) below = (lines[from - 1] as ItemLine).row
  const isBlock = below.line.blanksBefore > 0 || !last
  return lines.splice(isBlock ? from : Math.max(lines.length - 1, 0))
}

function attach(items: readonly Gathered[], { field, piece, name }: Text, row: Row): void {
  const item = items.findLast(({ track }) => name !== '' && track === name) ?? items.at(-1)
  item?.lines.push({ piece, row, role: field === 'moderator' ? 'moderator' : null, likely: field === 'people' || field === 'moderator' })
}

/** Below a row: its people and talks; or the heading of the next part; or what follows the last row and is no part of it. */
function addLines(state: Gathering, rows: readonly Row[], at: number, layout: Layout): void {
  const row = rows[at] as Row
  const last = state.items.at(-1)
  const texts = linesOf(row)
  if (isRoomHeading(row) && (row.line.blanksBefore > 0 ? hasItemAfter(rows, at, layout) : rows[at + 1] !== undefined && isItemRow(rows[at + 1] as Row, layout))) state.rooms.current = wordsOf(row.line.body)
  if (!last || isHeading(rows, at, layout) || last.title !== null && isPartHeading(rows, at, layout)) {
    state.section.push(...texts.map(({ piece }) => ({ piece, row, role: null, likely: false })))
    return
  }
  if (state.section.length > 0 && row.line.blanksBefore === 0) {
    state.section.push(...texts.map(({ piece }) => ({ piece, row, role: null, likely: false })))
    return
  }
  if (last.title !== null && row.line.blanksBefore > 0 && !state.loosely && !hasItemAfter(rows, at, layout) && !isAboutPeople(row)) state.open = false
  if (!state.open) return
  if (row.line.blanksBefore > 0) state.loosely = true
  if (layout.own !== 'after' && last.title === null && last.lines.length === 0 && texts[0]) last.title = texts.shift()?.piece ?? null
  if (row.table && last.title && texts[0]?.field === 'title' && goesOn(last.title.text, texts[0].piece.text)) last.title = bridged(last.title, texts.shift()?.piece ?? last.title)
  for (const text of texts) attach(state.current, text, row)
}

/** A cell's words that wrap into the next line of their column. */
function goesOn(text: string, next: string): boolean {
  return /^\p{Ll}/u.test(next) || /[:,–-]$/.test(text) || meaningsIn(tokensOf(text).slice(-1), LINK_WORDS).length > 0
}

function linesOf(row: Row): Text[] {
  const whole: Text[] = [{ field: 'title', piece: row.line.body, name: '' }]
  if (row.table && row.line.cells.length > 1) return row.texts.filter((text) => text.field === 'title' || isLine(text))
  return row.line.cells.length > 1 && !row.label ? row.texts : whole
}

function isAboutPeople(row: Row): boolean {
  return row.texts.some(({ piece }) => isPersonLine(piece.text, { likely: true }) >= 0.5 || readPeople(piece.text).label !== null)
}

/** A line set off from the row above that names the part of the event which the next rows are. */
function isHeading(rows: readonly Row[], at: number, layout: Layout): boolean {
  const row = rows[at] as Row
  if (layout.own === 'after' || row.table && row.line.cells.length > 1 && row.texts.length > 1) return false
  const { text } = row.line.body
  if (row.line.heading > 0) return true
  const setOff = row.line.blanksBefore > 0 || row.table !== null && row.texts.length === 1 && row.line.indent === 0 && row.line.cells[0]?.text !== ''
  if (!setOff || isAboutPeople(row) || !hasItemAfter(rows, at, layout)) return false
  return beginsWith(text, SECTION_WORDS) !== null || /^\d{0,2}[-.]? ?\p{Lu}[\p{Lu}\p{N}\s\P{L}]{3,80}$/u.test(text.slice(0, 90)) || isItemRow(rows[at + 1] as Row, layout)
}

/** "SESSION II   Chair: X" right between two rows. */
function isPartHeading(rows: readonly Row[], at: number, layout: Layout): boolean {
  const { body: { text }, bullet } = (rows[at] as Row).line
  const section = beginsWith(text, SECTION_WORDS)
  return section !== null && !bullet && rows[at + 1]?.line.blanksBefore === 0 && layout.own !== 'after' && /^ {1,2}(?:\d{1,2}|[IVX]{1,4}|[A-Z])(?![\p{L}\p{N}])/u.test(text.slice(section.end)) && isItemRow(rows[at + 1] as Row, layout)
}

function hasItemAfter(rows: readonly Row[], at: number, layout: Layout): boolean {
  return rows.slice(at + 1, at + 40).some((row) => isItemRow(row, layout))
}
