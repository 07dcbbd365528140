/** Both texts side by side, when somebody else changed the same lines; nothing is decided for the person. */
import type { Book } from '#app/ui/enhance/capture/book.ts'
import { make } from '#app/ui/enhance/capture/elements.ts'

/** Shows the panel while there is a clash, and takes it away again. `decide` gets what the note should say. */
export function showClash(book: Book, after: HTMLElement, lang: string, decide: (text: string) => void): void {
  const { clash, text } = book.writing
  const shown = document.getElementById('clash')
  if (!clash) return void shown?.remove()
  if (shown) return void mineOf(shown, text)
  const { theirs } = clash
  const mine = (): string => book.writing.text
  const panel = make('section', { className: 'sec', label: 'Two texts' },
    make('h2', {}, 'Two texts of the same lines'),
    make('div', { className: 'two-texts' },
      make('div', {}, make('h3', {}, 'Yours, as it stands above'), make('pre', { lang, data: { mine: '' } }, text)),
      make('div', {}, make('h3', {}, theirs.by ? `The one saved by ${theirs.by}` : 'The one saved meanwhile'), make('pre', { lang }, theirs.body))),
    make('div', { className: 'line acts' },
      make('button', { className: 'btn', press: () => decide(mine()) }, 'The note says mine'),
      make('button', { className: 'btn', press: () => decide(theirs.body) }, 'The note says theirs'),
      make('button', { className: 'btn', press: () => decide(`${mine().trimEnd()}\n\n${theirs.body}`) }, 'Both, theirs below mine')),
    make('p', { className: 'small soft' }, 'Whatever you choose, both stay among the texts of this note.'))
  panel.id = 'clash'
  after.after(panel)
}

function mineOf(panel: HTMLElement, text: string): void {
  const mine = panel.querySelector<HTMLElement>('[data-mine]')
  if (mine && mine.textContent !== text) mine.textContent = text
}
