/** The built server in a process of its own, with a database of its own, as a browser or a script meets it. */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isBuilt } from '#cli/built.mjs'
import { ROOT } from '#cli/ensure.mjs'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { newSecret } from '#db/ids.server.ts'
import { hashOf } from '#db/tokens.server.ts'
import { DEMO_COORDINATOR } from '#db/seed/demo.server.ts'

export type Site = {
  origin: string
  pid: number
  dataDir: string
  /** The same database in the test's own process. */
  database: Database
  /** What the server printed so far. */
  printed(): string
  /** The `Cookie` header of a fresh session. */
  cookieOf(email?: string): Promise<string>
  /** A GET or, with `form`, a POST of a form from the site's own page. Redirects are not followed. */
  ask(path: string, options?: { cookie?: string; form?: Record<string, string | string[]>; headers?: Record<string, string> }): Promise<Response>
  kill(signal: NodeJS.Signals): Promise<void>
  stop(): Promise<void>
}

/** Starts the server (built first where build/ is stale) on a free port, with the demo unless `DEMO` is '0'. */
export async function startSite(env: Record<string, string> = {}): Promise<Site> {
  ensureBuilt()
  const port = Number(env['PORT'] ?? (await freePort()))
  const dataDir = env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'caravan-site-'))
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['build/server.js'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', LOG_LEVEL: 'warn', ...env, PORT: String(port), DATA_DIR: dataDir },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await answering(origin, child, () => text)
  const database = openDatabase(env['DATABASE_URL'] ?? `file:${join(dataDir, 'caravan.db')}`)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }
  return {
    origin, pid: child.pid ?? 0, dataDir, database, printed: () => text, kill: end,
    cookieOf: (email = DEMO_COORDINATOR) => openSession(database, email),
    ask(path, { cookie, form, headers } = {}) {
      const common = { ...(cookie ? { cookie } : {}), ...headers }
      if (!form) return fetch(origin + path, { headers: common, redirect: 'manual' })
      const body = new URLSearchParams(Object.entries(form).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one])))
      return fetch(origin + path, { method: 'POST', redirect: 'manual', body, headers: { origin, 'sec-fetch-site': 'same-origin', ...common } })
    },
    async stop() {
      await end('SIGTERM')
      await database.close()
      if (env['DATA_DIR'] === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Several test files may ask at once; one builds, the others wait. */
export function ensureBuilt(): void {
  const lock = join(ROOT, '.cache', 'building')
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  while (!isBuilt()) {
    try {
      mkdirSync(lock)
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
      continue
    }
    try {
      const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'cli/build.ts'], { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production' } })
      if (status !== 0) throw new Error(`The build failed:\n${stderr.slice(-2_000)}`)
    } finally {
      rmSync(lock, { recursive: true, force: true })
    }
  }
}

async function answering(origin: string, child: ChildProcess, printed: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`The server ended at once:\n${printed()}`)
    const found = await fetch(`${origin}/healthz`).then((answer) => answer.ok, () => false)
    if (found) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The server did not answer:\n${printed()}`)
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

export async function openSession(database: Database, email: string): Promise<string> {
  const secret = newSecret()
  await database.write(async (tx) => {
    const account = await tx.selectFrom('account').select('id').where('email_key', '=', email.toLowerCase()).executeTakeFirstOrThrow()
    await tx.insertInto('session').values({ id_hash: hashOf(secret), account_id: account.id, created_ms: Date.now(), seen_ms: Date.now(), expires_ms: Date.now() + 86_400_000 }).execute()
  })
  return `caravan=${secret}`
}
