import { isLate, loadByMonth, monthsIn, outsideOf } from '#app/domain/papers/plan.ts'
import { todayHere } from '#app/http/today.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findPlanFrame, listPlanRows } from '#db/plan.server.ts'

/** The plan as its chart shows it, by the mission's clock. Three queries. */
export async function loadPlan(scope: Scope) {
  const db = scope.database.read
  const [found, today] = await Promise.all([listPlanRows(db, scope.mission.id), todayHere(scope)])
  const frame = await findPlanFrame(db, scope.mission.id, found)
  const columns = monthsIn(frame)
  const rows = found.map((row) => ({
    id: row.id, part: row.part, title: row.title, owner: row.owner, months: row.months, status: row.status, late: isLate(row, columns, today), outside: outsideOf(row.months, columns),
    sample: row.sample === 1 || row.sample_fields !== '[]', sourceLine: row.source_line, revision: row.revision, details: row.details,
  }))
  return { frame, columns, rows, load: loadByMonth(rows, columns) }
}
