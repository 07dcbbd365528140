/** Rooms and streams whose rows follow a line of their own: "Room 1", "Track B: Finance". */
import { PLACE_WORDS, STREAM_WORDS } from '#app/domain/intake/languages/programme.ts'
import type { Row } from '#app/domain/intake/rows.ts'
import { rowTimeOf } from '#app/domain/intake/row-time.ts'
import { meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'
import type { Minute } from '#app/domain/time.ts'

/** The room whose rows are read, and when the last row of each begins or ends. */
export type Rooms = { current: string; ends: Map<string, Minute> }

const LONGEST_NAME = 4
const MOST_ROOMS = 40
const LONGEST_HEADING = 14

export function isRoomHeading({ line, dates, times, label }: Row): boolean {
  const words = tokensOf(line.body.text)
  if (dates.length + times.length > 0 || label || words.length > LONGEST_HEADING) return false
  const [stream] = meaningsIn(words.slice(0, 4), STREAM_WORDS)
  const isNumbered = (next: string | undefined): boolean => next !== undefined && /^(?:[\p{L}]|\p{N}{1,3}\p{L}?|[ivx]{1,4}|one|two|three)$/u.test(next)
  if (stream && stream.index < 2 && isNumbered(words[stream.index + stream.words]?.word)) return true
  return words.length <= LONGEST_NAME && meaningsIn(words, PLACE_WORDS).length > 0
}

/** The room of a row; '' again where a row begins after all the rooms have ended. */
export function roomOf(rooms: Rooms, row: Row): string {
  if (rooms.current === '') return ''
  const { start, end } = rowTimeOf(row.times)
  const others = [...rooms.ends].filter(([room]) => room !== rooms.current).map(([, at]) => at)
  if (start && others.length > 0 && others.every((at) => at <= start.value) && (rooms.ends.get(rooms.current) ?? Infinity) <= start.value) {
    rooms.current = ''
    rooms.ends.clear()
    return ''
  }
  const last = end?.value ?? start?.value
  if (rooms.ends.size > MOST_ROOMS) rooms.ends.clear()
  if (last !== undefined) rooms.ends.set(rooms.current, last)
  return rooms.current
}
