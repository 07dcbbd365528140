import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EditNoteInput, WriteNoteInput } from '#app/operations/notes.input.ts'
import { editNote, setNoteStatus, writeNote } from '#app/operations/notes.server.ts'
import type { Database } from '#db/database.server.ts'
import { listNotes, listNotesDue, listRevisions, loadNote } from '#db/notes.server.ts'
import { NOW, openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeEach(async () => {
  ({ database, told } = await openTold())
})
afterEach(() => database.close())

async function written(body: string): Promise<string> {
  const outcome = await writeNote(told.scope, WriteNoteInput.parse({ engagement: told.meetings[0], body, language: 'en' }))
  if (!outcome.done) throw new Error(outcome.because)
  return outcome.noteId
}
const texts = async (noteId: string) => (await listRevisions(database.read, 'told', noteId)).map(({ number, body, aside }) => ({ number, body, aside }))

describe('writing a note', () => {
  it('stores the cleaned text as its first revision, with an act', async () => {
    const noteId = await written('One.\r\nTwo.\u0000 ')
    expect(await texts(noteId)).toEqual([{ number: 1, body: 'One.\nTwo.', aside: 0 }])
    expect((await database.read.selectFrom('act').select(['verb', 'noun', 'subject_id', 'undoable']).execute())).toEqual([{ verb: 'write', noun: 'note', subject_id: noteId, undoable: 0 }])
    expect((await listNotes(database.read, 'untold')).length).toBe(0)
  })

  it('refuses a meeting of another mission, and nothing is left behind', async () => {
    expect(await writeNote(told.scope, WriteNoteInput.parse({ engagement: 'untold-meeting-1', body: 'x', language: 'en' }))).toEqual({ done: false, because: 'gone' })
    expect((await listNotes(database.read, 'untold')).length).toBe(0)
  })

  it('asks for words', () => {
    expect(WriteNoteInput.safeParse({ body: ' \n ', language: 'en', engagement: 'x' }).error?.issues.map((issue) => issue.message)).toEqual(['Write what was said'])
  })
})

describe('editing a note', () => {
  it('appends a revision and keeps the one before', async () => {
    const noteId = await written('First.')
    expect(await editNote(told.scope, noteId, EditNoteInput.parse({ body: 'Second.', language: 'en', number: '1' }))).toEqual({ done: true, actId: expect.any(String) as string })
    expect(await texts(noteId)).toEqual([{ number: 2, body: 'Second.', aside: 0 }, { number: 1, body: 'First.', aside: 0 }])
  })

  it('does nothing for the same text', async () => {
    const noteId = await written('Same.')
    expect(await editNote(told.scope, noteId, EditNoteInput.parse({ body: 'Same.', language: 'en', number: '1' }))).toEqual({ done: true, actId: undefined })
    expect((await texts(noteId)).length).toBe(1)
  })

  it('keeps the text that came too late and gives both back, once', async () => {
    const noteId = await written('First.')
    await editNote(told.scope, noteId, EditNoteInput.parse({ body: 'Theirs.', language: 'en', number: '1' }))
    const late = EditNoteInput.parse({ body: 'Mine.', language: 'en', number: '1' })
    const answer = { done: false, because: 'overtaken', theirs: { body: 'Theirs.', number: 2, by: 'Member, sample', atMs: NOW }, kept: 3 }
    expect(await editNote(told.scope, noteId, late)).toEqual(answer)
    expect(await editNote(told.scope, noteId, late)).toEqual(answer)
    expect((await loadNote(database.read, 'told', noteId))?.body).toBe('Theirs.')
    expect(await texts(noteId)).toEqual([{ number: 3, body: 'Mine.', aside: 1 }, { number: 2, body: 'Theirs.', aside: 0 }, { number: 1, body: 'First.', aside: 0 }])
    expect(await editNote(told.scope, noteId, { ...late, body: 'Theirs. Mine.', number: 2 })).toEqual({ done: true, actId: expect.any(String) as string })
    expect((await texts(noteId))[0]).toEqual({ number: 4, body: 'Theirs. Mine.', aside: 0 })
  })

  it('loses no text of many writers who all began from the same one', async () => {
    const noteId = await written('Start.')
    const bodies = Array.from({ length: 30 }, (_, i) => `Text ${i}.`)
    await Promise.all(bodies.map((body) => editNote(told.scope, noteId, { body, language: 'en', number: 1 })))
    expect(new Set((await texts(noteId)).map((text) => text.body))).toEqual(new Set(['Start.', ...bodies]))
  })

  it('leaves a cleared note alone until it is reopened', async () => {
    const noteId = await written('First.')
    await setNoteStatus(told.scope, noteId, { revision: 1, status: 'cleared' })
    expect(await editNote(told.scope, noteId, { body: 'Second.', language: 'en', number: 1 })).toEqual({ done: false, because: 'cleared' })
    expect(await setNoteStatus(told.scope, noteId, { revision: 1, status: 'saved' })).toEqual({ done: false, because: 'stale' })
    await setNoteStatus(told.scope, noteId, { revision: 2, status: 'saved' })
    expect((await editNote(told.scope, noteId, { body: 'Second.', language: 'en', number: 1 })).done).toBe(true)
  })

  it('knows no note of another mission', async () => {
    const noteId = await written('First.')
    expect(await editNote(told.other, noteId, { body: 'x', language: 'en', number: 1 })).toEqual({ done: false, because: 'gone' })
    expect(await setNoteStatus(told.other, noteId, { revision: 1, status: 'cleared' })).toEqual({ done: false, because: 'gone' })
  })
})

it('names the meetings that wait for a note, and only those that are over', async () => {
  expect((await listNotesDue(database.read, 'told', NOW)).map((row) => [row.engagement_id, row.due.state])).toEqual([['told-meeting-1', 'late']])
  await written('Now it is written.')
  expect(await listNotesDue(database.read, 'told', NOW)).toEqual([])
})
