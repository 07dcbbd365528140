/** Chips that put words into the note, and the time of the meeting's city. */
import { make } from '#app/ui/enhance/capture/elements.ts'

/** Puts words where the cursor is, as if they were typed, so that the browser's own undo takes them out. A heading begins a line of its own. */
export function insert(field: HTMLTextAreaElement, words: string): void {
  field.focus()
  const { selectionStart: at, value } = field
  const begins = at === 0 || value[at - 1] === '\n'
  const text = words.startsWith('#') ? `${begins ? '' : '\n\n'}${words}\n` : begins || /\s/.test(value[at - 1] ?? '') ? words : `\n${words}`
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, at, field.selectionEnd, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Shows the chips, which do nothing without a script, and adds one for the time (Alt T). */
export function offerInserts(page: Document, field: HTMLTextAreaElement, timeNow: () => string): void {
  const inserts = page.querySelector<HTMLElement>('[data-capture-inserts]')
  if (!inserts) return
  const stamp = (): void => insert(field, `${timeNow()} `)
  const time = make('button', { className: 'chip', press: stamp }, 'Time')
  time.setAttribute('aria-keyshortcuts', 'Alt+T')
  time.dataset['key'] = 'Alt T'
  inserts.querySelector('h2')?.after(make('div', { className: 'chips' }, time))
  inserts.hidden = false
  keepFocus(inserts)
  inserts.addEventListener('click', ({ target }) => {
    const words = (target as Element).closest<HTMLElement>('[data-insert]')?.dataset['insert']
    if (words) insert(field, words)
  })
  field.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyT') return
    event.preventDefault()
    stamp()
  })
}

/** A press on a chip leaves cursor and selection where they are. */
export function keepFocus(panel: HTMLElement): void {
  panel.addEventListener('pointerdown', (event) => {
    if ((event.target as Element).closest('button')) event.preventDefault()
  })
}
