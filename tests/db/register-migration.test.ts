/** Migration 0018 on a database with files, pieces and documents of the schema before it. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { foldKey } from '#app/domain/text.ts'
import type { Database } from '#db/database.server.ts'
import { findFaults } from '#db/faults.server.ts'
import { MIGRATIONS, migrate } from '#db/migrate.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const AT = MIGRATIONS.findIndex(({ name }) => name === '0018-register')
const OLD = [
  `insert into mission (id, slug, title, title_key, start_day, end_day) values ('m', 'm', 't', 't', '2027-03-01', '2027-03-02')`,
  `insert into place (id, kind, name, name_key, sort_key, zone) values ('p', 'city', 'P', 'p', 'p', 'UTC')`,
  `insert into stop (id, mission_id, place_id, position, arrive_day, depart_day) values ('s', 'm', 'p', 1, '2027-03-01', '2027-03-02')`,
  `insert into engagement (id, mission_id, stop_id, kind, title, title_key, day, zone) values ('e', 'm', 's', 'meeting', 't', 't', '2027-03-01', 'UTC')`,
  `insert into note (id, mission_id, engagement_id, author_name, body, body_key, created_ms, changed_ms) values ('n', 'm', 'e', 'a', 'said', 'said', 1, 1)`,
  `insert into note_revision (note_id, number, body, account_name, at_ms) values ('n', 1, 'said', 'a', 1)`,
  `insert into attachment (id, mission_id, engagement_id, note_id, name, kind, size, sha256, caption, author_name, created_ms, removed_ms, revision) values ('one', 'm', 'e', null, 'Акс.jpg', 'jpeg', 5, 'abc', 'The table', 'A, sample', 7, null, 3)`,
  `insert into attachment (id, mission_id, engagement_id, note_id, name, kind, size, sha256, author_name, created_ms, removed_ms, emptied) values ('two', 'm', 'e', 'n', 'b.pdf', 'pdf', 3, 'def', 'A, sample', 8, 9, 1)`,
  `insert into document (id, mission_id, kind, title, title_key, number, author) values ('d', 'm', 'charter', 'Оиннома', '${foldKey('Оиннома')}', '640', 'Chairman')`,
  `insert into outline_node (id, mission_id, document_id, position, level, number, title, body) values ('d-1', 'm', 'd', 1, 1, '1.', 'Муқаррароти умумӣ', 'Корхона')`,
]

async function before(database: Database): Promise<void> {
  expect(AT).toBeGreaterThan(0)
  await migrate(database, MIGRATIONS.slice(0, AT))
  await database.write(async (tx) => {
    for (const row of OLD) await sql.raw(row).execute(tx)
    for (const [position, text] of ['abc', 'de'].entries()) await sql`insert into attachment_piece (attachment_id, position, bytes) values ('one', ${position}, ${Buffer.from(text)})`.execute(tx)
  })
}

eachDatabase('the register comes to a database in use', (fresh) => {
  it('and every file, piece, document and reference stays', async () => {
    const database = await fresh.open({ bare: true })
    await before(database)
    await migrate(database)
    const files = await database.read.selectFrom('attachment').select(['id', 'engagement_id', 'note_id', 'document_id', 'name', 'size', 'caption', 'created_ms', 'removed_ms', 'emptied', 'series_id', 'version', 'revision']).orderBy('id').execute()
    expect(files).toEqual([
      { id: 'one', engagement_id: 'e', note_id: null, document_id: null, name: 'Акс.jpg', size: 5, caption: 'The table', created_ms: 7, removed_ms: null, emptied: 0, series_id: null, version: 1, revision: 3 },
      { id: 'two', engagement_id: 'e', note_id: 'n', document_id: null, name: 'b.pdf', size: 3, caption: '', created_ms: 8, removed_ms: 9, emptied: 1, series_id: null, version: 1, revision: 1 },
    ])
    const pieces = await database.read.selectFrom('attachment_piece').select(['attachment_id', 'position', 'bytes']).orderBy('position').execute()
    expect(pieces.map((piece) => [piece.attachment_id, piece.position, Buffer.from(piece.bytes).toString()])).toEqual([['one', 0, 'abc'], ['one', 1, 'de']])
    expect(await database.read.selectFrom('document').select(['confidentiality', 'direction', 'removed_ms', 'search_key']).execute()).toEqual([{ confidentiality: 'team', direction: '', removed_ms: null, search_key: foldKey('Оиннома 640 Chairman') }])
    expect(await database.read.selectFrom('outline_node').select('search_key').execute()).toEqual([{ search_key: foldKey('1. Муқаррароти умумӣ Корхона') }])
    expect(await findFaults(database)).toEqual([])
    await database.write((tx) => tx.deleteFrom('attachment').where('id', '=', 'one').execute())
    expect(await database.read.selectFrom('attachment_piece').select('position').execute()).toEqual([])
  })

  it('and a file belongs to a meeting or to a document, never to both or neither', async () => {
    const database = await fresh.open({ bare: true })
    await before(database)
    await migrate(database)
    const put = (owners: { engagement_id?: string; document_id?: string; note_id?: string }) =>
      database.write((tx) => tx.insertInto('attachment').values({ id: JSON.stringify(owners), mission_id: 'm', name: 'x', kind: 'txt', size: 0, sha256: '', author_name: 'A', created_ms: 1, ...owners }).execute())
    await put({ document_id: 'd' })
    for (const wrong of [{}, { engagement_id: 'e', document_id: 'd' }, { document_id: 'd', note_id: 'n' }]) await expect(put(wrong)).rejects.toThrow(/constraint/i)
    await database.write((tx) => tx.updateTable('outline_node').set({ attachment_id: '{"document_id":"d"}' }).execute())
    await database.write((tx) => tx.deleteFrom('attachment').where('document_id', '=', 'd').execute())
    expect(await database.read.selectFrom('outline_node').select('attachment_id').execute()).toEqual([{ attachment_id: null }])
  })
})
