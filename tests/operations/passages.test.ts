import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Passage, ReadText } from '#app/domain/papers/file-text.ts'
import { attachToDocument } from '#app/operations/document-files.server.ts'
import { MarkInput } from '#app/operations/evidence.input.ts'
import { markExcerpt } from '#app/operations/evidence.server.ts'
import { undo } from '#app/operations/history.server.ts'
import { addPassage, editPassage, placeText, removePassage } from '#app/operations/passages.server.ts'
import { findAttachment } from '#db/attachments.server.ts'
import type { Database } from '#db/database.server.ts'
import { findFaults } from '#db/faults.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told
beforeEach(async () => {
  ({ database, told } = await openTold())
  await database.write(async (tx) => {
    for (const [id, kind] of [['law', 'law'], ['note', 'report']] as const) await tx.insertInto('document').values({ id, mission_id: 'told', kind, title: id, title_key: id, language: 'tg' }).execute()
  })
})
afterEach(() => database.close())

const passage = (body: string, page: number | null = null): Passage => ({ title: body.slice(0, 20), number: '', page, body })
const read = (...bodies: string[]): ReadText => ({ state: 'read', passages: bodies.map((body, at) => passage(body, at + 1)) })
async function attach(replaces: string | null = null, document = 'law'): Promise<string> {
  const kept = await attachToDocument(told.scope, document, { replaces, caption: '' }, { name: 'law.pdf', kind: 'pdf', bytes: new TextEncoder().encode(`%PDF ${replaces}`) })
  return kept.done ? kept.id : 'none'
}
const nodes = async () => (await database.read.selectFrom('outline_node').select(['id', 'body', 'page', 'position']).where('document_id', '=', 'law').orderBy('position').execute())
const bodies = async () => (await nodes()).map(({ body }) => body)
async function mark(words: string): Promise<void> {
  const node = (await nodes()).find(({ body }) => body.includes(words))
  const marked = await markExcerpt(told.scope, { nodeId: node?.id ?? '' }, MarkInput.parse({ words, kind: 'law', language: 'tg', relation: 'supports' }))
  if (!marked.done) throw new Error(marked.because)
}

it('the text of a file becomes passages, and undo takes them away', async () => {
  const file = await attach()
  const placed = await placeText(told.scope, 'law', file, read('Моддаи 1. Як.', 'Моддаи 2. Ду.'))
  expect([placed, await bodies(), (await findAttachment(database.read, 'told', file, null))?.text_state]).toEqual([{ done: true, actId: expect.any(String) as string, count: 2 }, ['Моддаи 1. Як.', 'Моддаи 2. Ду.'], 'read'])
  expect(placed.done && placed.actId !== undefined && (await undo(told.scope, placed.actId)).done).toBe(true)
  expect(await bodies()).toEqual([])
  expect([await placeText(told.other, 'law', file, read('x')), await placeText(told.scope, 'note', file, read('x'))]).toEqual([{ done: false, because: 'gone' }, { done: false, because: 'gone' }])
})

it('a newer version keeps what stayed the same and what is marked, with its marks', async () => {
  const first = await attach()
  await placeText(told.scope, 'law', first, read('One stays.', 'Two is marked and goes.', 'Three goes.'))
  const kept = (await nodes())[0]
  await mark('is marked')
  const second = await attach(first)
  await placeText(told.scope, 'law', second, read('Zero is new.', 'One stays.'))
  expect(await bodies()).toEqual(['Zero is new.', 'One stays.', 'Two is marked and goes.'])
  expect((await nodes())[1]).toEqual({ ...kept, page: 2, position: 2 })
  expect((await findFaults(database)).filter(({ kind }) => kind === 'excerpt-span')).toEqual([])
  await placeText(told.scope, 'law', second, read('Zero is new.', 'One stays.'))
  expect(await bodies()).toEqual(['Zero is new.', 'One stays.', 'Two is marked and goes.'])
})

it('a file without text says so; one of a document with passages of its own stays apart until it is asked for', async () => {
  const file = await attach()
  expect(await placeText(told.scope, 'law', file, { state: 'no-text', passages: [] })).toEqual({ done: true, actId: undefined, count: 0 })
  expect((await findAttachment(database.read, 'told', file, null))?.text_state).toBe('no-text')
  await addPassage(told.scope, 'law', { title: '', number: '', page: null, body: 'Typed by hand.', translation: '' })
  await placeText(told.scope, 'law', file, read('From the file.'))
  expect([await bodies(), (await findAttachment(database.read, 'told', file, null))?.text_state]).toEqual([['Typed by hand.'], 'apart'])
  await placeText(told.scope, 'law', file, read('From the file.'), { beside: true })
  expect(await bodies()).toEqual(['Typed by hand.', 'From the file.'])
  const ofReport = await attach(null, 'note')
  await placeText(told.scope, 'note', ofReport, read('x'), { beside: true })
  expect(await database.read.selectFrom('outline_node').select('id').where('document_id', '=', 'note').execute()).toEqual([])
})

it('a typed passage is changed and removed while nothing rests on it', async () => {
  const typed = { title: '', number: '5', page: 3, body: 'Моддаи панҷум. Корхона.', translation: 'Article five.' }
  const added = await addPassage(told.scope, 'law', typed)
  const nodeId = added.done ? added.nodeId : ''
  expect(await database.read.selectFrom('outline_node').select(['title', 'number', 'page', 'body', 'translation_state']).execute()).toEqual([{ title: typed.body, number: '5', page: 3, body: typed.body, translation_state: 'draft' }])
  expect((await editPassage(told.scope, 'law', nodeId, { ...typed, body: 'Моддаи панҷум. Корхона аст.', revision: 1 })).done).toBe(true)
  await mark('Корхона аст')
  expect(await editPassage(told.scope, 'law', nodeId, { ...typed, body: 'Other words.', revision: 2 })).toEqual({ done: false, because: 'marked' })
  expect((await editPassage(told.scope, 'law', nodeId, { ...typed, title: 'Article 5', body: 'Моддаи панҷум. Корхона аст.', revision: 2 })).done).toBe(true)
  expect(await removePassage(told.scope, 'law', nodeId, { revision: 3 })).toEqual({ done: false, because: 'marked' })
  const other = await addPassage(told.scope, 'law', typed)
  expect([await editPassage(told.scope, 'law', nodeId, { ...typed, revision: 1, body: 'Моддаи панҷум. Корхона аст.' }), await addPassage(told.scope, 'note', typed), await removePassage(told.other, 'law', nodeId, { revision: 3 })].map((outcome) => outcome.done || outcome.because)).toEqual(['stale', 'gone', 'gone'])
  const removed = await removePassage(told.scope, 'law', other.done ? other.nodeId : '', { revision: 1 })
  expect([removed.done, removed.done && (await undo(told.scope, removed.actId)).done, (await bodies()).length]).toEqual([true, true, 2])
})
