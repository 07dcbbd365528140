/** One task in a thread of its own, which is ended when it takes too long or too much. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

export type Limits = { withinMs: number; heapMb: number; /** How much the whole process may grow meanwhile. */ growthMb: number }

/** The thread's answer, or why there is none: a limit that was reached, or what a library said. */
export type Outcome<Answer> = { answer: Answer } | { ended: 'time' | 'heap' | 'growth' | 'broken'; detail: string }

const LOOK_EVERY_MS = 50
const MB = 1_048_576

/** Runs `build/files/<name>.js` (from the sources: `<name>-from-sources.mjs`) with the task; it has no environment and answers once. Never throws. */
export async function inThread<Answer>(name: 'worker' | 'writer', task: unknown, { withinMs, heapMb, growthMb }: Limits): Promise<Outcome<Answer>> {
  const worker = new Worker(findThread(name), {
    workerData: task, execArgv: [], env: {}, stdin: false, stdout: true, stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  const before = process.memoryUsage.rss()
  const timers: NodeJS.Timeout[] = []
  const outcome = await new Promise<Outcome<Answer>>((resolve) => {
    const end = (ended: 'time' | 'heap' | 'growth' | 'broken', detail: string = ended): void => resolve({ ended, detail })
    worker.once('message', (answer: Answer) => resolve({ answer }))
    worker.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? end('heap') : end('broken', String(error.message).slice(0, 300))))
    worker.once('exit', () => end('broken', 'the thread ended'))
    timers.push(setTimeout(() => end('time'), withinMs))
    timers.push(setInterval(() => {
      if (process.memoryUsage.rss() - before > growthMb * MB) end('growth')
    }, LOOK_EVERY_MS))
  })
  for (const timer of timers) clearInterval(timer)
  await worker.terminate()
  return outcome
}

/** The built thread beside the built server; from the sources it is compiled as it loads. */
function findThread(name: string): URL {
  if (import.meta.url.endsWith('/app/files/thread.server.ts')) return new URL(`${name}-from-sources.mjs`, import.meta.url)
  const built = [`./files/${name}.js`, `../files/${name}.js`].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(fileURLToPath(url)))
  if (!built) throw new Error(`build/files/${name}.js is missing; build again.`)
  return built
}
