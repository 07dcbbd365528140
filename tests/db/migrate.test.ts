import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { isMigrated, migrate } from '#db/migrate.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const FIRST = { name: '0001-a', up: () => ['create table a (id text primary key not null)', `insert into a (id) values ('kept')`] }
const SECOND = { name: '0002-b', up: () => ['create table b (id text primary key not null)', 'alter table a add column more text', 'create index a_more on a (more)'] }
const BROKEN = { name: '0002-b', up: () => [...SECOND.up(), 'create table b (id text primary key not null)'] }

async function tablesOf(database: Database): Promise<string[]> {
  const { rows } = await (database.dialect.name === 'sqlite'
    ? sql<{ name: string }>`select name from sqlite_master where type = 'table' order by name`
    : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by tablename`).execute(database.read)
  return rows.map((row) => row.name)
}

eachDatabase('migrating', (fresh) => {
  it('runs what is missing, once and in order', async () => {
    const database = await fresh.open({ bare: true })
    expect(await migrate(database, [FIRST])).toEqual(['0001-a'])
    expect(await migrate(database, [FIRST, SECOND])).toEqual(['0002-b'])
    expect(await migrate(database, [FIRST, SECOND])).toEqual([])
    expect(await tablesOf(database)).toEqual(['a', 'b', 'migration'])
  })

  it('leaves the old schema when a statement fails, and runs again', async () => {
    const database = await fresh.open({ bare: true })
    await migrate(database, [FIRST])
    await expect(migrate(database, [FIRST, BROKEN])).rejects.toThrow(/already exists/)
    expect(await tablesOf(database)).toEqual(['a', 'migration'])
    await expect(sql`select more from a`.execute(database.read)).rejects.toThrow(/more/)
    expect(await migrate(database, [FIRST, SECOND])).toEqual(['0002-b'])
  })

  it('refuses a database that a newer version made', async () => {
    const database = await fresh.open({ bare: true })
    await migrate(database, [FIRST, SECOND])
    await expect(migrate(database, [FIRST])).rejects.toThrow('The database was made by a newer Caravan (0002-b). Start that version, or restore a backup.')
  })

  it('runs each once when two start together', async () => {
    const address = await fresh.address({ bare: true })
    const [one, two] = [openDatabase(address), openDatabase(address)]
    const ran = await Promise.all([migrate(one, [FIRST, SECOND]), migrate(two, [FIRST, SECOND])])
    expect(ran.flat().toSorted()).toEqual(['0001-a', '0002-b'])
    await one.close()
    await two.close()
  })

  it('knows whether the schema is up to date', async () => {
    const [bare, ready] = [await fresh.open({ bare: true }), await fresh.open()]
    expect([await isMigrated(bare), await isMigrated(ready)]).toEqual([false, true])
  })
})

describe('an address', () => {
  it('is a file or a PostgreSQL; anything else is named', () => {
    expect(() => openDatabase('mysql://localhost/caravan')).toThrow('DATABASE_URL must start with file: or postgres://, not “mysql:”.')
  })
})
