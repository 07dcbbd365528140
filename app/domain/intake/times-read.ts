/** Times as they stand on a line: ranges, open ends, zones, the same time elsewhere, durations. */
import { isDash, isFirst, isMark } from '#app/domain/intake/clock-tokens.ts'
import { isWord, mayStartTime, monthOf, phraseAt } from '#app/domain/intake/clock-words.ts'
import { clockAt, isCounted, isNumbered } from '#app/domain/intake/times-clock.ts'
import { durationAt } from '#app/domain/intake/times-durations.ts'
import { halved } from '#app/domain/intake/times-halves.ts'
import { zoneAt } from '#app/domain/intake/times-zones.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'
import type { ClockContext } from '#app/domain/intake/dates.ts'
import type { Clock } from '#app/domain/intake/times-clock.ts'
import type { Duration } from '#app/domain/intake/times-durations.ts'
import type { Halved } from '#app/domain/intake/times-halves.ts'
import type { ZonePrinted } from '#app/domain/intake/times-zones.ts'

/** A time or a duration between two tokens. */
export type TimeRead = { first: number; next: number; halves: Halved | null; /** Only the end is printed. */ until: boolean; open: boolean; clocks: Clock[]; zone: ZonePrinted | null; second: TimeRead[]; duration: Duration | null }

/** Every time of a line; tokens that `isTaken` (by a date) are passed over. */
export function readTimes(tokens: readonly Token[], context: ClockContext, isTaken: (i: number) => boolean): TimeRead[] {
  const found: TimeRead[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (isTaken(i) || !mayStartTime(tokens[i] as Token)) continue
    const read = timeAt(tokens, i, context) ?? durationOnly(tokens, i, found.length > 0)
    if (!read || isTaken(read.next - 1)) continue
    found.push(read)
    i = read.next - 1
  }
  return found
}

function timeAt(tokens: readonly Token[], i: number, context: ClockContext): TimeRead | null {
  const range = rangeAt(tokens, i, context)
  return range && withTail(tokens, withSecond(tokens, withZone(tokens, range, false), context))
}

/** '9 – 9:30' at the start of a line is a range unless it would be a long or a very early one: then the first number counts rows. */
const LONGEST_ROW = 180
const EARLIEST = 7 * 60

type Lead = { next: number; from: boolean; to: boolean; hour: boolean }

/** 'с', 'at', 'soat', 'аз соати' before a time. */
function leadAt(tokens: readonly Token[], i: number): Lead {
  const lead: Lead = { next: i, from: false, to: false, hour: false }
  for (let words = 0; words < 3 && tokens[lead.next]?.kind === 'word'; words++) {
    const from = phraseAt(tokens, lead.next, 'fromBefore')
    const hour = phraseAt(tokens, lead.next, 'hourBefore')
    const to = words === 0 && isWord(tokens[lead.next], 'to') ? 1 : 0
    if (from + hour + to === 0) break
    lead.from ||= from > 0
    lead.hour ||= hour > 0
    lead.to ||= to > 0 && from + hour === 0
    lead.next += Math.max(from, hour, to)
  }
  return lead
}

function rangeAt(tokens: readonly Token[], i: number, context: ClockContext): TimeRead | null {
  const lead = leadAt(tokens, i)
  const announced = lead.from || lead.hour || lead.to
  const first = clockAt(tokens, lead.next, { context, second: false, announced })
  if (!first) return null
  const suffix = suffixAt(tokens, first.next, 'fromAfter')
  const join = joinAt(tokens, suffix || first.next, lead, suffix > 0)
  const last = join === null ? null : secondClock(tokens, join, first, lead, suffix > 0, context)
  const base = { first: i, until: false, open: false, zone: null, second: [], duration: null }
  if (last) {
    const next = suffixAt(tokens, last.next, 'toAfter') || last.next
    return { ...base, next, halves: halved(first, last), clocks: [first, last] }
  }
  if (!standsAlone(tokens, lead, first, context)) return null
  const until = (lead.to && !lead.from) || (suffix === 0 && !lead.from && suffixAt(tokens, first.next, 'toAfter') > 0)
  const end = suffix || suffixAt(tokens, first.next, 'toAfter') || (lead.hour && suffixAt(tokens, first.next, 'atAfter')) || first.next
  const open = opensAt(tokens, end)
  return { ...base, next: open ?? end, until, open: !until && (open !== null || lead.from || suffix > 0), halves: halved(first, null), clocks: [first] }
}

/** 'dan', '-ден', 'ге дейін' after a time; 0 when there is none. */
function suffixAt(tokens: readonly Token[], i: number, set: 'fromAfter' | 'toAfter' | 'atAfter'): number {
  let at = i
  if (isDash(tokens[at]) && tokens[at]?.gap === 0 && tokens[at + 1]?.gap === 0) at++
  let words = 0
  while (words < 2 && tokens[at]?.kind === 'word' && isWord(tokens[at], set)) [at, words] = [at + 1, words + 1]
  return words > 0 ? at : 0
}

/** Where the second time of a range begins; null when nothing joins. */
function joinAt(tokens: readonly Token[], i: number, lead: Lead, suffixed: boolean): number | null {
  let at = i
  for (let dashes = 0; dashes < 3 && (isDash(tokens[at]) || isMark(tokens[at], '…') || (isMark(tokens[at], '.') && (tokens[at]?.text.length ?? 0) > 1)); dashes++) at++
  if (at === i && (isWord(tokens[at], 'to') || (lead.from && isWord(tokens[at], 'and')))) at++
  if (at === i && !suffixed) return null
  return leadAt(tokens, at).hour ? leadAt(tokens, at).next : at
}

function secondClock(tokens: readonly Token[], at: number, first: Clock, lead: Lead, suffixed: boolean, context: ClockContext): Clock | null {
  const last = clockAt(tokens, at, { context, second: true, announced: true })
  if (!last || (last.style === 'dash' && first.style !== 'dash')) return null
  if ((first.style === 'bare' && last.style === 'bare' && first.half === null && last.half === null && !(lead.hour || (suffixed && suffixAt(tokens, last.next, 'toAfter') > 0)) && !(lead.from && startsRow(tokens, last)))) return null
  const closed = tokens[last.next] === undefined || isMark(tokens[last.next], '|\t)')
  const near = last.minute > first.minute && last.minute - first.minute <= LONGEST_ROW && first.minute >= EARLIEST && isFirst(tokens, at - 2)
  const glued = (tokens[at]?.gap === 0 && tokens[at - 1]?.gap === 0) || (first.style === 'bare' ? near : last.style === 'bare' && closed)
  const led = lead.from || lead.hour || suffixed
  if (first.style === 'bare' && first.half === null && last.half === null && !glued && !led && !last.hourWord) return null
  if (first.style === 'bare' && (first.minute > 24 * 60 || (last.style === 'compact' && last.half === null))) return null
  if (last.style === 'bare' && last.half === null) {
    const number = tokens[at] as Token
    if (isCounted(tokens, last.next) || monthOf(tokens[last.next]) || durationAt(tokens, at, true) || (!glued && !led && first.half === null) || number.text.length > 2) return null
    if (isMark(tokens[last.next], '.,/-') && tokens[last.next]?.gap === 0 && tokens[last.next + 1]?.kind === 'number' && tokens[last.next + 1]?.gap === 0) return null
  }
  if ((first.style === 'compact') !== (last.style === 'compact') && first.style !== 'word' && last.style !== 'word') return null
  return last
}

/** 'с 9 до 10 Регистрация': nothing is counted by the two numbers. */
function startsRow(tokens: readonly Token[], last: Clock): boolean {
  const after = tokens[last.next]
  return after === undefined || after.kind === 'mark' || (/^\p{Lu}/u.test(after.text) && !monthOf(after) && !isCounted(tokens, last.next))
}

/** A single time needs its minutes, a word for the hour or a.m./p.m.; two figures with a full stop may be something else. */
function standsAlone(tokens: readonly Token[], lead: Lead, clock: Clock, context: ClockContext): boolean {
  if (clock.half !== null || clock.style === 'word' || clock.style === 'raised') return true
  const hour = Math.floor(clock.minute / 60)
  if (clock.style === 'bare') return lead.hour && !/^(?:в|к|около|um|à)$/.test(tokens[lead.next - 1]?.word ?? '') && !isCounted(tokens, clock.next) && !monthOf(tokens[clock.next])
  if (clock.style === 'hours' && /^(?:hours?|hrs?)$/.test(tokens[clock.next - 1]?.word ?? '')) return lead.from || lead.hour
  if (clock.style === 'hours' && clock.hourWord) return hour > 4 || lead.from || lead.hour || tokens[lead.next]?.text.startsWith('0') === true
  const announced = lead.from || lead.hour || lead.to
  if (clock.style === 'dot' && context.colons && !announced) return false
  return !(clock.style === 'dot' && isNumbered(tokens, lead.next))
}

/** '18:00~', '18:00 –' at the end, '18:00 onwards', '18:00+'. */
function opensAt(tokens: readonly Token[], i: number): number | null {
  const words = phraseAt(tokens, i, 'onwards')
  if (words > 0) return i + words
  if (tokens[i]?.word === '~' || (isMark(tokens[i], '+') && tokens[i]?.gap === 0 && tokens[i + 1]?.kind !== 'number')) return i + 1
  const closes = isDash(tokens[i]) && (tokens[i + 1] === undefined || isMark(tokens[i + 1], '|\t)'))
  return closes ? i + 1 : null
}

function withZone(tokens: readonly Token[], time: TimeRead, alone: boolean): TimeRead {
  const zone = zoneAt(tokens, time.next, alone)
  return zone ? { ...time, zone, next: zone.next } : time
}

const MOST_ZONES = 6

/** '10:00–11:00 (Astana) / 09:00–10:00 (Tashkent)': the same time on other clocks. */
function withSecond(tokens: readonly Token[], time: TimeRead, context: ClockContext): TimeRead {
  let whole = time.zone ? time : bareCity(tokens, time)
  if (!whole.zone) return time
  const second: TimeRead[] = []
  while (second.length < MOST_ZONES) {
    const opened = isMark(tokens[whole.next], '(')
    if (!opened && !isMark(tokens[whole.next], '/|=;,')) break
    const next = whole.next + 1
    const range = next < tokens.length ? rangeAt(tokens, next, context) : null
    const zoned = range && withZone(tokens, range, true)
    if (!zoned?.zone || (opened && !isMark(tokens[zoned.next], ')'))) break
    second.push(zoned)
    whole = { ...whole, next: opened ? zoned.next + 1 : zoned.next }
  }
  if (second.length === 0) return time
  return { ...whole, second }
}

/** '10:00 Astana / 9:00 Tashkent': the bare name counts when a second time follows. */
function bareCity(tokens: readonly Token[], time: TimeRead): TimeRead {
  const zoned = withZone(tokens, time, true)
  return zoned.zone && isMark(tokens[zoned.next], '/|=(;') ? zoned : time
}

/** '(30 min)', ', 15 мин' right after a time. */
function withTail(tokens: readonly Token[], time: TimeRead): TimeRead {
  const opened = isMark(tokens[time.next], '([')
  const at = opened || isMark(tokens[time.next], ',') ? time.next + 1 : time.next
  const duration = at < tokens.length ? durationAt(tokens, at, true) : null
  if (!duration || duration.each || (opened && !isMark(tokens[duration.next], ')]'))) return time
  if (!opened && at === time.next && tokens[duration.next]?.kind === 'word') return time
  return { ...time, duration, next: opened ? duration.next + 1 : duration.next }
}

function durationOnly(tokens: readonly Token[], i: number, afterClock: boolean): TimeRead | null {
  const opened = isMark(tokens[i - 1], '([')
  const duration = durationAt(tokens, i, afterClock || opened)
  if (!duration) return null
  const whole = opened && isMark(tokens[duration.next], ')]')
  const first = whole ? i - 1 : i
  const next = whole ? duration.next + 1 : duration.next
  return { first, next, halves: null, until: false, open: false, clocks: [], zone: null, second: [], duration }
}

