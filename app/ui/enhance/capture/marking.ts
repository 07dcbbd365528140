/** Words selected in the field become evidence: a kind marks them at once, with the speaker and the dimension that are pressed. */
import type { Book } from '#app/ui/enhance/capture/book.ts'
import { icon, make } from '#app/ui/enhance/capture/elements.ts'
import { keepFocus } from '#app/ui/enhance/capture/inserting.ts'
import { marked, unmarked } from '#app/ui/enhance/capture/writing.ts'
import type { Mark } from '#app/ui/enhance/capture/writing.ts'

type Keyed = { panel: HTMLElement; field: HTMLTextAreaElement; book: Book; send(): void }

/** Shows the panel and gives its chips their keys: Alt and a digit for a kind, Alt, Shift and a digit for a dimension. */
export function offerMarks(page: Document, field: HTMLTextAreaElement, book: Book, send: () => void): ((shown: Book) => void) | undefined {
  const panel = page.querySelector<HTMLElement>('[data-capture-marks]')
  if (!panel) return undefined
  const keyed: Keyed = { panel, field, book, send }
  const list = make('ul', { className: 'timeline plain', data: { marked: '' } })
  const head = make('h2', {})
  panel.hidden = false
  panel.append(make('p', { className: 'small soft', data: { markHint: '' } }, HINT), make('section', { className: 'sec' }, head, list))
  for (const [name, keys] of [['kind', 'Alt'], ['dimension', 'Alt Shift']] as const) {
    for (const [i, chip] of chipsOf(panel, name).slice(0, 9).entries()) {
      chip.dataset['key'] = `${keys} ${i + 1}`
      chip.setAttribute('aria-keyshortcuts', `${keys.replace(' ', '+')}+${i + 1}`)
    }
  }
  keepFocus(panel)
  panel.addEventListener('click', ({ target }) => pressed(keyed, (target as Element).closest<HTMLElement>('button')))
  field.addEventListener('keydown', (event) => {
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    if (!digit || !event.altKey || event.ctrlKey || event.metaKey) return
    const chip = chipsOf(panel, event.shiftKey ? 'dimension' : 'kind')[Number(digit) - 1]
    if (!chip) return
    event.preventDefault()
    pressed(keyed, chip)
  })
  return ({ writing }) => {
    head.textContent = writing.marks.length === 0 ? 'Nothing marked yet' : `Marked, ${writing.marks.length}`
    list.replaceChildren(...writing.marks.toReversed().map((mark) => rowOf(mark, keyed)))
  }
}

const HINT = 'Select words in the note, then press what they are.'

function chipsOf(panel: HTMLElement, name: 'kind' | 'speaker' | 'dimension'): HTMLButtonElement[] {
  return [...panel.querySelectorAll<HTMLButtonElement>(`button[data-${name}]`)]
}

function pressed(keyed: Keyed, chip: HTMLElement | null): void {
  const { panel, field, book, send } = keyed
  const name = (['kind', 'speaker', 'dimension'] as const).find((one) => chip?.dataset[one] !== undefined)
  if (!chip || !name) return
  if (name !== 'kind') {
    const on = chip.getAttribute('aria-pressed') !== 'true'
    for (const other of chipsOf(panel, name)) other.setAttribute('aria-pressed', String(on && other === chip))
    return
  }
  const chosen = (of: 'speaker' | 'dimension'): string => chipsOf(panel, of).find((one) => one.getAttribute('aria-pressed') === 'true')?.dataset[of] ?? ''
  const before = book.writing.marks.length
  const [start, end] = [field.selectionStart, field.selectionEnd]
  const ids = { id: crypto.randomUUID(), saveId: crypto.randomUUID() }
  book.change((writing) => marked(writing, { ...ids, start, end, kind: chip.dataset['kind'] ?? '', speaker: chosen('speaker'), dimension: chosen('dimension') }, Date.now()))
  const hint = panel.querySelector<HTMLElement>('[data-mark-hint]')
  if (book.writing.marks.length === before) return void hint?.setAttribute('role', 'alert')
  hint?.removeAttribute('role')
  field.setSelectionRange(end, end)
  send()
}

const STATES = { waiting: ['offline', 'on this device'], kept: ['cleared', 'saved'], refused: ['warning', 'not taken'], lost: ['warning', 'its words are gone from the note'] } as const

function rowOf(mark: Mark, { panel, book }: Keyed): HTMLLIElement {
  const dimension = chipsOf(panel, 'dimension').find((chip) => chip.dataset['dimension'] === mark.dimension)
  const [name, words] = STATES[mark.state]
  const facts = [mark.kind, dimension && nameOf(dimension), mark.speaker].filter(Boolean).join(' · ')
  const told = mark.told ? [make('br', {}), make('span', { className: 'small' }, mark.told)] : []
  const undo = mark.state === 'refused' || mark.state === 'lost' ? [make('button', { className: 'btn tight', press: () => book.change((writing) => unmarked(writing, mark.id, Date.now())) }, 'Leave it out')] : []
  return make('li', {},
    make('span', {}, `“${mark.body}”`, make('br', {}), make('span', { className: 'small soft' }, facts), ...told),
    make('span', { className: 'mark', data: { s: mark.state === 'kept' ? 'saved' : 'requested' } }, icon(name), make('span', {}, words)), ...undo)
}

function nameOf(chip: HTMLElement): string {
  return (chip.textContent ?? '').trim()
}
