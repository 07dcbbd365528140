import type { Id } from '#app/domain/ids.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { hasPassages } from '#app/domain/papers/documents.ts'
import type { Passage, ReadText } from '#app/domain/papers/file-text.ts'
import { cleanText } from '#app/domain/text.ts'
import type { EditPassageInput, NewPassageInput, RemovePassageInput } from '#app/operations/documents.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findAttachment, setTextState } from '#db/attachments.server.ts'
import type { Edit } from '#db/changes.server.ts'
import { findDocument } from '#db/documents.server.ts'
import { newId } from '#db/ids.server.ts'
import { findPassage, listForReading } from '#db/register.server.ts'

type Read = { done: true; actId: string | undefined; count: number }

/**
 * Puts what was read from a file among the passages of its document, in place of what older versions of the file said. A passage
 * that says the same stays with its marks and its translation, and one that is marked stays in any case. `beside` reads it also
 * where the document has passages that came from elsewhere.
 */
export async function placeText(scope: Scope, documentId: Id, attachmentId: Id, read: ReadText, { beside = false } = {}): Promise<Read | Refused> {
  return await perform(scope, async (tx, begin): Promise<Read | Refused> => {
    const document = await findDocument(tx, scope.mission.id, documentId)
    const file = await findAttachment(tx, scope.mission.id, attachmentId, scope.actor.accountId)
    if (!document || file?.document_id !== documentId || file.removed_ms !== null) return { done: false, because: 'gone' }
    const known = await listForReading(tx, scope.mission.id, documentId)
    const older = known.filter((node) => node.series_id !== null && node.series_id === file.series_id)
    const apart = document.kind === 'report' || document.kind === 'questionnaire' || (!beside && known.length > older.length)
    await setTextState(tx, attachmentId, apart && read.passages.length > 0 ? 'apart' : read.state)
    if (apart || read.passages.length === 0) return { done: true, actId: undefined, count: 0 }
    const plan = planReading(known, older, read.passages)
    const made = await begin({ verb: 'read-text', noun: 'document', subjectId: documentId, subjectTitle: document.title, facts: { from: file.name, count: read.passages.length } })
    for (const { id, revision } of plan.gone) await made.remove('outline_node', id, revision)
    await writeReading(made, scope, { documentId, attachmentId }, plan)
    return { done: true, actId: made.actId, count: read.passages.length }
  })
}

type Node = Awaited<ReturnType<typeof listForReading>>[number]
type Plan = { gone: Node[]; order: ({ node: Node; page?: number | null } | { passage: Passage })[] }

/** Those of elsewhere first, then what the file says now, then marked passages that it says no more. */
function planReading(known: readonly Node[], older: readonly Node[], passages: readonly Passage[]): Plan {
  const left = new Map<string, Node[]>()
  for (const node of older) left.set(node.body, [...(left.get(node.body) ?? []), node])
  const placed = passages.map((passage) => {
    const node = left.get(passage.body)?.shift()
    return node ? { node, page: passage.page } : { passage }
  })
  const rest = [...left.values()].flat()
  const kept = rest.filter((node) => node.uses > 0)
  return { gone: rest.filter((node) => node.uses === 0), order: [...known.filter((node) => !older.includes(node)).map((node) => ({ node })), ...placed, ...kept.map((node) => ({ node }))] }
}

async function writeReading(made: Edit, scope: Scope, { documentId, attachmentId }: { documentId: Id; attachmentId: Id }, { order }: Plan): Promise<void> {
  for (const [at, each] of order.entries()) {
    if ('node' in each) await made.update('outline_node', each.node.id, each.node.revision, { position: at + 1, ...(each.page === undefined ? {} : { page: each.page, attachment_id: attachmentId }) })
    else await made.insert('outline_node', { id: newId(scope.nowMs), mission_id: scope.mission.id, document_id: documentId, position: at + 1, level: 1, ...each.passage, attachment_id: attachmentId })
  }
}

/** A passage that somebody types, behind those that are there. */
export async function addPassage(scope: Scope, documentId: Id, input: NewPassageInput): Promise<(Done & { nodeId: Id }) | Refused> {
  return await perform(scope, async (tx, begin): Promise<(Done & { nodeId: Id }) | Refused> => {
    const document = await findDocument(tx, scope.mission.id, documentId)
    if (!document || !hasPassages(document.kind)) return { done: false, because: 'gone' }
    const last = (await listForReading(tx, scope.mission.id, documentId)).at(-1)
    const nodeId = newId(scope.nowMs)
    const made = await begin({ verb: 'add', noun: 'outline-node', subjectId: documentId, subjectTitle: titleOf(input), facts: { to: document.title } })
    await made.insert('outline_node', { id: nodeId, mission_id: scope.mission.id, document_id: documentId, position: (last?.position ?? 0) + 1, level: 1, ...columnsOf(input), translation_state: input.translation === '' ? '' : 'draft' })
    return { done: true, actId: made.actId, nodeId }
  })
}

/** Another heading, page or translation; other words only while none of them is marked, because marks stand at places in the text. */
export async function editPassage(scope: Scope, documentId: Id, nodeId: Id, input: EditPassageInput): Promise<Done | Refused<'marked'>> {
  return await perform(scope, async (tx, begin): Promise<Done | Refused<'marked'>> => {
    const known = await findPassage(tx, scope.mission.id, documentId, nodeId)
    if (!known || !hasPassages(known.kind)) return { done: false, because: 'gone' }
    const text = known.body === '' ? known.title : known.body
    const same = input.body === cleanText(text).trim()
    if (!same && known.excerpts > 0) return { done: false, because: 'marked' }
    const words = same ? { title: titleOf(input), number: input.number, page: input.page, ...(known.body === '' ? { body: text } : {}) } : columnsOf(input)
    const made = await begin({ verb: 'edit', noun: 'outline-node', subjectId: documentId, subjectTitle: titleOf(input) })
    await made.update('outline_node', nodeId, input.revision, { ...words, translation: input.translation, ...(input.translation === known.translation ? {} : { translation_state: input.translation === '' ? '' : 'draft' }) })
    return { done: true, actId: made.actId }
  })
}

/** Takes a passage away that nothing rests on. */
export async function removePassage(scope: Scope, documentId: Id, nodeId: Id, input: RemovePassageInput): Promise<Done | Refused<'marked'>> {
  return await perform(scope, async (tx, begin): Promise<Done | Refused<'marked'>> => {
    const known = await findPassage(tx, scope.mission.id, documentId, nodeId)
    if (!known || !hasPassages(known.kind)) return { done: false, because: 'gone' }
    if (known.excerpts > 0 || known.findings > 0) return { done: false, because: 'marked' }
    const made = await begin({ verb: 'remove', noun: 'outline-node', subjectId: documentId, subjectTitle: known.title })
    await made.remove('outline_node', nodeId, input.revision)
    return { done: true, actId: made.actId }
  })
}

function titleOf({ title, body }: Pick<NewPassageInput, 'title' | 'body'>): string {
  return title === '' ? openingOf(body, 90) : title
}

function columnsOf(input: NewPassageInput): { title: string; number: string; page: number | null; body: string; translation: string } {
  return { title: titleOf(input), number: input.number, page: input.page, body: input.body, translation: input.translation }
}
