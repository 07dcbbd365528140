export type Bell = { ring(): void; rung(withinMs: number): Promise<void> }

const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Waits until somebody rings or the time is up; a ring while nobody waits is kept for the next. */
export function makeBell(): Bell {
  let pending = false
  let listener: (() => void) | undefined
  return {
    ring() {
      pending = true
      listener?.()
    },
    async rung(withinMs) {
      if (!pending) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(withinMs, LONGEST_TIMER_MS))
          listener = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      listener = undefined
      pending = false
    },
  }
}
