/** What the pages of a report's outline show. */
import { stampOf } from '#app/domain/agenda/ripple.ts'
import { gapsOfSections } from '#app/domain/papers/outline-coverage.ts'
import { bareTitle, checkNumbering } from '#app/domain/papers/outline-numbers.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { refuse } from '#app/http/answers.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { OutlineLine } from '#app/ui/papers/outline-line.ts'
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

/** The sections as lines of a table, with what is wrong with each and what it lacks. */
export function outlineLines(sections: readonly SectionRow[]): OutlineLine[] {
  const marks = checkNumbering(sections)
  const gaps = gapsOfSections(sections)
  return sections.map((section) => ({
    id: section.id, revision: section.revision, level: section.level, number: section.number, title: section.title, bare: bareTitle(section), page: section.page, owner: section.owner, state: section.state, sourceLine: section.sourceLine,
    findings: section.findings.length, evidence: section.evidence, figures: section.figures, marks: marks.filter(({ id }) => id === section.id), gaps: gaps.get(section.id) ?? [],
  }))
}

/** The section that the address names; 404 when it is none of the report. */
export function sectionIn(sections: readonly SectionRow[], params: Entered['params']): SectionRow {
  const found = sections.find((section) => section.id === params.node)
  if (!found) throw refuse('gone')
  return found
}
