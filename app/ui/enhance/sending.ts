/** The button that sends says how many are ticked; what is held counts down, and the page is looked at again when it leaves and while it is on its way. */

const SECOND_MS = 1_000
const SETTLE_MS = 2_500
const AGAIN_MS = 2_000

export function countPicks(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-picked]')) {
    const form = button.form
    if (!form) continue
    const show = (): void => {
      const n = form.querySelectorAll('input[name="pick"]:checked').length
      button.textContent = (button.dataset['picked'] ?? '').replace('#', String(n))
    }
    form.addEventListener('change', show)
    show()
  }
}

/** A place with `data-until` holds the seconds that were left when the page was made; the clock of the device is not believed. */
export function countDown(page: Document): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-until]')) {
    const until = Date.now() + Number(place.textContent) * SECOND_MS
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / SECOND_MS))
      place.textContent = String(left)
      if (left > 0) return
      clearInterval(timer)
      setTimeout(() => location.reload(), SETTLE_MS)
    }, SECOND_MS)
  }
}

/**
 * While messages are on their way, the places with `data-live` and an id are taken afresh out of the same page. A place in
 * which somebody works is left alone; without a script the page has a link that does the same.
 */
export function lookAgain(page: Document): void {
  if (!page.querySelector('[data-again]')) return
  const look = async (): Promise<void> => {
    if (page.visibilityState === 'visible') await refresh(page).catch(() => undefined)
    if (page.querySelector('[data-again]')) setTimeout(() => void look(), AGAIN_MS)
  }
  setTimeout(() => void look(), AGAIN_MS)
}

async function refresh(page: Document): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const place of page.querySelectorAll<HTMLElement>('[data-live]')) {
    const next = fresh.getElementById(place.id)
    if (next && !place.contains(page.activeElement) && place.innerHTML !== next.innerHTML) place.replaceChildren(...next.childNodes)
  }
}
