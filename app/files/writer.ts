/** The thread in which one paper is written: it has no network and no environment, answers once and is ended from outside. */
import { parentPort, workerData } from 'node:worker_threads'
import type { PaperFormat } from '#app/domain/papers/formats.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import { writeAny } from '#app/files/writers.ts'

/** `links` by `sourceKey`. */
export type WriteTask = { paper: Paper; format: PaperFormat; links: Map<string, string>; writtenMs: number; figures: Map<string, Uint8Array> }
export type WriteAnswer = { bytes: Uint8Array } | { broken: string }

for (const name of ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource']) Reflect.deleteProperty(globalThis, name)

async function answer(task: WriteTask): Promise<WriteAnswer> {
  try {
    return { bytes: await writeAny(task) }
  } catch (error) {
    return { broken: error instanceof Error ? `${error.name}: ${error.message} ${error.stack?.split('\n')[1] ?? ''}`.slice(0, 400) : String(error).slice(0, 300) }
  }
}

parentPort?.postMessage(await answer(workerData as WriteTask), [])
