import type { RelationWord } from '#app/domain/assessment/evidence.ts'
import type { Id } from '#app/domain/ids.ts'
import { findWords, isSpan } from '#app/domain/meetings/excerpts.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { trimSpan } from '#app/domain/meetings/sentences.ts'
import type { Span } from '#app/domain/meetings/sentences.ts'
import { foldKey } from '#app/domain/text.ts'
import { NEW_FINDING } from '#app/operations/evidence.input.ts'
import type { ChangeLinkInput, LinkInput, MarkInput, UnlinkInput } from '#app/operations/evidence.input.ts'
import { speakerColumns, translationColumns } from '#app/operations/excerpts.server.ts'
import type { Source, SpeakerColumns } from '#app/operations/excerpts.server.ts'
import { addPlaces, insertFinding } from '#app/operations/findings.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { findNode } from '#db/documents.server.ts'
import { findExcerpt, findLink, findSameExcerpt, listLinksOf, textsOfRevisions } from '#db/evidence.server.ts'
import { loadFinding } from '#db/findings.server.ts'
import { newId } from '#db/ids.server.ts'
import { loadNote } from '#db/notes.server.ts'

type Linking = Pick<MarkInput, 'finding' | 'statement' | 'dimensions' | 'relation' | 'reason' | 'also' | 'alsoRelation' | 'alsoReason'>

type MarkRefusal = 'nothing-chosen' | 'absent' | 'several' | 'no-span' | 'already' | 'finding-gone'

/** What a device that marks while it writes says besides: its own id of the excerpt, and the dimension that the words speak of. */
type Given = { excerptId?: Id; dimensionId?: Id | null }

/** Marks words as an excerpt and, in the same act, links it to findings that exist or one that is written with it. */
export async function markExcerpt(scope: Scope, source: Source, input: MarkInput, given: Given = {}): Promise<(Done & { excerptId: Id }) | Refused<MarkRefusal>> {
  return await perform(scope, async (tx, begin) => {
    const text = await textOf(tx, scope, source, input.number)
    if (text === undefined) return { done: false as const, because: 'gone' as const }
    const chosen = spanOf(text, input)
    if ('because' in chosen) return { done: false as const, because: chosen.because }
    const targets = await targetsOf(tx, scope, input)
    if (targets === 'finding-gone') return { done: false as const, because: targets }
    const place = { ...('noteId' in source ? { note_id: source.noteId, note_number: input.number } : { outline_node_id: source.nodeId }), start_at: chosen.start, end_at: chosen.end }
    const known = await findSameExcerpt(tx, scope.mission.id, place)
    if (known && (targets.length === 0 || (await isLinked(tx, scope, known.id, targets)))) return { done: false as const, because: 'already' as const }
    const body = text.slice(chosen.start, chosen.end)
    const speaker = await speakerColumns(tx, scope, source, input)
    const excerptId = known?.id ?? given.excerptId ?? newId(scope.nowMs)
    const made = await begin({ verb: 'mark', noun: 'excerpt', subjectId: excerptId, subjectTitle: openingOf(body, 80), facts: factsOf(targets, 'finding') })
    if (!known) await insertExcerpt(made, scope, excerptId, { ...place, body, dimension_id: given.dimensionId ?? null }, input, speaker)
    for (const target of targets) await insertLink(tx, made, scope, excerptId, target)
    return { done: true as const, actId: made.actId, excerptId }
  })
}

/** Links an excerpt to findings that exist or one that is written with the link; to all of them or to none. */
export async function linkExcerpt(scope: Scope, excerptId: Id, input: LinkInput): Promise<Done | Refused<'already' | 'finding-gone'>> {
  return await perform(scope, async (tx, begin) => {
    const excerpt = await findExcerpt(tx, scope.mission.id, excerptId)
    const targets = await targetsOf(tx, scope, input)
    if (!excerpt) return { done: false as const, because: 'gone' as const }
    if (targets === 'finding-gone' || targets.length === 0) return { done: false as const, because: 'finding-gone' as const }
    if (await isLinked(tx, scope, excerptId, targets)) return { done: false as const, because: 'already' as const }
    const made = await begin({ verb: 'link', noun: 'excerpt', subjectId: excerptId, subjectTitle: openingOf(excerpt.body, 80), facts: factsOf(targets, 'to') })
    for (const target of targets) await insertLink(tx, made, scope, excerptId, target)
    return { done: true as const, actId: made.actId }
  })
}

/** Another relation or reason for a link that stands. */
export async function changeLink(scope: Scope, input: ChangeLinkInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const link = await findLink(tx, scope.mission.id, input.link)
    if (!link) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'relink', noun: 'excerpt', subjectId: link.excerpt_id, subjectTitle: openingOf(link.body, 80), facts: { from: link.relation, to: input.relation, reason: input.reason } })
    const turned = link.relation === input.relation ? {} : { at_ms: scope.missionNowMs }
    await made.update('evidence_link', input.link, input.revision, { relation: input.relation, reason: input.reason, account_name: scope.actor.name, ...turned })
    return { done: true as const, actId: made.actId }
  })
}

/** Takes a link away; the excerpt and the finding stay. */
export async function unlinkExcerpt(scope: Scope, input: UnlinkInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const link = await findLink(tx, scope.mission.id, input.link)
    if (!link) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'unlink', noun: 'excerpt', subjectId: link.excerpt_id, subjectTitle: openingOf(link.body, 80), facts: { from: openingOf(link.statement, 80) } })
    await made.remove('evidence_link', input.link, input.revision)
    return { done: true as const, actId: made.actId }
  })
}

/** The text that the person had before them: for a note the revision they saw. */
async function textOf(tx: Tx, scope: Scope, source: Source, number: number): Promise<string | undefined> {
  if ('nodeId' in source) return (await findNode(tx, scope.mission.id, source.nodeId))?.text
  const note = await loadNote(tx, scope.mission.id, source.noteId)
  return note && (await textsOfRevisions(tx, source.noteId, [number])).get(number)
}

function spanOf(text: string, input: Pick<MarkInput, 'words' | 'start' | 'end' | 'sentence'>): Span | { because: 'nothing-chosen' | 'absent' | 'several' | 'no-span' } {
  if (input.words.trim() !== '') {
    const words = findWords(text, input.words)
    return words.found ?? { because: words.because }
  }
  const [from, to] = input.start !== null && input.end !== null ? [input.start, input.end] : input.sentence.split('-').map(Number)
  if (from === undefined || to === undefined) return { because: 'nothing-chosen' }
  const span = isSpan(text, { start: from, end: to }) ? trimSpan(text, { start: from, end: to }) : undefined
  return span ?? { because: 'no-span' }
}

type Target = { id: Id; statement: string; isNew: boolean; dimensions: readonly Id[]; relation: RelationWord; reason: string }

/** What the words shall be linked to, each finding once. */
async function targetsOf(tx: Tx, scope: Scope, input: Linking): Promise<Target[] | 'finding-gone'> {
  const first = input.finding === '' ? [] : [{ finding: input.finding, relation: input.relation, reason: input.reason, dimensions: input.dimensions }]
  const others = input.also.map((finding, at) => ({ finding, relation: input.alsoRelation[at] ?? '', reason: input.alsoReason[at] || input.reason, dimensions: [] }))
  const targets: Target[] = []
  for (const { finding, relation, ...why } of [...first, ...others]) {
    if (relation === '' || targets.some((target) => target.id === finding)) continue
    if (finding === NEW_FINDING) targets.push({ ...why, id: newId(scope.nowMs), statement: input.statement, isNew: true, relation })
    else {
      const known = await loadFinding(tx, scope.mission.id, finding)
      if (!known) return 'finding-gone'
      targets.push({ ...why, id: known.finding.id, statement: known.finding.statement, isNew: false, relation })
    }
  }
  return targets
}

async function isLinked(tx: Tx, scope: Scope, excerptId: Id, targets: readonly Target[]): Promise<boolean> {
  return (await listLinksOf(tx, scope.mission.id, [excerptId])).some((link) => targets.some((target) => target.id === link.finding_id))
}

/** What the history says of the links: the first by name, the others by their number. */
function factsOf([first, ...more]: readonly Target[], as: 'finding' | 'to'): Record<string, unknown> {
  return first ? { [as]: openingOf(first.statement, 80), relation: first.relation, ...(more.length > 0 ? { more: more.length } : {}) } : {}
}

type Place = { note_id?: Id; note_number?: number; outline_node_id?: Id; start_at: number; end_at: number; body: string; dimension_id: Id | null }

async function insertExcerpt(made: Edit, scope: Scope, excerptId: Id, place: Place, input: MarkInput, speaker: SpeakerColumns): Promise<void> {
  await made.insert('excerpt', {
    ...place, ...speaker, id: excerptId, mission_id: scope.mission.id, body_key: foldKey(place.body), source_kind: input.sourceKind, kind: input.kind, language: input.language, attribution: input.attribution,
    confidentiality: input.confidentiality, ...translationColumns(scope, input.translation, 'draft'), author_name: scope.actor.name, at_ms: scope.missionNowMs,
  })
}

/** The link, its finding when that is new, and the dimensions ticked that the finding does not stand under yet. */
async function insertLink(tx: Tx, made: Edit, scope: Scope, excerptId: Id, target: Target): Promise<void> {
  if (target.isNew) await insertFinding(tx, made, scope, target.id, { statement: target.statement, dimensions: [...target.dimensions], nodes: [] })
  else if (target.dimensions.length > 0) {
    const known = (await loadFinding(tx, scope.mission.id, target.id))?.dimensions.map((dimension) => dimension.id) ?? []
    await addPlaces(tx, made, scope, target.id, { dimensions: target.dimensions.filter((id) => !known.includes(id)), nodes: [] })
  }
  await made.insert('evidence_link', {
    id: newId(scope.nowMs), mission_id: scope.mission.id, excerpt_id: excerptId, finding_id: target.id, relation: target.relation, reason: target.reason,
    account_name: scope.actor.name, at_ms: scope.missionNowMs,
  })
}
