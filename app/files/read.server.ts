/** Reads a file that somebody sent, in a thread of its own: one at a time, within limits of time and memory. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { LARGEST_FILE } from '#app/files/file.ts'
import type { FileText } from '#app/files/file.ts'
import { refusalSentence } from '#app/files/refusals.ts'
import type { Refusal } from '#app/files/refusals.ts'
import type { Answer, Task } from '#app/files/worker.ts'

/** `sentence` is for the person, `detail` what a library said, for the log. */
export type FileRefused = { refused: Refusal; sentence: string; detail: string }
export type Limits = { withinMs: number; heapMb: number; /** How much the whole process may grow meanwhile. */ growthMb: number }

const USUAL: Limits = { withinMs: 10_000, heapMb: 256, growthMb: 500 }
const MOST_WAITING = 20
const LONGEST_WAIT_MS = 30_000
const LOOK_EVERY_MS = 50
const MB = 1_048_576

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

async function readInThread(task: Task, { withinMs, heapMb, growthMb }: Limits): Promise<FileText | FileRefused> {
  const worker = new Worker(findThread(), {
    workerData: task, execArgv: [], env: {}, stdin: false, stdout: true, stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  const before = process.memoryUsage.rss()
  const timers: NodeJS.Timeout[] = []
  const outcome = await new Promise<FileText | FileRefused>((resolve) => {
    worker.once('message', (answer: Answer) => resolve('read' in answer ? answer.read : refused(answer.because, answer.detail)))
    worker.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refused('too-heavy', 'heap') : refused('broken', String(error.message).slice(0, 300))))
    worker.once('exit', () => resolve(refused('broken', 'the thread ended')))
    timers.push(setTimeout(() => resolve(refused('too-heavy', 'time')), withinMs))
    timers.push(setInterval(() => {
      if (process.memoryUsage.rss() - before > growthMb * MB) resolve(refused('too-heavy', 'growth'))
    }, LOOK_EVERY_MS))
  })
  for (const timer of timers) clearInterval(timer)
  await worker.terminate()
  return outcome
}

/** The built thread beside the built server; from the sources it is compiled as it loads. */
function findThread(): URL {
  if (import.meta.url.endsWith('/app/files/read.server.ts')) return new URL('worker-from-sources.mjs', import.meta.url)
  const built = ['./files/worker.js', '../files/worker.js'].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(fileURLToPath(url)))
  if (!built) throw new Error('build/files/worker.js is missing; build again.')
  return built
}
