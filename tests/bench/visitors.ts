/** People who load pages, in a process of their own. Arguments: cookie, then addresses. A line in: begins to count anew; 'end': ends. Prints a line of JSON for each line in. */
import { createInterface } from 'node:readline'

const VISITORS = 4
const PAUSE_MS = 150
const [, , cookie = '', ...addresses] = process.argv
let times: number[] = []
let wrong = 0
const house = { open: true }

async function visit(from: number): Promise<void> {
  for (let at = from; house.open; at++) {
    const began = performance.now()
    const fine = await fetch(addresses[at % addresses.length] ?? '', { headers: { cookie }, redirect: 'manual' }).then(async (answer) => (await answer.text()) !== '' && answer.status === 200, () => false)
    times.push(performance.now() - began)
    if (!fine) wrong++
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

for (let n = 0; n < VISITORS; n++) void visit(n)
for await (const line of createInterface({ input: process.stdin })) {
  const sorted = times.toSorted((a, b) => a - b)
  console.log(JSON.stringify({ pages: sorted.length, wrong, p50: sorted[sorted.length >> 1] ?? 0, p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0, max: sorted.at(-1) ?? 0 }))
  times = []
  wrong = 0
  if (line === 'end') break
}
house.open = false
