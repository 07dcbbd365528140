import { tokensOf } from '#app/domain/intake/people-text.ts'
import { phraseAt } from '#app/domain/intake/people-words.ts'

/** A line of a cell: how far its text reaches. In points. */
export type CellLine = { text: string; from: number; to: number }

/** The lines of a cell that ends at `right`; one that was broken only because the next word found no room goes on, unless another person or point begins there. */
export function unwrapped(lines: readonly CellLine[], right: number): string {
  let text = ''
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    if (before === undefined) text = line.text.trim()
    else text += (beginsAnew(line.text) || fits(line, right - before.to) ? '\n' : joint(text)) + line.text.trim()
  }
  return text
}

const POINT = /^\s{0,8}([•●○▪◦·‣]|\d{1,2}[.)]\s)/
const BEGINNINGS = ['honorific', 'moderator', 'speaker'] as const

function beginsAnew(text: string): boolean {
  const tokens = tokensOf(text.slice(0, 60))
  return POINT.test(text) || BEGINNINGS.some((kind) => phraseAt(kind, tokens, 0) !== null)
}

/** True when the first word of the next line had found room on this one, so that the line was ended on purpose. */
function fits({ text, from, to }: CellLine, room: number): boolean {
  const [word = ''] = text.trim().split(/\s/)
  return ((to - from) * (word.length + 1)) / Math.max(1, text.length) < room
}

/** A word or a span of hours that was broken at its dash goes on without a space. */
function joint(text: string): string {
  return /\S[-–—/]$/.test(text) ? '' : ' '
}
