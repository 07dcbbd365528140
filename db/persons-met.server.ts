/** Who takes part in which meeting, for the list of persons met. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Db } from '#db/database.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'
import { placeNameOn } from '#db/places.server.ts'

/** Statuses of meetings that took place. */
const TOOK_PLACE = ['held', 'noted', 'cleared'] as const
const NAME = sql<string>`coalesce(person.name, case when participation.printed_name <> '' then participation.printed_name else participation.representative_of end)`

function appearances(db: Db, missionId: Id) {
  return db.selectFrom('participation').innerJoin('engagement', 'engagement.id', 'participation.engagement_id').leftJoin('person', 'person.id', 'participation.person_id')
    .where('participation.mission_id', '=', missionId).where('engagement.status', 'not in', ['cancelled', 'declined', 'no-show'])
}

/** Each person once per meeting, by name; `attended` is 0 where somebody noted an absence. One more than a page holds when there are more. One query. */
export async function listAppearances(db: Db, missionId: Id, page = 1) {
  const rows = await appearances(db, missionId).innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .select(['participation.person_id', 'engagement.id as engagement_id', 'engagement.title', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', 'engagement.status'])
    .select([NAME.as('name'), placeNameOn('place', 'engagement.day').as('city'), sql<string>`min(participation.printed_title)`.as('printed_title'), sql<number | null>`min(participation.attended)`.as('attended'), sql<number>`min(participation.sample)`.as('sample')])
    .groupBy(['participation.person_id', NAME, 'person.sort_key', 'engagement.id', 'engagement.title', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', 'engagement.status', 'place.id', 'place.name'])
    .orderBy(sql`coalesce(person.sort_key, '~')`).orderBy(NAME).orderBy('engagement.day').orderBy('engagement.id').limit(LIST_PAGE + 1).offset((page - 1) * LIST_PAGE).execute()
  return rows.map((row) => ({ ...row, met: (TOOK_PLACE as readonly string[]).includes(row.status) && row.attended !== 0 }))
}

/** How many named persons are expected in all, and how many of them were met. One query. */
export async function countAppearances(db: Db, missionId: Id): Promise<{ all: number; met: number }> {
  const row = await db.selectNoFrom([
    appearances(db, missionId).select(sql<number>`count(distinct participation.person_id)`.as('n')).as('all'),
    appearances(db, missionId).where('engagement.status', 'in', TOOK_PLACE).where((one) => one.or([one('participation.attended', 'is', null), one('participation.attended', '<>', 0)]))
      .select(sql<number>`count(distinct participation.person_id)`.as('n')).as('met'),
  ]).executeTakeFirstOrThrow()
  return { all: Number(row.all), met: Number(row.met) }
}
