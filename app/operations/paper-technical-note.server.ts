import { composeTechnicalNote } from '#app/domain/papers/technical-note-paper.ts'
import { loadFrontMatter } from '#app/operations/front-matter.server.ts'
import type { PaperSource } from '#app/operations/papers.server.ts'
import { gatherMet, readableFor } from '#app/operations/report-facts.server.ts'
import { findDocument, listReports } from '#db/documents.server.ts'
import { listFigures, listFindingsAt, listSections } from '#db/outline.server.ts'
import { listReportFindings, listReportQuotes } from '#db/reports.server.ts'

/** Quotes under each finding, of each relation. */
const QUOTES = 3

export const technicalNoteSource: PaperSource = {
  list: async ({ db, mission }) => (await listReports(db, mission.id)).map(({ id, title, dated_day }) => ({ subject: id, title, day: dated_day })),
  compose: async (scope, { subject, audience, language }) => {
    const { db, mission } = scope
    const document = await findDocument(db, mission.id, subject)
    if (document?.kind !== 'report') return null
    const sections = await listSections(db, mission.id, subject)
    const [places, findings, quotes, figures, met] = await Promise.all([
      listFindingsAt(db, mission.id, sections.map(({ id }) => id)), listReportFindings(db, mission.id), listReportQuotes(db, mission.id, { language, each: QUOTES, confidentialities: readableFor(audience) }), listFigures(db, mission.id, subject), gatherMet(scope, { audience, language }),
    ])
    const placed = new Set(places.map(({ id }) => id))
    const front = await loadFrontMatter(db, mission.id, subject, [...sections.flatMap(({ title, body }) => [title, body]), ...places.map(({ statement }) => statement), ...figures.map(({ caption }) => caption)])
    return composeTechnicalNote({
      mission, document: { id: subject, title: document.title, author: document.author, day: document.dated_day }, sections, places: places.map(({ id, node }) => ({ finding: id, node })), findings, quotes: quotes.filter(({ finding_id }) => placed.has(finding_id)),
      figures: figures.map(({ id, outline_node_id, number, caption, alt, attachment_id }) => ({ id, nodeId: outline_node_id, number, caption, alt, attachmentId: attachment_id })), met, team: front.team, abbreviations: front.abbreviations,
    }, { audience, language })
  },
}
