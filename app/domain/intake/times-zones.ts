/** The zone printed after a time: 'UTC+5', '(Astana time)', 'по ташкентскому времени', 'KST', 'МСК'. */
import { isDash, isMark, isShort } from '#app/domain/intake/clock-tokens.ts'
import { isWord, phraseAt } from '#app/domain/intake/clock-words.ts'
import { cityAt, cityOfAdjective } from '#app/domain/intake/places.ts'
import type { Zone } from '#app/domain/time.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'

export type ZonePrinted = { first: number; next: number; zone: Zone | null; offset: number | null }

/** Abbreviations with their zone, where it is certain, and minutes east of UTC, where they are. */
const ABBREVIATIONS: Record<string, readonly [Zone | null, number | null]> = {
  utc: ['UTC', 0], gmt: ['UTC', 0], cet: [null, 60], cest: [null, 120], eet: [null, 120], eest: [null, 180], wet: [null, 0],
  msk: ['Europe/Moscow', 180], мск: ['Europe/Moscow', 180], kst: ['Asia/Seoul', 540], jst: ['Asia/Tokyo', 540],
  est: ['America/New_York', -300], edt: ['America/New_York', -240], et: ['America/New_York', null], trt: ['Europe/Istanbul', 180],
  almt: ['Asia/Almaty', null], uzt: ['Asia/Tashkent', 300], tjt: ['Asia/Dushanbe', 300], kgt: ['Asia/Bishkek', 360], azt: ['Asia/Baku', 240], gst: ['Asia/Dubai', 240],
}
const LEAD_WORDS = new Set(['по', 'на', 'бо', 'ба'])
const TAIL_WORDS = new Set(['bilan', 'билан', 'бойынша', 'боюнча'])

/** `alone`: a city by its bare name counts too, as between two times of one moment. */
export function zoneAt(tokens: readonly Token[], i: number, alone: boolean): ZonePrinted | null {
  let at = isMark(tokens[i], ',') ? i + 1 : i
  const opened = isMark(tokens[at], '([')
  if (opened) at++
  const found = named(tokens, at, opened || alone) ?? offsetAt(tokens, at, opened)
  if (!found) return null
  let next = found.next
  const extra = isMark(tokens[next], ',;/') || opened ? named(tokens, isMark(tokens[next], ',;/') ? next + 1 : next, true) : null
  if (extra && opened && isMark(tokens[extra.next], ')]')) return { first: at, next: extra.next + 1, zone: found.zone ?? extra.zone, offset: found.offset ?? extra.offset }
  if (!opened) return { ...found, first: at }
  if (!isMark(tokens[next], ')]')) return null
  next++
  return { ...found, first: at, next }
}

function named(tokens: readonly Token[], i: number, alone: boolean): Omit<ZonePrinted, 'first'> | null {
  let at = i
  if (tokens[at]?.kind === 'word' && LEAD_WORDS.has(tokens[at]?.word ?? '')) at++
  const abbreviation = tokens[at]?.kind === 'word' ? ABBREVIATIONS[(tokens[at] as Token).word] : undefined
  if (abbreviation && Object.hasOwn(ABBREVIATIONS, tokens[at]?.word ?? '')) return withOffset(tokens, at + 1, abbreviation)
  const local = isWord(tokens[at], 'local') && isWord(tokens[at + 1], 'clock') ? at + 2 : isWord(tokens[at], 'clock') && isWord(tokens[at + 1], 'local') ? at + 2 : 0
  if (local > 0) return { next: tail(tokens, local), zone: null, offset: null }
  const adjective = cityOfAdjective(tokens[at])
  if (adjective && isWord(tokens[at + 1], 'clock')) return { next: at + 2, zone: adjective.zone, offset: null }
  const before = isWord(tokens[at], 'clock')
  const city = cityAt(tokens, before ? at + 1 : at)
  if (!city) return null
  const after = phraseAt(tokens, city.next, 'clock')
  return before || after > 0 || alone ? { next: tail(tokens, city.next + after), zone: city.city.zone, offset: null } : null
}

function tail(tokens: readonly Token[], i: number): number {
  return TAIL_WORDS.has(tokens[i]?.word ?? '') ? i + 1 : i
}

/** 'UTC+5', 'GMT +05:00', 'UTC'. */
function withOffset(tokens: readonly Token[], i: number, [zone, offset]: readonly [Zone | null, number | null]): Omit<ZonePrinted, 'first'> {
  const signed = zone === 'UTC' ? signedAt(tokens, i) : null
  if (!signed) return { next: isWord(tokens[i], 'clock') ? i + 1 : i, zone, offset }
  return { next: signed.next, zone: signed.minutes === 0 ? 'UTC' : null, offset: signed.minutes }
}

/** '+5', '−3:30', '+0500'. */
function signedAt(tokens: readonly Token[], i: number): { minutes: number; next: number } | null {
  const [sign, hours] = [tokens[i], tokens[i + 1]]
  const negative = isDash(sign) && sign?.word !== '~'
  if ((!isMark(sign, '+') && !negative) || hours?.kind !== 'number' || hours.gap > 0) return null
  const factor = negative ? -1 : 1
  if (hours.text.length === 4) return hours.value <= 1400 ? { minutes: factor * (Math.floor(hours.value / 100) * 60 + (hours.value % 100)), next: i + 2 } : null
  if (!isShort(hours) || hours.value > 14) return null
  const minutes = isMark(tokens[i + 2], ':') && tokens[i + 3]?.text.length === 2 && tokens[i + 3]?.kind === 'number' ? (tokens[i + 3] as Token).value : null
  return { minutes: factor * (hours.value * 60 + (minutes ?? 0)), next: minutes === null ? i + 2 : i + 4 }
}

/** '(+5)' in brackets, '+05:00' glued to the time. */
function offsetAt(tokens: readonly Token[], i: number, opened: boolean): Omit<ZonePrinted, 'first'> | null {
  const signed = opened || (tokens[i]?.gap === 0 && isMark(tokens[i], '+')) ? signedAt(tokens, i) : null
  return signed && { next: signed.next, zone: signed.minutes === 0 ? 'UTC' : null, offset: signed.minutes }
}
