/** A whole SQLite installation as one file, and back. PostgreSQL has its own tools for it. */
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import type { Database } from '#db/database.server.ts'

export type BackupRefusal = 'exists' | 'not-ours' | 'damaged' | 'in-use'

/** Writes a consistent copy while others read and write; a killed backup leaves no file under the name. Returns why not, or undefined. */
export async function backUp(database: Database, file: string): Promise<BackupRefusal | undefined> {
  if (existsSync(file)) return 'exists'
  const part = `${file}.part`
  rmSync(part, { force: true })
  await sql`vacuum into ${part}`.execute(database.writer)
  const wrong = wrongWith(part)
  if (wrong === undefined) put(part, file)
  return wrong
}

/** Puts a backup in the place of a database that nobody has open. What stood there is kept beside it, under the name returned. */
export function restore(target: string, file: string, nowMs: number): { done: true; kept: string | undefined } | { done: false; because: BackupRefusal } {
  const wrong = wrongWith(file)
  if (wrong) return { done: false, because: wrong }
  if (existsSync(target) && !isFree(target)) return { done: false, because: 'in-use' }
  const kept = existsSync(target) ? `${target}.before-${new Date(nowMs).toISOString().replace(/[:.]/g, '-')}` : undefined
  const part = `${target}.part`
  copyFileSync(file, part)
  if (kept) renameSync(target, kept)
  put(part, target)
  return { done: true, kept }
}

function wrongWith(file: string): BackupRefusal | undefined {
  try {
    const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      if (sqlite.prepare(`select count(*) as n from sqlite_master where name in ('migration', 'mission', 'outbox')`).pluck().get() !== 3) return 'not-ours'
      return sqlite.pragma('integrity_check', { simple: true }) === 'ok' ? undefined : 'damaged'
    } finally {
      sqlite.close()
    }
  } catch {
    return 'not-ours'
  }
}

/** Leaving WAL asks for a file that no other connection has open, and folds everything into it. */
function isFree(file: string): boolean {
  const sqlite = new Sqlite(file, { timeout: 500 })
  try {
    return sqlite.pragma('journal_mode = delete', { simple: true }) === 'delete'
  } catch {
    return false
  } finally {
    sqlite.close()
  }
}

/** On the disk first, then under its name. */
function put(part: string, file: string): void {
  const handle = openSync(part, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(part, file)
}
