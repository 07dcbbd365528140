import { afterEach, beforeEach, expect, it } from 'vitest'
import { undo } from '#app/operations/history.server.ts'
import { AddMemberInput, ChangeMemberInput, EditMissionInput } from '#app/operations/missions.input.ts'
import { editMission } from '#app/operations/missions.server.ts'
import { addMember, changeMember } from '#app/operations/team.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { makeTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeEach(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  told = await makeTold(database)
})
afterEach(() => database.close())

const roles = async () => (await database.read.selectFrom('membership').select('role').where('mission_id', '=', 'told').orderBy('role').execute()).map((row) => row.role)

async function second(role: string): Promise<string> {
  const outcome = await addMember(told.scope, AddMemberInput.parse({ name: 'Second, sample', email: 'second@example.org', role }))
  if (!outcome.done) throw new Error(outcome.because)
  return outcome.actId
}

it('lets nobody but a coordinator take back what a coordinator did to the team or the mission', async () => {
  const added = await second('viewer')
  const edited = await editMission(told.scope, EditMissionInput.parse({ revision: 1, title: 'Renamed', startDay: '2027-03-01', endDay: '2027-03-12', status: 'draft' }))
  const member = { ...told.scope, role: 'member' as const }
  for (const actId of [added, edited.done ? edited.actId : '']) expect(await undo(member, actId)).toEqual({ done: false, because: 'not-allowed' })
  expect(await roles()).toEqual(['coordinator', 'viewer'])
  const undone = await undo(told.scope, added)
  expect(await roles()).toEqual(['coordinator'])
  expect(await undo(member, undone.done ? undone.actId : '')).toEqual({ done: false, because: 'not-allowed' })
})

it('keeps the last coordinator', async () => {
  const added = await second('coordinator')
  expect((await changeMember(told.scope, ChangeMemberInput.parse({ membership: 'told-m', revision: 1, role: 'member' }))).done).toBe(true)
  expect(await undo(told.scope, added)).toEqual({ done: false, because: 'stale' })
  expect(await roles()).toEqual(['coordinator', 'member'])
})

it('takes back nothing of another mission', async () => {
  expect(await undo(told.other, await second('viewer'))).toEqual({ done: false, because: 'gone' })
})
