import { composeAideMemoire } from '#app/domain/papers/aide-memoire-paper.ts'
import type { PaperSource } from '#app/operations/papers.server.ts'
import { gatherReport } from '#app/operations/report-facts.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

export const aideMemoireSource: PaperSource = {
  list: async ({ db, mission }) => [
    { subject: 'mission', title: mission.title, day: mission.startDay },
    ...(await listStopFaces(db, mission.id)).slice(0, 499).map(({ id, city, arriveDay }) => ({ subject: id, title: city, day: arriveDay })),
  ],
  compose: async (scope, ask) => {
    const stopId = ask.subject === 'mission' ? undefined : ask.subject
    const facts = await gatherReport(scope, { ...ask, stopId })
    return facts && composeAideMemoire(facts, ask, stopId !== undefined)
  },
}
