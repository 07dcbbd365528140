/** The line that says where the text is: it says "Saved" only of what the server confirmed. */
import type { Book } from '#app/ui/enhance/capture/book.ts'
import { icon, make } from '#app/ui/enhance/capture/elements.ts'
import { isUnsent } from '#app/ui/enhance/capture/writing.ts'

export type Status = { state: 'saved' | 'writing' | 'device' | 'wrong' | ''; words: string; signIn?: string }

/** What the line says; `clock` writes a time of this device. */
export function statusOf({ writing, reach, kept }: Pick<Book, 'writing' | 'reach' | 'kept'>, clock: (at: number) => string): Status {
  const { clash, stopped, known, since } = writing
  const here = kept ? 'It is kept on this device only.' : 'It is in this page only: keep the page open.'
  if (clash) return { state: 'wrong', words: `Not saved: ${clash.theirs.by || 'somebody else'} changed the same lines meanwhile. Both texts are here; choose what the note should say.` }
  if (stopped !== undefined) return { state: 'wrong', words: `${stopped} ${isUnsent(writing) ? here : ''}`.trim() }
  if (!isUnsent(writing)) return known.number > 0 ? { state: 'saved', words: known.time ? `Saved ${known.time}` : 'Saved' } : { state: '', words: '' }
  if (reach.is === 'signed-out') return { state: 'device', words: `You are signed out, so this is not saved. ${here}`, signIn: reach.signIn }
  if (reach.is === 'unreachable') return { state: 'device', words: kept ? `On this device only, since ${clock(since)}. It sends itself when you are back; do not sign out.` : `Not saved since ${clock(since)}: Caravan cannot be reached. Keep this page open.` }
  return { state: 'writing', words: kept ? 'On this device; being saved…' : 'Not saved yet…' }
}

const ICONS = { saved: 'cleared', writing: 'requested', device: 'offline', wrong: 'warning' }

export function showStatus(line: HTMLElement, { state, words, signIn }: Status): void {
  const said = `${state} ${words}`
  if (line.dataset['said'] === said) return
  Object.assign(line.dataset, { said, s: state })
  line.replaceChildren(...(state === '' ? [] : [icon(ICONS[state]), make('span', {}, words, ...(signIn ? [' ', make('a', { href: signIn }, 'Sign in')] : []))]))
}
