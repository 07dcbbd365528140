/** Readiness, matrix and why pages of a mission with 2,000 notes, 20,000 excerpts and 5,000 findings, beside those of the demo. */
import { countChange } from '#db/evidence-version.server.ts'
import { spread } from '#tests/bench/figures.ts'
import { MUCH, fillMuch } from '#tests/support/much-said.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 40)
/** Looks right after the evidence changed, when everything is counted anew. */
const FIRST = 7
/** The time that a page may take, as a multiple of the demo's. */
const LIMIT = 3
const DEMO = '/missions/smart-city-regional-roadshow'
const PAGES: Record<string, [demo: string, much: string]> = {
  readiness: ['/readiness', '/readiness'], gaps: ['/readiness/gaps', '/readiness/gaps'], why: ['/readiness/dimension-4', '/readiness/much-d-3'], evidence: ['/evidence', '/evidence'], findings: ['/findings', '/findings'], cockpit: ['', ''],
}

/** Prints for each page the milliseconds of both missions and their ratio, in interleaved rounds. */
export async function benchAssessment(): Promise<void> {
  const site = await startSite()
  try {
    const { id } = await site.database.read.selectFrom('account').select('id').where('email_key', '=', 'coordinator@example.org').executeTakeFirstOrThrow()
    await fillMuch(site.database, 'much', id, MUCH)
    const cookie = await site.cookieOf()
    console.log(`pages of a mission with ${MUCH.notes} notes, ${MUCH.excerpts} excerpts, ${MUCH.findings} findings beside the demo's, ${ROUNDS} interleaved rounds, limit ${LIMIT} ×`)
    for (const [name, [demo, much]] of Object.entries(PAGES)) await compare(site, cookie, name, DEMO + demo, `/missions/much${much}`)
  } finally {
    await site.stop()
  }
}

async function compare(site: Site, cookie: string, name: string, demo: string, much: string): Promise<void> {
  const rounds: { demo: number; much: number }[] = []
  for (let round = -3; round < ROUNDS; round++) {
    const shot = round % 2 === 0 ? { demo: await timed(site, cookie, demo), much: await timed(site, cookie, much) } : turned(await timed(site, cookie, much), await timed(site, cookie, demo))
    if (round >= 0) rounds.push(shot)
  }
  const ratio = spread(rounds.map((shot) => shot.much / shot.demo))
  const first: number[] = []
  for (let round = 0; round < FIRST; round++) {
    await site.database.write((tx) => countChange(tx, 'much'))
    first.push(await timed(site, cookie, much))
  }
  console.log(`  ${name.padEnd(10)} demo ${spread(rounds.map((shot) => shot.demo))} ms, much ${spread(rounds.map((shot) => shot.much))} ms, ratio ${ratio}; the first time after a change ${spread(first)} ms`)
}

function turned(much: number, demo: number): { demo: number; much: number } {
  return { demo, much }
}

async function timed(site: Site, cookie: string, path: string): Promise<number> {
  const from = performance.now()
  const answer = await site.ask(path, { cookie })
  await answer.text()
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
  return performance.now() - from
}
