import { beforeEach, expect, it } from 'vitest'
import { describeAct } from '#app/domain/history.ts'
import { undo } from '#app/operations/history.server.ts'
import { EditPlanRowInput, NewPlanRowInput, PlanFrameInput } from '#app/operations/plan.input.ts'
import { addPlanRow, editPlanRow, movePlanRow, removePlanRow, setPlanFrame, setPlanMonths } from '#app/operations/plan.server.ts'
import type { Database } from '#db/database.server.ts'
import { findPlanFrame, listPlanRows, listReportParts } from '#db/plan.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { makeTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

const GONE = { done: false, because: 'gone' }

eachDatabase('the work plan', (fresh) => {
  let told: Told
  let database: Database
  beforeEach(async () => {
    database = await fresh.open()
    told = await makeTold(database)
    await database.write((tx) => tx.insertInto('task').values([
      { id: 'one', mission_id: 'told', kind: 'work-plan', position: 1, part: 'Part 1', title: 'Vision', owner: 'Team', months: '["May"]' },
      { id: 'two', mission_id: 'told', kind: 'work-plan', position: 2, part: 'Part 1', title: 'Goals', owner: '', months: '["May","Jun"]' },
      { id: 'three', mission_id: 'told', kind: 'work-plan', position: 3, part: 'Part 2', title: 'Status', owner: '', months: '["Jul"]' },
    ]).execute())
  })

  const rows = async () => (await listPlanRows(database.read, 'told')).map((row) => [row.title, row.part, row.months.join(' ')])
  const frame = async () => await findPlanFrame(database.read, 'told', await listPlanRows(database.read, 'told'))
  const back = async (outcome: { done: boolean; actId?: string }) => (await undo(told.scope, outcome.actId ?? '')).done
  const said = async (verb: string) => (await database.read.selectFrom('act').selectAll().where('verb', '=', verb).execute()).map((act) => describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: JSON.parse(act.facts) as Record<string, unknown> }))

  it('spans what its rows name until somebody says months and year once', async () => {
    expect(await frame()).toEqual({ from: 5, length: 3, year: null })
    const first = await setPlanFrame(told.scope, PlanFrameInput.parse({ from: 'Nov', to: 'Feb', year: '2020' }))
    expect([first.done, await frame()]).toEqual([true, { from: 11, length: 4, year: 2020 }])
    expect(await setPlanFrame(told.scope, PlanFrameInput.parse({ from: 'Nov', to: 'Feb', year: '2020' }))).toEqual({ done: false, because: 'same' })
    const second = await setPlanFrame(told.scope, PlanFrameInput.parse({ from: 'May', to: 'Aug' }))
    expect([await frame(), await said('set-span')]).toEqual([{ from: 5, length: 4, year: null }, ['set the work plan to Nov to Feb 2020', 'set the work plan to May to Aug']])
    expect([await back(second), (await frame()).year]).toEqual([true, 2020])
    expect([PlanFrameInput.safeParse({ from: 'May', to: 'Aug', year: '20' }).success, PlanFrameInput.safeParse({ from: 'Mai', to: 'Aug' }).success]).toEqual([false, false])
  })

  it('gives a row other months in the order of the plan, tells it, and takes it back', async () => {
    const outcome = await setPlanMonths(told.scope, 'one', { months: ['Jul', 'Jun'], revision: 1 })
    expect([await rows(), await said('set-months')]).toEqual([[['Vision', 'Part 1', 'Jun Jul'], ['Goals', 'Part 1', 'May Jun'], ['Status', 'Part 2', 'Jul']], ['set the months of “Vision” from May to Jun, Jul']])
    expect(await setPlanMonths(told.scope, 'one', { months: [], revision: 1 })).toEqual({ done: false, because: 'stale' })
    expect([await back(outcome), (await rows())[0]]).toEqual([true, ['Vision', 'Part 1', 'May']])
  })

  it('adds a row at the end of its part, changes it, takes it out', async () => {
    const added = await addPlanRow(told.scope, NewPlanRowInput.parse({ title: 'Strategy', part: 'Part 1', owner: 'Team', months: ['Jun', 'May'] }))
    const id = added.done ? added.rowId : ''
    expect((await rows()).map(([title]) => title)).toEqual(['Vision', 'Goals', 'Strategy', 'Status'])
    const [row] = (await listPlanRows(database.read, 'told')).filter((one) => one.id === id)
    expect([row?.months, row?.owner]).toEqual([['May', 'Jun'], 'Team'])
    expect((await editPlanRow(told.scope, id, EditPlanRowInput.parse({ title: 'Strategies', part: 'Part 2', months: 'May', revision: '1' }))).done).toBe(true)
    expect((await rows())[2]).toEqual(['Strategies', 'Part 2', 'May'])
    const gone = await removePlanRow(told.scope, id, { revision: 2 })
    expect([(await rows()).length, await back(gone), (await rows()).length]).toEqual([3, true, 4])
    expect(NewPlanRowInput.safeParse({ title: ' ' }).success).toBe(false)
  })

  it('moves a row within its part, and over into the next', async () => {
    expect((await movePlanRow(told.scope, 'one', { go: 'down' })).done).toBe(true)
    expect((await rows()).map(([title]) => title)).toEqual(['Goals', 'Vision', 'Status'])
    expect((await movePlanRow(told.scope, 'one', { go: 'down' })).done).toBe(true)
    expect(await rows()).toEqual([['Goals', 'Part 1', 'May Jun'], ['Vision', 'Part 2', 'May'], ['Status', 'Part 2', 'Jul']])
    expect(await movePlanRow(told.scope, 'two', { go: 'up' })).toEqual({ done: false, because: 'at-the-end' })
  })

  it('is nobody else’s', async () => {
    expect([
      await setPlanMonths(told.other, 'one', { months: [], revision: 1 }), await removePlanRow(told.other, 'one', { revision: 1 }), await movePlanRow(told.other, 'one', { go: 'down' }),
      await editPlanRow(told.other, 'one', EditPlanRowInput.parse({ title: 'X', revision: '1' })), await listPlanRows(database.read, 'untold'), await listReportParts(database.read, 'untold'),
    ]).toEqual([GONE, GONE, GONE, GONE, [], []])
  })
})
