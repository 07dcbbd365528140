/** A relay at its worst, senders killed again and again, messages queued all the while, and what must be true in the end. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { expect } from 'vitest'
import { ROOT } from '#cli/ensure.mjs'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { fastClock } from '#tests/support/fast-clock.ts'
import { makeGuests, noticeTo, queueMails } from '#tests/support/queued-mail.ts'
import type { Wanted } from '#tests/support/queued-mail.ts'
import { calendarIn, startRelay } from '#tests/support/relay.ts'
import type { Relay } from '#tests/support/relay.ts'

/** A third as many guests as messages: each is invited and told of two changes. */
type Chaos = { url: string; messages: number; kills: number; instances: number }
export type ChaosFigures = { accepted: number; failed: number; superseded: number; kills: number; copies: number; repeated: number; tries: number }

/** A minute of waiting lasts 0.3 seconds. Timeouts of SMTP are real, and far shorter than a lease. */
const SPEED = 200
const VERSIONS = 3
const SMTP_OPTIONS = 'domainRate=600&domainConnections=3&socketTimeout=700&greetingTimeout=700&connectionTimeout=700'
const WITHIN_MS = 240_000

export async function wreak({ url, messages, kills, instances }: Chaos): Promise<ChaosFigures> {
  const relay = await startRelay()
  const people = messages / VERSIONS
  misbehave(relay)
  const fromMs = Date.now()
  const now = fastClock(fromMs, SPEED)
  const database = openDatabase(url)
  const senders = new Set<ChildProcess>()
  const script = bundled()
  const begin = (): Promise<void> => launch(script, [url, `smtp://127.0.0.1:${relay.port}?${SMTP_OPTIONS}`, String(fromMs), String(SPEED)], senders)
  try {
    await makeGuests(database, people)
    const waves = wavesOf(people, kills)
    for (let round = 0; round < kills; round++) {
      await queueMails(database, waves[round] ?? [], now())
      while (senders.size < instances) await begin()
      await sleep((40 + Math.random() * 260) * (instances === 1 ? 3 : 1))
      await kill([...senders][Math.floor(Math.random() * senders.size)] as ChildProcess)
    }
    while (senders.size < instances) await begin()
    const end = Date.now() + WITHIN_MS
    while ((await countUnsettled(database)) > 0 && Date.now() < end) await sleep(50)
    return { ...(await expectWhole(database, relay, people)), kills }
  } finally {
    for (const sender of senders) await kill(sender)
    await relay.close()
    await database.close()
  }
}

const GAPS = [0, 3, 6, 12] as const

/** One message ends whoever sends it, each time. Returns how many senders it took until all others were through, and what stands in the queue. */
export async function poison(url: string, people: number, poisoned: number): Promise<{ senders: number; states: string[] }> {
  const relay = await startRelay()
  const database = openDatabase(url)
  const living = new Set<ChildProcess>()
  const script = bundled()
  relay.manner = (address) => {
    if (address.startsWith(`guest${poisoned}@`)) for (const sender of living) sender.kill('SIGKILL')
    return {}
  }
  try {
    await makeGuests(database, people)
    await queueMails(database, Array.from({ length: people }, (_, n) => ({ n })), Date.now())
    let senders = 0
    for (const end = Date.now() + WITHIN_MS; (await countUnsettled(database)) > 0 && Date.now() < end; await sleep(20)) {
      if (living.size > 0) continue
      senders += 1
      await launch(script, [url, relay.url], living)
    }
    const rows = await database.read.selectFrom('outbox').select(['to_name', 'state']).execute()
    return { senders, states: rows.map(({ to_name, state }) => (state === 'accepted' ? state : `${to_name} ${state}`)).toSorted() }
  } finally {
    for (const sender of living) await kill(sender)
    await relay.close()
    await database.close()
  }
}

/** The versions of one guest lie several waves apart, so that some overtake their earlier ones and others do not. */
function wavesOf(people: number, kills: number): Wanted[][] {
  const waves: Wanted[][] = Array.from({ length: kills }, () => [])
  for (let n = 0; n < people; n++) {
    const first = Math.floor((n * kills) / people)
    for (let sequence = 0; sequence < VERSIONS; sequence++) waves[Math.min(kills - 1, first + sequence * (GAPS[n % GAPS.length] ?? 0))]?.push({ n, sequence, domain: `d${n % 7}.example` })
  }
  return waves.map((wave) => wave.toSorted((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0)))
}

const GONE = 19
const isGone = (n: number): boolean => n % 20 === GONE

/**
 * Every guest has a fate: greylisted twice, 421, 450, 451 or 452 once, all of it taken or lost and then no answer or a connection cut,
 * 550 always. Now and then nobody is let in at all.
 */
function misbehave(relay: Relay): void {
  const met = new Map<string, number>()
  let greeted = 0
  relay.greeting = () => (++greeted % 15 === 0 ? 421 : undefined)
  relay.manner = (address, stage) => {
    const n = Number(/\d+/.exec(address)?.[0])
    const times = met.get(`${stage} ${address}`) ?? 0
    met.set(`${stage} ${address}`, times + 1)
    if (isGone(n)) return { code: 550 }
    const fate = n % 20
    if (stage === 'recipient') return fate === 0 && times < 2 ? { code: 451 } : fate === 1 && times === 0 ? { code: 421 } : fate === 2 && times % 3 === 0 ? { code: 450 } : {}
    const once = times % 2 === 0
    if (fate === 3 && once) return { code: 451 }
    if (fate === 4 && once) return { code: 452 }
    if (fate === 5 && once) return { hang: true }
    if (fate === 6 && once) return { cut: true }
    if (fate === 8 && once) return { lose: true }
    return { delayMs: 5 + ((n * 7 + times) % 30), ...(fate === 7 && times === 0 ? { hangUp: true } : {}) }
  }
}

function bundled(): string {
  const outfile = join(ROOT, '.cache', 'kills', `drain-child-${process.pid}.mjs`)
  buildSync({ entryPoints: [join(ROOT, 'tests/support/drain-child.ts')], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', jsx: 'automatic' })
  return outfile
}

async function launch(script: string, args: string[], senders: Set<ChildProcess>): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  senders.add(child)
  child.once('exit', () => senders.delete(child))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', () => reject(new Error('A sender ended by itself')))
  })
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function countUnsettled(database: Database): Promise<number> {
  const row = await database.read.selectFrom('outbox').select((one) => one.fn.countAll<number>().as('n')).where('state', 'in', ['queued', 'retry', 'sending']).executeTakeFirstOrThrow()
  return Number(row.n)
}

async function expectWhole(database: Database, relay: Relay, people: number): Promise<Omit<ChaosFigures, 'kills'>> {
  const rows = await database.read.selectFrom('outbox').selectAll().execute()
  const told = (row: (typeof rows)[number]): string => `${row.to_name} version ${row.fifo_number} ${row.state}: ${row.last_text}`
  expect(rows.filter(({ state }) => !['accepted', 'failed', 'cancelled'].includes(state)).map(told), 'settled, and none put aside').toEqual([])
  expect(rows.length).toBe(people * VERSIONS)
  const last = rows.filter((row) => row.fifo_number === VERSIONS - 1)
  const guestOf = (name: string): number => Number(/\d+/.exec(name)?.[0])
  expect(last.filter((row) => row.state !== (isGone(guestOf(row.to_name)) ? 'failed' : 'accepted')).map(told), 'the last version arrived wherever there is somebody').toEqual([])
  expect(rows.filter((row) => row.state === 'failed' && !isGone(guestOf(row.to_name))).map(told), 'nobody else failed').toEqual([])
  expect(rows.filter((row) => row.state === 'cancelled' && row.superseded_by_id === null).map(told), 'only what something newer replaced was taken out').toEqual([])

  const copies = new Map<string, string[]>()
  const order = new Map<string, number[]>()
  for (const { bytes } of relay.taken) {
    const id = /^Message-ID: (\S+)/im.exec(bytes.toString('latin1'))?.[1] ?? ''
    copies.set(id, [...(copies.get(id) ?? []), createHash('sha256').update(bytes).digest('hex')])
    const calendar = calendarIn(bytes).replaceAll('\r\n ', '')
    const uid = /^UID:(\S+)/m.exec(calendar)?.[1] ?? ''
    order.set(uid, [...(order.get(uid) ?? []), Number(/^SEQUENCE:(\d+)/m.exec(calendar)?.[1])])
  }
  const hashOf = (row: (typeof rows)[number]): string => createHash('sha256').update(row.mime ?? '').digest('hex')
  expect(rows.filter((row) => row.state === 'accepted' && !copies.get(row.message_id)?.includes(hashOf(row))).map(told), 'nothing is called accepted that did not arrive').toEqual([])
  expect([...copies].filter(([, hashes]) => new Set(hashes).size > 1), 'every copy has the same bytes').toEqual([])
  expect([...order].filter(([, sequences]) => sequences.some((sequence, at) => at > 0 && sequence < (sequences[at - 1] ?? 0))), 'versions arrived in their order').toEqual([])
  expect(order.size, 'everybody who is there got something').toBe(Array.from({ length: people }, (_, n) => n).filter((n) => !isGone(n)).length)
  expect([...order.keys()].includes(noticeTo({ n: 0 }, 0).uid)).toBe(true)
  const count = (state: string): number => rows.filter((row) => row.state === state).length
  return { accepted: count('accepted'), failed: count('failed'), superseded: count('cancelled'), copies: relay.taken.length, repeated: relay.taken.length - copies.size, tries: Math.max(...rows.map(({ attempts }) => attempts)) }
}
