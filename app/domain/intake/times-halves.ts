/** a.m. and p.m. of a range where only one side prints them, or none. */
import type { Clock } from '#app/domain/intake/times-clock.ts'
import type { Minute } from '#app/domain/time.ts'

const HALF = 720
const DAY = 1440

export type Halved = { from: Minute; to: Minute | null; halfKnown: boolean; /** A half was concluded against or without what is printed. */ guessed: boolean }

/** 9:30 – 12:00 p.m. → 9:30 to 12:00; 2 – 3:30 pm → 14:00 to 15:30; 11:30 – 1:00 → 11:30 to 13:00. */
export function halved(first: Clock, last: Clock | null): Halved {
  const from = placed(first)
  if (!last) return { from, to: null, halfKnown: isKnown(first), guessed: false }
  const to = placed(last)
  if (first.half === null && last.half !== null) return beforeMarked(first, to, last)
  if (first.half !== null && last.half === null) return afterMarked(from, last)
  if (first.half === null) return unmarked(first, last)
  if (to < from && last.minute % HALF < 60 && last.half === 'am') return { from, to: first.half === 'am' ? HALF + (last.minute % HALF) : to + DAY, halfKnown: true, guessed: first.half === 'am' }
  return { from, to: to < from ? to + DAY : to, halfKnown: true, guessed: to < from }
}

/** The half that is printed, put in; an hour above twelve is what it says. */
function placed({ minute, half }: Clock): Minute {
  if (half === null || minute >= HALF + 60) return minute
  const within = minute % HALF
  return half === 'pm' ? within + HALF : within
}

function isKnown({ minute, half, style }: Clock): boolean {
  return half !== null || minute >= HALF + 60 || minute < 60 || style === 'word'
}

/** The later side is marked: the latest time before it on a clock of twelve hours that keeps the range below half a day. */
function beforeMarked(first: Clock, to: Minute, last: Clock): Halved {
  const same = placed({ ...first, half: last.half })
  if (first.minute >= HALF + 60 || isPrecise(first)) return { from: first.minute, to: to < first.minute ? to + (to + HALF <= DAY && to < HALF ? HALF : DAY) : to, halfKnown: true, guessed: to < first.minute }
  if (same <= to) return { from: same, to, halfKnown: true, guessed: false }
  const other = placed({ ...first, half: last.half === 'pm' ? 'am' : 'pm' })
  if (last.half === 'am' && other > to && first.minute < HALF) return { from: first.minute, to: to < first.minute ? to + HALF : to, halfKnown: true, guessed: true }
  return { from: other, to: to < other ? to + DAY : to, halfKnown: true, guessed: false }
}

/** '00:30' and '05:30': a leading zero that only a clock of 24 hours prints after midnight. */
function isPrecise(clock: Clock): boolean {
  return clock.minute < 60 && clock.style !== 'bare'
}

/** The earlier side is marked: the first such time after it. */
function afterMarked(from: Minute, last: Clock): Halved {
  const within = last.minute % HALF
  const choices = last.minute >= HALF + 60 ? [last.minute] : [within, within + HALF, within + DAY]
  const to = choices.find((choice) => choice > from) ?? last.minute + DAY
  return { from, to, halfKnown: true, guessed: false }
}

function unmarked(first: Clock, last: Clock): Halved {
  const [from, to] = [first.minute, last.minute]
  if (to > from) return { from, to, halfKnown: isKnown(first), guessed: false }
  if (to === from) return { from, to, halfKnown: isKnown(first), guessed: true }
  const turned = to + HALF > from && from >= 7 * 60 && from < HALF + 60 && to >= 60 && to < HALF
  if (turned) return { from, to: to + HALF, halfKnown: true, guessed: true }
  const night = from >= 17 * 60 && to <= 6 * 60
  return { from, to: night ? to + DAY : to, halfKnown: true, guessed: !night }
}
