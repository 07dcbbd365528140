import Sqlite from 'better-sqlite3'
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
import type { DatabaseConnection, Driver, QueryResult, SqliteDialectConfig } from 'kysely'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Schema } from '#db/schema.ts'

/**
 * `begin immediate`: a deferred transaction that reads first and writes later meets SQLITE_BUSY_SNAPSHOT without any wait.
 * Statements answer at once, so a transaction of thousands would keep every page waiting: it lets others through as it goes.
 */
class ImmediateDriver extends SqliteDriver {
  #kept: Breathing | undefined
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    this.#kept ??= new Breathing(connection)
    this.#kept.begin()
    return this.#kept
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

const BREATH_MS = 8
const BREATH_STATEMENTS = 50

/** A connection that gives way to whatever else waits in this process once it was busy for some milliseconds with many statements; a short transaction never does. */
class Breathing implements DatabaseConnection {
  readonly #connection: DatabaseConnection
  #sinceMs = 0
  #statements = 0
  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }
  begin(): void {
    this.#sinceMs = performance.now()
    this.#statements = 0
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (++this.#statements > BREATH_STATEMENTS && performance.now() - this.#sinceMs > BREATH_MS) {
      await new Promise<void>((resolve) => setImmediate(resolve))
      this.begin()
    }
    return await this.#connection.executeQuery<R>(query)
  }
  streamQuery<R>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#connection.streamQuery<R>(query, chunkSize)
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

type OpenSqlite = { write: Kysely<Schema>; read: Kysely<Schema>; close(): Promise<void> }

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
  const openReader = (): Sqlite.Database => (reader ??= openReading(file))
  const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: () => Promise.resolve(openReader()) }) })
  const close = async (): Promise<void> => {
    await read.destroy()
    if (writer.open) writer.pragma('wal_checkpoint(truncate)')
    await write.destroy()
  }
  return { write, read, close }
}

function openReading(file: string): Sqlite.Database {
  const reader = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 100 })
  reader.pragma('trusted_schema = off')
  return withKeptStatements(reader)
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

/**
 * Keeps what was prepared: parsing and planning a page's queries anew costs more than running them. Rows are read as
 * lists and named here, which takes a third off the way of the driver's own objects.
 */
function withKeptStatements(sqlite: Sqlite.Database): Sqlite.Database {
  const kept = new Map<string, Statement>()
  const prepare = sqlite.prepare.bind(sqlite)
  const prepareOnce = (source: string): Statement => {
    const known = kept.get(source)
    if (known) return known
    if (kept.size >= MOST_STATEMENTS) kept.clear()
    const statement = reading(prepare(source))
    kept.set(source, statement)
    return statement
  }
  return Object.assign(sqlite, { prepare: prepareOnce })
}

type Row = Record<string, unknown>
type Statement = Pick<Sqlite.Statement<unknown[], unknown>, 'reader' | 'run' | 'iterate'> & { all(parameters: unknown[]): unknown[] }

function reading(statement: Sqlite.Statement<unknown[], unknown>): Statement {
  if (!statement.reader) return statement
  const names = statement.columns().map((column) => column.name)
  const lists = statement.raw(true)
  const named = (list: unknown): Row => {
    const row: Row = {}
    for (let at = 0; at < names.length; at++) row[names[at] as string] = (list as unknown[])[at]
    return row
  }
  return {
    reader: true,
    all: (parameters) => lists.all(...parameters).map(named),
    run: () => { throw new Error('This connection only reads') },
    iterate: () => { throw new Error('Rows are read all at once') },
  }
}
