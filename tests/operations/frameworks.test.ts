import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FRAMEWORKS } from '#app/domain/assessment/frameworks.ts'
import { createFinding } from '#app/operations/findings.server.ts'
import { chooseFramework } from '#app/operations/frameworks.server.ts'
import { NewMissionInput } from '#app/operations/missions.input.ts'
import { createMission } from '#app/operations/missions.server.ts'
import { ChooseFrameworkInput, RateInput } from '#app/operations/readiness.input.ts'
import { rateDimension, renameDimension } from '#app/operations/readiness.server.ts'
import { undoAct } from '#db/changes.server.ts'
import type { Database } from '#db/database.server.ts'
import { loadFinding } from '#db/findings.server.ts'
import { listDimensions, listRatings } from '#db/readiness.server.ts'
import { NOW, makeTold, openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

let database: Database
let told: Told
beforeEach(async () => void ({ database, told } = await openTold()))
afterEach(() => database.close())

const choose = (framework: string) => chooseFramework(told.scope, ChooseFrameworkInput.parse({ framework }))
const names = async (mission = 'told') => (await listDimensions(database.read, mission)).map((one) => one.name)

describe('a new mission', () => {
  const make = async (more: Record<string, string>) => (await createMission({ database, actor: told.scope.actor, nowMs: NOW }, NewMissionInput.parse({ title: 'New one', startDay: '2027-03-01', endDay: '2027-03-02', ...more }))).missionId

  it('assesses by the usual framework, another one, or by names of its own', async () => {
    expect(await names(await make({}))).toEqual(FRAMEWORKS[0].dimensions.map((one) => one.name))
    const eight = await listDimensions(database.read, await make({ framework: 'open-data-eight' }))
    expect([eight.length, eight[7]?.frameworkKey, new Set(eight.map((one) => `${one.framework} ${one.frameworkVersion}`))]).toEqual([8, 'technology', new Set(['open-data-eight 3.1'])])
    expect(await names(await make({ framework: 'own' }))).toEqual([])
    expect(NewMissionInput.safeParse({ title: 'x', startDay: '2027-03-01', endDay: '2027-03-02', framework: 'another' }).success).toBe(false)
  })
})

describe('choosing another framework', () => {
  it('takes over its dimensions while nothing is rated; findings stay where they can; undo brings all back', async () => {
    await choose('smart-city-seven')
    const [leadership, law, institutions] = await listDimensions(database.read, 'told')
    const made = await createFinding(told.scope, { statement: 'Nobody leads', dimensions: [leadership?.id ?? '', institutions?.id ?? '', (await listDimensions(database.read, 'told'))[6]?.id ?? ''], nodes: [] })
    const outcome = await choose('open-data-eight')
    expect(await names()).toEqual(FRAMEWORKS[1]?.dimensions.map((one) => one.name))
    const places = async () => (await loadFinding(database.read, 'told', 'findingId' in made ? made.findingId : ''))?.dimensions.map((one) => one.name)
    expect(await places()).toEqual(['Senior leadership', 'Institutional structures, responsibilities and capabilities'])
    expect((await listDimensions(database.read, 'told'))[1]?.id).toBe(law?.id)
    await database.write((tx) => undoAct(tx, outcome.done ? outcome.actId : '', { missionId: 'told', atMs: NOW, accountId: null, actorName: 'x' }))
    expect([await names(), await places()]).toEqual([FRAMEWORKS[0].dimensions.map((one) => one.name), ['Leadership, vision and strategy', 'Institutional readiness', 'e-Services development']])
  })

  it('is refused once a level was given, and when it is the same', async () => {
    await choose('smart-city-seven')
    expect(await choose('smart-city-seven')).toEqual({ done: false, because: 'nothing-new' })
    const [first] = await listDimensions(database.read, 'told')
    await rateDimension(told.scope, first?.id ?? '', RateInput.parse({ level: 'none', reason: 'nobody spoke of it', after: '0' }))
    expect(await choose('open-data-eight')).toEqual({ done: false, because: 'rated' })
    expect(await choose('own')).toEqual({ done: false, because: 'rated' })
    expect((await names()).length).toBe(7)
  })
})

it('a rating keeps the version of its framework and the name that the dimension had', async () => {
  await choose('smart-city-seven')
  const [first] = await listDimensions(database.read, 'told')
  const id = first?.id ?? ''
  const rate = (after: string) => rateDimension(told.scope, id, RateInput.parse({ level: 'none', reason: 'nobody spoke of it', after }))
  await rate('0')
  await renameDimension(told.scope, { dimension: id, revision: 1, name: 'Leaders' })
  await rate('1')
  expect((await listRatings(database.read, 'told', id)).map(({ framework, frameworkVersion, dimensionName }) => [framework, frameworkVersion, dimensionName])).toEqual([
    ['smart-city-seven', '2020', 'Leaders'], ['smart-city-seven', '2020', 'Leadership, vision and strategy'],
  ])
})

eachDatabase('the database itself', (fresh) => {
  it('takes no rating without a reason and changes none, whoever asks', async () => {
    const open = await fresh.open()
    await makeTold(open)
    const rating = { mission_id: 'told', dimension_id: 'told-dimension-1', level: 'low', account_name: 'x', at_ms: 1 }
    await open.write((tx) => tx.insertInto('rating').values({ ...rating, id: 'given', number: 1, reason: 'two streets only' }).execute())
    await expect(open.write((tx) => tx.insertInto('rating').values({ ...rating, id: 'blank', number: 2, reason: '  ' }).execute())).rejects.toThrow('a rating needs a reason')
    await expect(open.write((tx) => tx.updateTable('rating').set({ level: 'high' }).where('id', '=', 'given').execute())).rejects.toThrow('a rating is never changed')
    await expect(open.write((tx) => sql`update rating set reason = '', evidence = '[]'`.execute(tx))).rejects.toThrow('a rating is never changed')
    expect(await open.read.selectFrom('rating').select(['id', 'level', 'reason']).execute()).toEqual([{ id: 'given', level: 'low', reason: 'two streets only' }])
    await open.close()
  })
})
