import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeAct } from '#app/domain/history.ts'
import { AddFigureInput, EditFigureInput } from '#app/operations/figures.input.ts'
import { addFigure, editFigure, emptyFigure, removeFigure, sayAbbreviation, setPicture } from '#app/operations/figures.server.ts'
import { loadFrontMatter } from '#app/operations/front-matter.server.ts'
import { undoAct } from '#db/changes.server.ts'
import { findAttachment } from '#db/attachments.server.ts'
import type { Database } from '#db/database.server.ts'
import { findFigure, listFigures } from '#db/outline.server.ts'
import { NOW, openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told
let figureId = ''
const BYTES = new Uint8Array([1, 2, 3])
const FILE = { name: 'map.png', kind: 'png' as const, bytes: BYTES }

beforeEach(async () => {
  ({ database, told } = await openTold())
  await database.write(async (tx) => {
    for (const mission of ['told', 'untold']) {
      await tx.insertInto('document').values({ id: `${mission}-report`, mission_id: mission, kind: 'report', title: 'Report of the SUE', title_key: 'report' }).execute()
      await tx.insertInto('outline_node').values({ id: `${mission}-section`, mission_id: mission, document_id: `${mission}-report`, position: 1, level: 1, title: 'Section' }).execute()
    }
  })
  const made = await addFigure(told.scope, 'told-report', AddFigureInput.parse({ caption: 'A map', section: 'told-section' }))
  figureId = made.done ? made.figureId : ''
})
afterEach(() => database.close())

const face = async () => {
  const found = await findFigure(database.read, 'told', figureId)
  return found && [found.number, found.caption, found.alt, found.outline_node_id, found.picture_name]
}
const undo = (actId: string) => database.write((tx) => undoAct(tx, actId, { atMs: NOW, accountId: null, actorName: 'Tester', missionId: 'told' }))

it('has its place and its words before it has a picture, in sections of its own report only', async () => {
  expect(await face()).toEqual(['', 'A map', '', 'told-section', null])
  expect(await addFigure(told.scope, 'told-report', AddFigureInput.parse({ caption: 'A map', section: 'untold-section' }))).toEqual({ done: false, because: 'gone' })
  expect(await addFigure(told.scope, 'untold-report', AddFigureInput.parse({ caption: 'A map' }))).toEqual({ done: false, because: 'gone' })
  expect((await editFigure(told.scope, 'told-report', figureId, EditFigureInput.parse({ caption: 'The map', number: '1', alt: 'Streets', section: '', revision: '1' }))).done).toBe(true)
  expect(await face()).toEqual(['1', 'The map', 'Streets', null, null])
  expect(await editFigure(told.scope, 'told-report', figureId, EditFigureInput.parse({ caption: 'x', revision: '1' }))).toEqual({ done: false, because: 'stale' })
  expect(await editFigure(told.other, 'untold-report', figureId, EditFigureInput.parse({ caption: 'x', revision: '2' }))).toEqual({ done: false, because: 'gone' })
})

it('takes a picture that stays a file of the document, and its place can be emptied and filled again', async () => {
  expect((await setPicture(told.scope, 'told-report', figureId, { revision: 1 }, FILE)).done).toBe(true)
  expect((await face())?.[4]).toBe('map.png')
  const attachmentId = (await findFigure(database.read, 'told', figureId))?.attachment_id ?? ''
  const emptied = await emptyFigure(told.scope, 'told-report', figureId, { revision: 2 })
  expect([(await face())?.[4], (await findAttachment(database.read, 'told', attachmentId, null))?.document_id]).toEqual([null, 'told-report'])
  if (emptied.done) await undo(emptied.actId)
  expect((await face())?.[4]).toBe('map.png')
  expect(await setPicture(told.scope, 'told-report', figureId, { revision: 1 }, FILE)).toEqual({ done: false, because: 'stale' })
  expect(await emptyFigure(told.other, 'untold-report', figureId, { revision: 3 })).toEqual({ done: false, because: 'gone' })
})

it('shows no picture whose file was taken away', async () => {
  await setPicture(told.scope, 'told-report', figureId, { revision: 1 }, FILE)
  await database.write((tx) => tx.updateTable('attachment').set({ removed_ms: NOW }).execute())
  expect((await face())?.[4]).toBeNull()
})

it('goes and comes back', async () => {
  const removed = await removeFigure(told.scope, 'told-report', figureId, { revision: 1 })
  expect(await listFigures(database.read, 'told', 'told-report')).toEqual([])
  if (removed.done) await undo(removed.actId)
  expect(await listFigures(database.read, 'told', 'told-report')).toHaveLength(1)
})

it('has abbreviations said, said otherwise and taken back, in this report alone', async () => {
  const known = async (document: string, mission: string) => (await loadFrontMatter(database.read, mission, document, [])).abbreviations.map(({ short, words }) => `${short} ${words}`)
  expect(await known('told-report', 'told')).toEqual(['SUE '])
  const said = await sayAbbreviation(told.scope, 'told-report', { short: 'SUE', words: 'state unitary enterprise' })
  expect([await known('told-report', 'told'), await known('untold-report', 'untold')]).toEqual([['SUE state unitary enterprise'], ['SUE ']])
  expect(await sayAbbreviation(told.scope, 'told-report', { short: 'SUE', words: 'state unitary enterprise' })).toEqual({ done: false, because: 'stale' })
  await sayAbbreviation(told.scope, 'told-report', { short: 'SUE', words: 'State Unitary Enterprise' })
  await sayAbbreviation(told.scope, 'told-report', { short: 'SUE', words: '' })
  expect(await known('told-report', 'told')).toEqual(['SUE '])
  expect(await sayAbbreviation(told.scope, 'untold-report', { short: 'SUE', words: 'x' })).toEqual({ done: false, because: 'gone' })
  const act = await database.read.selectFrom('act').selectAll().where('id', '=', said.done ? said.actId : '').executeTakeFirstOrThrow()
  expect(describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: JSON.parse(act.facts) as Record<string, unknown> })).toBe('said what “SUE” stands for: state unitary enterprise')
})
