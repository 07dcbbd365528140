/** The agenda and the grid, signed in, beside the bare reference: interleaved rounds, requests per second and CPU per request. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import autocannon from 'autocannon'
import { instantOf } from '#app/domain/time.ts'
import { ROOT } from '#cli/ensure.mjs'
import type { Database } from '#db/database.server.ts'
import { cpuMs, spread } from '#tests/bench/figures.ts'
import { freePort, startSite } from '#tests/support/site.ts'

const ROWS = 40
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3)
const DAY = '2027-03-02'
const ZONE = 'Asia/Dushanbe'

type Side = { url: string; pid: number; headers: Record<string, string>; want: string }
type Shot = { rps: number; cpu: number; bad: number }

export async function benchPages(): Promise<void> {
  const site = await startSite()
  const port = await freePort()
  const reference = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/reference.ts', String(port)], { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' }, stdio: 'ignore' })
  try {
    await makeMission(site.database)
    const cookie = await site.cookieOf()
    const bare: Side = { url: `http://127.0.0.1:${port}/sql+react`, pid: reference.pid ?? 0, headers: {}, want: 'Session 3' }
    await until(bare.url)
    const pages = { agenda: '/missions/bench/engagements/bench-0/agenda', grid: '/missions/bench/grid' }
    for (const [name, path] of Object.entries(pages)) {
      const own: Side = { url: site.origin + path, pid: site.pid, headers: { cookie }, want: 'Session 3' }
      for (const connections of [10, 50]) await compare(name, own, bare, connections)
    }
  } finally {
    await end(reference)
    await site.stop()
  }
}

async function compare(name: string, own: Side, bare: Side, connections: number): Promise<void> {
  const bytes = [await check(own), await check(bare)]
  for (const side of [own, bare]) await shoot(side, connections, 2)
  const shots: { own: Shot; bare: Shot }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % 2 === 0 ? await shoot(own, connections, SECONDS) : await shoot(bare, connections, SECONDS)
    const second = round % 2 === 0 ? await shoot(bare, connections, SECONDS) : await shoot(own, connections, SECONDS)
    shots.push(round % 2 === 0 ? { own: first, bare: second } : { own: second, bare: first })
  }
  const bad = shots.reduce((sum, shot) => sum + shot.own.bad + shot.bare.bad, 0)
  console.log(`${name}, ${ROWS} rows, ${connections} connections, ${ROUNDS} × ${SECONDS} s: requests per second ${spread(shots.map((shot) => shot.own.rps / shot.bare.rps))} of the reference, CPU per request ${spread(shots.map((shot) => shot.own.cpu / shot.bare.cpu))} × the reference (${bytes.join(' / ')} characters, ${bad} errors${bad ? ': does not count' : ''})`)
}

async function check({ url, headers, want }: Side): Promise<number> {
  const answer = await fetch(url, { headers, redirect: 'manual' })
  const text = await answer.text()
  if (answer.status !== 200 || !text.includes(want)) throw new Error(`${url} answered ${answer.status} without “${want}”`)
  return text.length
}

async function shoot({ url, pid, headers }: Side, connections: number, duration: number): Promise<Shot> {
  const before = cpuMs(pid)
  const result = await autocannon({ url, headers, connections, duration })
  const total = Math.max(1, result.requests.total)
  return { rps: result.requests.total / result.duration, cpu: (cpuMs(pid) - before) / total, bad: result.errors + result.timeouts + result.non2xx }
}

/** A mission of 40 meetings over five days, the first of which has an agenda of 40 items with a speaker each. */
async function makeMission(database: Database): Promise<void> {
  const at = (minute: number, day = DAY): number => instantOf(day, minute, ZONE).at
  await database.write(async (tx) => {
    const { id: accountId } = await tx.selectFrom('account').select('id').orderBy('created_ms').orderBy('id').executeTakeFirstOrThrow()
    await tx.insertInto('place').values({ id: 'bench-city', kind: 'city', name: 'Bench', name_key: 'bench', sort_key: 'bench', zone: ZONE }).execute()
    await tx.insertInto('mission').values({ id: 'bench', slug: 'bench', title: 'Bench', title_key: 'bench', start_day: DAY, end_day: '2027-03-06' }).execute()
    await tx.insertInto('membership').values({ id: 'bench', mission_id: 'bench', account_id: accountId, role: 'coordinator' }).execute()
    await tx.insertInto('stop').values({ id: 'bench-stop', mission_id: 'bench', place_id: 'bench-city', position: 1, arrive_day: DAY, depart_day: '2027-03-06' }).execute()
    for (let i = 0; i < ROWS; i++) {
      const day = `2027-03-0${2 + (i >> 3)}`
      const start = (8 + (i & 7)) * 60
      const end = start + (i === 0 ? ROWS * 10 : 50)
      await tx.insertInto('engagement').values({
        id: `bench-${i}`, mission_id: 'bench', stop_id: 'bench-stop', kind: 'meeting', title: `Session ${i} Opening & logistics`, title_key: `session ${i}`, status: i % 3 ? 'confirmed' : 'tentative',
        day, start_minute: start, end_minute: end, zone: ZONE, start_ms: at(start, day), end_ms: at(end, day), venue_text: `Room ${i % 6}`,
      }).execute()
      await tx.insertInto('person').values({ id: `bench-p-${i}`, name: `Ana Pérez ${i}`, name_key: `ana perez ${i}`, sort_key: `ana perez ${i}` }).execute()
      await tx.insertInto('agenda_item').values({
        id: `bench-i-${i}`, mission_id: 'bench', engagement_id: 'bench-0', position: i + 1, kind: 'presentation', title: `Session ${i} Opening & logistics`, day: DAY, start_minute: 480 + i * 10, end_minute: 490 + i * 10,
      }).execute()
      await tx.insertInto('participation').values({ id: `bench-s-${i}`, mission_id: 'bench', engagement_id: 'bench-0', agenda_item_id: `bench-i-${i}`, person_id: `bench-p-${i}`, role: 'speaker', printed_name: `Ana Pérez ${i}`, precedence: i + 1 }).execute()
    }
  })
}

async function until(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await fetch(url).then((answer) => answer.ok, () => false)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${url} does not answer`)
}

async function end(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await gone
}
