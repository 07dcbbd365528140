import { expect, it } from 'vitest'
import { NewMissionInput } from '#app/operations/missions.input.ts'
import { createMission } from '#app/operations/missions.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'

it('gives no mission the address of the page that makes one', async () => {
  const database = openDatabase(':memory:')
  await migrate(database)
  const { scope } = await makeTold(database)
  const made = await createMission({ database, actor: scope.actor, nowMs: NOW }, NewMissionInput.parse({ title: 'New', startDay: '2027-03-01', endDay: '2027-03-02' }))
  expect(made.slug).toBe('new-2')
  await database.close()
})
