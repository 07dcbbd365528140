/** The script of the capture page, and of the page that stands in for others while there is no network. */
import { mergeTexts } from '#app/domain/meetings/lines.ts'
import { cleanText } from '#app/domain/text.ts'
import { lockOf, openBook, sendKept } from '#app/ui/enhance/capture/book.ts'
import type { Book, Draft } from '#app/ui/enhance/capture/book.ts'
import { showClash } from '#app/ui/enhance/capture/clash.ts'
import { keepDay, startWorker } from '#app/ui/enhance/capture/day.ts'
import { make } from '#app/ui/enhance/capture/elements.ts'
import { offerInserts } from '#app/ui/enhance/capture/inserting.ts'
import { offerMarks } from '#app/ui/enhance/capture/marking.ts'
import { enter } from '#app/ui/enhance/capture/opening.ts'
import { draftFor, pageOf } from '#app/ui/enhance/capture/page.ts'
import type { CapturePage } from '#app/ui/enhance/capture/page.ts'
import { startSending } from '#app/ui/enhance/capture/sending.ts'
import { showStatus, statusOf } from '#app/ui/enhance/capture/status.ts'
import { listKept } from '#app/ui/enhance/capture/stand-in.ts'
import { LEFT, isUnsentHere, noteUnsent, onLeft } from '#app/ui/enhance/capture/traces.ts'
import { decided, due, isUnsent, typed } from '#app/ui/enhance/capture/writing.ts'
import type { Vault } from '#app/ui/enhance/capture/vault.ts'

const ELSEWHERE = 'This note is open in another tab of this browser. Write there, or close that tab.'

async function start(): Promise<void> {
  const page = pageOf(document)
  if (!page) return await listKept(document)
  const vault = await enter(page.person).catch(() => undefined)
  const draft = await draftFor(page, vault)
  await whenFree(draft, page, async () => {
    const fresh = (await vault?.read('notes', draft.facts.note).catch(() => undefined)) !== undefined ? await draftFor(page, vault) : draft
    write(page, fresh, vault)
  })
  if (vault) await keepAround(page, vault)
}

/** A note has one writer in this browser at a time: another tab waits until the first is closed. */
async function whenFree({ facts }: Draft, page: CapturePage, run: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return await run()
  const free = await new Promise<boolean>((resolve) => {
    void navigator.locks.request(lockOf(facts.note), { ifAvailable: true }, async (lock) => {
      resolve(lock !== null)
      if (lock) await forever()
    })
  })
  if (free) return await run()
  page.field.readOnly = true
  showStatus(page.status, { state: 'wrong', words: ELSEWHERE })
  void navigator.locks.request(lockOf(facts.note), async () => {
    page.field.readOnly = false
    await run()
    await forever()
  })
}

function forever(): Promise<never> {
  return new Promise(() => undefined)
}

/** Ties the field to the note: what is typed is kept at once and sent after a short pause. */
function write(page: CapturePage, draft: Draft, vault: Vault | undefined): void {
  const { field, form } = page
  const book: Book = openBook(draft, vault, () => show())
  const sending = startSending(book)
  const showMarks = offerMarks(document, field, book, sending.now)
  const decide = (text: string): void => {
    book.change((writing) => decided(writing, text, crypto.randomUUID(), Date.now()))
    sending.now()
  }
  const show = (): void => {
    put(field, book.writing.text)
    showStatus(page.status, statusOf(book, page.clock))
    showClash(book, page.status, field.lang, decide)
    showMarks?.(book)
    if (isUnsent(book.writing) && !isUnsentHere()) noteUnsent(true)
  }
  offerInserts(document, field, () => page.clock(Date.now()))
  field.addEventListener('input', () => {
    book.change((writing) => typed(writing, field.value, Date.now()))
    sending.soon()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    sending.now()
  })
  page.language?.addEventListener('change', () => {
    field.lang = page.language?.value ?? ''
    book.tell({ language: field.lang })
    book.change((writing) => due(writing, crypto.randomUUID(), Date.now(), true))
    sending.now()
  })
  document.addEventListener(LEFT, () => {
    field.readOnly = true
    book.close()
  })
  if (field.value !== field.defaultValue) {
    const early = field.value
    book.change((writing) => typed(writing, joined(field.defaultValue, writing.text, early), Date.now()))
    sending.soon()
  }
  show()
  if (book.writing.since > 0) sending.now()
}

/** What was typed before this script was ready, together with what the device had kept. */
function joined(page: string, kept: string, early: string): string {
  return mergeTexts(cleanText(page), kept, early) ?? `${kept}\n${early}`
}

/** Puts another text into the field, the cursor staying with the words around it. */
function put(field: HTMLTextAreaElement, text: string): void {
  const { value, selectionStart, selectionEnd } = field
  if (value === text) return
  let head = 0
  while (head < value.length && value[head] === text[head]) head++
  let tail = 0
  while (tail < Math.min(value.length, text.length) - head && value.at(-1 - tail) === text.at(-1 - tail)) tail++
  const moved = (at: number): number => (at <= head ? at : at >= value.length - tail ? at + text.length - value.length : Math.min(at, text.length - tail))
  field.value = text
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd))
}

/** What other notes still hold is sent, and the day's pages are laid by. */
async function keepAround(page: CapturePage, vault: Vault): Promise<void> {
  const told = make('p', { className: 'small soft', data: { captureDay: '' } })
  page.status.after(told)
  const renew = async (): Promise<void> => {
    await sendKept(vault)
    if (page.isKeptCopy) return
    const kept = await keepDay(vault, page.day)
    told.textContent = isWorking && kept > 0 ? `Without a connection you can write the ${kept === 1 ? 'note of 1 meeting' : `notes of ${kept} meetings`} of this day here.` : ''
  }
  const again = (): void => void renew().catch(() => undefined)
  onLeft(() => location.reload())
  addEventListener('online', () => void sendKept(vault).catch(() => undefined))
  const isWorking = await startWorker(again)
  await renew()
}

void start().catch(() => undefined)
