/** Reads a file that somebody sent, in a thread of its own: one at a time, within limits of time and memory. */
import { LARGEST_FILE } from '#app/files/file.ts'
import type { FileText } from '#app/files/file.ts'
import { refusalSentence } from '#app/files/refusals.ts'
import type { Refusal } from '#app/files/refusals.ts'
import { inThread } from '#app/files/thread.server.ts'
import type { Limits, Outcome } from '#app/files/thread.server.ts'
import type { Answer, Task } from '#app/files/worker.ts'

/** `sentence` is for the person, `detail` what a library said, for the log. */
export type FileRefused = { refused: Refusal; sentence: string; detail: string }

const USUAL: Limits = { withinMs: 10_000, heapMb: 256, growthMb: 500 }
const MOST_WAITING = 20
const LONGEST_WAIT_MS = 30_000

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * The text of a file and what there is to say about it, or why it is not read. Never throws for what is in the file; `name` is a hint
 * only. Files are read one after another, so that the memory of the process bounds one reader, not all.
 */
export async function readFile(bytes: Uint8Array, name: string, limits: Partial<Limits> = {}): Promise<FileText | FileRefused> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > LARGEST_FILE) return refused('too-large')
  if (waiting >= MOST_WAITING) return refused('busy')
  const since = Date.now()
  waiting++
  const turn = last.then(() => (Date.now() - since > LONGEST_WAIT_MS ? refused('busy') : readInThread({ bytes, name: name.slice(-200) }, { ...USUAL, ...limits })))
  last = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    waiting--
  }
}

function refused(because: Refusal, detail = ''): FileRefused {
  return { refused: because, sentence: refusalSentence(because), detail }
}

async function readInThread(task: Task, limits: Limits): Promise<FileText | FileRefused> {
  const outcome: Outcome<Answer> = await inThread('worker', task, limits)
  if ('ended' in outcome) return refused(outcome.ended === 'broken' ? 'broken' : 'too-heavy', outcome.detail)
  return 'read' in outcome.answer ? outcome.answer.read : refused(outcome.answer.because, outcome.answer.detail)
}
