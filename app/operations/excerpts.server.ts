import type { Id } from '#app/domain/ids.ts'
import { OUR_TEAM, openingOf } from '#app/domain/meetings/notes.ts'
import { foldKey } from '#app/domain/text.ts'
import type { CorrectExcerptInput, MarkInput, TranslateInput } from '#app/operations/evidence.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Tx } from '#db/database.server.ts'
import { findExcerpt, findPersonNamed } from '#db/evidence.server.ts'
import { listSpeakers, loadNote } from '#db/notes.server.ts'

/** Where words are marked: a note, or one section of a document. */
export type Source = { noteId: Id } | { nodeId: Id }
/** `actId` is absent when everything was as it should be. */
type Corrected = { done: true; actId: string | undefined }

/** Puts right who said an excerpt's words, what they are, and how they may be used. The words and their place stay. */
export async function correctExcerpt(scope: Scope, excerptId: Id, input: CorrectExcerptInput): Promise<Corrected | Refused> {
  return await perform(scope, async (tx, begin) => {
    const excerpt = await findExcerpt(tx, scope.mission.id, excerptId)
    if (!excerpt) return { done: false as const, because: 'gone' as const }
    if (excerpt.revision !== input.revision) return { done: false as const, because: 'stale' as const }
    const source = excerpt.note_id === null ? { nodeId: excerpt.outline_node_id ?? '' } : { noteId: excerpt.note_id }
    const speaker = await speakerColumns(tx, scope, source, input)
    /** Another speaker brings the institution that is known of them, unless one was typed. */
    const follows = speaker.speaker !== excerpt.speaker && (input.institution === excerpt.institution || input.institution === '')
    const patch = {
      ...speaker, institution: follows ? speaker.institution : input.institution, source_kind: input.sourceKind, kind: input.kind, language: input.language,
      attribution: input.attribution, confidentiality: input.confidentiality,
    }
    const what = [...new Set(Object.entries(patch).flatMap(([column, value]) => (excerpt[column as keyof typeof patch] === value ? [] : [COLUMN_WORDS[column as keyof typeof patch]])))]
    if (what.length === 0) return { done: true as const, actId: undefined }
    const made = await begin({ verb: 'correct', noun: 'excerpt', subjectId: excerptId, subjectTitle: openingOf(excerpt.body, 80), facts: { what: what.join(', ') } })
    await made.update('excerpt', excerptId, input.revision, patch)
    return { done: true as const, actId: made.actId }
  })
}

const COLUMN_WORDS = {
  speaker: 'the speaker', speaker_id: 'the speaker', institution: 'the institution', source_kind: 'the kind of source', kind: 'the kind', language: 'the language', attribution: 'the attribution', confidentiality: 'the confidentiality',
}

/** The translation beside the words, as a draft or as reviewed. Another text is another translator's; the same text reviewed keeps its own. */
export async function translateExcerpt(scope: Scope, excerptId: Id, input: TranslateInput): Promise<Corrected | Refused> {
  return await perform(scope, async (tx, begin) => {
    const excerpt = await findExcerpt(tx, scope.mission.id, excerptId)
    if (!excerpt) return { done: false as const, because: 'gone' as const }
    if (excerpt.revision !== input.revision) return { done: false as const, because: 'stale' as const }
    const same = excerpt.translation === input.translation.trim()
    if (same && (excerpt.translation_state === input.state || excerpt.translation === '')) return { done: true as const, actId: undefined }
    const { translated_by, translated_ms, ...columns } = translationColumns(scope, input.translation, input.state)
    const made = await begin({ verb: input.state === 'reviewed' && columns.translation !== '' ? 'review' : 'translate', noun: 'excerpt', subjectId: excerptId, subjectTitle: openingOf(excerpt.body, 80) })
    await made.update('excerpt', excerptId, input.revision, same ? columns : { ...columns, translated_by, translated_ms })
    return { done: true as const, actId: made.actId }
  })
}

/** The columns of a translation written now. */
export function translationColumns(scope: Scope, text: string, state: TranslateInput['state']) {
  const translation = text.trim()
  const [by, ms] = translation === '' ? ['', null] : [scope.actor.name, scope.missionNowMs]
  const reviewed = translation !== '' && state === 'reviewed'
  return { translation, translation_state: translation === '' ? '' : state, translated_by: by, translated_ms: ms, reviewed_by: reviewed ? by : '', reviewed_ms: reviewed ? ms : null }
}

export type SpeakerColumns = { speaker: string; speaker_id: Id | null; institution: string }

/** Who a typed or chosen name is: somebody who takes part in the meeting, else somebody of the mission with that very name, else a name alone. */
export async function speakerColumns(tx: Tx, scope: Scope, source: Source, input: Pick<MarkInput, 'speaker' | 'otherSpeaker'>): Promise<SpeakerColumns> {
  const speaker = input.otherSpeaker || input.speaker
  if (speaker === '' || speaker === OUR_TEAM) return { speaker, speaker_id: null, institution: '' }
  const key = foldKey(speaker)
  const note = 'noteId' in source ? await loadNote(tx, scope.mission.id, source.noteId) : undefined
  const there = note && (await listSpeakers(tx, scope.mission.id, note.engagement_id)).find((each) => foldKey(each.name) === key)
  if (there) return { speaker: there.name, speaker_id: there.personId, institution: there.institution }
  const person = await findPersonNamed(tx, scope.mission.id, key)
  return { speaker: person?.name ?? speaker, speaker_id: person?.id ?? null, institution: person?.institution ?? '' }
}
