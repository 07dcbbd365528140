import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { KEPT_REMOVED_MS, MOST_OF_OWNER, MOST_OF_MISSION, fileName, noRoom } from '#app/domain/meetings/attachments.ts'
import { attachFile, bringBackAttachment, removeAttachment } from '#app/operations/attachments.server.ts'
import { undo } from '#app/operations/history.server.ts'
import { saveNote, setNoteStatus } from '#app/operations/notes.server.ts'
import { SaveNoteInput } from '#app/operations/notes.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findAttachment, listAttachments, loadBytes } from '#db/attachments.server.ts'
import type { Database } from '#db/database.server.ts'
import { makeTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { migrate } from '#db/migrate.server.ts'

eachDatabase('a file of a meeting', (fresh) => {
  let database: Database
  let told: Told
  beforeEach(async () => {
    database = await fresh.open()
    await migrate(database)
    told = await makeTold(database)
  })
  afterEach(() => database.close())

  const bytes = Uint8Array.from({ length: 2_500_000 }, (_, at) => at % 251)
  const attach = (note: string | null = null, scope: Scope = told.scope, name = 'photo.jpg') => attachFile(scope, told.meetings[0], { note, caption: 'The table' }, { name, kind: 'jpeg', bytes })
  const listed = async (reader: string | null) => (await listAttachments(database.read, 'told', { engagementId: told.meetings[0], reader })).map((file) => [file.name, file.removed_ms === null])
  const idOf = async () => (await database.read.selectFrom('attachment').select(['id', 'revision']).executeTakeFirstOrThrow())
  const write = async (isPrivate: boolean, id = 'a-note-of-my-own-1') => {
    await saveNote(told.scope, id, SaveNoteInput.parse({ engagement: told.meetings[0], language: 'en', base: '0', save: 'save-of-my-own-1', body: 'Said', private: isPrivate ? 'on' : '' }))
    return id
  }

  it('comes back byte for byte, with its digest, author and time', async () => {
    const done = await attach()
    expect(done).toEqual({ done: true, id: expect.any(String) as string, actId: expect.any(String) as string })
    const { id } = await idOf()
    const found = await findAttachment(database.read, 'told', id, null)
    expect((await loadBytes(database.read, id)).equals(bytes)).toBe(true)
    expect([found?.size, found?.sha256, found?.caption, found?.author_name]).toEqual([bytes.length, createHash('sha256').update(bytes).digest('hex'), 'The table', 'Member, sample'])
    expect(await findAttachment(database.read, 'untold', id, 'teller')).toBeUndefined()
    expect(await attachFile(told.other, told.meetings[0], { note: null, caption: '' }, { name: 'x', kind: 'txt', bytes })).toEqual({ done: false, because: 'gone' })
  })

  it('is removed and taken back, by undo or by hand, until its bytes are let go of', async () => {
    await attach()
    const first = await idOf()
    const removed = await removeAttachment(told.scope, first.id, first)
    expect([removed.done, await listed('teller')]).toEqual([true, [['photo.jpg', false]]])
    expect(await removeAttachment(told.scope, first.id, { revision: 2 })).toEqual({ done: false, because: 'stale' })
    expect(removed.done && removed.actId !== undefined && (await undo(told.scope, removed.actId)).done).toBe(true)
    expect(await listed('teller')).toEqual([['photo.jpg', true]])
    expect((await removeAttachment(told.scope, first.id, await idOf())).done).toBe(true)
    expect((await bringBackAttachment(told.scope, first.id, await idOf())).done).toBe(true)
    const again = await removeAttachment(told.scope, first.id, await idOf())
    const later = { ...told.scope, nowMs: told.scope.nowMs + KEPT_REMOVED_MS + 1 }
    await attach(null, later, 'second.jpg')
    expect(await listed('teller')).toEqual([['second.jpg', true]])
    expect([again.done && again.actId !== undefined && (await undo(later, again.actId)), await bringBackAttachment(later, first.id, { revision: 7 })]).toEqual([{ done: false, because: 'stale' }, { done: false, because: 'gone' }])
    expect((await loadBytes(database.read, first.id)).length).toBe(0)
  })

  it('of a private note is there for its author alone, and in no history', async () => {
    const note = await write(true)
    expect(await attach(note)).toEqual({ done: true, id: expect.any(String) as string, actId: undefined })
    const { id } = await idOf()
    expect([await listed('teller'), await listed('somebody'), await listed(null)]).toEqual([[['photo.jpg', true]], [], []])
    expect(await findAttachment(database.read, 'told', id, 'somebody')).toBeUndefined()
    const other: Scope = { ...told.scope, actor: { ...told.scope.actor, accountId: 'somebody' } }
    expect([await removeAttachment(other, id, { revision: 1 }), await attach(note, other)]).toEqual([{ done: false, because: 'gone' }, { done: false, because: 'gone' }])
    expect((await removeAttachment(told.scope, id, { revision: 1 })).done).toBe(true)
    expect((await bringBackAttachment(told.scope, id, { revision: 2 })).done).toBe(true)
    expect(await database.read.selectFrom('act').select('verb').where('noun', '=', 'attachment').execute()).toEqual([])
  })

  it('stays as it is once its note is cleared', async () => {
    const note = await write(false)
    await attach(note)
    const { revision } = await database.read.selectFrom('note').select('revision').executeTakeFirstOrThrow()
    expect((await setNoteStatus(told.scope, note, { revision, status: 'cleared' })).done).toBe(true)
    expect([await attach(note), await removeAttachment(told.scope, (await idOf()).id, { revision: 1 })]).toEqual([{ done: false, because: 'cleared' }, { done: false, because: 'cleared' }])
  })

  it('finds no room where the meeting or the mission is full', async () => {
    await attach()
    await database.write((tx) => tx.updateTable('attachment').set({ size: MOST_OF_OWNER }).execute())
    expect(await attach()).toEqual({ done: false, because: 'meeting-full' })
    await database.write((tx) => tx.updateTable('attachment').set({ engagement_id: told.meetings[1], size: MOST_OF_MISSION }).execute())
    expect(await attach()).toEqual({ done: false, because: 'mission-full' })
  })
})

it('room and names', () => {
  expect([noRoom(1, { owner: MOST_OF_OWNER - 1, mission: 0 }), noRoom(2, { owner: MOST_OF_OWNER - 1, mission: 0 })]).toEqual([undefined, 'meeting-full'])
  expect([fileName('Акс.JPG', 'jpeg'), fileName('photo.html', 'png'), fileName('note', 'txt'), fileName('x.exe', 'pdf'), fileName('x', 'unknown')]).toEqual(['Акс.JPG', 'photo.html.png', 'note.txt', 'x.exe.pdf', 'x'])
})
