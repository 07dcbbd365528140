import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadCockpit } from '#app/http/cockpit.server.ts'
import { countPending } from '#app/operations/invitation-plans.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'

const DEMO_NOW = Date.UTC(2020, 0, 27, 3)
const MAIL = { name: 'Caravan', address: 'invites@example.org' }
let database: Database
beforeAll(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  await seedDemo(database, DEMO_NOW)
  await makeTold(database)
})
afterAll(() => database.close())

it('asks the database equally often, whatever the mission holds', async () => {
  for (const [slug, now] of [['smart-city-regional-roadshow', DEMO_NOW], ['told', NOW]] as const) {
    let queries = 0
    const read = database.read.withPlugin({ transformQuery: ({ node }) => node, transformResult: async ({ result }) => (queries++, result) })
    const scope = { ...(await loadMissionScope(database, slug, now)), database: { ...database, read } }
    await loadCockpit(scope)
    await countPending(scope, MAIL)
    expect([slug, queries]).toEqual([slug, 37])
  }
})

it('tells stops by their own days, shifts of clocks and counts', async () => {
  const { stops, sheets, counts, issues, faces } = await loadCockpit(await loadMissionScope(database, 'smart-city-regional-roadshow', DEMO_NOW))
  expect(stops.map(({ city, offset, shift, days, engagements, until }) => [city, offset, shift, days, engagements, until])).toEqual([
    ['Nur-Sultan', 'UTC+6', 0, 'Wed 29 Jan', 2, 'in 2 days'], ['Bishkek', 'UTC+6', 0, 'Thu 30 Jan – Fri 31 Jan', 4, 'in 3 days'],
    ['Dushanbe', 'UTC+5', -60, 'Mon 3 Feb – Wed 5 Feb', 8, 'in 7 days'], ['Tashkent', 'UTC+5', 0, 'Thu 6 Feb – Fri 7 Feb', 4, 'in 10 days'],
  ])
  expect(sheets.map((sheet) => sheet.text)).toEqual(['29 Jan', '30 Jan', '31 Jan', '3 Feb', '4 Feb', '5 Feb', '6 Feb', '7 Feb'])
  expect([counts.stops, counts.engagements, issues.counts.error, issues.first?.code, faces.length]).toEqual([4, 18, 7, 'weekday-mismatch', 7])
})

it('follows the mission’s clock into its days', async () => {
  const during = await loadCockpit(await loadMissionScope(database, 'smart-city-regional-roadshow', Date.UTC(2020, 1, 4, 4, 30)))
  expect([during.today, during.clocks.here.city, during.stops.map((stop) => stop.state)]).toEqual(['2020-02-04', 'Dushanbe', ['done', 'done', 'now', 'next']])
  expect(during.todays.map((row) => row.day)).toEqual(['2020-02-04', '2020-02-04'])
  expect(during.next[0]?.distance).toBe('today')
})
