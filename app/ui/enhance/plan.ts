/** Bars of the work plan are dragged and moved by keys; letting go posts the row's own form, as its buttons do. */
import { shifted } from '#app/domain/papers/plan.ts'
import type { PlanMonth } from '#app/domain/papers/plan.ts'

type Line = { form: HTMLFormElement; cells: HTMLButtonElement[]; columns: PlanMonth[] }

export function dragPlans(page: Document): void {
  for (const table of page.querySelectorAll<HTMLTableElement>('table[data-plan]')) {
    const columns = (table.dataset['plan'] ?? '').split(',').map((name) => ({ name, year: null }))
    for (const row of table.tBodies) for (const line of row.rows) prepare(line, columns)
  }
  for (const hint of page.querySelectorAll<HTMLElement>('[data-plan-hint]')) hint.hidden = false
}

function prepare(row: HTMLTableRowElement, columns: PlanMonth[]): void {
  const cells = [...row.querySelectorAll<HTMLButtonElement>('button.cell')]
  const form = cells[0]?.form
  if (!form) return
  const line = { form, cells, columns }
  for (const [at, cell] of cells.entries()) {
    cell.addEventListener('pointerdown', (event) => {
      if (event.button === 0) drag(line, at, event)
    })
    cell.addEventListener('keydown', (event) => press(line, at, event))
  }
}

/** From a full month the whole bar goes along; from an empty one the months up to the end of the way are filled. */
function drag({ form, cells, columns }: Line, from: number, start: PointerEvent): void {
  const full = isOn(cells[from])
  let wanted: string[] | undefined
  const moving = new AbortController()
  const over = (event: PointerEvent): void => {
    const to = columnAt(cells, event.clientX)
    wanted = to === from ? undefined : full ? shifted(namesOf(cells), to - from, columns) : filled(cells, from, to)
    for (const cell of cells) cell.dataset['would'] = wanted === undefined ? '' : String(wanted.includes(nameOf(cell)))
    event.preventDefault()
  }
  document.addEventListener('pointermove', over, { signal: moving.signal })
  for (const end of ['pointerup', 'pointercancel'] as const) {
    document.addEventListener(end, () => {
      moving.abort()
      for (const cell of cells) delete cell.dataset['would']
      if (end === 'pointerup' && wanted !== undefined) post(form, wanted)
    }, { signal: moving.signal })
  }
  if (start.pointerType === 'mouse') start.preventDefault()
  cells[from]?.focus()
}

/** Arrows go from month to month; with Shift they move the bar. */
function press({ form, cells, columns }: Line, at: number, event: KeyboardEvent): void {
  const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
  if (by === 0) return
  event.preventDefault()
  if (!event.shiftKey) return cells[at + by]?.focus()
  const wanted = shifted(namesOf(cells), by, columns)
  if (wanted !== undefined) post(form, wanted)
}

function post(form: HTMLFormElement, months: readonly string[]): void {
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'months', value: months.join(',') }))
  form.submit()
}

function columnAt(cells: readonly HTMLButtonElement[], x: number): number {
  const found = cells.findLastIndex((cell) => cell.getBoundingClientRect().left <= x)
  return Math.max(0, found)
}

function filled(cells: readonly HTMLButtonElement[], from: number, to: number): string[] {
  return cells.flatMap((cell, at) => (isOn(cell) || (at >= Math.min(from, to) && at <= Math.max(from, to)) ? [nameOf(cell)] : []))
}

function namesOf(cells: readonly HTMLButtonElement[]): string[] {
  return cells.filter(isOn).map(nameOf)
}

function nameOf(cell: HTMLButtonElement): string {
  return cell.dataset['month'] ?? ''
}

function isOn(cell: HTMLButtonElement | undefined): boolean {
  return cell?.getAttribute('aria-pressed') === 'true'
}
