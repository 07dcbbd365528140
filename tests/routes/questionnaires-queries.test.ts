import { afterAll, beforeAll, expect, it } from 'vitest'
import { fingerprint } from '#app/domain/questionnaires/answers.ts'
import { saveAnswers } from '#app/operations/questionnaire-answers.server.ts'
import { prepareRequest } from '#app/operations/questionnaire-requests.server.ts'
import { addQuestion, createQuestionnaire } from '#app/operations/questionnaires.server.ts'
import { loader as list } from '#app/routes/missions.$mission.questionnaires._index.tsx'
import { loader as questions } from '#app/routes/missions.$mission.questionnaires.$questionnaire._index.tsx'
import { loader as preview } from '#app/routes/missions.$mission.questionnaires.$questionnaire.preview.tsx'
import { loader as requests } from '#app/routes/missions.$mission.questionnaires.$questionnaire.requests._index.tsx'
import { loader as wording } from '#app/routes/missions.$mission.questionnaires.$questionnaire.wording.tsx'
import type { Database } from '#db/database.server.ts'
import { countQueries } from '#tests/support/queries.ts'
import { NOW, openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told
let questionnaire = ''

beforeAll(async () => {
  ({ database, told } = await openTold())
  await database.write((tx) => tx.insertInto('organisation').values({ id: 'office', name: 'Office, sample', name_key: 'office', sort_key: 'office', kind: 'government' }).execute())
  const made = await createQuestionnaire(told.scope, { title: 'Survey', intro: '', language: 'en' })
  questionnaire = made.done ? made.questionnaireId : ''
  await more()
})
afterAll(() => database.close())

/** One more question, and one more organisation that answered it. */
async function more(): Promise<void> {
  const added = await addQuestion(told.scope, questionnaire, { rank: 'question', after: null, number: '', title: 'Which?', kind: 'text', unit: '', choices: '' })
  const asked = await prepareRequest(told.scope, questionnaire, { organisation: 'office', contact: '', email: '', language: 'en', day: '2027-03-05', time: 600, stop: told.stops[0] })
  if (added.done && asked.done) await saveAnswers(database, asked.requestId, [{ questionId: added.questionId, value: 'This', seen: 0, shown: fingerprint('') }], NOW)
}

const base = '/missions/told/questionnaires'
const count = async () => ({
  list: await countQueries(told.scope, list, base), questions: await countQueries(told.scope, questions, `${base}/x`, { questionnaire }), wording: await countQueries(told.scope, wording, `${base}/x/wording`, { questionnaire }),
  preview: await countQueries(told.scope, preview, `${base}/x/preview`, { questionnaire }), requests: await countQueries(told.scope, requests, `${base}/x/requests`, { questionnaire }),
})
const COUNTS = { list: 1, questions: 3, wording: 3, preview: 3, requests: 6 }

it('each page of questionnaires runs its number of queries', async () => {
  expect(await count()).toEqual(COUNTS)
})

it('no page runs more of them for more questions, organisations and answers', async () => {
  for (let i = 0; i < 30; i++) await more()
  expect(await count()).toEqual(COUNTS)
})
