/** What the pages of a report's outline show. */
import { stampOf } from '#app/domain/agenda/ripple.ts'
import { entryWords } from '#app/domain/papers/outline.ts'
import { bareTitle } from '#app/domain/papers/outline-numbers.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inside } from '#app/http/enter.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findDocument } from '#db/documents.server.ts'
import { listMembers } from '#db/missions.server.ts'
import { findFigure, listSections } from '#db/outline.server.ts'
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

/** A section as its form shows it, and who may own it. Four queries. */
export async function loadSectionForm(scope: Scope, params: Entered['params']) {
  const { paper, sections } = await loadReport(scope, params)
  const section = sectionIn(sections, params)
  const { id, number, page, owner, state, gathers, body, revision } = section
  return { here: inside(scope, `/documents/${paper.id}`), language: paper.language, owners: await ownersOf(scope, sections), section: { id, words: entryWords(section), title: bareTitle(section), number, page, owner, state, gathers, body, revision } }
}

/** The team, and whoever owns a section already. One query. */
export async function ownersOf(scope: Scope, sections: readonly SectionRow[]): Promise<string[]> {
  const team = await listMembers(scope.database.read, scope.mission.id)
  return [...new Set([...team.map(({ name }) => name), ...sections.map(({ owner }) => owner)])].filter(Boolean)
}

/** A figure of the report that the address names, with the sections where it may stand. Four queries. */
export async function loadFigure(scope: Scope, params: Entered['params']) {
  const { paper, sections } = await loadReport(scope, params)
  const figure = await findFigure(scope.database.read, scope.mission.id, idOf(params, 'figure'))
  if (figure?.document_id !== paper.id) throw refuse('gone')
  return { base: inside(scope), here: inside(scope, `/documents/${paper.id}`), title: paper.title, figure, sections: sections.map(({ id, number, title, level }) => ({ id, number, title, level })) }
}
