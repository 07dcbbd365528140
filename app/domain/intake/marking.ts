/** A text line by line, with the places that were understood: what a page shows beside the structure. */
import type { Draft, ItemDraft, MeetingDraft, PersonDraft, Read, Span } from '#app/domain/intake/draft.ts'

/** From quiet to loud: where places overlap, the louder one shows. */
const TONES = ['read', 'unsure', 'warning', 'error'] as const
export type Tone = (typeof TONES)[number]
/** `key` names the row that the place belongs to; 'head' for what belongs to the whole text, 'stop-KEY' for a stop: it may share its key with its first row. */
export type Place = { span: Span; key: string; tone: Tone }
type Piece = { text: string; place: Place | null }
export type MarkedLine = { number: number; /** Of the rows that have a place in it, in order. */ keys: string[]; pieces: Piece[] }

export const HEAD_KEY = 'head'

export function stopPlaceKey(key: string): string {
  return `stop-${key}`
}

type Limits = { lines: number; width: number }

/** Where everything stands that was read. */
export function placesOf(draft: Draft): Place[] {
  if (draft.kind === 'schedule') {
    const stops = draft.stops.flatMap((stop) => [...reads(stopPlaceKey(stop.key), stop.city, stop.country, ...stop.days), ...stop.meetings.flatMap(meetingPlaces)])
    return [...reads(HEAD_KEY, draft.title, draft.otherTitle), ...stops]
  }
  const { title, otherTitle, days, venue, city, zone, header, moderators, items } = draft
  const hours: Place[] = header ? [{ span: header.span, key: HEAD_KEY, tone: 'read' }] : []
  return [...reads(HEAD_KEY, title, otherTitle, ...days, venue, city, zone), ...hours, ...moderators.flatMap((each) => personPlaces(HEAD_KEY, each)), ...items.flatMap(itemPlaces)]
}

function itemPlaces({ key, start, end, title, otherTitle, people }: ItemDraft): Place[] {
  return [...reads(key, start, end, title, otherTitle), ...people.flatMap((each) => personPlaces(key, each))]
}

function meetingPlaces({ key, day, dayInherited, start, end, title, otherTitle, venue, people }: MeetingDraft): Place[] {
  return [...reads(key, dayInherited ? null : day, start, end, title, otherTitle, venue), ...people.flatMap((each) => personPlaces(key, each))]
}

function personPlaces(key: string, { name, position, organisation }: PersonDraft): Place[] {
  return reads(key, name, position, organisation)
}

function reads(key: string, ...values: (Read<unknown> | null)[]): Place[] {
  return values.flatMap((value) => (value ? [{ span: value.span, key, tone: value.confidence === 'unsure' ? 'unsure' : 'read' } as const] : []))
}

/** The first lines of a text, cut into what was understood and what was not. O(text + places · log places). */
export function markedLines(raw: string, places: readonly Place[], { lines: most, width }: Limits): { lines: MarkedLine[]; total: number } {
  const sorted = places.filter(({ span }) => span.end > span.start).toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const lines: MarkedLine[] = []
  let total = 0
  let next = 0
  let open: Place[] = []
  for (let from = 0; from < raw.length;) {
    const found = raw.indexOf('\n', from)
    const to = found < 0 ? raw.length : found
    total++
    if (total <= most) {
      open = open.filter(({ span }) => span.end > from)
      for (let place = sorted[next]; place && place.span.start < to; place = sorted[++next]) open.push(place)
      const end = to > from && raw[to - 1] === '\r' ? to - 1 : to
      lines.push(markedLine(raw, total, { start: from, end: Math.min(end, from + width) }, open.filter(({ span }) => span.start < to && span.end > from)))
    }
    from = to + 1
  }
  return { lines, total }
}

function markedLine(raw: string, number: number, { start, end }: Span, places: readonly Place[]): MarkedLine {
  const inside = (at: number): number => Math.min(Math.max(at, start), end)
  const cuts = [...new Set([start, end, ...places.flatMap(({ span }) => [inside(span.start), inside(span.end)])])].sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (const [at, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[at + 1] ?? end
    const place = loudest(places, from, to)
    const last = pieces.at(-1)
    const text = raw.slice(from, to)
    if (last && last.place === place) last.text += text
    else pieces.push({ text, place })
  }
  return { number, keys: [...new Set(places.map(({ key }) => key))], pieces }
}

/** The loudest place over a stretch, of equally loud ones the shortest. */
function loudest(places: readonly Place[], from: number, to: number): Place | null {
  const over = places.filter(({ span }) => span.start <= from && span.end >= to)
  const rank = ({ tone, span }: Place): number => TONES.indexOf(tone) * 1e9 - (span.end - span.start)
  return over.reduce<Place | null>((best, each) => (best === null || rank(each) > rank(best) ? each : best), null)
}
