import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { makeTold } from '#tests/support/told-mission.ts'

let database: Database
beforeEach(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  await makeTold(database)
})
afterEach(() => database.close())

describe('a prepared query', () => {
  it('is built once, and asked with other values every time', async () => {
    let built = 0
    const titles = prepared((db, { mission, words, floor }: { mission: string; words: string; floor: number }) => {
      built++
      return db.selectFrom('engagement').select(['id', sql<string>`${words} || title`.as('said')]).where('mission_id', '=', mission).where('start_minute', '>=', floor).where('kind', '=', 'meeting').orderBy('id').limit(1)
    })
    expect(await titles(database.read, { mission: 'told', words: 'a ', floor: 0 })).toEqual([{ id: 'told-meeting-1', said: 'a Meeting 1' }])
    expect(await titles(database.read, { mission: 'untold', words: 'b ', floor: 0 })).toEqual([{ id: 'untold-meeting-1', said: 'b Meeting 1' }])
    expect(await titles(database.read, { mission: 'told', words: 'a ', floor: 700 })).toEqual([])
    expect(await database.write(async (tx) => await titles(tx, { mission: 'untold', words: 'tx ', floor: 0 }))).toEqual([{ id: 'untold-meeting-1', said: 'tx Meeting 1' }])
    expect(built).toBe(1)
  })
})
