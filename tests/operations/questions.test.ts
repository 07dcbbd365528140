import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeEngagement } from '#app/operations/engagements.server.ts'
import { undo } from '#app/operations/history.server.ts'
import { AskInput, RewordQuestionInput } from '#app/operations/questions.input.ts'
import { askQuestions, dropQuestion, rewordQuestion } from '#app/operations/questions.server.ts'
import type { Database } from '#db/database.server.ts'
import { listAsking, listQuestions } from '#db/questions.server.ts'
import { NOW, openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeEach(async () => {
  ({ database, told } = await openTold())
  await database.write(async (tx) => {
    for (const [id, kind] of [['ministry', 'government'], ['fund', 'donor']] as const) await tx.insertInto('organisation').values({ id, name: id, name_key: id, sort_key: id, kind }).execute()
    await tx.insertInto('engagement').values({ id: 'ahead', mission_id: 'told', stop_id: 'told-stop-2', kind: 'meeting', title: 'Ahead', title_key: 'ahead', status: 'idea', day: '2027-03-09', zone: 'Asia/Dushanbe' }).execute()
    await tx.insertInto('person').values({ id: 'minister', name: 'Minister, sample', name_key: 'm', sort_key: 'm' }).execute()
    await tx.insertInto('affiliation').values([
      { id: 'then', person_id: 'minister', organisation_id: 'ministry', title: 'Minister', from_day: '2027-01-01' }, { id: 'before', person_id: 'minister', organisation_id: 'fund', title: 'Adviser', to_day: '2026-12-31' },
    ]).execute()
    await tx.insertInto('participation').values({ id: 'part', mission_id: 'told', engagement_id: 'ahead', person_id: 'minister', role: 'participant' }).execute()
    await tx.insertInto('participation').values({ id: 'leads', mission_id: 'told', engagement_id: 'ahead', organisation_id: 'fund', representative_of: 'Fund', role: 'moderator' }).execute()
  })
})
afterEach(() => database.close())

const ask = (cells: string | string[], engagement = 'ahead') => askQuestions(told.scope, engagement, AskInput.parse({ cells }))
const bodies = async () => (await listQuestions(database.read, 'told', 'ahead')).map((one) => one.body)

describe('who is asked', () => {
  it('is whoever takes part in what has not begun, by the body of that day; who leads is not asked', async () => {
    expect((await listAsking(database.read, 'told', NOW)).map((one) => [one.id, one.groups])).toEqual([['ahead', ['government']]])
    expect(await listAsking(database.read, 'told', NOW + 30 * 86_400_000)).toEqual([])
  })
})

describe('questions from empty cells', () => {
  it('are taken over once, in the words of their cell, and can be taken back', async () => {
    const outcome = await ask(['government:told-dimension-2', 'government:told-dimension-1', 'government:told-dimension-2'])
    expect(await bodies()).toEqual(['Roads: what stands in South today, what is decided, and who pays for it?', 'Law: what stands in South today, what is decided, and who pays for it?'])
    expect(await ask('government:told-dimension-1')).toEqual({ done: false, because: 'nothing-new' })
    expect(await ask('donor:untold-dimension-1')).toEqual({ done: false, because: 'nothing-new' })
    await undo(told.scope, outcome.done ? outcome.actId : '')
    expect(await bodies()).toEqual([])
  })

  it('are refused where nothing can be asked any more, and in another mission', async () => {
    expect(await ask('donor:told-dimension-1', 'told-meeting-1')).toEqual({ done: false, because: 'begun' })
    expect(await ask('donor:told-dimension-1', 'untold-meeting-1')).toEqual({ done: false, because: 'gone' })
    expect(AskInput.safeParse({}).error?.issues.map((issue) => issue.message)).toEqual(['Choose at least one question'])
    expect(['team:told-dimension-1', 'donor', 'donor:A B', ''].map((cells) => AskInput.safeParse({ cells }).success)).toEqual([false, false, false, false])
  })

  it('are worded anew by whoever saw the last wording, and taken out', async () => {
    await ask('government:told-dimension-1')
    const [question] = await listQuestions(database.read, 'told')
    const id = question?.id ?? ''
    expect((await rewordQuestion(told.scope, 'ahead', id, RewordQuestionInput.parse({ revision: '1', body: 'Who pays?' }))).done).toBe(true)
    expect(await rewordQuestion(told.scope, 'ahead', id, RewordQuestionInput.parse({ revision: '1', body: 'Which?' }))).toEqual({ done: false, because: 'stale' })
    expect(await rewordQuestion(told.scope, 'told-meeting-1', id, RewordQuestionInput.parse({ revision: '2', body: 'Which?' }))).toEqual({ done: false, because: 'gone' })
    expect(await bodies()).toEqual(['Who pays?'])
    expect((await dropQuestion(told.scope, 'ahead', { question: id, revision: 2 })).done).toBe(true)
    expect(await bodies()).toEqual([])
  })

  it('go with an idea that is removed, and come back with it', async () => {
    await ask('government:told-dimension-1')
    const removed = await removeEngagement(told.scope, 'ahead', { revision: 1 })
    expect(await bodies()).toEqual([])
    await undo(told.scope, removed.done ? removed.actId : '')
    expect((await bodies()).length).toBe(1)
  })
})
