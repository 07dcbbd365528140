import type { Id } from '#app/domain/ids.ts'
import type { QuotaRefusal } from '#app/domain/meetings/attachments.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import type { AttachedFile } from '#app/operations/attachments.server.ts'
import { keepDocumentFile, roomForDocumentFile } from '#app/operations/document-files.server.ts'
import type { AbbreviationInput, AddFigureInput, EditFigureInput, FigureInput } from '#app/operations/figures.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Tx } from '#db/database.server.ts'
import { findDocument } from '#db/documents.server.ts'
import { newId } from '#db/ids.server.ts'
import { findFigure, listAbbreviations, listSections, nextFigurePlace } from '#db/outline.server.ts'

/** A place for a figure: its picture may come later. */
export async function addFigure(scope: Scope, documentId: Id, input: AddFigureInput): Promise<(Done & { figureId: Id }) | Refused> {
  return await perform(scope, async (tx, begin) => {
    if (!(await mayStand(tx, scope, documentId, input.section))) return { done: false as const, because: 'gone' as const }
    const figureId = newId(scope.nowMs)
    const position = await nextFigurePlace(tx, documentId)
    const made = await begin({ verb: 'create', noun: 'figure', subjectId: figureId, subjectTitle: openingOf(input.caption, 80) })
    await made.insert('figure', { id: figureId, mission_id: scope.mission.id, document_id: documentId, position, ...columnsOf(input) })
    return { done: true as const, actId: made.actId, figureId }
  })
}

/** Caption, number, what it shows, and where it stands. */
export async function editFigure(scope: Scope, documentId: Id, figureId: Id, input: EditFigureInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const known = await findFigure(tx, scope.mission.id, figureId)
    if (known?.document_id !== documentId || !(await mayStand(tx, scope, documentId, input.section))) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'edit', noun: 'figure', subjectId: figureId, subjectTitle: openingOf(input.caption, 80) })
    await made.update('figure', figureId, input.revision, columnsOf(input))
    return { done: true as const, actId: made.actId }
  })
}

/** Takes a figure out of the document; its picture stays among the files of the document. */
export async function removeFigure(scope: Scope, documentId: Id, figureId: Id, { revision }: FigureInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const known = await findFigure(tx, scope.mission.id, figureId)
    if (known?.document_id !== documentId) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'remove', noun: 'figure', subjectId: figureId, subjectTitle: openingOf(known.caption, 80) })
    await made.remove('figure', figureId, revision)
    return { done: true as const, actId: made.actId }
  })
}

/** Keeps a picture with the document and puts it into the place of a figure. */
export async function setPicture(scope: Scope, documentId: Id, figureId: Id, { revision }: FigureInput, file: AttachedFile): Promise<Done | Refused<QuotaRefusal>> {
  return await perform(scope, async (tx, begin): Promise<Done | Refused<QuotaRefusal>> => {
    const known = await findFigure(tx, scope.mission.id, figureId)
    if (known?.document_id !== documentId) return { done: false, because: 'gone' }
    if (known.revision !== revision) return { done: false, because: 'stale' }
    const full = await roomForDocumentFile(tx, scope, documentId, file.bytes.length)
    if (full) return { done: false, because: full }
    const made = await begin({ verb: 'picture', noun: 'figure', subjectId: figureId, subjectTitle: openingOf(known.caption, 80), facts: { to: file.name }, undoable: false })
    const attachmentId = await keepDocumentFile(tx, made, scope, { documentId, caption: known.caption }, file)
    await made.update('figure', figureId, revision, { attachment_id: attachmentId })
    return { done: true, actId: made.actId }
  })
}

/** Leaves the place of a figure empty again; the picture stays among the files of the document. */
export async function emptyFigure(scope: Scope, documentId: Id, figureId: Id, { revision }: FigureInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const known = await findFigure(tx, scope.mission.id, figureId)
    if (known?.document_id !== documentId || known.attachment_id === null) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'empty', noun: 'figure', subjectId: figureId, subjectTitle: openingOf(known.caption, 80) })
    await made.update('figure', figureId, revision, { attachment_id: null })
    return { done: true as const, actId: made.actId }
  })
}

/** Says what an abbreviation of a report stands for; without words it is taken back. */
export async function sayAbbreviation(scope: Scope, documentId: Id, { short, words }: AbbreviationInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    if ((await findDocument(tx, scope.mission.id, documentId))?.kind !== 'report') return { done: false as const, because: 'gone' as const }
    const known = (await listAbbreviations(tx, scope.mission.id, documentId)).find((each) => each.short === short)
    if (words === (known?.words ?? '')) return { done: false as const, because: 'stale' as const }
    const abbreviationId = known?.id ?? newId(scope.nowMs)
    const made = await begin({ verb: words === '' ? 'remove' : known ? 'edit' : 'create', noun: 'abbreviation', subjectId: abbreviationId, subjectTitle: short, facts: words === '' ? {} : { to: words } })
    if (words === '') await made.remove('abbreviation', abbreviationId)
    else if (known) await made.update('abbreviation', known.id, known.revision, { words })
    else await made.insert('abbreviation', { id: abbreviationId, mission_id: scope.mission.id, document_id: documentId, short, words })
    return { done: true as const, actId: made.actId }
  })
}

function columnsOf({ caption, number, alt, section }: AddFigureInput) {
  return { caption, number, alt, outline_node_id: section }
}

/** Whether figures may stand in a document, and in that section of it. */
async function mayStand(tx: Tx, scope: Scope, documentId: Id, sectionId: Id | null): Promise<boolean> {
  if ((await findDocument(tx, scope.mission.id, documentId))?.kind !== 'report') return false
  return sectionId === null || (await listSections(tx, scope.mission.id, documentId)).some((section) => section.id === sectionId)
}
