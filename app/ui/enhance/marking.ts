/** Words chosen with the pointer or the keyboard's selection become the excerpt of the form that the text belongs to. */

export function markSelections(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-sources]')) followSpeaker(form)
  for (const text of page.querySelectorAll<HTMLElement>('[data-mark-text]')) markSelection(page, text)
}

function markSelection(page: Document, text: HTMLElement): void {
  const form = page.getElementById(text.dataset['markText'] ?? '')
  const [start, end] = ['start', 'end'].map((name) => form?.querySelector<HTMLInputElement>(`input[name="${name}"]`))
  const words = form?.querySelector<HTMLElement>('[data-mark-words]')
  if (!start || !end || !words) return
  const told = page.createElement('p')
  told.className = 'picked'
  told.role = 'status'
  words.after(told)
  const take = (from: string, to: string, said: string): void => {
    start.value = from
    end.value = to
    told.textContent = said && `Chosen in the text: “${said}”`
  }
  page.addEventListener('selectionchange', () => {
    const range = rangeIn(text)
    if (!range) return
    const [from, to] = [placeOf(text, range.startContainer, range.startOffset), placeOf(text, range.endContainer, range.endOffset)]
    if (from === undefined || to === undefined || from >= to) return
    take(String(from), String(to), range.toString())
    for (const sentence of text.querySelectorAll<HTMLInputElement>('input:checked')) sentence.checked = false
  })
  text.addEventListener('change', () => {
    page.getSelection()?.removeAllRanges()
    take('', '', '')
  })
  words.addEventListener('input', () => take('', '', ''))
}

/** Another speaker brings the kind of source that the directory knows, which can be changed afterwards. */
function followSpeaker(form: HTMLFormElement): void {
  const kinds = JSON.parse(form.dataset['sources'] ?? '{}') as Record<string, string>
  const field = form.querySelector<HTMLSelectElement>('select[name="sourceKind"]')
  form.addEventListener('change', ({ target }) => {
    if (!field || !(target instanceof HTMLInputElement) || target.name !== 'speaker') return
    const kind = kinds[target.value] ?? ''
    field.value = [...field.options].some((option) => option.value === kind) ? kind : ''
  })
}

/** What is selected, when all of it lies in the text. */
function rangeIn(text: HTMLElement): Range | undefined {
  const selection = text.ownerDocument.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  return text.contains(range.commonAncestorContainer) ? range : undefined
}

/** Where a point of the page lies in the stored text: the runs carry their place, what stands between them counts to the next. */
function placeOf(text: HTMLElement, node: Node, offset: number): number | undefined {
  const run = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-at]')
  if (run && node.nodeType === 3) return Number(run.dataset['at']) + offset
  const point = text.ownerDocument.createRange()
  point.setStart(node, offset)
  const next = [...text.querySelectorAll<HTMLElement>('[data-at]')].find((one) => point.comparePoint(one, 0) >= 0)
  if (next) return Number(next.dataset['at'])
  const last = [...text.querySelectorAll<HTMLElement>('[data-at]')].at(-1)
  return last && Number(last.dataset['at']) + (last.textContent ?? '').length
}
