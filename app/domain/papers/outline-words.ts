/** What the marks of an outline say. */
import type { NumberFault } from '#app/domain/papers/outline-numbers.ts'

export const FAULT_WORDS: Record<NumberFault, string> = {
  doubled: 'number printed twice', 'wrong-parent': 'number of another section', gap: 'a number is left out before this one', backwards: 'number goes back', 'level-jump': 'a level is left out', 'page-back': 'page before the one above',
}

export const STATE_HINTS: Record<string, string> = {
  empty: 'nobody has begun', 'in work': 'somebody writes it', drafted: 'written, to be read by another', reviewed: 'read by another', done: 'may go out',
}
