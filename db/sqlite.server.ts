import Sqlite from 'better-sqlite3'
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
import type { DatabaseConnection, Driver, SqliteDialectConfig } from 'kysely'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Schema } from '#db/schema.ts'

/** `begin immediate`: a deferred transaction that reads first and writes later meets SQLITE_BUSY_SNAPSHOT without any wait. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#config)
  }
  override createAdapter(): SqliteAdapter {
    return new SqliteAdapter()
  }
}

export type OpenSqlite = { write: Kysely<Schema>; read: Kysely<Schema>; close(): Promise<void> }

/**
 * Opens one writing and one read-only connection, so that a transaction never stalls a page.
 * WAL with `synchronous=FULL`: what was acknowledged survives a power cut (the driver's own default would not).
 */
export function openSqlite(file: string): OpenSqlite {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const writer = new Sqlite(file)
  settle(writer)
  const write = new Kysely<Schema>({ dialect: new ImmediateDialect({ database: writer }) })
  if (file === ':memory:') return { write, read: write, close: () => write.destroy() }
  let reader: Sqlite.Database | undefined
  const openReader = async (): Promise<Sqlite.Database> => {
    reader = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 100 })
    reader.pragma('trusted_schema = off')
    return withKeptStatements(reader)
  }
  const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: openReader }) })
  const close = async (): Promise<void> => {
    await read.destroy()
    if (writer.open) writer.pragma('wal_checkpoint(truncate)')
    await write.destroy()
  }
  return { write, read, close }
}

function settle(sqlite: Sqlite.Database): void {
  sqlite.pragma('busy_timeout = 100')
  sqlite.pragma('journal_mode = wal')
  sqlite.pragma('synchronous = full')
  sqlite.pragma('foreign_keys = on')
  sqlite.pragma('trusted_schema = off')
  sqlite.pragma('journal_size_limit = 67108864')
}

const MOST_STATEMENTS = 500

/** Keeps what was prepared: parsing and planning a page's queries anew costs more than running them. */
function withKeptStatements(sqlite: Sqlite.Database): Sqlite.Database {
  const kept = new Map<string, Sqlite.Statement>()
  const prepare = sqlite.prepare.bind(sqlite)
  const prepareOnce = (source: string): Sqlite.Statement => {
    const known = kept.get(source)
    if (known) return known
    if (kept.size >= MOST_STATEMENTS) kept.clear()
    const statement = prepare(source)
    kept.set(source, statement)
    return statement
  }
  return Object.assign(sqlite, { prepare: prepareOnce })
}
