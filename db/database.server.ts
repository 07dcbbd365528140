/** One code for two databases: SQLite by default, PostgreSQL where `DATABASE_URL` says so. */
import type { Kysely, Transaction } from 'kysely'
import { POSTGRES, SQLITE } from '#db/dialect.ts'
import type { Dialect } from '#db/dialect.ts'
import { openPostgres } from '#db/postgres.server.ts'
import { openSqlite } from '#db/sqlite.server.ts'
import type { Schema } from '#db/schema.ts'

/** For reading only; a transaction's `tx` may stand wherever a `Db` is asked. */
export type Db = Kysely<Schema>
/** For writing; a plain `Db` does not compile where a `Tx` is asked. */
export type Tx = Transaction<Schema>

export type Database = {
  dialect: Dialect
  read: Db
  /** Only for the migration runner and checks; everything else writes through `write`. */
  writer: Db
  /** Runs `work` in one write transaction. Inside it, await nothing but `tx`. A busy database is tried again five times. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens `file:…`, a plain path, `:memory:` or `postgres://…`. Throws a sentence for anything else. */
export function openDatabase(url: string): Database {
  if (/^postgres(ql)?:\/\//.test(url)) return withRetry(POSTGRES, openPostgres(url))
  if (/^[a-z]+:\/\//.test(url)) throw new Error(`DATABASE_URL must start with file: or postgres://, not “${url.split(':')[0]}:”.`)
  return withRetry(SQLITE, openSqlite(url.replace(/^file:/, '')))
}

type Open = { write: Db; read: Db; close(): Promise<void> }

function withRetry(dialect: Dialect, open: Open): Database {
  return {
    dialect,
    read: open.read,
    writer: open.write,
    close: open.close,
    async write(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await open.write.transaction().execute(work)
        } catch (error) {
          if (attempt > 5 || !isPassing(error)) throw error
          await new Promise((resolve) => setTimeout(resolve, 20 * attempt + Math.random() * 80))
        }
      }
    },
  }
}

const PASSING = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', '40001', '40P01', '55P03'])

/** True for "somebody else is writing": a lock or serialisation failure that another try may get past. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && PASSING.has(String(error.code))
}

const HELD = new Set(['SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23503', '23505'])

/** True when a row could not go because another refers to it, or could not come because another stands in its place. */
export function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && HELD.has(String(error.code))
}
