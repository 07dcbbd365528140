import { composeReport } from '#app/domain/papers/report-paper.ts'
import type { PaperSource } from '#app/operations/papers.server.ts'
import { gatherReport } from '#app/operations/report-facts.server.ts'
import { listPlanRows } from '#db/plan.server.ts'
import { listEveryRating } from '#db/readiness.server.ts'
import { listFindingStops } from '#db/reports.server.ts'

export const reportSource: PaperSource = {
  list: async ({ mission }) => [{ subject: 'mission', title: mission.title, day: mission.startDay }],
  compose: async (scope, { subject }) => {
    if (subject !== 'mission') return null
    const { db, mission } = scope
    const [facts, ratings, heardAt, plan] = await Promise.all([gatherReport(scope, { audience: 'team', language: 'en' }), listEveryRating(db, mission.id), listFindingStops(db, mission.id), listPlanRows(db, mission.id)])
    return facts && composeReport({ ...facts, ratings, heardAt, plan: plan.map((row) => ({ ...row, sample: row.sample_fields !== '[]' })) })
  },
}
