import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MarkInput } from '#app/operations/evidence.input.ts'
import { markExcerpt } from '#app/operations/evidence.server.ts'
import { writeNote } from '#app/operations/notes.server.ts'
import { EditTaskInput, NewTaskInput, SettleTaskInput } from '#app/operations/tasks.input.ts'
import { createTask, editTask, settleTask } from '#app/operations/tasks.server.ts'
import { undoAct } from '#db/changes.server.ts'
import type { Database } from '#db/database.server.ts'
import { countTasks, describeNextMeetings, findTask, listCarriedTo, listTaskOwners, listTasks } from '#db/tasks.server.ts'
import { NOW, openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

const TODAY = '2027-03-04'
let database: Database
let told: Told

beforeEach(async () => {
  ({ database, told } = await openTold())
  await database.write(async (tx) => {
    for (const [id, name] of [['ministry', 'Ministry, sample'], ['city', 'City, sample'], ['donor', 'Donor, sample']] as const) await tx.insertInto('organisation').values({ id, name, name_key: name.toLowerCase(), sort_key: name.toLowerCase(), kind: 'government' }).execute()
    for (const [engagement, bodies] of [['told-meeting-1', ['ministry', 'city']], ['told-meeting-2', ['ministry']]] as const) {
      for (const body of bodies) await tx.insertInto('participation').values({ id: `${engagement}-${body}`, mission_id: 'told', engagement_id: engagement, organisation_id: body, representative_of: body, role: 'participant' }).execute()
    }
    await tx.updateTable('engagement').set({ status: 'confirmed' }).where('id', '=', 'told-meeting-2').execute()
  })
})
afterEach(() => database.close())

const note = (more: Record<string, unknown> = {}) => createTask(told.scope, NewTaskInput.parse({ kind: 'commitment', title: 'Send the register', owner: 'Director, sample', dueDay: '2027-03-05', engagement: 'told-meeting-1', ...more }))
const idOf = (outcome: Awaited<ReturnType<typeof note>>): string => (outcome.done && 'taskId' in outcome ? outcome.taskId : '')
const carried = async (id = 'told-meeting-2', today = TODAY) => (await listCarriedTo(database.read, 'told', id, today)).map((row) => row.title)

async function marked(): Promise<string> {
  const written = await writeNote(told.scope, { engagement: 'told-meeting-1', body: 'We send the register by Friday.', language: 'en' })
  const outcome = await markExcerpt(told.scope, { noteId: written.done ? written.noteId : '' }, MarkInput.parse({ words: 'We send the register by Friday.', kind: 'commitment', language: 'en', sourceKind: 'government', relation: 'supports' }))
  return outcome.done ? outcome.excerptId : ''
}

describe('a task', () => {
  it('comes out of marked words in one step, with the meeting that they were said at', async () => {
    const excerpt = await marked()
    const task = await findTask(database.read, 'told', idOf(await note({ excerpt, engagement: '' })))
    expect(task).toMatchObject({ kind: 'commitment', title: 'Send the register', owner: 'Director, sample', due_day: '2027-03-05', status: 'open', excerpt_id: excerpt, engagement_id: 'told-meeting-1', created_by: 'Member, sample', created_ms: NOW })
    expect((await listTasks(database.read, 'told', { today: TODAY, excerptId: excerpt })).length).toBe(1)
  })

  it('needs words, and nothing of another mission', async () => {
    expect(NewTaskInput.safeParse({ kind: 'commitment', title: ' ' }).error?.issues[0]?.message).toBe('Say what is to be done')
    expect(NewTaskInput.safeParse({ kind: 'work-plan', title: 'x' }).success).toBe(false)
    expect(await note({ engagement: 'untold-meeting-1' })).toEqual({ done: false, because: 'gone' })
    expect(await note({ excerpt: 'unknown' })).toEqual({ done: false, because: 'gone' })
    expect(await note({ organisation: 'donor' })).toEqual({ done: false, because: 'no-such-body' })
    expect(await settleTask(told.other, idOf(await note()), SettleTaskInput.parse({ revision: '1', status: 'done' }))).toEqual({ done: false, because: 'gone' })
  })

  it('is changed, done, opened again, and each can be undone', async () => {
    const id = idOf(await note())
    expect((await editTask(told.scope, id, EditTaskInput.parse({ revision: '1', kind: 'decision', title: 'Send all registers', owner: '', dueDay: '' }))).done).toBe(true)
    expect(await editTask(told.scope, id, EditTaskInput.parse({ revision: '1', kind: 'decision', title: 'x' }))).toEqual({ done: false, because: 'stale' })
    const done = await settleTask(told.scope, id, SettleTaskInput.parse({ revision: '2', status: 'done' }))
    expect(await findTask(database.read, 'told', id)).toMatchObject({ kind: 'decision', title: 'Send all registers', owner: '', due_day: null, status: 'done', settled_ms: NOW })
    expect(await settleTask(told.scope, id, SettleTaskInput.parse({ revision: '3', status: 'done' }))).toEqual({ done: false, because: 'stale' })
    await database.write((tx) => undoAct(tx, done.done ? done.actId : '', { missionId: 'told', atMs: NOW, accountId: null, actorName: 'x' }))
    expect(await findTask(database.read, 'told', id)).toMatchObject({ status: 'open', settled_ms: null })
  })

  it('that came with a reply is settled elsewhere; a row of the plan keeps its kind', async () => {
    await database.write(async (tx) => {
      for (const [id, kind] of [['reply', 'reply'], ['plan', 'work-plan']] as const) await tx.insertInto('task').values({ id, mission_id: 'told', kind, position: 1, title: id }).execute()
    })
    expect(await settleTask(told.scope, 'reply', SettleTaskInput.parse({ revision: '1', status: 'done' }))).toEqual({ done: false, because: 'settled-elsewhere' })
    expect((await editTask(told.scope, 'plan', EditTaskInput.parse({ revision: '1', kind: 'decision', title: 'Plan', owner: 'Member, sample' }))).done).toBe(true)
    expect(await findTask(database.read, 'told', 'plan')).toMatchObject({ kind: 'work-plan', owner: 'Member, sample' })
  })

  it('holds the words it comes out of: marking them is not undone under it', async () => {
    const excerpt = await marked()
    const { id: act } = await database.read.selectFrom('act').select('id').where('verb', '=', 'mark').executeTakeFirstOrThrow()
    await note({ excerpt, engagement: '' })
    expect(await database.write((tx) => undoAct(tx, act, { missionId: 'told', atMs: NOW, accountId: null, actorName: 'x' }))).toEqual({ done: false, because: 'stale' })
  })
})

describe('lists', () => {
  it('narrow by state, kind, owner and words, those due first coming first', async () => {
    await note({ title: 'Late one', dueDay: '2027-03-01', kind: 'decision' })
    await note({ title: 'Undated', dueDay: '', owner: '' })
    await note()
    await settleTask(told.scope, idOf(await note({ title: 'Done one' })), SettleTaskInput.parse({ revision: '1', status: 'done' }))
    const titles = async (filter: Partial<Parameters<typeof listTasks>[2]>) => (await listTasks(database.read, 'told', { today: TODAY, ...filter })).map((row) => row.title)
    expect(await titles({ state: 'open' })).toEqual(['Late one', 'Send the register', 'Undated'])
    expect([await titles({ state: 'late' }), await titles({ state: 'done' }), await titles({ kind: 'decision' }), await titles({ owner: '' }), await titles({ text: 'REGISTER' })]).toEqual([['Late one'], ['Done one'], ['Late one'], ['Undated'], ['Send the register']])
    expect([await countTasks(database.read, 'told', TODAY), await listTaskOwners(database.read, 'told'), await countTasks(database.read, 'untold', TODAY)]).toEqual([{ open: 3, late: 1, done: 1, unowned: 1 }, ['Director, sample'], { open: 0, late: 0, done: 0, unowned: 0 }])
  })
})

describe('rolling forward', () => {
  it('stands at the next meeting with the same counterpart until it is settled', async () => {
    const id = idOf(await note())
    await note({ title: 'For the city alone', organisation: 'city' })
    expect(await carried()).toEqual(['Send the register'])
    expect(await carried('told-meeting-1')).toEqual([])
    await settleTask(told.scope, id, SettleTaskInput.parse({ revision: '1', status: 'done' }))
    expect(await carried()).toEqual([])
  })

  it('rolls on: not before it, not once it was held, not where another comes first', async () => {
    const id = idOf(await note())
    const next = async (today = TODAY) => (await describeNextMeetings(database.read, 'told', [(await findTask(database.read, 'told', id)) as never], today)).get(id)?.id
    expect([await next(), await next('2027-03-10'), await carried('told-meeting-2', '2027-03-10')]).toEqual(['told-meeting-2', undefined, []])
    await database.write((tx) => tx.insertInto('engagement').values({ id: 'between', mission_id: 'told', stop_id: 'told-stop-1', kind: 'meeting', title: 'Between', title_key: 'between', status: 'idea', day: '2027-03-06', zone: 'Asia/Almaty' }).execute())
    await database.write((tx) => tx.insertInto('participation').values({ id: 'between-ministry', mission_id: 'told', engagement_id: 'between', organisation_id: 'ministry', representative_of: 'ministry', role: 'participant' }).execute())
    expect([await next(), await carried(), await carried('between')]).toEqual(['between', [], ['Send the register']])
    await database.write((tx) => tx.updateTable('engagement').set({ status: 'held' }).where('id', '=', 'between').execute())
    expect([await next(), await carried()]).toEqual(['told-meeting-2', ['Send the register']])
  })

  it('follows bodies that were merged', async () => {
    await note({ organisation: 'ministry' })
    await database.write((tx) => tx.insertInto('organisation').values({ id: 'kept', name: 'Ministry', name_key: 'ministry', sort_key: 'ministry', kind: 'government' }).execute())
    await database.write((tx) => tx.updateTable('organisation').set({ merged_into_id: 'kept' }).where('id', '=', 'ministry').execute())
    expect(await carried()).toEqual(['Send the register'])
  })
})
