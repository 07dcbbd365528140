/** What the pages of a report's outline show. */
import { stampOf } from '#app/domain/agenda/ripple.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { refuse } from '#app/http/answers.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findDocument } from '#db/documents.server.ts'
import { listSections } from '#db/outline.server.ts'
import type { SectionRow } from '#db/outline.server.ts'

/** The report that the address names with its sections; 404 when it is none of this mission. Three queries. */
export async function loadReport(scope: Scope, params: Entered['params']) {
  const paper = await findDocument(scope.database.read, scope.mission.id, idOf(params, 'document'))
  if (paper?.kind !== 'report') throw refuse('gone')
  const sections = await listSections(scope.database.read, scope.mission.id, paper.id)
  return { paper, sections, stamp: stampOf(sections) }
}

/** The section that the address names; 404 when it is none of the report. */
export function sectionIn(sections: readonly SectionRow[], params: Entered['params']): SectionRow {
  const found = sections.find((section) => section.id === params.node)
  if (!found) throw refuse('gone')
  return found
}
