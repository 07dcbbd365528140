/** Text and structure of a reading belong together: pointing at one, or coming to it by keyboard, lights the other. */

export function lightPairs(page: Document): void {
  const form = page.querySelector<HTMLElement>('form#review')
  const text = form?.querySelector<HTMLElement>('.source')
  if (!form || !text) return
  let shown = ''
  const light = ({ target }: Event): void => {
    const from = target instanceof Element ? target.closest<HTMLElement>('[data-key], [data-of]') : null
    const keys = keysOf(from)
    if (keys.join(' ') === shown) return
    shown = keys.join(' ')
    for (const lit of form.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit')
    if (keys.length === 0) return
    const pairs = [...form.querySelectorAll<HTMLElement>('[data-key], [data-of]')].filter((each) => keysOf(each).some((key) => keys.includes(key)))
    for (const pair of pairs) pair.dataset['lit'] = ''
    if (from && !text.contains(from)) showIn(text, pairs.find((pair) => text.contains(pair)))
  }
  form.addEventListener('pointerover', light)
  form.addEventListener('focusin', light)
}

/** The keys of a piece of the text, a line of it or a row. */
function keysOf(element: HTMLElement | null): string[] {
  return (element?.dataset['key'] ?? element?.dataset['of'] ?? '').split(' ').filter(Boolean)
}

/** Scrolls the text alone, and only when the place is out of sight in it. */
function showIn(text: HTMLElement, place: HTMLElement | undefined): void {
  if (!place) return
  const [frame, box] = [text.getBoundingClientRect(), place.getBoundingClientRect()]
  if (box.top < frame.top || box.bottom > frame.bottom) text.scrollTop += box.top - frame.top - frame.height / 3
}

/** The button that stores says how many rows are ticked. */
export function countTicks(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-fixed]')) {
    const { one = '', many = '', none = '', fixed } = button.dataset
    button.form?.addEventListener('change', () => {
      const n = Number(fixed) + (button.form?.querySelectorAll('input[name="row"]:checked, input[name="gone"]:checked').length ?? 0)
      button.textContent = n === 0 ? none : n === 1 ? one : many.replace('#', String(n))
    })
  }
}
