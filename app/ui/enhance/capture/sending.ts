/** When what is written is sent: two seconds after the last key, ten after the first at the latest, and again until it arrives. */
import type { Book } from '#app/ui/enhance/capture/book.ts'
import { SEND } from '#app/ui/enhance/capture/traces.ts'
import { due, isUnsent } from '#app/ui/enhance/capture/writing.ts'

const PAUSE_MS = 2_000
const AT_MOST_MS = 10_000
const AGAIN_MS = [2_000, 4_000, 8_000, 15_000, 30_000]

export type Sending = { /** Something was typed. */ soon(): void; /** Sends now. */ now(): void }

export function startSending(book: Book): Sending {
  let pause: ReturnType<typeof setTimeout> | undefined
  let latest: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let failed = 0

  const send = async (): Promise<void> => {
    for (const timer of [pause, latest, again]) clearTimeout(timer)
    pause = latest = again = undefined
    book.change((writing) => due(writing, crypto.randomUUID(), Date.now()))
    await book.send()
    const { writing, reach } = book
    if (reach.is === 'here') failed = 0
    if (!isUnsent(writing) || writing.clash || writing.stopped !== undefined || pause) return
    again = setTimeout(now, reach.is === 'here' ? PAUSE_MS : AGAIN_MS[Math.min(failed++, AGAIN_MS.length - 1)])
  }
  const now = (): void => void send().catch(() => undefined)
  addEventListener('online', now)
  document.addEventListener(SEND, now)
  document.addEventListener('visibilitychange', () => {
    if (isUnsent(book.writing)) now()
  })
  addEventListener('beforeunload', (event) => {
    if (isUnsent(book.writing) && !book.kept) event.preventDefault()
  })
  return {
    now,
    soon() {
      clearTimeout(pause)
      pause = setTimeout(now, PAUSE_MS)
      latest ??= setTimeout(now, AT_MOST_MS)
    },
  }
}
