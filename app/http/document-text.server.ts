/** What the page of a document shows, whatever its kind: who wrote it when, its files, and its passages with their marks. */
import { can } from '#app/domain/people/access.ts'
import { currentFiles, hasPassages } from '#app/domain/papers/documents.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inside } from '#app/http/enter.server.ts'
import { marksOfNode } from '#app/http/marks.server.ts'
import { idIn, pageIn, paged } from '#app/http/query.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listDocumentFiles } from '#db/attachments.server.ts'
import { listExcerpts } from '#db/evidence.server.ts'
import { listHandedOutAt } from '#db/hand-outs.server.ts'
import { listReadinessFaces } from '#db/readiness.server.ts'
import { PASSAGES_PAGE, findRegistered, listPassages, listTranslations } from '#db/register.server.ts'

/** `?node=…` opens the page of the text on which a passage stands. */
export async function loadDocumentText(scope: Scope, documentId: string, url: URL) {
  const db = scope.database.read
  const mission = scope.mission.id
  const paper = await findRegistered(db, mission, documentId)
  if (!paper) throw refuse('gone')
  const asked = idIn(url, 'why')
  const [text, excerpts, files, translations, handedOut, faces] = await Promise.all([
    listPassages(db, mission, paper.id, { page: pageIn(url), aroundId: idIn(url, 'node') }), listExcerpts(db, mission, { documentId: paper.id }), listDocumentFiles(db, mission, [paper.id]),
    listTranslations(db, mission, { id: paper.id, originalId: paper.original_id }), listHandedOutAt(db, mission, paper.id), asked ? listReadinessFaces(db, mission) : [],
  ])
  const { rows, paging } = paged(onPage(url, text.page), text.rows, PASSAGES_PAGE)
  return {
    base: inside(scope), here: inside(scope, `/documents/${paper.id}`), paper, paging, translations, handedOut, clock: { zone: scope.actor.zone, city: scope.actor.city || scope.actor.zone }, marked: excerpts.length,
    files: currentFiles(files).map(({ file, older }) => ({ file, older: older.length })), why: faces.find((face) => face.dimensionId === asked), canMark: can(scope.role, 'evidence.edit'), canEdit: can(scope.role, 'paper.edit'),
    canType: can(scope.role, 'paper.edit') && hasPassages(paper.kind),
    nodes: rows.map((node) => {
      const said = node.body === '' ? node.title : node.body
      return { id: node.id, level: node.level, number: node.number, title: node.title, page: node.page, text: said, translation: node.translation, translation_state: node.translation_state, marks: marksOfNode(said, excerpts.filter((one) => one.outline_node_id === node.id)) }
    }),
  }
}

/** The address with the page that is shown in it. */
function onPage(url: URL, page: number): URL {
  const shown = new URL(url)
  shown.searchParams.delete('node')
  shown.searchParams.set('page', String(page))
  return shown
}
