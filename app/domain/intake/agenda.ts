/** Puts an agenda together from its rows. */
import type { AgendaDraft, ItemDraft, PrintedDate } from '#app/domain/intake/draft.ts'
import { settleDates } from '#app/domain/intake/dates.ts'
import type { ClockContext, DateFound } from '#app/domain/intake/dates.ts'
import { headOf } from '#app/domain/intake/head.ts'
import type { Head } from '#app/domain/intake/head.ts'
import { itemDraftOf, printedDates } from '#app/domain/intake/item-draft.ts'
import { gatherItems, isDayRow } from '#app/domain/intake/items.ts'
import type { Gathered } from '#app/domain/intake/items.ts'
import { SECTION_WORDS } from '#app/domain/intake/languages/programme.ts'
import { isItemRow } from '#app/domain/intake/layout.ts'
import type { Layout } from '#app/domain/intake/layout.ts'
import { endOf, wordsOf } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { splitRowTitle } from '#app/domain/intake/people-titles.ts'
import { readPeople } from '#app/domain/intake/people.ts'
import { findCities } from '#app/domain/intake/places.ts'
import { rowTimeOf } from '#app/domain/intake/row-time.ts'
import type { RowTime } from '#app/domain/intake/row-time.ts'
import type { Row } from '#app/domain/intake/rows.ts'
import { settleTimes } from '#app/domain/intake/times.ts'
import { languagesOf, titleOf } from '#app/domain/intake/titles.ts'
import { beginsWith } from '#app/domain/intake/vocabulary.ts'
import { isDay } from '#app/domain/time.ts'

const FEW_HUNDRED = 300
const FEWEST_WITH_PEOPLE = 2

export type Frame = { context: ClockContext; subject: Piece | null; join: (from: Piece, to: Piece) => Piece }

export function agendaOf(rows: readonly Row[], layout: Layout, frame: Frame): AgendaDraft | null {
  const head = wholeHead(rows, layout, frame)
  const gathered = gatherItems(rows, layout, firstDay(rows.slice(0, layout.first)) ?? head.dates[0] ?? null)
  const items = draftsOf(gathered, head)
  if (items.length === 0) return null
  return { kind: 'agenda', ...titlesOf(head.title), days: daysOf(head, gathered), ...placeOf(head), header: head.hours, startOnly: isStartOnly(items), moderators: head.moderators, items: withoutSections(items) }
}

/** The day that stands alone right above the first rows. */
function firstDay(head: readonly Row[]): DateFound | null {
  return head.findLast((row) => isDayRow(row) && row.dates[0]?.days.length === 1)?.dates[0] ?? null
}

/** The head; where nothing stands above the rows, what stands below them. */
function wholeHead(rows: readonly Row[], layout: Layout, { subject, join }: Frame): Head {
  const above = headOf(rows.slice(0, layout.first), subject, join)
  if (above.dates.length > 0) return above
  const last = rows.findLastIndex((row) => isItemRow(row, layout))
  const foot = rows.findIndex((row, at) => at > last && row.line.blanksBefore > 0)
  const below = foot < 0 ? above : headOf(rows.slice(foot).filter((row) => above.title === null || row.label !== null || isDayRow(row) || isAboutModerators(row)), subject, join)
  return below.dates.length > 0 ? { ...below, title: above.title ?? below.title, venue: above.venue ?? below.venue, moderators: above.moderators.length > 0 ? above.moderators : below.moderators } : above
}

function isAboutModerators({ line }: Row): boolean {
  return readPeople(line.body.text).label?.role === 'moderator'
}

/** Both languages of a title. */
export function titlesOf(piece: Piece | null): Pick<AgendaDraft, 'title' | 'otherTitle'> {
  const both = piece ? languagesOf(piece) : null
  if (!piece) return { title: null, otherTitle: null }
  return both ? { title: titleOf(both.first), otherTitle: titleOf(both.second) } : { title: titleOf(piece), otherTitle: null }
}

function placeOf({ venue, dates, time }: Head): Pick<AgendaDraft, 'venue' | 'city' | 'zone'> {
  const both = venue ? languagesOf(venue) : null
  const piece = both ? both.first : venue
  const read = piece && piece.text !== '' ? { value: wordsOf(piece), span: { start: piece.start, end: endOf(piece) }, confidence: 'sure' as const } : null
  const [city] = piece ? findCities(piece.text) : []
  const cityRead = piece && city ? { value: city.printed, span: { start: piece.start + city.start, end: piece.start + city.end }, confidence: 'sure' as const } : null
  const zone = time?.zone ? { value: time.zone, span: { start: time.start, end: time.end }, confidence: 'sure' as const } : cityRead && city ? { value: city.city.zone, span: cityRead.span, confidence: 'likely' as const } : null
  return { venue: read, city: cityRead, zone: dates.length > -1 ? zone : null }
}

/** The days of the head, and those at rows beyond them. */
function daysOf(head: Head, gathered: readonly Gathered[]): PrintedDate[] {
  const days = new Map<string, PrintedDate>()
  for (const date of [...head.dates, ...gathered.flatMap(({ date }) => (date ? [date] : []))]) {
    for (const day of printedDates(date)) {
      const known = days.get(day.value)
      if (!known || (known.weekday === null && day.weekday !== null)) days.set(day.value, day)
    }
  }
  return [...days.values()].sort((a, b) => (a.value < b.value ? -1 : 1))
}

function draftsOf(gathered: Gathered[], head: Head): ItemDraft[] {
  const times = settledTimes(gathered)
  const taken = new Map<number, number>()
  const items: ItemDraft[] = []
  const hints = { likely: havePeopleInTitles(gathered) }
  let next = head.hours?.start ?? null
  for (const [i, item] of gathered.entries()) {
    const time = countedOn(times[i] as RowTime, next, item)
    const number = item.row.line.number
    const nth = taken.get(number) ?? 0
    const draft = time.start ? itemDraftOf(item, time, `L${number}${nth === 0 ? '' : String.fromCharCode(97 + Math.min(nth, 25))}`, hints) : null
    if (!draft) continue
    taken.set(number, nth + 1)
    items.push(draft)
    next = draft.end?.value ?? next
  }
  return items
}

/** Where several titles have people beside them, shorter names there are people too. */
function havePeopleInTitles(gathered: readonly Gathered[]): boolean {
  return gathered.slice(0, FEW_HUNDRED).filter(({ title }) => title && splitRowTitle(title.text)).length >= FEWEST_WITH_PEOPLE
}

/** Times printed to twelve, put right in the order of each day. */
function settledTimes(gathered: Gathered[]): RowTime[] {
  const times: RowTime[] = []
  for (let from = 0; from < gathered.length;) {
    let to = from + 1
    while (to < gathered.length && gathered[to]?.date === gathered[from]?.date) to++
    const found = gathered.slice(from, to).map(({ row }) => row.times)
    const settled = settleTimes(found.flat())
    for (let at = 0, i = 0; i < found.length; at += (found[i] as []).length, i++) times.push(rowTimeOf(settled.slice(at, at + (found[i] as []).length)))
    from = to
  }
  return times
}

/** A row with only a duration begins where the one before ends. */
function countedOn(time: RowTime, next: number | null, { row }: Gathered): RowTime {
  if (time.start || time.minutes === null || next === null) return time
  const span = { start: row.times[0]?.start ?? row.line.body.start, end: row.times[0]?.end ?? endOf(row.line.body) }
  return { start: { value: next, span, confidence: 'likely' }, end: { value: next + time.minutes, span, confidence: 'likely' }, minutes: time.minutes }
}

function isStartOnly(items: readonly ItemDraft[]): boolean {
  return items.length > 1 && items.every(({ end }) => end === null)
}

/** A part of the event with hours of its own whose talks follow with theirs is no row: its people go to the first talk. */
function withoutSections(items: ItemDraft[]): ItemDraft[] {
  const kept: ItemDraft[] = []
  let carried: ItemDraft | null = null
  for (const [at, item] of items.entries()) {
    if (holdsOthers(item, items.slice(at + 1, at + 4))) {
      carried = item
      continue
    }
    kept.push(carried ? { ...item, people: [...item.people, ...carried.people.filter(({ name }) => !item.people.some((person) => person.name.value === name.value))] } : item)
    carried = null
  }
  return kept
}

function holdsOthers(item: ItemDraft, following: readonly ItemDraft[]): boolean {
  const [start, end] = [item.start?.value, item.end?.value]
  if (start === undefined || end === undefined || item.track !== '' && following[0]?.start?.value === start && following[0]?.end?.value === end) return false
  const inside = following.filter((other) => other.day?.value === item.day?.value && other.start && other.start.value >= start && other.start.value < end && (other.end?.value ?? other.start.value) <= end)
  const [first] = inside
  if (!first?.start || first !== following[0] || first.start.value - start > 5 || (first.start.value === start && first.end?.value === end)) return false
  return inside.length > 1 || beginsWith(item.title.value, SECTION_WORDS) !== null
}

/** Dates of all rows, settled together in printed order. */
export function withSettledDates(rows: Row[], context: ClockContext): Row[] {
  const all: DateFound[] = rows.flatMap(({ dates }) => dates)
  const settled = settleDates(all, context)
  let at = 0
  return rows.map((row) => (row.dates.length === 0 ? row : { ...row, dates: settled.slice(at, (at += row.dates.length)).map((date) => inOnlyMonth(date, context)) }))
}

/** 'Mon 17' under a head that names one month and its year. */
function inOnlyMonth(date: DateFound, { year, months = [] }: ClockContext): DateFound {
  const [part, ...more] = date.parts
  if (date.days.length > 0 || !year || months.length !== 1 || more.length > 0 || !part?.day || part.month !== null) return date
  const day = `${part.year ?? year}-${String(months[0]).padStart(2, '0')}-${String(part.day).padStart(2, '0')}`
  return isDay(day) ? { ...date, days: [day], confidence: 'likely' } : date
}
