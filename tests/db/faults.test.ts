import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { findFaults } from '#db/faults.server.ts'
import type { FaultKind } from '#db/faults.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const BREAK: [FaultKind, string, string][] = [
  ['dates', `update stop set depart_day = '2020-01-01' where id = 'stop-dushanbe'`, 'stop stop-dushanbe'],
  ['instant', `update engagement set start_ms = start_ms + 3600000 where id = 'a01'`, 'engagement a01'],
  ['other-mission', `update note set mission_id = 'beside' where id = 'sample-note-donor'`, 'note sample-note-donor'],
  ['note-text', `update note_revision set body = 'other' where note_id = 'sample-note-donor'`, 'note sample-note-donor'],
  ['excerpt-span', `update excerpt set end_at = end_at + 1 where id = 'sample-x17'`, 'excerpt sample-x17'],
  ['unsent-invitation', `update invitation set sample = 0 where person_id = 'p01'`, ''],
  ['torn-sending', `insert into dispatch (id, mission_id, account_name, at_ms, hold_until_ms, message_count) values ('d', 'roadshow', 'a', 1, 1, 2)`, 'dispatch d'],
  ['queue', `insert into outbox (id, kind, fifo_key, fifo_number, dedupe_key, message_id, to_address, to_name, facts, state, created_ms, next_ms) values ('o', 'invite', 'u', 0, 'u', '<o@e>', 'a@e', '', '{}', 'sending', 1, 1)`, 'outbox o'],
  ['revision', `update engagement set revision = 1 where id = 'a01'`, 'engagement a01'],
  ['search-key', `update person set name = 'Another' where id = 'p01'`, 'person p01'],
  ['json', `update task set months = '[May' where id = 'plan-1'`, 'task plan-1, months'],
]

eachDatabase('the check', (fresh) => {
  it('finds nothing in the demo', async () => {
    const database = await fresh.open()
    await seedDemo(database, Date.UTC(2026, 10, 25))
    expect(await findFaults(database)).toEqual([])
  })

  it('finds whatever is broken, by rule and row', async () => {
    const database = await fresh.open()
    await seedDemo(database, Date.UTC(2026, 10, 25))
    await database.write(async (tx) => {
      await sql`insert into mission (id, slug, title, title_key, start_day, end_day) values ('beside', 'beside', 'beside', 'beside', '2027-03-01', '2027-03-02')`.execute(tx)
      for (const [, statement] of BREAK) await sql.raw(statement).execute(tx)
    })
    const faults = await findFaults(database)
    expect(faults.map((fault) => fault.kind).toSorted()).toEqual(BREAK.map(([kind]) => kind).toSorted())
    for (const [kind, , row] of BREAK) if (row) expect(faults.find((fault) => fault.kind === kind)?.rows, kind).toContain(row)
  })

  it('says first that the schema is old', async () => {
    expect(await findFaults(await fresh.open({ bare: true }))).toEqual([{ kind: 'schema', rows: [] }])
  })
})
