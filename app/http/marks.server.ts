/** What a page that shows a text is told of the excerpts marked in it. */
import { numberExcerpts } from '#app/domain/meetings/excerpts.ts'
import type { Standing } from '#app/domain/meetings/excerpts.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listLinksOf, textsOfRevisions } from '#db/evidence.server.ts'
import type { ExcerptRow, LinkRow } from '#db/evidence.server.ts'

export type MarkedText = {
  /** Where the marks stand in the text as it is now. */
  marks: { id: string; number: number; start: number; end: number }[]
  rows: (ExcerptRow & { mark: number; state: Standing['state']; links: LinkRow[] })[]
}

/** The excerpts of a note's present text with their links. At most two queries. */
export async function marksOfNote(scope: Scope, note: { id: string; body: string; number: number }, excerpts: readonly ExcerptRow[]): Promise<MarkedText> {
  const older = excerpts.map((excerpt) => excerpt.note_number ?? note.number).filter((number) => number !== note.number)
  const texts = await textsOfRevisions(scope.database.read, note.id, older)
  return await marked(scope, note.body, excerpts, (excerpt) => (excerpt.note_number === note.number ? undefined : texts.get(excerpt.note_number ?? 0)))
}

/** The excerpts of a section of a document, whose text never changes. At most one query. */
export async function marksOfNode(scope: Scope, text: string, excerpts: readonly ExcerptRow[]): Promise<MarkedText> {
  return await marked(scope, text, excerpts, () => undefined)
}

async function marked(scope: Scope, text: string, excerpts: readonly ExcerptRow[], then: (excerpt: ExcerptRow) => string | undefined): Promise<MarkedText> {
  const links = await listLinksOf(scope.database.read, scope.mission.id, excerpts.map((excerpt) => excerpt.id))
  const numbered = numberExcerpts(excerpts, text, then)
  return {
    marks: numbered.flatMap(({ excerpt, number, standing }) => (standing.state === 'lost' ? [] : [{ id: excerpt.id, number, start: standing.start, end: standing.end }])),
    rows: numbered.map(({ excerpt, number, standing }) => ({ ...excerpt, mark: number, state: standing.state, links: links.filter((link) => link.excerpt_id === excerpt.id) })),
  }
}
