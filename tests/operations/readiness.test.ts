import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChangeLinkInput, LinkInput, MarkInput } from '#app/operations/evidence.input.ts'
import { changeLink, linkExcerpt, markExcerpt } from '#app/operations/evidence.server.ts'
import { createFinding, editFinding, setFindingStatus } from '#app/operations/findings.server.ts'
import { writeNote } from '#app/operations/notes.server.ts'
import { AddDimensionsInput, RateInput } from '#app/operations/readiness.input.ts'
import { addDimensions, rateDimension, removeDimension, renameDimension } from '#app/operations/readiness.server.ts'
import { undoAct } from '#db/changes.server.ts'
import type { Database } from '#db/database.server.ts'
import { listDimensions, listReadinessFaces, listRatings } from '#db/readiness.server.ts'
import { NOW, openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told
let noteId: string

beforeEach(async () => {
  ({ database, told } = await openTold())
  const written = await writeNote(told.scope, { engagement: told.meetings[0], body: 'Fibre is there. Power fails daily.', language: 'en' })
  noteId = written.done ? written.noteId : ''
})
afterEach(() => database.close())

async function said(words: string, relation: string): Promise<void> {
  const outcome = await markExcerpt(told.scope, { noteId }, MarkInput.parse({
    words, kind: 'fact', language: 'en', sourceKind: 'city', finding: 'new', statement: `About: ${words}`, relation, reason: 'said so', dimensions: ['told-dimension-1'],
  }))
  if (!outcome.done) throw new Error(outcome.because)
}
const rate = (more: Record<string, unknown>) => rateDimension(told.scope, 'told-dimension-1', RateInput.parse({ level: 'low', reason: 'power fails', after: '0', ...more }))

describe('rating', () => {
  it('is impossible without a reason', () => {
    expect(RateInput.safeParse({ level: 'low', reason: '  ', after: '0' }).error?.issues.map((issue) => issue.message)).toEqual(['Say why: a level is never changed without a reason'])
    expect(RateInput.safeParse({ level: 'lowest', reason: 'x', after: '0' }).success).toBe(false)
  })

  it('rests on evidence, unless it says that there is not enough', async () => {
    expect(await rate({})).toEqual({ done: false, because: 'no-evidence' })
    expect((await rate({ level: 'none', reason: 'nobody spoke of it' })).done).toBe(true)
  })

  it('refuses a reason that arrives blank by another door', async () => {
    await said('Fibre is there.', 'supports')
    expect(await rateDimension(told.scope, 'told-dimension-1', { level: 'low', reason: '', tentative: false, after: 0 })).toEqual({ done: false, because: 'no-reason' })
  })

  it('freezes what stands, adds a row and keeps the old one', async () => {
    await said('Fibre is there.', 'supports')
    await rate({ level: 'high', reason: 'fibre', tentative: 'yes' })
    await said('Power fails daily.', 'contradicts')
    expect((await listReadinessFaces(database.read, 'told'))[0]).toMatchObject({ word: 'High', stale: true })
    await rate({ after: '1' })
    const ratings = await listRatings(database.read, 'told', 'told-dimension-1')
    expect(ratings.map(({ number, level, reason, accountName, atMs, tentative, evidence }) => ({ number, level, reason, accountName, atMs, tentative, relations: evidence.map((link) => link.relation).sort() }))).toEqual([
      { number: 2, level: 'low', reason: 'power fails', accountName: 'Member, sample', atMs: NOW, tentative: false, relations: ['contradicts', 'supports'] },
      { number: 1, level: 'high', reason: 'fibre', accountName: 'Member, sample', atMs: NOW, tentative: true, relations: ['supports'] },
    ])
    expect((await listReadinessFaces(database.read, 'told'))[0]).toMatchObject({ word: 'Low', stale: false })
  })

  it('refuses somebody who saw an older rating, and dimensions of other missions', async () => {
    await said('Fibre is there.', 'supports')
    await rate({})
    expect(await rate({ after: '0' })).toEqual({ done: false, because: 'stale' })
    expect(await rateDimension(told.scope, 'untold-dimension-1', RateInput.parse({ level: 'none', reason: 'x', after: '0' }))).toEqual({ done: false, because: 'gone' })
  })

  it('cannot be undone: another rating with its own reason stands instead', async () => {
    await said('Fibre is there.', 'supports')
    await rate({})
    expect(await database.read.selectFrom('act').select('undoable').where('verb', '=', 'rate').execute()).toEqual([{ undoable: 0 }])
  })
})

describe('a contradiction', () => {
  const stale = async () => (await listReadinessFaces(database.read, 'told'))[0]?.stale
  const link = async () => await database.read.selectFrom('evidence_link').select(['id', 'finding_id', 'excerpt_id', 'revision']).orderBy('id').executeTakeFirstOrThrow()
  beforeEach(async () => {
    await said('Fibre is there.', 'supports')
    await rate({ level: 'high', reason: 'fibre' })
    expect(await stale()).toBe(false)
  })

  it('makes the level stale as soon as words are marked with it', async () => {
    await said('Power fails daily.', 'contradicts')
    expect(await stale()).toBe(true)
  })

  it('makes it stale when marked words are linked later', async () => {
    const marked = await markExcerpt(told.scope, { noteId }, MarkInput.parse({ words: 'Power fails daily.', kind: 'fact', language: 'en', relation: 'contradicts' }))
    expect(await stale()).toBe(false)
    await linkExcerpt(told.scope, marked.done ? marked.excerptId : '', LinkInput.parse({ finding: (await link()).finding_id, relation: 'contradicts', reason: 'no power' }))
    expect(await stale()).toBe(true)
  })

  it('makes it stale when a link turns, and no longer when that is undone', async () => {
    const turned = await changeLink(told.scope, ChangeLinkInput.parse({ link: (await link()).id, revision: '1', relation: 'contradicts', reason: 'read again' }))
    expect(await stale()).toBe(true)
    await database.write((tx) => undoAct(tx, turned.done ? turned.actId : '', { missionId: 'told', atMs: NOW, accountId: null, actorName: 'x' }))
    expect(await stale()).toBe(false)
  })

  it('makes it stale when its finding comes under the dimension, or counts again', async () => {
    const made = await createFinding(told.scope, { statement: 'Power fails', dimensions: [], nodes: [] })
    const findingId = made.done ? made.findingId : ''
    await markExcerpt(told.scope, { noteId }, MarkInput.parse({ words: 'Power fails daily.', kind: 'fact', language: 'en', relation: 'contradicts', finding: findingId, reason: 'so they say' }))
    expect(await stale()).toBe(false)
    await editFinding(told.scope, findingId, { statement: 'Power fails', dimensions: ['told-dimension-1'], nodes: [], revision: 1 })
    expect(await stale()).toBe(true)
    await setFindingStatus(told.scope, findingId, { revision: 1, status: 'superseded' })
    expect(await stale()).toBe(false)
    await setFindingStatus(told.scope, findingId, { revision: 2, status: 'draft' })
    expect(await stale()).toBe(true)
  })
})

describe('dimensions', () => {
  it('are added by name, each once, after those that are there', async () => {
    expect((await addDimensions(told.scope, AddDimensionsInput.parse({ names: 'Money\n roads \n\nSkills\nskills' }))).done).toBe(true)
    expect((await listDimensions(database.read, 'told')).map((one) => [one.position, one.name])).toEqual([[1, 'Roads'], [2, 'Law'], [3, 'Money'], [4, 'Skills']])
    expect(await addDimensions(told.scope, { names: 'LAW' })).toEqual({ done: false, because: 'nothing-new' })
    expect(await addDimensions(told.scope, { names: 'x'.repeat(81) })).toEqual({ done: false, because: 'too-long' })
  })

  it('are renamed, and removed while nothing uses them', async () => {
    expect((await renameDimension(told.scope, { dimension: 'told-dimension-2', revision: 1, name: 'Statutes' })).done).toBe(true)
    await said('Fibre is there.', 'supports')
    expect(await removeDimension(told.scope, { dimension: 'told-dimension-1', revision: 1 })).toEqual({ done: false, because: 'used' })
    expect((await removeDimension(told.scope, { dimension: 'told-dimension-2', revision: 2 })).done).toBe(true)
    expect(await removeDimension(told.scope, { dimension: 'untold-dimension-1', revision: 1 })).toEqual({ done: false, because: 'gone' })
    expect((await listDimensions(database.read, 'told')).map((one) => one.name)).toEqual(['Roads'])
  })

  it('that go are no longer what marked words speak of, and are again when that is undone', async () => {
    const marked = await markExcerpt(told.scope, { noteId }, MarkInput.parse({ words: 'Fibre is there.', kind: 'fact', language: 'en', relation: 'supports' }))
    const excerptId = marked.done ? marked.excerptId : ''
    await database.write((tx) => tx.updateTable('excerpt').set({ dimension_id: 'told-dimension-2' }).where('id', '=', excerptId).execute())
    const speaksOf = async () => (await database.read.selectFrom('excerpt').select('dimension_id').where('id', '=', excerptId).executeTakeFirst())?.dimension_id
    const removed = await removeDimension(told.scope, { dimension: 'told-dimension-2', revision: 1 })
    expect(await speaksOf()).toBe(null)
    await database.write((tx) => undoAct(tx, removed.done ? removed.actId : '', { missionId: 'told', atMs: NOW, accountId: null, actorName: 'x' }))
    expect(await speaksOf()).toBe('told-dimension-2')
  })
})
