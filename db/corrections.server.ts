/** What invited people propose for their own names and titles; nothing of it counts before somebody takes it over. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Db } from '#db/database.server.ts'

/** Open proposals of a mission or of one person in it, the oldest first, with what stands now; at most 50. One query. */
export async function listCorrections(db: Db, missionId: Id, personId?: Id) {
  let query = open(db).where('correction.mission_id', '=', missionId)
  if (personId) query = query.where((at) => at(at.fn.coalesce('named.merged_into_id', 'named.id'), '=', personId))
  return await query.orderBy('correction.at_ms').orderBy('correction.id').limit(50).execute()
}

export type CorrectionFace = Awaited<ReturnType<typeof listCorrections>>[number]

/** One open proposal of a mission. One query. */
export async function findCorrection(db: Db, missionId: Id, correctionId: Id): Promise<CorrectionFace | undefined> {
  return await open(db).where('correction.mission_id', '=', missionId).where('correction.id', '=', correctionId).executeTakeFirst()
}

/** A merged entry counts as the one it was merged into; a title of somebody else counts as none. */
function open(db: Db) {
  return db.selectFrom('correction').innerJoin('person as named', 'named.id', 'correction.person_id')
    .innerJoin('person', (join) => join.on((on) => on('person.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .leftJoin('affiliation', (join) => join.onRef('affiliation.id', '=', 'correction.affiliation_id').on(sql<boolean>`affiliation.person_id in (correction.person_id, person.id)`))
    .selectAll('correction').select(['person.id as holder_id', 'person.name as name_now', 'person.honorific as honorific_now', 'person.revision as person_revision', 'affiliation.id as held_id', 'affiliation.title as title_now', 'affiliation.revision as title_revision'])
    .where('correction.state', '=', 'open')
}
