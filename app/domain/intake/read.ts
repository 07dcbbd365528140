/** Reads a pasted text: an agenda or a schedule with the place of every value, or the one reason why there is none. */
import { agendaOf, withSettledDates } from '#app/domain/intake/agenda.ts'
import { clockContextOf } from '#app/domain/intake/clock-context.ts'
import type { ClockContext } from '#app/domain/intake/dates.ts'
import type { Draft, Span } from '#app/domain/intake/draft.ts'
import { isAside, withoutFrames } from '#app/domain/intake/frames.ts'
import { genreOf } from '#app/domain/intake/genre.ts'
import { withHeadRows } from '#app/domain/intake/head-rows.ts'
import { layoutOf } from '#app/domain/intake/layout.ts'
import { linesOf } from '#app/domain/intake/lines.ts'
import { withoutMarkup } from '#app/domain/intake/markup.ts'
import { rowsOf } from '#app/domain/intake/rows.ts'
import { scheduleOf } from '#app/domain/intake/schedule.ts'
import { originalSpan, sourceOf } from '#app/domain/intake/source.ts'
import type { Source } from '#app/domain/intake/source.ts'
import { joinedIn, withoutWraps } from '#app/domain/intake/wraps.ts'

export type Unread = 'empty' | 'binary' | 'nothing-found' | 'too-long'
export type Reading = { draft: Draft; why?: undefined } | { draft: null; why: Unread }

/** Longer texts are refused: no programme of a mission comes near. */
export const LONGEST_TEXT = 3_000_000
const MOST_LINES = 40_000
/** In a long text with fewer rows than one in so many lines, the rows are chance. */
const LINES_PER_ROW = 60
const SAMPLE = 20_000

/** `context`: what is known beside the text, such as the year of the mission; `fallbackYear`: for days of a text that prints no year at all. Linear in the text; never throws. */
export function readText(raw: string, context: ClockContext & { fallbackYear?: number } = {}): Reading {
  if (raw.length > LONGEST_TEXT) return { draft: null, why: 'too-long' }
  if (isBinary(raw)) return { draft: null, why: 'binary' }
  const source = withoutMarkup(sourceOf(raw))
  const all = linesOf(source.text)
  if (all.length === 0) return { draft: null, why: 'empty' }
  if (all.length > MOST_LINES) return { draft: null, why: 'too-long' }
  const { lines, subject, sent } = withoutFrames(all)
  const join = joinedIn(source.text)
  const sentYear = sent === '' ? null : clockContextOf(sent).year
  const text = lines.map(({ body }) => body.text).filter((line) => !isAside(line)).join('\n')
  const anyYear = Number(/(?<![\d.])20\d\d(?![\d.])/.exec(source.text)?.[0] ?? 0)
  const { fallbackYear, ...given } = context
  const defaultYear = sentYear ?? given.defaultYear ?? (anyYear > 0 ? anyYear : fallbackYear)
  const known = { ...clockContextOf(text), ...given, ...(defaultYear ? { defaultYear } : {}) }
  const rows = withHeadRows(withSettledDates(rowsOf(withoutWraps(lines, join), known), known))
  const layout = layoutOf(rows)
  const frame = { context: known, subject, join }
  const draft = genreOf(rows, layout, known) === 'schedule' ? (scheduleOf(rows, frame) ?? agendaOf(rows, layout, frame)) : (agendaOf(rows, layout, frame) ?? scheduleOf(rows, frame))
  if (!draft || (lines.length > LINES_PER_ROW * 3 && rowsIn(draft) * LINES_PER_ROW < lines.length)) return { draft: null, why: 'nothing-found' }
  return { draft: atOriginal(draft, source) }
}

/** Characters that no text holds, in the first part of it. */
function isBinary(raw: string): boolean {
  const sample = raw.slice(0, SAMPLE)
  let strange = 0
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) strange++
  }
  return strange * 20 > sample.length && sample.length > 0
}

function rowsIn(draft: Draft): number {
  return draft.kind === 'agenda' ? draft.items.length : draft.stops.reduce((sum, { meetings }) => sum + meetings.length, 0)
}

/** Every span of a draft, moved to its place in the text as given. */
function atOriginal<T>(value: T, source: Source): T {
  if (Array.isArray(value)) return value.map((one) => atOriginal(one, source)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'span' ? originalSpan(source, one as Span) : atOriginal(one, source)])) as T
}
