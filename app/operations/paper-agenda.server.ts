import { composeAgenda } from '#app/domain/papers/agenda-paper.ts'
import { isId } from '#app/domain/ids.ts'
import type { PaperSource } from '#app/operations/papers.server.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import { findEngagement, listAliases } from '#db/engagements.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import { listSheeted, listSpellings, loadCityNames } from '#db/sheets.server.ts'

export const agendaSource: PaperSource = {
  list: async ({ db, mission }) => (await listSheeted(db, mission.id, 'agenda_item')).map(({ id, title, day, city }) => ({ subject: id, title: `${title}, ${city}`, day })),
  compose: async ({ db, mission }, { subject, language, second, audience }) => {
    const engagement = isId(subject) ? await findEngagement(db, mission.id, subject) : undefined
    if (!engagement || (audience === 'counterpart' && engagement.kind === 'internal')) return null
    const [items, people, aliases, spellings, cityNames] = await Promise.all([
      listAgendaItems(db, mission.id, subject), listParticipations(db, mission.id, subject), listAliases(db, mission.id, subject), listSpellings(db, mission.id, subject), loadCityNames(db, mission.id, subject),
    ])
    return composeAgenda({ mission: mission.title, engagement, items, people, aliases, spellings, cityNames }, { language, second })
  },
}
