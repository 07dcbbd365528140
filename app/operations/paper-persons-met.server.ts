import { composePersonsMet } from '#app/domain/papers/persons-met-paper.ts'
import { groupMet } from '#app/domain/papers/persons-met.ts'
import type { PaperSource } from '#app/operations/papers.server.ts'
import { MOST_MET, listAppearances } from '#db/persons-met.server.ts'

export const personsMetSource: PaperSource = {
  list: async ({ mission }) => [{ subject: 'mission', title: mission.title, day: mission.startDay }],
  compose: async ({ db, mission }, { subject }) => {
    if (subject !== 'mission') return null
    const rows = await listAppearances(db, mission.id)
    return composePersonsMet(mission, groupMet(rows.slice(0, MOST_MET)))
  },
}
