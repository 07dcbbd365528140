/** The work plan: its span, its rows, and the parts of the report that it is for. */
import type { Id } from '#app/domain/ids.ts'
import { frameAround } from '#app/domain/papers/plan.ts'
import type { PlanFrame } from '#app/domain/papers/plan.ts'
import type { Db } from '#db/database.server.ts'

/** A plan is shown whole; what is more than this is none. */
export const MOST_ROWS = 200

/** The span of a mission's plan as somebody set it; undefined while nobody has. One query. */
export async function findPlan(db: Db, missionId: Id) {
  return await db.selectFrom('plan').select(['id', 'from_month', 'length', 'year', 'source_line', 'revision']).where('mission_id', '=', missionId).executeTakeFirst()
}

/** The span of a plan: as it was set, else around what its rows name. One query. */
export async function findPlanFrame(db: Db, missionId: Id, rows: readonly Pick<PlanLine, 'months'>[]): Promise<PlanFrame> {
  const known = await findPlan(db, missionId)
  return known ? { from: known.from_month, length: known.length, year: known.year } : frameAround(rows)
}

/** The rows in order, at most `MOST_ROWS`. One query. */
export async function listPlanRows(db: Db, missionId: Id) {
  const rows = await db.selectFrom('task').select(['id', 'position', 'part', 'title', 'owner', 'months', 'status', 'details', 'sample', 'sample_fields', 'document_id', 'source_line', 'revision'])
    .where('mission_id', '=', missionId).where('kind', '=', 'work-plan').orderBy('position').orderBy('id').limit(MOST_ROWS).execute()
  return rows.map((row) => ({ ...row, months: JSON.parse(row.months) as string[] }))
}

export type PlanLine = Awaited<ReturnType<typeof listPlanRows>>[number]

/** Titles of the first level of the report that the rows belong to, in order; [] where they belong to none. One query. */
export async function listReportParts(db: Db, missionId: Id): Promise<string[]> {
  const rows = await db.selectFrom('outline_node').select('title').where('mission_id', '=', missionId).where('level', '=', 1)
    .where('document_id', 'in', (one) => one.selectFrom('task').select((task) => task.ref('document_id').$notNull().as('id')).where('mission_id', '=', missionId).where('kind', '=', 'work-plan').where('document_id', 'is not', null))
    .orderBy('document_id').orderBy('position').limit(MOST_ROWS).execute()
  return rows.map(({ title }) => title)
}
