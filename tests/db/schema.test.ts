import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '#db/database.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

type Column = { table: string; name: string; type: string; nullable: boolean; hasDefault: boolean }

/** What `db/schema.ts` declares, read as text: types are gone at run time. */
function declared(): Column[] {
  const text = readFileSync('db/schema.ts', 'utf8')
  const tables = new Map([...text.matchAll(/^ {2}(\w+): (\w+Table)$/gm)].map((found) => [found[2] as string, found[1] as string]))
  return [...text.matchAll(/export type (\w+Table) = \{\n([\s\S]*?)\n\}/g)].flatMap(([, type = '', body = '']) =>
    [...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, name = '', is = '']) => ({
      table: tables.get(type) ?? `no table for ${type}`, name, type: /Uint8Array/.test(is) ? 'bytes' : /number/.test(is) ? 'number' : 'text', nullable: /\| null/.test(is), hasDefault: /Generated/.test(is),
    })))
}

async function found(database: Database): Promise<Column[]> {
  return database.dialect.name === 'sqlite' ? await foundInSqlite(database) : await foundInPostgres(database)
}

async function foundInSqlite(database: Database): Promise<Column[]> {
  type Row = { table: string; name: string; type: string; notnull: number; dflt_value: string | null }
  const { rows } = await sql<Row>`select m.name as "table", p.name, p.type, p."notnull", p.dflt_value from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table'`.execute(database.read)
  return rows.map((row) => ({ table: row.table, name: row.name, type: row.type === 'BLOB' ? 'bytes' : row.type === 'TEXT' ? 'text' : 'number', nullable: row.notnull === 0, hasDefault: row.dflt_value !== null }))
}

async function foundInPostgres(database: Database): Promise<Column[]> {
  type Row = { table: string; name: string; type: string; nullable: string; fallback: string | null }
  const { rows } = await sql<Row>`select table_name as "table", column_name as name, data_type as type, is_nullable as nullable, column_default as fallback
    from information_schema.columns where table_schema = 'public'`.execute(database.read)
  return rows.map((row) => ({ table: row.table, name: row.name, type: row.type === 'bytea' ? 'bytes' : row.type === 'text' ? 'text' : 'number', nullable: row.nullable === 'YES', hasDefault: row.fallback !== null }))
}

const sorted = (columns: Column[]): string[] => columns.filter((column) => column.table !== 'migration').map((column) => JSON.stringify(column)).toSorted()

eachDatabase('the schema', (fresh) => {
  it('is what the types say: every table and column, what may be empty and what has a default', async () => {
    expect(sorted(await found(await fresh.open()))).toEqual(sorted(declared()))
  })

  const wrong: [string, string][] = [
    ['an end before its start', `insert into engagement (id, mission_id, stop_id, kind, title, title_key, day, zone, start_minute, end_minute, start_ms) values ('x', 'm', 's', 'meeting', 't', 't', '2027-03-01', 'UTC', 600, 540, 1)`],
    ['an end without a start', `insert into engagement (id, mission_id, stop_id, kind, title, title_key, day, zone, end_minute) values ('x', 'm', 's', 'meeting', 't', 't', '2027-03-01', 'UTC', 540)`],
    ['a wall time without its instant', `insert into engagement (id, mission_id, stop_id, kind, title, title_key, day, zone, start_minute) values ('x', 'm', 's', 'meeting', 't', 't', '2027-03-01', 'UTC', 540)`],
    ['an item that ends before it starts', `insert into agenda_item (id, mission_id, engagement_id, position, kind, title, day, start_minute, end_minute) values ('x', 'm', 'e', 1, 'break', 't', '2027-03-01', 600, 600)`],
    ['an appearance of nobody', `insert into participation (id, mission_id, engagement_id, role) values ('x', 'm', 'e', 'speaker')`],
    ['an excerpt of nothing', `insert into excerpt (id, mission_id, start_at, end_at, body, body_key, kind, author_name, at_ms) values ('x', 'm', 0, 5, 'words', 'words', 'fact', 'a', 1)`],
    ['an excerpt without words', `insert into excerpt (id, mission_id, note_id, start_at, end_at, body, body_key, kind, author_name, at_ms) values ('x', 'm', 'n', 5, 5, '', '', 'fact', 'a', 1)`],
    ['a stop of no mission', `insert into stop (id, mission_id, place_id, position, arrive_day, depart_day) values ('x', 'nowhere', 'p', 1, '2027-03-01', '2027-03-01')`],
    ['two missions under one address', `insert into mission (id, slug, title, title_key, start_day, end_day) values ('x', 'm', 't', 't', '2027-03-01', '2027-03-01')`],
    ['two invitations of one person that both stand', `insert into invitation (id, mission_id, engagement_id, person_id, uid) values ('x', 'm', 'e', 'one', 'another-uid')`],
    ['one message queued twice', `insert into outbox (id, kind, fifo_key, fifo_number, dedupe_key, message_id, to_address, to_name, facts, state, created_ms, next_ms) values ('x', 'invite', 'u', 0, 'u|REQUEST|0', '<x@e>', 'a@e', '', '{}', 'queued', 1, 1)`],
  ]

  it.each(wrong)('refuses %s', async (_what, statement) => {
    const database = await fresh.open()
    await database.write(async (tx) => {
      for (const right of RIGHT) await sql.raw(right).execute(tx)
    })
    await expect(database.write((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(/constraint/i)
  })
})

const RIGHT = [
  `insert into mission (id, slug, title, title_key, start_day, end_day) values ('m', 'm', 't', 't', '2027-03-01', '2027-03-02')`,
  `insert into place (id, kind, name, name_key, sort_key, zone) values ('p', 'city', 'P', 'p', 'p', 'UTC')`,
  `insert into stop (id, mission_id, place_id, position, arrive_day, depart_day) values ('s', 'm', 'p', 1, '2027-03-01', '2027-03-02')`,
  `insert into engagement (id, mission_id, stop_id, kind, title, title_key, day, zone) values ('e', 'm', 's', 'meeting', 't', 't', '2027-03-01', 'UTC')`,
  `insert into note (id, mission_id, engagement_id, author_name, body, body_key, created_ms, changed_ms) values ('n', 'm', 'e', 'a', 'words', 'words', 1, 1)`,
  `insert into person (id, name, name_key, sort_key) values ('one', 'One', 'one', 'one')`,
  `insert into invitation (id, mission_id, engagement_id, person_id, uid) values ('i', 'm', 'e', 'one', 'uid')`,
  `insert into outbox (id, kind, fifo_key, fifo_number, dedupe_key, message_id, to_address, to_name, facts, state, created_ms, next_ms) values ('o', 'invite', 'u', 0, 'u|REQUEST|0', '<o@e>', 'a@e', '', '{}', 'queued', 1, 1)`,
]
