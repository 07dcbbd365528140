/**
 * Saves a questionnaire while it is typed. What was not acknowledged stays on this device and is sent again; what somebody else saved
 * meanwhile is never written over: the server keeps both. Without this script the page's own buttons do the same.
 */
const PAUSE_MS = 1_500
const AGAIN_MS = 10_000
const PREFIX = 'caravan-answers '
const SENT = 'caravan-answers-sent'
type Typed = HTMLInputElement | HTMLTextAreaElement
type Told = { time: string; aside: boolean; answers: { id: string; revision: number; shown: string }[] }

const form = document.querySelector<HTMLFormElement>('form[data-answers]')
if (form) watch(form, document.querySelector<HTMLElement>('[data-status]'))

function watch(form: HTMLFormElement, status: HTMLElement | null): void {
  const key = PREFIX + location.pathname
  const fields = [...form.elements].filter((field): field is Typed => (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'hidden')) && field.name.startsWith('a-'))
  const say = (words: string | undefined): void => void (status && words && (status.textContent = words))
  let timer = 0
  let version = 0
  let sending = false
  const later = (ms: number): void => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void send(), ms)
  }
  const keep = (): void => store(key, valuesOf(form))
  const send = async (): Promise<void> => {
    if (sending) return later(PAUSE_MS)
    sending = true
    const sent = version
    say(form.dataset['saving'])
    try {
      const answer = await fetch(form.dataset['answers'] ?? '', { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams(valuesOf(form)) })
      if (!answer.ok) throw new Error(String(answer.status))
      const told = (await answer.json()) as Told
      for (const one of told.answers) note(form, one)
      if (sent === version) store(key, undefined)
      say(told.aside ? form.dataset['aside'] : form.dataset['saved']?.replace('{time}', told.time))
    } catch {
      say(form.dataset['kept'])
      later(AGAIN_MS)
    } finally {
      sending = false
      if (sent !== version) later(PAUSE_MS)
    }
  }
  const typed = (): void => {
    version++
    keep()
    say(form.dataset['typing'])
    later(PAUSE_MS)
  }
  for (const field of fields) field.addEventListener('input', typed)
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    sessionStorage.setItem(SENT, key)
  })
  addEventListener('online', () => version > 0 && later(0))
  forgetSent(key)
  if (giveBack(form, fields, read(key))) typed()
  else store(key, undefined)
}

/** What a press of a button sent is forgotten once the page after it has come; a page that is loaded again may be one whose sending broke off. */
function forgetSent(key: string): void {
  const sent = sessionStorage.getItem(SENT)
  if (sent === null || (sent === key && !/[?&](saved|none)=/.test(location.search))) return
  store(sent, undefined)
  sessionStorage.removeItem(SENT)
}

/** What the next text is measured by: what stands on the server, where the page shows it. */
function note(form: HTMLFormElement, { id, revision, shown }: Told['answers'][number]): void {
  for (const [name, value] of [[`r-${id}`, String(revision)], [`s-${id}`, shown]] as const) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
}

/** With the revisions that the texts were typed over. */
function valuesOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]))
}

/** Puts what was never acknowledged back into its fields, with the revision that it was typed over; true when something was. */
function giveBack(form: HTMLFormElement, fields: readonly Typed[], kept: Record<string, string>): boolean {
  const given = fields.filter((field) => {
    const value = kept[field.name]
    if (value === undefined) return false
    if (!(field instanceof HTMLInputElement && field.type === 'radio')) return put(field, value)
    const differs = field.value === value && !field.checked
    if (differs) field.checked = true
    return differs
  })
  for (const { name } of given) note(form, { id: name.slice(2), revision: Number(kept[`r-${name.slice(2)}`] ?? 0), shown: kept[`s-${name.slice(2)}`] ?? '' })
  return given.length > 0
}

function put(field: Typed, value: string): boolean {
  const differs = field.value !== value.replaceAll('\r\n', '\n')
  if (differs) field.value = value
  return differs
}

function read(key: string): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

function store(key: string, values: Record<string, string> | undefined): void {
  try {
    if (values) localStorage.setItem(key, JSON.stringify(values))
    else localStorage.removeItem(key)
  } catch {
    return
  }
}
