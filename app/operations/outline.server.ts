import { stampOf } from '#app/domain/agenda/ripple.ts'
import type { Id } from '#app/domain/ids.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { entryWords } from '#app/domain/papers/outline.ts'
import { stateAfter } from '#app/domain/papers/outline-coverage.ts'
import { MOVES, aboveOf, insertSection, moveSection, placeSection, removeSection } from '#app/domain/papers/outline-moves.ts'
import type { MoveRefusal, Moved } from '#app/domain/papers/outline-moves.ts'
import { bareTitle, numberForNew, renumberAfter, renumberOne, renumberWithin, retitled } from '#app/domain/papers/outline-numbers.ts'
import type { AddSectionInput, EditSectionInput, PlaceFindingInput, PlaceSectionInput, RemoveSectionInput, RenumberInput, RepairNumberInput, StepSectionInput } from '#app/operations/outline.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { findDocument } from '#db/documents.server.ts'
import { newId } from '#db/ids.server.ts'
import { SECTIONS_MAX, listMarkedSections, listSections } from '#db/outline.server.ts'
import type { SectionRow } from '#db/outline.server.ts'

type Sections = { rows: SectionRow[]; title: string }

/** The sections of a report of this mission; undefined where there is none. */
async function sectionsOf(tx: Tx, scope: Scope, documentId: Id): Promise<Sections | undefined> {
  const document = await findDocument(tx, scope.mission.id, documentId)
  return document?.kind === 'report' ? { rows: await listSections(tx, scope.mission.id, documentId), title: document.title } : undefined
}

/** One step of a section with all that is below it. */
export async function stepSection(scope: Scope, documentId: Id, input: StepSectionInput): Promise<(Done & { moved: Id }) | Refused<MoveRefusal>> {
  const move = MOVES.find((each) => input[each] !== null)
  const id = move && input[move]
  if (!move || !id) return { done: false, because: 'gone' }
  return await reorder(scope, documentId, { id, seen: input.seen, renamed: move === 'in' || move === 'out' }, (rows) => moveSection(rows, id, move))
}

/** A section dropped at another place. */
export async function dropSection(scope: Scope, documentId: Id, { item, to, seen }: PlaceSectionInput): Promise<(Done & { moved: Id }) | Refused<MoveRefusal>> {
  return await reorder(scope, documentId, { id: item, seen, renamed: true }, (rows) => placeSection(rows, item, to))
}

type Reordered = { id: Id; seen: string; /** It may belong to another section than before. */ renamed: boolean }

async function reorder(scope: Scope, documentId: Id, { id, seen, renamed }: Reordered, move: (rows: SectionRow[]) => Moved<SectionRow>): Promise<(Done & { moved: Id }) | Refused<MoveRefusal>> {
  return await perform(scope, async (tx, begin) => {
    const known = await sectionsOf(tx, scope, documentId)
    if (!known) return { done: false as const, because: 'gone' as const }
    if (seen !== '' && stampOf(known.rows) !== seen) return { done: false as const, because: 'stale' as const }
    const moved = move(known.rows)
    if (!moved.done) return moved
    const other = renamed && parentIn(known.rows, id) !== parentIn(moved.after, id)
    const made = await writeOutline(tx, begin, scope, { verb: 'move', subject: known.rows.find((row) => row.id === id) }, known.rows, renumberAfter(known.rows, moved.after, other ? id : null))
    return { done: true as const, actId: made.actId, moved: id }
  })
}

function parentIn(rows: readonly SectionRow[], id: Id): Id | undefined {
  return rows[aboveOf(rows, rows.findIndex((row) => row.id === id))]?.id
}

/** Counts the sections below one of them anew, or all. */
export async function renumberSections(scope: Scope, documentId: Id, { within, seen }: RenumberInput): Promise<Done | Refused<'right-already'>> {
  return await perform(scope, async (tx, begin) => {
    const known = await sectionsOf(tx, scope, documentId)
    const subject = known?.rows.find((row) => row.id === within)
    if (!known || (within !== null && !subject)) return { done: false as const, because: 'gone' as const }
    if (seen !== '' && stampOf(known.rows) !== seen) return { done: false as const, because: 'stale' as const }
    const after = renumberWithin(known.rows, within)
    if (after.every((row, at) => row === known.rows[at])) return { done: false as const, because: 'right-already' as const }
    const made = await writeOutline(tx, begin, scope, { verb: 'renumber', subject, subjectId: documentId, title: known.title }, known.rows, after)
    return { done: true as const, actId: made.actId }
  })
}

/** Gives one section another number; those below it follow. */
export async function repairNumber(scope: Scope, documentId: Id, nodeId: Id, { number, revision }: RepairNumberInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const known = await sectionsOf(tx, scope, documentId)
    const subject = known?.rows.find((row) => row.id === nodeId)
    if (!known || !subject) return { done: false as const, because: 'gone' as const }
    if (subject.revision !== revision) return { done: false as const, because: 'stale' as const }
    const facts = { from: subject.number || 'no number', to: number || 'no number' }
    const made = await writeOutline(tx, begin, scope, { verb: 'repair', subject, facts }, known.rows, renumberOne(known.rows, nodeId, number))
    return { done: true as const, actId: made.actId }
  })
}

/** A new section behind another one or under it; where its number is the next, those behind it move on by one. */
export async function addSection(scope: Scope, documentId: Id, input: AddSectionInput): Promise<(Done & { nodeId: Id }) | Refused<'too-deep' | 'full'>> {
  return await perform(scope, async (tx, begin) => {
    const known = await sectionsOf(tx, scope, documentId)
    if (!known) return { done: false as const, because: 'gone' as const }
    if (known.rows.length >= SECTIONS_MAX) return { done: false as const, because: 'full' as const }
    const { title, number, page, owner } = input
    const nodeId = newId(scope.nowMs)
    const fresh: SectionRow = { ...BLANK, id: nodeId, title, number, page, owner }
    const placed = insertSection(known.rows, fresh, input.after, input.as)
    if (!placed.done) return { done: false as const, because: placed.because === 'too-deep' ? placed.because : ('gone' as const) }
    const counts = number !== '' && number === numberForNew(placed.after, nodeId)
    const after = counts ? renumberAfter(known.rows, placed.after) : placed.after
    const made = await begin({ verb: 'create', noun: 'outline-node', subjectId: nodeId, subjectTitle: openingOf(title, 80) })
    const at = after.findIndex((row) => row.id === nodeId)
    const { level } = after[at] as SectionRow
    await made.insert('outline_node', { id: nodeId, mission_id: scope.mission.id, document_id: documentId, position: at + 1, level, number, title, page, owner, state: 'empty', body: '' })
    await saveRows(tx, made, scope, known.rows, after.map((row, i) => ({ ...row, position: i + 1 })).filter((row) => row.id !== nodeId))
    return { done: true as const, actId: made.actId, nodeId }
  })
}

const BLANK = { revision: 1, position: 0, level: 1, body: '', hasText: false, state: 'empty', gathers: '', findings: [], evidence: 0, figures: 0, sourceLine: null }

/** What a section is called, numbered, who writes it, how far it is, and its text. Words that are evidence stay: 'marked'. */
export async function editSection(scope: Scope, documentId: Id, nodeId: Id, input: EditSectionInput): Promise<Done | Refused<'marked'>> {
  return await perform(scope, async (tx, begin) => {
    const known = await sectionsOf(tx, scope, documentId)
    const row = known?.rows.find((each) => each.id === nodeId)
    if (!known || !row) return { done: false as const, because: 'gone' as const }
    if (row.revision !== input.revision) return { done: false as const, because: 'stale' as const }
    const marked = (await listMarkedSections(tx, scope.mission.id, [nodeId])).has(nodeId)
    const renamed = marked && input.title === bareTitle(row) ? { number: input.number, title: row.title } : retitled(row, input.number, input.title)
    if (marked && (input.body !== row.body || (row.body === '' && renamed.title !== row.title))) return { done: false as const, because: 'marked' as const }
    const state = stateAfter(input.state, input.body.trim() !== '')
    const made = await begin({ verb: 'edit', noun: 'outline-node', subjectId: nodeId, subjectTitle: openingOf(entryWords(renamed), 80), facts: state === row.state ? {} : { from: row.state, to: state } })
    await made.update('outline_node', nodeId, input.revision, { ...renamed, page: input.page, owner: input.owner, state, gathers: input.gathers, body: input.body })
    const followed = row.number === input.number ? known.rows : renumberOne(known.rows, nodeId, input.number)
    await saveRows(tx, made, scope, known.rows, followed.filter((each) => each.id !== nodeId))
    return { done: true as const, actId: made.actId }
  })
}

/** Takes a section away with all that is below it; findings stay and lose this place, figures too. Words that are evidence stay: 'marked'. */
export async function removeSections(scope: Scope, documentId: Id, nodeId: Id, { seen }: RemoveSectionInput): Promise<Done | Refused<'marked'>> {
  return await perform(scope, async (tx, begin) => {
    const known = await sectionsOf(tx, scope, documentId)
    if (!known?.rows.some((row) => row.id === nodeId)) return { done: false as const, because: 'gone' as const }
    if (stampOf(known.rows) !== seen) return { done: false as const, because: 'stale' as const }
    const { after, gone } = removeSection(known.rows, nodeId)
    const ids = gone.map((row) => row.id)
    if ((await listMarkedSections(tx, scope.mission.id, ids)).size > 0) return { done: false as const, because: 'marked' as const }
    const places = await tx.selectFrom('finding_outline').select('id').where('mission_id', '=', scope.mission.id).where('outline_node_id', 'in', ids).execute()
    const figures = await tx.selectFrom('figure').select('id').where('mission_id', '=', scope.mission.id).where('outline_node_id', 'in', ids).execute()
    const made = await begin({ verb: 'remove', noun: 'outline-node', subjectId: nodeId, subjectTitle: openingOf(entryWords(gone[0] as SectionRow), 80) })
    for (const { id } of places) await made.remove('finding_outline', id)
    for (const { id } of figures) await made.update('figure', id, null, { outline_node_id: null })
    for (const { id } of gone.toReversed()) await made.remove('outline_node', id)
    await saveRows(tx, made, scope, known.rows, renumberAfter(known.rows, after).map((row, at) => ({ ...row, position: at + 1 })))
    return { done: true as const, actId: made.actId }
  })
}

/** Puts a finding that stands already at a section too. */
export async function placeFinding(scope: Scope, documentId: Id, nodeId: Id, { finding }: PlaceFindingInput): Promise<Done | Refused<'there-already'>> {
  return await perform(scope, async (tx, begin) => {
    const known = await sectionsOf(tx, scope, documentId)
    const row = known?.rows.find((each) => each.id === nodeId)
    const found = await tx.selectFrom('finding').select(['id', 'statement']).where('mission_id', '=', scope.mission.id).where('id', '=', finding).executeTakeFirst()
    if (!row || !found) return { done: false as const, because: 'gone' as const }
    const there = await tx.selectFrom('finding_outline').select('id').where('finding_id', '=', finding).where('outline_node_id', '=', nodeId).executeTakeFirst()
    if (there) return { done: false as const, because: 'there-already' as const }
    const made = await begin({ verb: 'link', noun: 'finding', subjectId: finding, subjectTitle: openingOf(found.statement, 80), facts: { to: openingOf(entryWords(row), 80) } })
    await made.insert('finding_outline', { id: newId(scope.nowMs), mission_id: scope.mission.id, finding_id: finding, outline_node_id: nodeId })
    return { done: true as const, actId: made.actId }
  })
}

type OutlineAct = { verb: string; subject: SectionRow | undefined; subjectId?: Id; title?: string; facts?: Record<string, string> }

async function writeOutline(tx: Tx, begin: Begin, scope: Scope, { verb, subject, subjectId = '', title = '', facts }: OutlineAct, before: readonly SectionRow[], after: readonly SectionRow[]): Promise<Edit> {
  const made = await begin({ verb, noun: 'outline-node', subjectId: subject?.id ?? subjectId, subjectTitle: openingOf(subject ? entryWords(subject) : title, 80), ...(facts ? { facts } : {}) })
  await saveRows(tx, made, scope, before, after.map((row, at) => ({ ...row, position: at + 1 })))
  return made
}

/** Writes place, level and number of the rows that have others now; a title that is evidence keeps the number printed in it. */
async function saveRows(tx: Tx, made: Edit, scope: Scope, before: readonly SectionRow[], after: readonly SectionRow[]): Promise<void> {
  const old = new Map(before.map((row) => [row.id, row]))
  const retitledIds = after.filter((row) => row.title !== old.get(row.id)?.title && !row.hasText).map((row) => row.id)
  const marked = await listMarkedSections(tx, scope.mission.id, retitledIds)
  for (const { id, position, level, number, title } of after) {
    const was = old.get(id)
    if (!was || (was.position === position && was.level === level && was.number === number && was.title === title)) continue
    await made.update('outline_node', id, was.revision, { position, level, number, ...(marked.has(id) ? {} : { title }) })
  }
}
