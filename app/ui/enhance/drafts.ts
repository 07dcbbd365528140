/** Nothing typed is ever lost: a form with `data-keep="name"` keeps its text on this device until it was sent. */

const PREFIX = 'caravan-draft '
const TYPED = 'textarea, input:not([type]), input[type="text"], input[type="search"], input[type="email"]'
type Typed = HTMLInputElement | HTMLTextAreaElement

export function keepDrafts(page: Document): void {
  const sent = sessionStorage.getItem(PREFIX + 'sent')
  if (sent !== null && new URLSearchParams(location.search).has('did')) forget(sent)
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-keep]')) keepDraft(form)
}

function keepDraft(form: HTMLFormElement): void {
  const key = PREFIX + location.pathname + ' ' + (form.dataset['keep'] ?? '')
  const fields = [...form.querySelectorAll<Typed>(TYPED)].filter((field) => field.name !== '')
  giveBack(fields, read(key))
  form.addEventListener('input', () => write(key, Object.fromEntries(fields.map((field) => [field.name, field.value]))))
  form.addEventListener('submit', () => sessionStorage.setItem(PREFIX + 'sent', key))
  const sent = sessionStorage.getItem(PREFIX + 'sent')
  if (sent !== null && sent !== key) forget(sent)
}

/** What was typed before comes back only into fields that the page left as they were. */
function giveBack(fields: Typed[], kept: Record<string, string>): void {
  for (const field of fields) {
    const text = kept[field.name]
    if (text !== undefined && text !== '' && field.value === '' && field.defaultValue === '') field.value = text
  }
}

function read(key: string): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

function write(key: string, values: Record<string, string>): void {
  try {
    localStorage.setItem(key, JSON.stringify(values))
  } catch {
    return
  }
}

function forget(key: string): void {
  localStorage.removeItem(key)
  sessionStorage.removeItem(PREFIX + 'sent')
}
