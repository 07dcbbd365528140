import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listExcerpts } from '#db/evidence.server.ts'
import { MarkWhileWritingInput, SaveNoteInput } from '#app/operations/notes.input.ts'
import { markWhileWriting } from '#app/operations/note-marks.server.ts'
import { restoreText, saveNote, setNoteStatus, shareNote } from '#app/operations/notes.server.ts'
import type { SaveOutcome } from '#app/operations/notes.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listActs } from '#db/acts.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { findFaults } from '#db/faults.server.ts'
import { listNotes, listRevisions, loadNote } from '#db/notes.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

const NOTE = 'a-note-of-a-device'
const SECOND = { accountId: 'second', name: 'Second, sample', email: 'second@example.org', zone: 'UTC', city: '' }
let saves = 0
const saving = (body: string, base: number, more: Record<string, string> = {}) => SaveNoteInput.parse({ engagement: 'told-meeting-1', language: 'en', base: String(base), save: `save-of-a-device-${++saves}`, body, ...more })
const marking = (more: Record<string, string> = {}) => MarkWhileWritingInput.parse({ mark: 'a-mark-of-a-device', number: '1', start: '0', end: '7', body: 'Sensors', kind: 'fact', ...more })

let database: Database
let told: Told
let second: Scope
async function begin(opened: Database): Promise<void> {
  database = opened
  told = await makeTold(database)
  await database.write((tx) => tx.insertInto('account').values({ id: 'second', name: SECOND.name, email: SECOND.email, email_key: SECOND.email, created_ms: NOW }).execute())
  second = { ...told.scope, actor: SECOND }
}
const texts = async () => (await listRevisions(database.read, 'told', NOTE)).map(({ number, body, aside }) => [number, body, aside])
const now = async (reader: string | null = null) => await loadNote(database.read, 'told', NOTE, reader)
const acts = async () => (await listActs(database.read, 'told', {})).map(({ verb }) => verb).sort()

describe('a note saved while it is written', () => {
  beforeEach(async () => {
    const opened = openDatabase(':memory:')
    await migrate(opened)
    await begin(opened)
  })
  afterEach(() => database.close())

  it('begins with its first save and answers a repeated one with the same words', async () => {
    const first = saving('Sensors.', 0, { written: String(NOW - 60_000) })
    const answer = { done: true, number: 1, atMs: NOW, body: 'Sensors.', merged: false, zone: 'Asia/Almaty' }
    expect(await saveNote(told.scope, NOTE, first)).toEqual(answer)
    await saveNote(told.scope, NOTE, saving('Sensors. Streets.', 1))
    expect(await saveNote(told.scope, NOTE, first)).toEqual(answer)
    expect(await texts()).toEqual([[2, 'Sensors. Streets.', 0], [1, 'Sensors.', 0]])
    expect((await now())?.body).toBe('Sensors. Streets.')
    expect(await acts()).toEqual(['write'])
    expect(await database.read.selectFrom('note_revision').select(['number', 'written_ms', 'account_id']).orderBy('number').execute()).toEqual([{ number: 1, written_ms: NOW - 60_000, account_id: 'teller' }, { number: 2, written_ms: null, account_id: 'teller' }])
  })

  it('takes another text under a save’s old id for another save', async () => {
    await saveNote(told.scope, NOTE, saving('One.', 0, { save: 'save-of-a-form-00' }))
    expect(await saveNote(told.scope, NOTE, saving('One. Two.', 1, { save: 'save-of-a-form-00' }))).toMatchObject({ done: true, number: 2, body: 'One. Two.' })
  })

  it('writes one line of history for a sitting, and another after a pause or for somebody else', async () => {
    await saveNote(told.scope, NOTE, saving('a', 0))
    for (const [i, text] of ['a\nb', 'a\nb\nc'].entries()) await saveNote(told.scope, NOTE, saving(text, i + 1))
    await saveNote(second, NOTE, saving('a\nb\nc\nd', 3))
    await saveNote({ ...second, missionNowMs: NOW + 11 * 60_000, nowMs: NOW + 1 }, NOTE, saving('a\nb\nc\nd\ne', 4))
    expect(await acts()).toEqual(['edit', 'edit', 'write'])
    expect((await database.read.selectFrom('change').select('after').where('table_name', '=', 'note').where('kind', '=', 'update').execute()).some(({ after }) => after?.includes('body'))).toBe(false)
  })

  it('merges edits of different lines by two people', async () => {
    await saveNote(told.scope, NOTE, saving('a\nb\nc', 0))
    await saveNote(second, NOTE, saving('A\nb\nc', 1))
    expect(await saveNote(told.scope, NOTE, saving('a\nb\nC', 1))).toMatchObject({ done: true, number: 3, body: 'A\nb\nC', merged: true })
    expect(await saveNote(second, NOTE, saving('A\nb\nc', 1))).toMatchObject({ done: true, number: 3, body: 'A\nb\nC' })
    expect((await texts()).length).toBe(3)
  })

  it('keeps a text that touches the same lines aside, once, and gives both', async () => {
    await saveNote(told.scope, NOTE, saving('a', 0))
    await saveNote(second, NOTE, saving('b', 1))
    const late = saving('c', 1)
    const answer = { done: false, because: 'overtaken', theirs: { body: 'b', number: 2, by: 'Second, sample', atMs: NOW }, kept: 3 }
    expect([await saveNote(told.scope, NOTE, late), await saveNote(told.scope, NOTE, late), await saveNote(told.scope, NOTE, saving('c', 1))]).toEqual([answer, answer, answer])
    expect(await saveNote(told.scope, NOTE, saving('b\nc', 2))).toMatchObject({ done: true, number: 4, merged: false })
    expect(await saveNote(told.scope, NOTE, late)).toEqual(answer)
    expect(await texts()).toEqual([[4, 'b\nc', 0], [3, 'c', 1], [2, 'b', 0], [1, 'a', 0]])
  })

  it('keeps what is saved on a cleared note aside', async () => {
    await saveNote(told.scope, NOTE, saving('a', 0))
    await setNoteStatus(told.scope, NOTE, { revision: 1, status: 'cleared' })
    const late = saving('a\nb', 1)
    const answer = { done: false, because: 'cleared', kept: 2 }
    expect([await saveNote(told.scope, NOTE, late), await saveNote(told.scope, NOTE, late)]).toEqual([answer, answer])
    expect([(await now())?.body, await texts()]).toEqual(['a', [[2, 'a\nb', 1], [1, 'a', 0]]])
  })

  it('brings every kept text back as a new one, and refuses what the person could not see', async () => {
    await saveNote(told.scope, NOTE, saving('one', 0))
    for (const [text, base] of [['two', 1], ['late', 1], ['three\n\n- point', 2]] as const) await saveNote(told.scope, NOTE, saving(text, base))
    const all = await listRevisions(database.read, 'told', NOTE)
    for (const { number, body } of all) {
      const on = (await now())?.number ?? 0
      expect(await restoreText(told.scope, NOTE, { number, on: on + 1 })).toEqual({ done: false, because: 'stale' })
      expect((await restoreText(told.scope, NOTE, { number, on })).done).toBe(true)
      expect((await now())?.body).toBe(body)
    }
    expect((await texts()).slice(-all.length)).toEqual(all.map(({ number, body, aside }) => [number, body, aside]))
    expect([await restoreText(told.scope, NOTE, { number: 99, on: (await now())?.number ?? 0 }), await restoreText(told.other, NOTE, { number: 1, on: 1 })]).toEqual([{ done: false, because: 'gone' }, { done: false, because: 'gone' }])
    await setNoteStatus(told.scope, NOTE, { revision: (await now())?.revision ?? 0, status: 'cleared' })
    expect(await restoreText(told.scope, NOTE, { number: 2, on: (await now())?.number ?? 0 })).toEqual({ done: false, because: 'cleared' })
  })

  it('refuses a meeting or a note that is not of this mission, and a note that never began', async () => {
    await saveNote(told.scope, NOTE, saving('a', 0))
    expect(await saveNote(told.scope, 'another-note-of-it', saving('a', 0, { engagement: 'untold-meeting-1' }))).toEqual({ done: false, because: 'meeting-gone' })
    expect(await saveNote(told.scope, 'another-note-of-it', saving('a', 3))).toEqual({ done: false, because: 'gone' })
    expect(await saveNote(told.scope, 'short', saving('a', 0))).toEqual({ done: false, because: 'gone' })
    expect(await saveNote(told.other, NOTE, saving('a', 0, { engagement: 'untold-meeting-1' }))).toEqual({ done: false, because: 'gone' })
  })

  it('shows a private note to its author alone and tells no history of it', async () => {
    await saveNote(told.scope, NOTE, saving('Secret.', 0, { private: 'on' }))
    await saveNote(told.scope, NOTE, saving('Secret. Still.', 1))
    expect([(await now('teller'))?.body, await now('second'), await now(null)]).toEqual(['Secret. Still.', undefined, undefined])
    expect([(await listNotes(database.read, 'told', { reader: 'teller' })).length, (await listNotes(database.read, 'told', { reader: 'second' })).length, (await listNotes(database.read, 'told')).length]).toEqual([1, 0, 0])
    expect(await saveNote(second, NOTE, saving('Mine.', 0))).toEqual({ done: false, because: 'gone' })
    expect(await markWhileWriting(told.scope, NOTE, marking({ body: 'Secret.', end: '7' }))).toEqual({ done: false, because: 'private' })
    expect((await restoreText(told.scope, NOTE, { number: 1, on: 2 })).done).toBe(true)
    expect(await restoreText(second, NOTE, { number: 1, on: 3 })).toEqual({ done: false, because: 'gone' })
    expect([await acts(), await database.read.selectFrom('change').select('id').execute()]).toEqual([[], []])
    expect(await shareNote(second, NOTE, { revision: 1 })).toEqual({ done: false, because: 'gone' })
    expect((await shareNote(told.scope, NOTE, { revision: (await now('teller'))?.revision ?? 0 })).done).toBe(true)
    expect([(await now(null))?.body, await acts()]).toEqual(['Secret.', ['share']])
  })

  describe('words marked with it', () => {
    beforeEach(async () => void (await saveNote(told.scope, NOTE, saving('Staff.\nSensors stand on two streets.', 0))))

    it('are found where they stand, once, with what they speak of', async () => {
      const mark = marking({ dimension: 'told-dimension-1', speaker: 'Our team' })
      const [one, two] = [await markWhileWriting(told.scope, NOTE, mark), await markWhileWriting(told.scope, NOTE, mark)]
      expect([one, two]).toEqual([{ done: true, excerptId: 'a-mark-of-a-device', actId: expect.any(String) as string }, { done: true, excerptId: 'a-mark-of-a-device', actId: undefined }])
      expect((await listExcerpts(database.read, 'told')).map(({ id, body, start_at, speaker }) => [id, body, start_at, speaker])).toEqual([['a-mark-of-a-device', 'Sensors', 7, 'Our team']])
      expect(await database.read.selectFrom('excerpt').select('dimension_id').execute()).toEqual([{ dimension_id: 'told-dimension-1' }])
    })

    it('that are marked already keep their first mark', async () => {
      await markWhileWriting(told.scope, NOTE, marking())
      expect(await markWhileWriting(told.scope, NOTE, marking({ mark: 'another-mark-of-it' }))).toEqual({ done: true, excerptId: 'a-mark-of-a-device', actId: undefined })
    })

    it('are refused when they do not stand there, or their note, text or finding is not here', async () => {
      expect(await markWhileWriting(told.scope, NOTE, marking({ body: 'Absent words' }))).toEqual({ done: false, because: 'lost' })
      await saveNote(told.scope, NOTE, saving('Staff.\nSensors here, Sensors there.', 1))
      expect(await markWhileWriting(told.scope, NOTE, marking({ number: '2', start: '0', end: '7' }))).toEqual({ done: false, because: 'lost' })
      expect(await markWhileWriting(told.scope, NOTE, marking({ number: '9' }))).toEqual({ done: false, because: 'gone' })
      expect(await markWhileWriting(told.other, NOTE, marking())).toEqual({ done: false, because: 'gone' })
      expect(await markWhileWriting(told.scope, NOTE, marking({ finding: 'no-finding', reason: 'x' }))).toEqual({ done: false, because: 'finding-gone' })
      expect(MarkWhileWritingInput.safeParse({ ...marking(), start: '0', end: '7', number: '1', finding: 'f', reason: '' }).success).toBe(false)
    })
  })
})

eachDatabase('a note saved from two places at once', (fresh) => {
  beforeEach(async () => await begin(await fresh.open()))

  it('loses no text of 200 racing saves by each of two writers, and no revision is torn', async () => {
    await saveNote(told.scope, NOTE, saving('start', 0))
    const sent: [string, SaveOutcome][] = []
    const write = async (scope: Scope, name: string): Promise<void> => {
      let [base, text] = [1, 'start']
      for (let i = 0; i < 200; i++) {
        const body = i % 3 === 0 ? `${name} ${i}\n${text}` : i % 3 === 1 ? `${text}\n${name} ${i}` : text.replace('start', `start\n${name} ${i}`)
        const outcome = await saveNote(scope, NOTE, saving(body, base))
        sent.push([body, outcome])
        if (outcome.done) [base, text] = [outcome.number, outcome.body]
        else if (outcome.because === 'overtaken') [base, text] = [outcome.theirs.number, outcome.theirs.body]
      }
    }
    await Promise.all([write(told.scope, 'one'), write(second, 'two')])
    const kept = new Map((await database.read.selectFrom('note_revision').select(['number', 'body']).where('note_id', '=', NOTE).execute()).map(({ number, body }) => [number, body]))
    const holding = sent.map(([body, outcome]) => [body, outcome.done ? kept.get(outcome.number) : 'kept' in outcome ? kept.get(outcome.kept) : undefined] as const)
    const lost = holding.filter(([body, held]) => held === undefined || body.split('\n').some((line) => !held.split('\n').includes(line)))
    expect([lost.length, sent.length]).toEqual([0, 400])
    expect(new Set(sent.map(([, outcome]) => (outcome.done ? 'saved' : outcome.because)))).toEqual(new Set(['saved', 'overtaken']))
    expect((await findFaults(database)).filter(({ kind }) => kind === 'note-text' || kind === 'revision')).toEqual([])
  }, 60_000)

  it('answers the same save once, however often it comes at once', async () => {
    const first = saving('a', 0)
    const answers = await Promise.all(Array.from({ length: 12 }, () => saveNote(told.scope, NOTE, first)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await texts()).toEqual([[1, 'a', 0]])
  })
})
