import { composeEvidenceAnnex } from '#app/domain/papers/evidence-annex-paper.ts'
import type { PaperSource } from '#app/operations/papers.server.ts'
import { gatherClock, gatherDimensions, readableFor } from '#app/operations/report-facts.server.ts'
import { listDimensions, listLinkFacts, listRatings } from '#db/readiness.server.ts'
import { listReportFindings, listReportQuotes } from '#db/reports.server.ts'

/** Quotes under each finding, of each relation. */
const QUOTES = 50

export const evidenceAnnexSource: PaperSource = {
  list: async ({ db, mission }) => (await listDimensions(db, mission.id)).map(({ id, name }) => ({ subject: id, title: name, day: null })),
  compose: async (scope, ask) => {
    const { db, mission } = scope
    const dimensionId = ask.subject
    const dimension = (await gatherDimensions(scope)).find(({ id }) => id === dimensionId)
    if (!dimension) return null
    const [ratings, links, findings, quotes, clock] = await Promise.all([
      listRatings(db, mission.id, dimensionId), listLinkFacts(db, mission.id, dimensionId), listReportFindings(db, mission.id, { dimensionId }),
      listReportQuotes(db, mission.id, { dimensionId, language: ask.language, each: QUOTES, confidentialities: readableFor(ask.audience) }), gatherClock(scope, ask.language),
    ])
    return composeEvidenceAnnex({ mission, dimension, ratings, standing: new Set(links.map(({ id }) => id)), findings, quotes, clock }, ask)
  },
}
