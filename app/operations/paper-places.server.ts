/** Papers for the places at a table: name plates and the sheet to sign. */
import { isId } from '#app/domain/ids.ts'
import { composeNamePlates } from '#app/domain/papers/name-plates-paper.ts'
import { composeSignatureSheet } from '#app/domain/papers/signature-sheet-paper.ts'
import type { PaperAsk, PaperScope, PaperSource } from '#app/operations/papers.server.ts'
import { findEngagement } from '#db/engagements.server.ts'
import type { Engagement } from '#db/engagements.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import { listSigners } from '#db/persons-met.server.ts'
import { listSheeted, listSpellings, loadCityNames } from '#db/sheets.server.ts'

const list: PaperSource['list'] = async ({ db, mission }) => (await listSheeted(db, mission.id, 'participation')).map(({ id, title, day, city }) => ({ subject: id, title: `${title}, ${city}`, day }))

export const namePlatesSource: PaperSource = {
  list,
  compose: async (scope, ask) => {
    const engagement = await askedFor(scope, ask)
    if (!engagement) return null
    const [people, signers, spellings] = await Promise.all([
      listParticipations(scope.db, scope.mission.id, engagement.id), listSigners(scope.db, scope.mission.id, engagement.id), listSpellings(scope.db, scope.mission.id, engagement.id),
    ])
    const institutions = new Map(signers.map((each) => [each.id, each.institution]))
    const plates = people.map((each) => ({ ...each, institution: institutions.get(each.id) ?? '', unnamed: each.personId === null && each.printedName === '' }))
    return composeNamePlates({ mission: scope.mission.title, engagement, people: plates, spellings }, ask)
  },
}

export const signatureSheetSource: PaperSource = {
  list,
  compose: async (scope, ask) => {
    const engagement = await askedFor(scope, ask)
    if (!engagement) return null
    const [people, cityNames] = await Promise.all([listSigners(scope.db, scope.mission.id, engagement.id), loadCityNames(scope.db, scope.mission.id, engagement.id)])
    return composeSignatureSheet({ mission: scope.mission.title, engagement, people, cityNames }, ask)
  },
}

/** The engagement of a paper; one among ourselves has none for counterparts. */
async function askedFor({ db, mission }: PaperScope, { subject, audience }: PaperAsk): Promise<Engagement | undefined> {
  const engagement = isId(subject) ? await findEngagement(db, mission.id, subject) : undefined
  return engagement && audience === 'counterpart' && engagement.kind === 'internal' ? undefined : engagement
}
