/** Buttons that only a script can serve stand hidden in the page: printing it, and copying a text of it. */

export function servePaper(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const text = page.getElementById(button.dataset['copy'] ?? '')
    if (!(text instanceof HTMLTextAreaElement)) continue
    button.hidden = false
    button.addEventListener('click', () => void copy(button, text))
  }
}

/** The words of the button say what happened; where the clipboard is closed to pages, the text is selected instead. */
async function copy(button: HTMLButtonElement, text: HTMLTextAreaElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text.value)
    button.textContent = 'Copied'
  } catch {
    text.focus()
    text.select()
    button.textContent = 'Selected: copy it with your keyboard'
  }
}
