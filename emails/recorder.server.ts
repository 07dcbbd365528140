import { recordOutcomes } from '#db/outbox-claims.server.ts'
import type { Outcome } from '#db/outbox-claims.server.ts'
import type { Post } from '#emails/outbox.server.ts'

export type Recorder = { record(outcome: Outcome): void; flush(): Promise<void> }

const TOGETHER_MS = 25
const AGAIN_MS = 1_000

/** Writes down what became of messages, those of one moment in one transaction; a database that refuses is asked again. */
export function makeRecorder({ database, owner, now, log, bell }: Post): Recorder {
  let waiting: Outcome[] = []
  let writing: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting
    waiting = []
    if (batch.length > 0) writing = writing.then(() => write(batch))
    return writing
  }
  const write = async (batch: Outcome[]): Promise<void> => {
    try {
      await recordOutcomes(database, owner, now(), batch)
      bell.ring()
    } catch (error) {
      log.error({ err: error }, 'what became of sent mail could not be written down')
      waiting.unshift(...batch)
      timer ??= setTimeout(flush, AGAIN_MS)
    }
  }
  return {
    flush,
    record(outcome) {
      waiting.push(outcome)
      timer ??= setTimeout(flush, TOGETHER_MS)
    },
  }
}
