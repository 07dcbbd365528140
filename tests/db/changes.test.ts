import { expect, it } from 'vitest'
import { StaleWrite, edit, undoAct } from '#db/changes.server.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Database, Tx } from '#db/database.server.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const BY = { atMs: NOW, accountId: 'teller', actorName: 'Member, sample' }
const ROW = 'told-meeting-1'

async function act(database: Database, work: (made: Edit, tx: Tx) => Promise<unknown>, more: { undoable?: boolean } = {}): Promise<string> {
  return await database.write(async (tx) => {
    const made = await edit(tx, { ...BY, missionId: 'told', verb: 'edit', noun: 'engagement', subjectId: ROW, subjectTitle: 'Meeting 1', ...more })
    await work(made, tx)
    return made.actId
  })
}
const undo = (database: Database, actId: string, missionId = 'told') => database.write((tx) => undoAct(tx, actId, { ...BY, missionId }))
const room = async (database: Database) => await database.read.selectFrom('engagement').select(['room', 'revision']).where('id', '=', ROW).executeTakeFirst()

eachDatabase('a change', (fresh) => {
  const told = async (): Promise<Database> => {
    const database = await fresh.open()
    await makeTold(database)
    return database
  }

  it('raises the revision and keeps what was and what is, of the changed columns alone', async () => {
    const database = await told()
    const id = await act(database, (made) => made.update('engagement', ROW, 1, { room: 'Room 4', title: 'Meeting 1' }))
    expect(await room(database)).toEqual({ room: 'Room 4', revision: 2 })
    expect(await database.read.selectFrom('change').select(['table_name', 'row_id', 'kind', 'before', 'after', 'revision']).where('act_id', '=', id).execute())
      .toEqual([{ table_name: 'engagement', row_id: ROW, kind: 'update', before: '{"room":""}', after: '{"room":"Room 4"}', revision: 2 }])
  })

  it('records nothing when nothing is another', async () => {
    const database = await told()
    const id = await act(database, async (made) => expect(await made.update('engagement', ROW, 1, { room: '' })).toBe(false))
    expect(await database.read.selectFrom('change').selectAll().where('act_id', '=', id).execute()).toEqual([])
  })

  it('rolls everything back when somebody was faster', async () => {
    const database = await told()
    await act(database, (made) => made.update('engagement', ROW, 1, { room: 'theirs' }))
    const late = act(database, async (made) => {
      await made.update('engagement', 'told-meeting-2', 1, { room: 'mine' })
      await made.update('engagement', ROW, 1, { room: 'mine' })
    })
    await expect(late).rejects.toBeInstanceOf(StaleWrite)
    expect(await database.read.selectFrom('engagement').select('room').where('room', '=', 'mine').execute()).toEqual([])
    expect((await database.read.selectFrom('act').selectAll().execute()).length).toBe(1)
  })

  it('is swapped once when two save the same revision at the same moment', async () => {
    const database = await told()
    const both = await Promise.allSettled(['a', 'b'].map((text) => act(database, (made) => made.update('engagement', ROW, 1, { room: text }))))
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await room(database))?.revision).toBe(2)
  })

  it('is undone and done again, rows that came and went included', async () => {
    const database = await told()
    const made = await act(database, async (change) => {
      await change.update('engagement', ROW, 1, { room: 'Room 4' })
      await change.insert('engagement_alias', { id: 'alias', mission_id: 'told', engagement_id: ROW, title: 'Other', title_key: 'other' })
      await change.remove('dimension', 'told-dimension-2', 1)
    })
    const seen = async () => [
      (await room(database))?.room, (await database.read.selectFrom('engagement_alias').selectAll().execute()).length,
      (await database.read.selectFrom('dimension').selectAll().where('mission_id', '=', 'told').execute()).length,
    ]
    const undone = await undo(database, made)
    expect([undone.done, await seen()]).toEqual([true, ['', 0, 2]])
    const redone = await undo(database, undone.done ? undone.actId : '')
    expect([redone.done, await seen()]).toEqual([true, ['Room 4', 1, 1]])
    expect((await database.read.selectFrom('act').select('verb').orderBy('id').execute()).map((row) => row.verb).toSorted()).toEqual(['edit', 'redo', 'undo'])
  })

  it('is not undone over a later one, twice, from another mission, or where it says so', async () => {
    const database = await told()
    const first = await act(database, (made) => made.update('engagement', ROW, null, { room: 'one' }))
    const second = await act(database, (made) => made.update('engagement', ROW, null, { room: 'two' }))
    const fixed = await act(database, (made) => made.update('engagement', 'told-meeting-2', null, { room: 'x' }), { undoable: false })
    expect([await undo(database, first), await undo(database, second, 'untold'), await undo(database, fixed)]).toEqual([
      { done: false, because: 'stale' }, { done: false, because: 'gone' }, { done: false, because: 'not-undoable' },
    ])
    expect((await undo(database, second)).done).toBe(true)
    expect(await undo(database, second)).toEqual({ done: false, because: 'stale' })
    expect((await room(database))?.room).toBe('one')
  })

  it('that made a row is not undone once the row has parts that a later one made', async () => {
    const database = await told()
    const made = await act(database, async (change) => {
      await change.insert('finding', { id: 'found', mission_id: 'told', statement: 'x', statement_key: 'x', created_ms: NOW, account_name: 'Member, sample' })
      await change.insert('finding_dimension', { id: 'first', mission_id: 'told', finding_id: 'found', dimension_id: 'told-dimension-1' })
    })
    const later = await act(database, (change) => change.insert('finding_dimension', { id: 'second', mission_id: 'told', finding_id: 'found', dimension_id: 'told-dimension-2' }))
    expect(await undo(database, made)).toEqual({ done: false, because: 'stale' })
    await undo(database, later)
    expect(await undo(database, made)).toMatchObject({ done: true, gone: ['first', 'found'] })
  })
})
