/** The agenda and the grid, signed in, beside the bare reference: interleaved rounds, requests per second and CPU per request. */
import { spawn } from 'node:child_process'
import autocannon from 'autocannon'
import { ROOT } from '#cli/ensure.mjs'
import { cpuMs, spread } from '#tests/bench/figures.ts'
import { ROWS, makeMission } from '#tests/bench/mission.ts'
import { end, until } from '#tests/bench/processes.ts'
import { freePort, startSite } from '#tests/support/site.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3)

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
