/** Blocks of the roadshow grid are dragged to another time or day; letting go opens the page that says what the move would change. */
import { formatMinute } from '#app/domain/time.ts'

const SNAP_MINUTES = 15
const MINUTES_AN_HOUR = 60

export function dragBlocks(page: Document): void {
  for (const grid of page.querySelectorAll<HTMLElement>('.grid[data-moves]')) {
    let held: { block: HTMLElement; grip: number } | undefined
    for (const block of grid.querySelectorAll<HTMLElement>('.ev')) {
      block.draggable = true
      for (const link of block.querySelectorAll('a')) link.draggable = false
      block.addEventListener('dragstart', (event) => {
        held = { block, grip: block.closest('.hours') ? event.clientY - block.getBoundingClientRect().top : 0 }
        event.dataTransfer?.setData('text/plain', block.querySelector('.what')?.textContent ?? '')
      })
    }
    for (const hours of grid.querySelectorAll<HTMLElement>('.hours[data-day]')) {
      hours.addEventListener('dragover', (event) => {
        if (held && isDrawn(grid)) event.preventDefault()
      })
      hours.addEventListener('drop', (event) => {
        event.preventDefault()
        if (held) openMove(grid, hours, held.block, event.clientY - held.grip)
      })
    }
  }
}

/** Where the page is narrow the grid is a list, and a height in it means no time. */
function isDrawn(grid: HTMLElement): boolean {
  return getComputedStyle(grid).display === 'grid'
}

function openMove(grid: HTMLElement, hours: HTMLElement, block: HTMLElement, y: number): void {
  const style = getComputedStyle(grid)
  const from = Number(style.getPropertyValue('--from'))
  const span = Number(style.getPropertyValue('--span'))
  const box = hours.getBoundingClientRect()
  const minutes = (from + ((y - box.top) / box.height) * span) * MINUTES_AN_HOUR
  const start = Math.min(Math.max(Math.round(minutes / SNAP_MINUTES) * SNAP_MINUTES, 0), 24 * MINUTES_AN_HOUR - SNAP_MINUTES)
  const length = Number(block.dataset['length'] ?? 0)
  const asked = new URLSearchParams({ day: hours.dataset['day'] ?? '', start: formatMinute(start) })
  if (hours.dataset['stop']) asked.set('stop', hours.dataset['stop'])
  if (length > 0 && start + length < 24 * MINUTES_AN_HOUR) asked.set('end', formatMinute(start + length))
  const move = block.querySelector<HTMLAnchorElement>('a.shift')
  if (move) location.assign(`${move.href}?${asked.toString()}`)
}
