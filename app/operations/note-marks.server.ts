import type { Id } from '#app/domain/ids.ts'
import { SOURCE_KINDS, findWords } from '#app/domain/meetings/excerpts.ts'
import { MarkInput } from '#app/operations/evidence.input.ts'
import { markExcerpt } from '#app/operations/evidence.server.ts'
import type { MarkWhileWritingInput } from '#app/operations/notes.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findExcerpt, findSameExcerpt } from '#db/evidence.server.ts'
import { findRevision, listSpeakers, loadNote } from '#db/notes.server.ts'
import { listReadinessFaces } from '#db/readiness.server.ts'

export type MarkedWhileWriting = { done: true; excerptId: Id; actId: string | undefined } | { done: false; because: 'gone' | 'private' | 'lost' | 'finding-gone' | 'stale' }

/**
 * Marks words of a note that is being written as an excerpt under the id that the device gave; sent again, nothing is
 * doubled. Words that stand elsewhere in that revision, and only once, are found there. A private note holds no evidence.
 */
export async function markWhileWriting(scope: Scope, noteId: Id, input: MarkWhileWritingInput): Promise<MarkedWhileWriting> {
  const db = scope.database.read
  const note = await loadNote(db, scope.mission.id, noteId, scope.actor.accountId)
  const text = note && (await findRevision(db, noteId, input.number))?.body
  if (!note || text === undefined) return { done: false, because: 'gone' }
  if (note.private === 1) return { done: false, because: 'private' }
  const known = await findExcerpt(db, scope.mission.id, input.mark)
  if (known) return known.note_id === noteId ? { done: true, excerptId: known.id, actId: undefined } : { done: false, because: 'gone' }
  const words = input.body.trim()
  const place = text.startsWith(words, input.start) ? { start: input.start, end: input.start + words.length } : findWords(text, words).found
  if (!place) return { done: false, because: 'lost' }
  const [speakers, dimensions] = await Promise.all([listSpeakers(db, scope.mission.id, note.engagement_id), listReadinessFaces(db, scope.mission.id)])
  const dimensionId = dimensions.find((one) => one.dimensionId === input.dimension)?.dimensionId ?? null
  const source = speakers.find(({ name }) => name === input.speaker)?.sourceKind
  const outcome = await markExcerpt(scope, { noteId }, MarkInput.parse({
    number: input.number, start: String(place.start), end: String(place.end), kind: input.kind, speaker: input.speaker, language: note.language,
    sourceKind: SOURCE_KINDS.find((kind) => kind === source) ?? '', finding: input.finding ?? '', dimensions: input.finding && dimensionId ? [dimensionId] : [], relation: input.relation, reason: input.reason,
  }), { excerptId: input.mark, dimensionId })
  if (outcome.done) return { done: true, excerptId: outcome.excerptId, actId: outcome.actId }
  if (outcome.because !== 'already') return { done: false, because: outcome.because === 'finding-gone' || outcome.because === 'stale' ? outcome.because : 'lost' }
  const same = await findSameExcerpt(db, scope.mission.id, { note_id: noteId, note_number: input.number, start_at: place.start, end_at: place.end })
  return same ? { done: true, excerptId: same.id, actId: undefined } : { done: false, because: 'stale' }
}
