import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from '#db/schema.ts'

const INT8 = 20

/** Opens a pool of five connections; epoch milliseconds come back as numbers. Statements and locks give up after seconds. */
export function openPostgres(url: string): { write: Kysely<Schema>; read: Kysely<Schema>; close(): Promise<void> } {
  const types = {
    getTypeParser: (oid: number, format?: string) =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    types: types as pg.CustomTypesConfig,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 15_000,
  })
  pool.on('error', () => undefined)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { write: db, read: db, close: () => db.destroy() }
}
