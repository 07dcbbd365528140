/** Calendar feeds of 40 events: whole and unchanged, beside a feed written by hand and, where it is installed, beside Radicale. */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { ROOT } from '#cli/ensure.mjs'
import { newId } from '#db/ids.server.ts'
import { hashOf } from '#db/tokens.server.ts'
import { spread } from '#tests/bench/figures.ts'
import { makeMission } from '#tests/bench/mission.ts'
import { end, until } from '#tests/bench/processes.ts'
import { freePort, startSite } from '#tests/support/site.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3)
const CONNECTIONS = 10

type Variant = { name: string; url: string; headers: Record<string, string>; want: number; rates: number[]; bad: number }

/** Prints requests per second and the ratios of interleaved rounds: ours to each of the others, unchanged to whole. */
export async function benchFeeds(): Promise<void> {
  const site = await startSite()
  const port = await freePort()
  const reference = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/feed-reference.ts', String(port)], { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' }, stdio: 'ignore' })
  const folder = mkdtempSync(join(tmpdir(), 'caravan-feeds-'))
  let radicale: ChildProcess | undefined
  try {
    await makeMission(site.database)
    const token = 'B'.repeat(43)
    await site.database.write((tx) => tx.insertInto('feed').values({ id: newId(Date.now()), mission_id: 'bench', kind: 'mission', subject_id: 'bench', token_hash: hashOf(token), account_name: 'bench', created_ms: Date.now() }).execute())
    const ours = `${site.origin}/calendar/${token}.ics`
    const byHand = `http://127.0.0.1:${port}/`
    await until(byHand)
    const variants = [...(await variantsOf('ours', ours)), ...(await variantsOf('by hand', byHand))]
    const text = await (await fetch(ours)).text()
    const theirs = await startRadicale(folder, text)
    radicale = theirs?.child
    if (theirs) variants.push({ name: 'Radicale 200', url: theirs.url, headers: theirs.headers, want: 200, rates: [], bad: 0 })
    for (let round = -1; round < ROUNDS; round++) for (const variant of round % 2 === 0 ? variants : variants.toReversed()) await shoot(variant, round < 0)
    report(variants, text)
  } finally {
    if (radicale) await end(radicale)
    await end(reference)
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function variantsOf(side: string, url: string): Promise<Variant[]> {
  const etag = (await fetch(url)).headers.get('etag') ?? ''
  return [{ name: `${side} 200`, url, headers: {}, want: 200, rates: [], bad: 0 }, { name: `${side} 304`, url, headers: { 'if-none-match': etag }, want: 304, rates: [], bad: 0 }]
}

async function shoot(variant: Variant, warm: boolean): Promise<void> {
  const result = await autocannon({ url: variant.url, headers: variant.headers, connections: CONNECTIONS, duration: warm ? 1 : SECONDS })
  const right = variant.want === 304 ? result['3xx'] : result['2xx']
  if (warm) return
  variant.rates.push(right / result.duration)
  variant.bad += result.errors + result.timeouts + (result.requests.total - right > CONNECTIONS ? result.requests.total - right : 0)
}

function report(variants: readonly Variant[], text: string): void {
  const bad = variants.reduce((sum, variant) => sum + variant.bad, 0)
  console.log(`feeds: ${text.split('BEGIN:VEVENT').length - 1} events, ${text.length} bytes, ${CONNECTIONS} connections, ${ROUNDS} × ${SECONDS} s, ${bad} errors${bad ? ': does not count' : ''}`)
  for (const { name, rates } of variants) console.log(`  ${name.padEnd(12)} ${spread(rates)} a second`)
  const ratio = (one: string, other: string): void => {
    const [a, b] = [variants.find(({ name }) => name === one), variants.find(({ name }) => name === other)]
    if (a && b) console.log(`  ${one} / ${other}: ${spread(a.rates.map((rate, at) => rate / (b.rates[at] ?? rate)))}`)
  }
  ratio('ours 200', 'by hand 200')
  ratio('ours 304', 'ours 200')
  ratio('ours 200', 'Radicale 200')
  ratio('ours 304', 'Radicale 200')
}

/** Radicale with the same events in one calendar; undefined where it is not installed. */
async function startRadicale(folder: string, text: string): Promise<{ child: ChildProcess; url: string; headers: Record<string, string> } | undefined> {
  if (spawnSync('radicale', ['--version']).status !== 0) {
    console.log('  Radicale is not installed (apt-get install radicale): left out')
    return undefined
  }
  const port = await freePort()
  const calendar = join(folder, 'collection-root', 'bench', 'calendar')
  mkdirSync(calendar, { recursive: true })
  writeFileSync(join(calendar, '.Radicale.props'), JSON.stringify({ tag: 'VCALENDAR' }))
  for (const [at, event] of text.split('BEGIN:VEVENT').slice(1).entries()) {
    const body = event.split('END:VCALENDAR')[0] ?? ''
    writeFileSync(join(calendar, `${at}.ics`), `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Bench//EN\r\nBEGIN:VEVENT${body}END:VCALENDAR\r\n`)
  }
  const config = join(folder, 'radicale.conf')
  writeFileSync(config, `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = none\n[rights]\ntype = authenticated\n[storage]\nfilesystem_folder = ${folder}\n[logging]\nlevel = error\n`)
  const child = spawn('radicale', ['--config', config], { stdio: 'ignore' })
  const headers = { authorization: `Basic ${Buffer.from('bench:x').toString('base64')}` }
  const url = `http://127.0.0.1:${port}/bench/calendar/`
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(url, { headers }).catch(() => undefined)
    if (answer?.ok) return { child, url, headers }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill()
  console.log('  Radicale does not answer: left out')
  return undefined
}
