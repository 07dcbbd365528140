/** The thread in which one file is read: it has no network and no environment, answers once and is ended from outside. */
import { parentPort, workerData } from 'node:worker_threads'
import { readAny } from '#app/files/readers.ts'
import { Refused } from '#app/files/refusals.ts'

export type Task = { bytes: Uint8Array; name: string }
export type Answer = { read: Awaited<ReturnType<typeof readAny>> } | { because: Refused['because']; detail: string }

for (const name of ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource']) Reflect.deleteProperty(globalThis, name)

async function answer({ bytes, name }: Task): Promise<Answer> {
  try {
    return { read: await readAny(bytes, name) }
  } catch (error) {
    if (error instanceof Refused) return { because: error.because, detail: '' }
    return { because: 'broken', detail: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error).slice(0, 300) }
  }
}

parentPort?.postMessage(await answer(workerData as Task), [])
