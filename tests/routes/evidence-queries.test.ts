import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarkInput } from '#app/operations/evidence.input.ts'
import { markExcerpt } from '#app/operations/evidence.server.ts'
import { writeNote } from '#app/operations/notes.server.ts'
import { loader as document } from '#app/routes/missions.$mission.documents.$document._index.tsx'
import { loader as evidence } from '#app/routes/missions.$mission.evidence._index.tsx'
import { loader as finding } from '#app/routes/missions.$mission.findings.$finding._index.tsx'
import { loader as findings } from '#app/routes/missions.$mission.findings._index.tsx'
import { loader as note } from '#app/routes/missions.$mission.notes.$note._index.tsx'
import { loader as notes } from '#app/routes/missions.$mission.notes._index.tsx'
import { loader as why } from '#app/routes/missions.$mission.readiness.$dimension._index.tsx'
import { loader as questions } from '#app/routes/missions.$mission.engagements.$engagement.questions._index.tsx'
import { loader as gaps } from '#app/routes/missions.$mission.readiness.gaps.tsx'
import { loader as readiness } from '#app/routes/missions.$mission.readiness._index.tsx'
import { loader as report } from '#app/routes/missions.$mission.report._index.tsx'
import { loader as persons } from '#app/routes/missions.$mission.report.persons.tsx'
import type { Database } from '#db/database.server.ts'
import { countQueries } from '#tests/support/queries.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told
let noteId = ''
let findingId = ''

beforeAll(async () => {
  ({ database, told } = await openTold())
  await database.write(async (tx) => {
    await tx.insertInto('document').values({ id: 'paper', mission_id: 'told', kind: 'report', title: 'Paper', title_key: 'paper' }).execute()
    await tx.insertInto('outline_node').values({ id: 'paper-1', mission_id: 'told', document_id: 'paper', position: 1, level: 1, title: 'One. Two.' }).execute()
  })
  await say(1)
})
afterAll(() => database.close())

/** One more note of `sentences` sentences, each evidence for a finding of its own. */
async function say(sentences: number): Promise<void> {
  const body = Array.from({ length: sentences }, (_, at) => `Sentence ${at} of ${sentences}.`).join('\n')
  const written = await writeNote(told.scope, { engagement: told.meetings[0], body, language: 'en' })
  noteId = written.done ? written.noteId : ''
  for (const words of body.split('\n')) {
    const marked = await markExcerpt(told.scope, { noteId }, MarkInput.parse({ words, kind: 'fact', language: 'en', sourceKind: 'city', finding: 'new', statement: words, relation: 'contradicts', reason: 'x', dimensions: ['told-dimension-1'] }))
    if (!marked.done) throw new Error(marked.because)
  }
  findingId = (await database.read.selectFrom('finding').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
}

const base = '/missions/told'
const count = async () => ({
  notes: await countQueries(told.scope, notes, `${base}/notes`), note: await countQueries(told.scope, note, `${base}/notes/x`, { note: noteId }),
  evidence: await countQueries(told.scope, evidence, `${base}/evidence?dimension=told-dimension-1&relation=contradicts`),
  findings: await countQueries(told.scope, findings, `${base}/findings`), finding: await countQueries(told.scope, finding, `${base}/findings/x`, { finding: findingId }),
  readiness: await countQueries(told.scope, readiness, `${base}/readiness`), why: await countQueries(told.scope, why, `${base}/readiness/x`, { dimension: 'told-dimension-1' }),
  gaps: await countQueries(told.scope, gaps, `${base}/readiness/gaps`), questions: await countQueries(told.scope, questions, `${base}/engagements/x/questions`, { engagement: told.meetings[0] }),
  report: await countQueries(told.scope, report, `${base}/report`), persons: await countQueries(told.scope, persons, `${base}/report/persons`), document: await countQueries(told.scope, document, `${base}/documents/x`, { document: 'paper' }),
})
/** Right after the evidence changed: what is counted over all of it is then counted anew. */
const COUNTS = { notes: 3, note: 11, evidence: 8, findings: 4, finding: 8, readiness: 11, why: 9, gaps: 7, questions: 7, report: 8, persons: 2, document: 3 }

it('each page runs its number of queries', async () => {
  expect(await count()).toEqual(COUNTS)
})

it('no page runs more of them for more rows', async () => {
  await say(70)
  expect(await count()).toEqual(COUNTS)
})
