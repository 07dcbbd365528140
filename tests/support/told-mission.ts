/** A mission with two stops, two meetings and two dimensions, and somebody who acts in it; another mission stands beside it. */
import type { Scope } from '#app/operations/scope.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'

export const NOW = Date.UTC(2027, 2, 4, 9)
const DAY = 24 * 3_600_000

export type Told = { scope: Scope; other: Scope; stops: [string, string]; meetings: [string, string]; dimensions: [string, string] }

/** The two missions in a database of their own, in memory. Whoever opens it closes it. */
export async function openTold(): Promise<{ database: Database; told: Told }> {
  const database = openDatabase(':memory:')
  await migrate(database)
  return { database, told: await makeTold(database) }
}

/** Inserts the rows of two missions, 'told' and 'untold', into a migrated database. Ids are readable: 'told-meeting-1'. */
export async function makeTold(database: Database): Promise<Told> {
  await database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'teller', name: 'Member, sample', email: 'teller@example.org', email_key: 'teller@example.org', created_ms: NOW }).execute()
    for (const [id, city, zone] of [['north', 'North', 'Asia/Almaty'], ['south', 'South', 'Asia/Dushanbe']] as const) {
      await tx.insertInto('place').values({ id, kind: 'city', name: city, name_key: city.toLowerCase(), sort_key: city.toLowerCase(), zone }).execute()
    }
    for (const slug of ['told', 'untold']) {
      await tx.insertInto('mission').values({ id: slug, slug, title: slug, title_key: slug, start_day: '2027-03-01', end_day: '2027-03-12' }).execute()
      await tx.insertInto('membership').values({ id: `${slug}-m`, mission_id: slug, account_id: 'teller', role: 'coordinator' }).execute()
      for (const [n, place, zone] of [[1, 'north', 'Asia/Almaty'], [2, 'south', 'Asia/Dushanbe']] as const) {
        const day = n === 1 ? '2027-03-02' : '2027-03-09'
        await tx.insertInto('stop').values({ id: `${slug}-stop-${n}`, mission_id: slug, place_id: place, position: n, arrive_day: day, depart_day: day }).execute()
        await tx.insertInto('engagement').values({
          id: `${slug}-meeting-${n}`, mission_id: slug, stop_id: `${slug}-stop-${n}`, kind: 'meeting', title: `Meeting ${n}`, title_key: `meeting ${n}`, status: 'held', day, zone,
          start_minute: 600, end_minute: 660, start_ms: NOW - DAY, end_ms: NOW - DAY + 3_600_000,
        }).execute()
        await tx.insertInto('dimension').values({ id: `${slug}-dimension-${n}`, mission_id: slug, framework: 'own', position: n, name: n === 1 ? 'Roads' : 'Law' }).execute()
      }
    }
  })
  return {
    scope: await loadMissionScope(database, 'told', NOW), other: await loadMissionScope(database, 'untold', NOW),
    stops: ['told-stop-1', 'told-stop-2'], meetings: ['told-meeting-1', 'told-meeting-2'], dimensions: ['told-dimension-1', 'told-dimension-2'],
  }
}
