/** Processes killed with SIGKILL at a moment that chance chooses, and what must be true of the database afterwards. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { ROOT } from '#cli/ensure.mjs'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { findFaults } from '#db/faults.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { STEPS, TABLES_OF } from '#tests/support/slow-steps.ts'
import { makeTold } from '#tests/support/told-mission.ts'

const PEOPLE = ['ann', 'bob', 'eve']

/** Bundled once, so that a process begins at once: most of its life is then the work that the kill shall hit. */
function bundled(script: string): string {
  const outfile = join(ROOT, '.cache', 'kills', `${script}-${process.pid}.mjs`)
  buildSync({ entryPoints: [join(ROOT, 'tests/support', `${script}.ts`)], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' })
  return outfile
}

/** Starts a script, kills it `delayMs` after the first line it prints, and returns the lines. */
async function killed(script: string, url: string, delayMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, url], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delayMs))
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await gone
  expect(errors).toBe('')
  return text.split('\n').filter(Boolean)
}

/** How long a script works after its first line when nobody kills it. */
async function durationOf(script: string, url: string): Promise<number> {
  const child = spawn(process.execPath, [script, url], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  const began = new Promise<number>((resolve) => child.stdout.once('data', () => resolve(performance.now())))
  await new Promise((resolve) => child.once('close', resolve))
  return performance.now() - (await began)
}

/** Kills a writer `rounds` times on one database; everything acknowledged must be there, and every sending whole. */
export async function killWriters(url: string, rounds: number, mostMs = 400): Promise<void> {
  const database = openDatabase(url)
  await database.write(async (tx) => {
    for (const who of PEOPLE) await tx.insertInto('person').values({ id: who, name: who, name_key: who, sort_key: who, email: `${who}@example.org` }).execute()
  })
  await makeTold(database)
  await database.write(async (tx) => {
    for (const who of PEOPLE) await tx.insertInto('invitation').values({ id: `inv-${who}`, mission_id: 'told', engagement_id: 'told-meeting-1', person_id: who, uid: `${who}@uid` }).execute()
  })
  await database.close()
  const acknowledged: number[] = []
  const script = bundled('writes-until-killed')
  for (let round = 0; round < rounds; round++) {
    acknowledged.push(...(await killed(script, url, Math.random() * mostMs)).map(Number))
    const after = openDatabase(url)
    await expectWhole(after, acknowledged)
    await after.close()
  }
}

async function expectWhole(database: Database, acknowledged: readonly number[]): Promise<void> {
  const sent = await database.read.selectFrom('dispatch').leftJoin('outbox', 'outbox.dispatch_id', 'dispatch.id').select(['dispatch.id', (n) => n.fn.count('outbox.id').as('n')]).groupBy('dispatch.id').execute()
  expect(sent.filter((row) => Number(row.n) !== PEOPLE.length), 'sendings without all their messages').toEqual([])
  const there = new Set(sent.map((row) => Number(row.id.slice(1))))
  expect(acknowledged.filter((n) => !there.has(n)), 'acknowledged and lost').toEqual([])
  expect([...there].toSorted((a, b) => a - b), 'nothing in between is missing').toEqual([...there].map((_, i) => i))
  const acts = await database.read.selectFrom('act').select((n) => n.fn.countAll<number>().as('n')).where('noun', '=', 'dispatch').executeTakeFirstOrThrow()
  expect(Number(acts.n), 'one act per sending').toBe(there.size)
  expect((await findFaults(database)).filter((fault) => fault.kind !== 'instant' && fault.kind !== 'search-key')).toEqual([])
}

/** Kills a migration once on each of `rounds` fresh databases: the old or the new schema stands, and the next start completes it. */
export async function killMigrations(address: () => Promise<string>, rounds: number): Promise<string[][]> {
  const left: string[][] = []
  const script = bundled('migrates-until-killed')
  const mostMs = await durationOf(script, await address())
  for (let round = 0; round < rounds; round++) {
    const url = await address()
    await killed(script, url, Math.random() * mostMs)
    const database = openDatabase(url)
    const marks = await marksOf(database)
    const tables = (await tablesOf(database)).filter((name) => name !== 'migration')
    expect(tables.toSorted(), 'the tables of whole steps').toEqual(marks.flatMap((name) => TABLES_OF[name] ?? []).toSorted())
    expect(await migrate(database, STEPS)).toEqual(STEPS.map((step) => step.name).filter((name) => !marks.includes(name)))
    expect((await tablesOf(database)).length).toBe(Object.values(TABLES_OF).flat().length + 1)
    await database.close()
    left.push(marks)
  }
  return left
}

/** A backend of PostgreSQL may still be taking its transaction back: whoever asks for the lock waits for it. */
async function marksOf(database: Database): Promise<string[]> {
  return await database.write(async (tx) => {
    if (database.dialect.name === 'postgres') await sql`select pg_advisory_xact_lock(7301145)`.execute(tx)
    if (!(await tablesOf(database)).includes('migration')) return []
    return (await sql<{ name: string }>`select name from migration order by name`.execute(tx)).rows.map((row) => row.name)
  })
}

async function tablesOf(database: Database): Promise<string[]> {
  const { rows } = await (database.dialect.name === 'sqlite'
    ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
    : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`).execute(database.read)
  return rows.map((row) => row.name)
}
