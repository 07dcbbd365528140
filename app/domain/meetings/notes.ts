import { EXITS } from '#app/domain/meetings/status.ts'
import { addDays, instantOf } from '#app/domain/time.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'

export const NOTE_STATUSES = ['saved', 'cleared'] as const
/** Languages that notes and excerpts are written in, by their codes. */
export const LANGUAGES = ['en', 'ru', 'tg', 'kk', 'ky', 'uz', 'ko'] as const
/** The speaker of what the mission itself said. */
export const OUR_TEAM = 'Our team'
export const NOTE_MAX = 100_000

/** A cleared note is settled: it can be read, marked and reopened, not rewritten. */
export function canRewrite(status: string): boolean {
  return status !== 'cleared'
}

/** Longest pause within one sitting of writing, in milliseconds. */
const SITTING = 10 * 60_000
type Stroke = { by: string | null; atMs: Instant }

/** True when somebody goes on writing what they wrote last: the same person, after a short pause. */
export function isSameSitting(last: Stroke, next: Stroke): boolean {
  return last.by !== null && last.by === next.by && next.atMs - last.atMs <= SITTING
}

type Meeting = { day: Day; startMinute: Minute | null; endMinute: Minute | null; zone: Zone }
export type NoteDue = { state: 'later' | 'due' | 'late'; dueDay: Day }

/** Engagements whose course is over without anything said: no note is due for them. */
export const NEVER_NOTED = [...EXITS, 'idea'] as const

/** Whether a meeting's note is due: from its end on, until the end of the next day at its place; then it is late. */
export function noteDue(meeting: Meeting, now: Instant): NoteDue {
  const dueDay = addDays(meeting.day, 1)
  const over = instantOf(meeting.day, meeting.endMinute ?? meeting.startMinute ?? 24 * 60, meeting.zone).at
  if (now < over) return { state: 'later', dueDay }
  return { state: now < instantOf(dueDay, 24 * 60, meeting.zone).at ? 'due' : 'late', dueDay }
}

/** Signs of markup at the beginning of a line or around words, which a line of plain words goes without. */
const SIGNS = /^[ \t]*(?:#{1,6}|>|[-*+]|```\w*)(?=\s|$)|(\*\*|~~|`)|\](?:\(https?:[^\s)]*\))|\[(?=[^\]\n]*\]\(https?:)/gm

/** The first words of a note's text, without the signs of its markup. */
export function openingOfNote(text: string, length = 120): string {
  return openingOf(text.replace(SIGNS, ''), length)
}

/** The first words of a text, on one line, cut at a word; '…' says that more follows. */
export function openingOf(text: string, length = 120): string {
  const line = text.trim().split(/\s+/u).join(' ')
  if (line.length <= length) return line
  const cut = line.slice(0, isHigh(line, length - 1) ? length - 1 : length)
  const space = cut.lastIndexOf(' ')
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`
}

function isHigh(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff
}
