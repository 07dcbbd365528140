import type { Id } from '#app/domain/ids.ts'
import type { Db } from '#db/database.server.ts'

/** The code under which a pair of similar names is put down as two. */
export const APART = 'similar-names'

/** The pairs that somebody of a mission set apart, by their key. One query. */
export async function listApart(db: Db, missionId: Id): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('accepted_warning').select('subject_id').where('mission_id', '=', missionId).where('code', '=', APART).limit(2_000).execute()
  return new Set(rows.map((row) => row.subject_id))
}
