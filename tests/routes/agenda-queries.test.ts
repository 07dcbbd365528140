import { afterAll, beforeAll, expect, it } from 'vitest'
import { loader as list } from '#app/routes/missions.$mission.agendas.tsx'
import { loader as builder } from '#app/routes/missions.$mission.engagements.$engagement.agenda._index.tsx'
import { loader as time } from '#app/routes/missions.$mission.engagements.$engagement.agenda.items.$item.time.tsx'
import { loader as paper } from '#app/routes/missions.$mission.papers.$kind.$subject._index.tsx'
import type { Database } from '#db/database.server.ts'
import { countQueries } from '#tests/support/queries.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeAll(async () => {
  ({ database, told } = await openTold())
  await more(0, 1)
})
afterAll(() => database.close())

/** Items with a speaker each, who is in a meeting of the same day as well. */
async function more(from: number, to: number): Promise<void> {
  await database.write(async (tx) => {
    for (let at = from; at < to; at++) {
      await tx.insertInto('person').values({ id: `p-${at}`, name: `P ${at}`, name_key: `p ${at}`, sort_key: `p ${at}` }).execute()
      await tx.insertInto('agenda_item').values({ id: `i-${at}`, mission_id: 'told', engagement_id: 'told-meeting-1', position: at + 1, kind: 'panel', title: `Item ${at}`, day: '2027-03-02', start_minute: 540 + at, end_minute: 560 + at }).execute()
      await tx.insertInto('engagement').values({ id: `e-${at}`, mission_id: 'told', stop_id: 'told-stop-1', kind: 'meeting', title: `E ${at}`, title_key: `e ${at}`, day: '2027-03-02', zone: 'Asia/Almaty', start_minute: 540, end_minute: 600, start_ms: 1, end_ms: 2 }).execute()
      for (const [n, engagement, item] of [[1, 'told-meeting-1', `i-${at}`], [2, `e-${at}`, null]] as const) {
        await tx.insertInto('participation').values({ id: `a-${at}-${n}`, mission_id: 'told', engagement_id: engagement, agenda_item_id: item, person_id: `p-${at}`, role: 'speaker' }).execute()
      }
    }
  })
}

it('asks the database as often for sixty rows as for one', async () => {
  const counts = async () => {
    const params = { engagement: 'told-meeting-1', item: 'i-0' }
    const at = '/missions/told/engagements/told-meeting-1/agenda'
    return [
      await countQueries(told.scope, list, '/missions/told/agendas'), await countQueries(told.scope, builder, at, params),
      await countQueries(told.scope, time, `${at}/items/i-0/time?start=09:00&end=09:10&ripple=following`, params), await countQueries(told.scope, paper, '/missions/told/papers/agenda/told-meeting-1', { kind: 'agenda', subject: 'told-meeting-1' }),
    ]
  }
  expect(await counts()).toEqual([3, 6, 5, 9])
  await more(1, 60)
  expect(await counts()).toEqual([3, 6, 5, 9])
})
