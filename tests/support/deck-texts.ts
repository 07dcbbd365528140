/** Texts of the deck as a person would copy them: its schedule, and the agenda of its workshop. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '#cli/ensure.mjs'

export function deckSchedule(): string {
  return linesOfDeck(17, 37)
}

export function deckAgenda(): string {
  return linesOfDeck(45, 74)
}

/** Lines counted from 1, both ends included. */
function linesOfDeck(from: number, to: number): string {
  return readFileSync(join(ROOT, 'db/seed/deck.txt'), 'utf8').split('\n').slice(from - 1, to).join('\n')
}
