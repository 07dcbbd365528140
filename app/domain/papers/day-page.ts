/** How much of a day fits on one printed A4 page, estimated in points, and what gives way when it is too much. */
import { CALLED_OFF } from '#app/domain/papers/day-sheet.ts'
import type { DaySheet, SheetMeeting, SheetPerson } from '#app/domain/papers/day-sheet.ts'

/**
 * 'full' and 'close' show everything, 'close' in smaller type; 'dense' runs agenda items and people in; 'bare' counts the
 * items; 'cut' gives each meeting one line and says how much it leaves out.
 */
type Density = 'full' | 'close' | 'dense' | 'bare' | 'cut'
export type PageFit = { density: Density; meetings: number; people: number }

/** Points of a line, points that a row adds, and Latin letters in a line across the page. */
type Measures = { line: number; row: number; letters: number; /** Name and title, item and speakers share a column. */ joined: boolean }
type Setting = { room: number } & Record<Density, Measures>

/** A4 less margins, less the head, the route and the foot of the sheet, with a twelfth kept free for what letters really need. */
const PAGE: Setting = {
  room: 0.92 * (774 - 120),
  full: { line: 12.6, row: 5, letters: 136, joined: false },
  close: { line: 10.8, row: 3, letters: 150, joined: false },
  dense: { line: 10, row: 3, letters: 162, joined: false },
  bare: { line: 10, row: 3, letters: 162, joined: false },
  cut: { line: 10, row: 3, letters: 162, joined: false },
}
/** The same in the type of papers: one height of lines, more letters where they are small. */
const SMALL_TYPE: Measures = { line: 12.8, row: 7, letters: 106, joined: true }
export const PAPER: Setting = { room: 555, full: { ...SMALL_TYPE, letters: 95 }, close: SMALL_TYPE, dense: SMALL_TYPE, bare: SMALL_TYPE, cut: SMALL_TYPE }

/** Parts of a line that columns have. */
const ITEM_TITLE = 0.5
const ITEM_WHO = 0.35
const PERSON_NAME = 0.2
const PERSON_TITLE = 0.4
const PERSON_ROLES = 0.15
const JOINED_TITLE = 0.66
const JOINED_ITEM = 0.78
const JOINED_PERSON = 0.58

/** The first density whose estimate fits the page. */
export function fitPage(sheet: Pick<DaySheet, 'meetings' | 'people'>, type: Setting = PAGE): PageFit {
  const all = { meetings: sheet.meetings.length, people: sheet.people.length }
  const density = (['full', 'close', 'dense', 'bare'] as const).find((each) => heightOf(sheet, type[each], each) <= type.room)
  return density ? { density, ...all } : { density: 'cut', ...cutToRoom(sheet, type.cut, type.room) }
}

/** Meetings first, then as many people as the rest holds. */
function cutToRoom({ meetings, people }: Pick<DaySheet, 'meetings' | 'people'>, type: Measures, room: number): { meetings: number; people: number } {
  const heights = meetings.map((meeting) => meetingHeight(meeting, type, 'cut'))
  const shown = countWithin(heights, room)
  const left = room - sum(heights.slice(0, shown)) - 30
  return { meetings: shown, people: countWithin(people.map((person) => personHeight(person, type, 'cut')), left) }
}

function heightOf({ meetings, people }: Pick<DaySheet, 'meetings' | 'people'>, type: Measures, density: Density): number {
  const head = people.length > 0 ? 2 * (type.line + type.row) : 0
  return sum(meetings.map((meeting) => meetingHeight(meeting, type, density))) + head + sum(people.map((person) => personHeight(person, type, density)))
}

function meetingHeight(meeting: SheetMeeting, type: Measures, density: Density): number {
  const { line, row, letters, joined } = type
  const head = joined ? line * linesOf(meeting.title, letters * JOINED_TITLE) + row : 1.5 * line * linesOf(meeting.title, letters * 0.6) + 3 * row
  if (density === 'cut') return joined ? head : line + 3 * row
  if (CALLED_OFF.has(meeting.status)) return head
  return head + line * linesOf([meeting.place, meeting.team, meeting.language, meeting.interpretation].join(' · '), letters) + agendaHeight(meeting, type, density)
}

function agendaHeight(meeting: SheetMeeting, type: Measures, density: Density): number {
  const { line, row, letters, joined } = type
  if (meeting.items.length === 0) return 0
  if (density === 'dense') return line * linesOf(runIn(meeting), letters)
  if (density !== 'full' && density !== 'close') return line
  if (joined) return sum(meeting.items.map((item) => line * linesOf(`${item.title} · ${item.who.join(', ')}`, letters * (density === 'full' ? JOINED_ITEM : JOINED_TITLE)) + (density === 'full' ? row : 2)))
  return line + row + sum(meeting.items.map((item) => line * Math.max(linesOf(item.title, letters * ITEM_TITLE), linesOf(item.who.join(', '), letters * ITEM_WHO)) + row))
}

/** In running text a person takes what the words take. */
function personHeight({ name, title, roles, phone }: SheetPerson, type: Measures, density: Density): number {
  const { line, row, letters, joined } = type
  const role = roles.join(', ')
  if (density !== 'full' && density !== 'close') return (line * (widthOf(name + title + role + phone) + 16)) / letters
  if (joined) return line * Math.max(linesOf(`${name}, ${title}`, letters * JOINED_PERSON), linesOf(role, letters * PERSON_ROLES)) + row
  return line * Math.max(linesOf(title, letters * PERSON_TITLE), linesOf(name, letters * PERSON_NAME), linesOf(role, letters * PERSON_ROLES)) + row
}

/** '09:00 Registration · 09:30 Welcome (Somebody)'. */
export function runIn({ items }: Pick<SheetMeeting, 'items'>): string {
  return items.map((item) => `${item.when.slice(0, 5)} ${item.title}${item.who.length > 0 ? ` (${item.who.join(', ')})` : ''}`).join(' · ')
}

function linesOf(text: string, letters: number): number {
  return Math.max(1, Math.ceil(widthOf(text) / letters))
}

/** In Latin letters; Cyrillic and whatever else is wider. */
function widthOf(text: string): number {
  return text.length + 0.3 * (text.match(/[^\u0000-\u024f]/g)?.length ?? 0)
}

function countWithin(heights: readonly number[], room: number): number {
  let used = 0
  const over = heights.findIndex((height) => {
    used += height
    return used > room
  })
  return over === -1 ? heights.length : over
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** The letters of a title for which a line of a cut page has room beside time, place and mark. */
export const CUT_TITLE = 70
