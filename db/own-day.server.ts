import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { EXITS } from '#app/domain/meetings/status.ts'
import type { Day } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { NOT_COUNTED } from '#db/shell.server.ts'

const MOST = 20

/**
 * The meetings of a day that somebody takes part in, known in the directory by the address they sign in with, in the order
 * of the day; for whoever is named in none, all meetings of the mission's day. One query.
 */
export async function listOwnDay(db: Db, missionId: Id, { day, email }: { day: Day; email: string }): Promise<Id[]> {
  const rows = await db.selectFrom('engagement').select('engagement.id')
    .select(sql<number>`case when exists (select 1 from participation join person on person.id = participation.person_id
      where participation.mission_id = engagement.mission_id and participation.engagement_id = engagement.id and lower(person.email) = ${email.toLowerCase()}) then 1 else 0 end`.as('mine'))
    .where('engagement.mission_id', '=', missionId).where('engagement.day', '=', day).where('engagement.status', 'not in', [...EXITS]).where('engagement.kind', 'not in', NOT_COUNTED)
    .orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy('engagement.id').limit(200).execute()
  const mine = rows.filter((row) => Number(row.mine) === 1)
  return (mine.length > 0 ? mine : rows).slice(0, MOST).map((row) => row.id)
}
