import { SECTION_STATES, coverageByPart } from '#app/domain/papers/outline-coverage.ts'
import { outlineLines } from '#app/domain/papers/outline-lines.ts'
import { can } from '#app/domain/people/access.ts'
import { inside } from '#app/http/enter.server.ts'
import { textIn, wordIn } from '#app/http/query.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { findDocument } from '#db/documents.server.ts'
import { listSections } from '#db/outline.server.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findDocument>>>

/** What the page of a report shows: its outline, narrowed as the address asks. Two queries. */
export async function reportOutline(scope: Scope, paper: Found, url: URL) {
  const sections = await listSections(scope.database.read, scope.mission.id, paper.id)
  return {
    base: inside(scope), paper: { ...paper, nodes: sections.length, excerpts: 0 }, lines: outlineLines(sections), parts: coverageByPart(sections),
    asked: { gapsOnly: wordIn(url, 'gaps', ['only']) === 'only', owner: textIn(url, 'owner'), state: wordIn(url, 'state', SECTION_STATES) ?? '' }, me: scope.actor.name, canEdit: can(scope.role, 'paper.edit'),
  }
}
