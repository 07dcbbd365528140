import { composePersonsMet } from '#app/domain/papers/persons-met-paper.ts'
import type { PaperSource } from '#app/operations/papers.server.ts'
import { gatherMet } from '#app/operations/report-facts.server.ts'

export const personsMetSource: PaperSource = {
  list: async ({ mission }) => [{ subject: 'mission', title: mission.title, day: mission.startDay }],
  compose: async (scope, ask) => (ask.subject === 'mission' ? composePersonsMet(scope.mission, await gatherMet(scope, ask), ask) : null),
}
