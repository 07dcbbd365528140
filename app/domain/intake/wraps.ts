/** Joins lines that a mail program or a page broke in the middle of a sentence. */
import { labelled } from '#app/domain/intake/labels.ts'
import { LINK_WORDS, MEETING_KIND_WORDS } from '#app/domain/intake/languages/programme.ts'
import type { Line } from '#app/domain/intake/lines.ts'
import { isPersonLine, readPeople } from '#app/domain/intake/people.ts'
import { blankOf, endOf } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { beginsWith, meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'

const NARROWEST = 45
const WIDEST = 140
const FEWEST_FULL = 3
/** So many of the full lines go on in lower case where lines are broken by width. */
const FEWEST_BROKEN = 2
const LONG = 40
const LONGEST_JOINED = 600

/** Two pieces and what stands between them as one, at their place in the source. */
export function joinedIn(text: string): (from: Piece, to: Piece) => Piece {
  return (from, to) => ({ text: `${from.text}${blankOf(to.start - endOf(from))}${text.slice(to.start, endOf(to))}`, start: from.start })
}

/** A line that begins with hours in words begins a row, capital or not: 'с 09.00 до 09.30', 'from 9:00 to 9:30'. */
const HOURS_IN_WORDS = /^(?:\p{L}{1,6} ){1,2}\d{1,2}[:.]\d{2} {0,2}(?:\p{L}{1,6}|[-–—]) {0,2}(?:\p{L}{1,6} )?\d{1,2}[:.]\d{2}/u

export function withoutWraps(lines: readonly Line[], join: (from: Piece, to: Piece) => Piece): Line[] {
  const width = widthOf(lines)
  const joined: Line[] = []
  let below: Line | null = null
  for (const line of lines) {
    const last = joined.at(-1)
    if (last && below && goesOn(last, below, line, width)) {
      const body = join(last.body, line.body)
      joined[joined.length - 1] = { ...last, body, cells: [...last.cells.slice(0, -1), join(last.cells.at(-1) ?? last.body, line.body)] }
    } else joined.push(line)
    below = line
  }
  return joined
}

/** The width at which lines break; 0 when no width shows. */
function widthOf(lines: readonly Line[]): number {
  const ends = lines.filter(({ separator }) => separator !== 'tab' && separator !== 'pipe').map(endColumn)
  const width = Math.max(0, ...ends.filter((end) => end <= WIDEST).slice(0, 5_000))
  if (width < NARROWEST || ends.some((end) => end > WIDEST)) return 0
  let full = 0
  let broken = 0
  for (let at = 1; at < lines.length && at < 5_000; at++) {
    if (!isFull(lines[at - 1] as Line, lines[at] as Line, width)) continue
    full++
    if (/^\p{Ll}/u.test((lines[at] as Line).body.text)) broken++
  }
  return full >= FEWEST_FULL && broken >= FEWEST_BROKEN ? width : 0
}

function endColumn({ body, start }: Line): number {
  return endOf(body) - start
}

/** The first word of the next line would not have stood on this one. */
function isFull(line: Line, next: Line, width: number): boolean {
  return next.blanksBefore === 0 && endColumn(line) + 1 + (tokensOf(next.body.text.slice(0, 60))[0]?.end ?? 0) > width
}

function goesOn(whole: Line, last: Line, next: Line, width: number): boolean {
  if (whole.body.text.length > LONGEST_JOINED || next.blanksBefore > 0 || next.bullet || next.heading > 0 || whole.heading > 0 || next.separator !== '' || whole.separator === 'tab' || whole.separator === 'pipe') return false
  const { text } = last.body
  if (/[.!?;:]$/.test(text) && !/(?:^|\s)\p{L}{1,3}\.$/u.test(text)) return false
  const open = isOpen(whole.body.text)
  const full = width > 0 && isFull(last, next, width)
  const leadsOn = text.length >= LONG && /^\p{Ll}/u.test(next.body.text) && !/^\p{L}{1,3}\. /u.test(next.body.text)
  if ((!open && !full && !leadsOn) || /^[\d(«"“]?\d/.test(next.body.text) || HOURS_IN_WORDS.test(next.body.text) || labelled(next.body) || readPeople(next.body.text).label) return false
  const person = isPersonLine(next.body.text)
  if (open) return person < 0.8
  if (person >= 0.5 || beginsWith(next.body.text, MEETING_KIND_WORDS)) return false
  return full || isPersonLine(text) < 0.5
}

/** Ends with a comma, a hyphen or a word that leads on, or inside brackets or quotation marks. */
function isOpen(text: string): boolean {
  const words = tokensOf(text.slice(-40))
  if (/[,/&(«“-]$/.test(text) || meaningsIn(words.slice(-1), LINK_WORDS).length > 0) return true
  return countOf(text, '(') > countOf(text, ')') || countOf(text, '«') > countOf(text, '»') || countOf(text, '“') > countOf(text, '”')
}

function countOf(text: string, mark: string): number {
  return text.split(mark).length - 1
}
