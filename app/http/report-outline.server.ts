import { SECTION_STATES, coverageByPart } from '#app/domain/papers/outline-coverage.ts'
import { can } from '#app/domain/people/access.ts'
import { inside } from '#app/http/enter.server.ts'
import { outlineLines } from '#app/http/outline.server.ts'
import { textIn, wordIn } from '#app/http/query.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { documentFacts } from '#app/ui/papers/document-list.tsx'
import type { ReportOutlineProps } from '#app/ui/papers/report-outline.tsx'
import type { findDocument } from '#db/documents.server.ts'
import { listSections } from '#db/outline.server.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findDocument>>>

/** What the page of a report shows: its outline, narrowed as the address asks. Two queries. */
export async function reportOutline(scope: Scope, paper: Found, url: URL): Promise<ReportOutlineProps> {
  const sections = await listSections(scope.database.read, scope.mission.id, paper.id)
  const { id, title, language, sample, source_line } = paper
  return {
    base: inside(scope), paper: { id, title, language, sample, source_line }, facts: documentFacts({ ...paper, nodes: sections.length, excerpts: 0 }), lines: outlineLines(sections), parts: coverageByPart(sections),
    asked: { gapsOnly: wordIn(url, 'gaps', ['only']) === 'only', owner: textIn(url, 'owner'), state: wordIn(url, 'state', SECTION_STATES) ?? '' }, me: scope.actor.name, canEdit: can(scope.role, 'paper.edit'),
  }
}
