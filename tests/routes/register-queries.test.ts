import { afterAll, beforeAll, expect, it } from 'vitest'
import { attachToDocument } from '#app/operations/document-files.server.ts'
import { handOut } from '#app/operations/hand-outs.server.ts'
import { addPassage } from '#app/operations/passages.server.ts'
import { loader as document } from '#app/routes/missions.$mission.documents.$document._index.tsx'
import { loader as files } from '#app/routes/missions.$mission.documents.$document.files._index.tsx'
import { loader as register } from '#app/routes/missions.$mission.documents._index.tsx'
import { loader as handOuts } from '#app/routes/missions.$mission.engagements.$engagement.hand-outs._index.tsx'
import type { Database } from '#db/database.server.ts'
import { countQueries } from '#tests/support/queries.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told
beforeAll(async () => {
  ({ database, told } = await openTold())
  await keep('paper')
})
afterAll(() => database.close())

/** A document with two passages, two versions of a file, and handed out. */
async function keep(id: string): Promise<void> {
  await database.write((tx) => tx.insertInto('document').values({ id, mission_id: 'told', kind: 'law', title: id, title_key: id, number: '5', search_key: `${id} 5` }).execute())
  const file = { name: 'a.txt', kind: 'txt' as const, bytes: new TextEncoder().encode(id) }
  const first = await attachToDocument(told.scope, id, { replaces: null, caption: '' }, file)
  await attachToDocument(told.scope, id, { replaces: first.done ? first.id : null, caption: '' }, file)
  for (const body of ['Registers are kept.', 'Registers are open.']) await addPassage(told.scope, id, { title: '', number: '', page: null, body, translation: '' })
  await handOut(told.scope, told.meetings[0], { document: id, item: null, open: false })
}

const counts = async () => [
  await countQueries(told.scope, register, '/missions/told/documents'),
  await countQueries(told.scope, register, '/missions/told/documents?text=registers&sort=number'),
  await countQueries(told.scope, document, '/missions/told/documents/paper', { document: 'paper' }),
  await countQueries(told.scope, document, '/missions/told/documents/paper?node=x', { document: 'paper' }),
  await countQueries(told.scope, files, '/missions/told/documents/paper/files', { document: 'paper' }),
  await countQueries(told.scope, handOuts, '/missions/told/engagements/told-meeting-1/hand-outs', { engagement: told.meetings[0] }),
]
const COUNTS = [3, 4, 7, 8, 2, 5]

it('counts the same queries for one document as for many', async () => {
  expect(await counts()).toEqual(COUNTS)
  for (const id of ['second', 'third', 'fourth']) await keep(id)
  expect(await counts()).toEqual(COUNTS)
})
