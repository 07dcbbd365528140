/** A real PostgreSQL for tests, and suites that run on both databases. */
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { findPostgres } from '#cli/system.mjs'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'

export type Postgres = {
  /** A new empty database, or a copy of another one that nobody is connected to. */
  create(template?: string): Promise<{ name: string; url: string }>
  stop(): Promise<void>
}

/** Nothing here outlives the test, so nothing waits for the disk. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', listen_addresses: '', max_connections: '60', shared_buffers: '16MB', log_min_messages: 'fatal' }

/** Starts a server of its own in a temporary folder, reached by a socket there; as another person where this one is root, because it refuses root. */
export async function startPostgres(): Promise<Postgres> {
  const programs = findPostgres()
  if (!programs) throw new Error('The tests need PostgreSQL. Install with: apt-get install postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'caravan-pg-'))
  const person = anybodyButRoot()
  if (person) chownSync(folder, person.uid, person.gid)
  const data = join(folder, 'data')
  const made = spawnSync(join(programs, 'initdb'), ['-D', data, '-U', 'caravan', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'], { ...person, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stderr}`)
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: folder }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings], { ...person, cwd: folder, stdio: 'ignore' })
  const end = (): boolean => server.kill('SIGQUIT')
  process.once('exit', end)
  const urlOf = (name: string): string => `postgres://caravan@localhost/${name}?host=${encodeURIComponent(folder)}`
  await answering(urlOf('postgres'), () => server.exitCode !== null)
  let count = 0
  return {
    async create(template = 'template0') {
      const name = `test_${++count}`
      await query(urlOf('postgres'), `create database ${name} template ${template}`)
      return { name, url: urlOf(name) }
    },
    async stop() {
      process.removeListener('exit', end)
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The ids of the server's own account, where this process is root. */
function anybodyButRoot(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim() || '65534')
  return { uid: idOf('-u'), gid: idOf('-g') }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function answering(url: string, isOver: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await query(url, 'select 1').then(() => true, () => false)) return
    if (isOver()) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('PostgreSQL did not start.')
}

/** What a suite gets: a fresh database, migrated unless it is asked for `bare`, and closed after the test. */
type Fresh = {
  open(options?: { bare?: boolean }): Promise<Database>
  /** The same as an address, for a process of its own. */
  address(options?: { bare?: boolean }): Promise<string>
}

/** Runs the suite twice: on SQLite (a file, with its reading connection) and on PostgreSQL. */
export function eachDatabase(name: string, suite: (fresh: Fresh, dialect: 'sqlite' | 'postgres') => void): void {
  describe(`${name} on SQLite`, () => {
    let folder = ''
    let count = 0
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'caravan-sqlite-'))
      await migrateAt(`file:${join(folder, 'template.db')}`)
    })
    const { fresh, closeAll } = keeping(async (bare) => {
      const file = join(folder, `${++count}.db`)
      if (!bare) copyFileSync(join(folder, 'template.db'), file)
      return `file:${file}`
    })
    afterEach(closeAll)
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
    suite(fresh, 'sqlite')
  })
  describe(`${name} on PostgreSQL`, () => {
    let server: Postgres
    let template = ''
    beforeAll(async () => {
      server = await startPostgres()
      const first = await server.create()
      await migrateAt(first.url)
      template = first.name
    })
    const { fresh, closeAll } = keeping(async (bare) => (await server.create(bare ? undefined : template)).url)
    afterEach(closeAll)
    afterAll(() => server.stop())
    suite(fresh, 'postgres')
  })
}

async function migrateAt(url: string): Promise<void> {
  const database = openDatabase(url)
  await migrate(database)
  await database.close()
}

function keeping(make: (bare: boolean) => Promise<string>): { fresh: Fresh; closeAll(): Promise<void> } {
  const open: Database[] = []
  const address: Fresh['address'] = async ({ bare = false } = {}) => await make(bare)
  return {
    fresh: {
      address,
      async open(options) {
        const database = openDatabase(await address(options))
        open.push(database)
        return database
      },
    },
    async closeAll() {
      for (const database of open.splice(0)) await database.close()
    },
  }
}
