import type { Id } from '#app/domain/ids.ts'
import type { QuotaRefusal } from '#app/domain/meetings/attachments.ts'
import { kindsFor } from '#app/domain/papers/documents.ts'
import { foldKey } from '#app/domain/text.ts'
import type { AttachedFile } from '#app/operations/attachments.server.ts'
import { keepDocumentFile, roomForDocumentFile, shaOf } from '#app/operations/document-files.server.ts'
import type { EditDocumentInput, NewDocumentInput, RemoveDocumentInput } from '#app/operations/documents.input.ts'
import { organisationOf } from '#app/operations/organisations.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listDocumentFiles, listSameBytes } from '#db/attachments.server.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { findDocument } from '#db/documents.server.ts'
import { listHandOutsOf } from '#db/hand-outs.server.ts'
import { newId } from '#db/ids.server.ts'
import { countDocumentUses, findSigner, listAlike, listTranslations } from '#db/register.server.ts'

/** What looks the same: the very file, the number on its day, or the title. */
export type Alike = { id: Id; title: string; because: 'file' | 'number' | 'title' }
type LooksAlike = { done: false; because: 'alike'; alike: Alike[] }
type FieldRefusal = 'no-original' | 'circle' | 'wrong-kind'

/** A new document with its file, if one came along. Those that look the same are shown before anything is kept. */
export async function createDocument(scope: Scope, input: NewDocumentInput, file: AttachedFile | null): Promise<(Done & { documentId: Id; fileId: Id | undefined }) | LooksAlike | Refused<FieldRefusal | QuotaRefusal>> {
  return await perform(scope, async (tx, begin): Promise<(Done & { documentId: Id; fileId: Id | undefined }) | LooksAlike | Refused<FieldRefusal | QuotaRefusal>> => {
    if (!kindsFor('').includes(input.kind)) return { done: false, because: 'wrong-kind' }
    const alike = input.anyway ? [] : await alikeTo(tx, scope, input, file)
    if (alike.length > 0) return { done: false, because: 'alike', alike }
    const documentId = newId(scope.nowMs)
    const wrong = await wrongOriginal(tx, scope, documentId, input.translationOf) ?? (file ? await roomForDocumentFile(tx, scope, documentId, file.bytes.length) : undefined)
    if (wrong) return { done: false, because: wrong }
    const columns = await columnsOf(tx, input, null)
    const made = await begin({ verb: 'create', noun: 'document', subjectId: documentId, subjectTitle: input.title, ...(file ? { undoable: false } : {}) })
    await made.insert('document', { id: documentId, mission_id: scope.mission.id, ...(await columns(made, scope.nowMs)), created_ms: scope.missionNowMs })
    const fileId = file ? await keepDocumentFile(tx, made, scope, { documentId, caption: '' }, file) : undefined
    return { done: true, actId: made.actId, documentId, fileId }
  })
}

/** What a document is, by whom, when and in which language. Kinds that have pages of their own stay what they are. */
export async function editDocument(scope: Scope, documentId: Id, input: EditDocumentInput): Promise<Done | LooksAlike | Refused<FieldRefusal>> {
  return await onDocument(scope, documentId, async (tx, begin, known): Promise<Done | LooksAlike | Refused<FieldRefusal>> => {
    if (input.kind !== known.kind && !kindsFor(known.kind).includes(input.kind)) return { done: false, because: 'wrong-kind' }
    const moved = foldKey(input.number) !== foldKey(known.number) || input.day !== known.dated_day || foldKey(input.title) !== known.title_key
    const alike = input.anyway || !moved ? [] : (await alikeTo(tx, scope, input, null)).filter((one) => one.id !== documentId)
    if (alike.length > 0) return { done: false, because: 'alike', alike }
    const wrong = await wrongOriginal(tx, scope, documentId, input.translationOf)
    if (wrong) return { done: false, because: wrong }
    const columns = await columnsOf(tx, input, known.sender_organisation_id)
    const made = await begin({ verb: 'edit', noun: 'document', subjectId: documentId, subjectTitle: input.title })
    await made.update('document', documentId, input.revision, { ...(await columns(made, scope.nowMs)), sample: 0 })
    return { done: true, actId: made.actId }
  })
}

/** Takes a document out of the register with its files and hand-outs; undo brings all of it back while the bytes of its files are kept. One that evidence rests on stays. */
export async function removeDocument(scope: Scope, documentId: Id, input: RemoveDocumentInput): Promise<Done | Refused<'in-use'>> {
  return await onDocument(scope, documentId, async (tx, begin, known): Promise<Done | Refused<'in-use'>> => {
    if (!isRemovable(known.kind, await countDocumentUses(tx, scope.mission.id, documentId))) return { done: false, because: 'in-use' }
    const files = (await listDocumentFiles(tx, scope.mission.id, [documentId])).filter((file) => file.removed_ms === null)
    const handOuts = await listHandOutsOf(tx, scope.mission.id, documentId)
    const translations = (await listTranslations(tx, scope.mission.id, { id: documentId, originalId: null })).map(({ id }) => id)
    const made = await begin({ verb: 'remove', noun: 'document', subjectId: documentId, subjectTitle: known.title })
    for (const { id, revision } of handOuts) await made.remove('hand_out', id, revision)
    for (const id of translations) await made.update('document', id, null, { translation_of_id: null })
    for (const { id, revision } of files) await made.update('attachment', id, revision, { removed_ms: scope.nowMs })
    await made.update('document', documentId, input.revision, { removed_ms: scope.nowMs })
    return { done: true, actId: made.actId }
  })
}

type Uses = Awaited<ReturnType<typeof countDocumentUses>>

/** Whether a document may go: nothing that was marked, found or planned rests on it, and no page of its own holds it. */
export function isRemovable(kind: string, { excerpts, findings, tasks }: Uses): boolean {
  return excerpts === 0 && findings === 0 && tasks === 0 && kind !== 'questionnaire' && kind !== 'reply'
}

async function alikeTo(tx: Tx, scope: Scope, { title, number, day, language }: NewDocumentInput, file: AttachedFile | null): Promise<Alike[]> {
  const same = file === null ? [] : await listSameBytes(tx, scope.mission.id, shaOf(file.bytes), scope.actor.accountId)
  const byFile = same.flatMap(({ document_id, document }): Alike[] => (document_id === null ? [] : [{ id: document_id, title: document ?? '', because: 'file' }]))
  const others = await listAlike(tx, scope.mission.id, { title, number, day, language })
  return [...byFile, ...others.filter((other) => !byFile.some((one) => one.id === other.id))].slice(0, 5)
}

/** Why a document cannot be the translation of another. */
async function wrongOriginal(tx: Tx, scope: Scope, documentId: Id, originalId: Id | null): Promise<'no-original' | 'circle' | undefined> {
  let at: Id | null = originalId
  for (let steps = 0; at !== null; steps++) {
    if (at === documentId || steps > 20) return 'circle'
    const found = await findDocument(tx, scope.mission.id, at)
    if (!found) return steps === 0 ? 'no-original' : undefined
    at = found.translation_of_id
  }
  return undefined
}

/** The columns that the fields become; an organisation that the directory does not know yet is added within the act. */
async function columnsOf(tx: Tx, input: NewDocumentInput, preferred: Id | null): Promise<(made: Edit, nowMs: number) => Promise<Record<string, unknown>>> {
  const organisation = await organisationOf(tx, input.organisation, preferred)
  const signer = await findSigner(tx, input.author)
  return async (made, nowMs) => ({
    kind: input.kind, title: input.title, title_key: foldKey(input.title), number: input.number, dated_day: input.day, language: input.language, direction: input.direction, author: input.author, recipient: input.recipient,
    translation_of_id: input.translationOf, confidentiality: input.confidentiality, intro: input.intro.trim(), translation: input.translation.trim(), sender_organisation_id: await organisation.settle(made, nowMs), sender_person_id: signer ?? null,
  })
}

type Known = NonNullable<Awaited<ReturnType<typeof findDocument>>>

async function onDocument<T extends { done: boolean }>(scope: Scope, documentId: Id, work: (tx: Tx, begin: Begin, known: Known) => Promise<T>): Promise<T | Refused> {
  return await perform(scope, async (tx, begin): Promise<T | Refused> => {
    const known = await findDocument(tx, scope.mission.id, documentId)
    return known ? await work(tx, begin, known) : { done: false, because: 'gone' }
  })
}
