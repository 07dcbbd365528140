import { foldKey } from '#app/domain/text.ts'
import { instantOf } from '#app/domain/time.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { insertNote } from '#db/notes.server.ts'
import { frozen } from '#db/readiness.server.ts'
import { MISSION_ID } from '#db/seed/deck-schedule.server.ts'
import { CHARTER_ID, REPORT_ID, nodeIdOf } from '#db/seed/deck-papers.server.ts'
import { CHARTER_MARKS, CONTRADICTED, FINDINGS, MARKED, NOTES, TASKS } from '#db/seed/sample-evidence.ts'
import type { SampleFinding, SampleLink, SampleMark, SampleNote } from '#db/seed/sample-evidence.ts'
import { TEAM } from '#db/seed/samples.ts'
import roadshow from '#db/seed/roadshow.json'

const nameOf = (account: string): string => TEAM.find((one) => one.id === account)?.name ?? ''
const MARKER = nameOf('demo-member')
const LINKER = nameOf('demo-coordinator')
const WHERE = 'Asia/Dushanbe'

/** Notes, the sentences marked in them and in the charter, findings and what bears on them. */
export async function loadSampleEvidence(tx: Tx, made: Edit): Promise<void> {
  for (const note of NOTES) await loadNote(tx, made, note)
  /** The charter's first node is the heading of its section. */
  for (const { item, ...mark } of CHARTER_MARKS) {
    const at = roadshow.reply_materials.items.findIndex((each) => String(each.no) === item)
    const text = roadshow.reply_materials.items[at]?.verbatim ?? ''
    await insertExcerpt(made, { outline_node_id: nodeIdOf(CHARTER_ID, at + 2) }, text, 'tg', mark, instantOf(MARKED.day, MARKED.minute, MARKED.zone).at)
  }
  for (const finding of FINDINGS) await loadFinding(made, finding)
  for (const [at, { id, kind, title, owner, due, excerpt, engagementId }] of TASKS.entries()) {
    await made.insert('task', {
      id, mission_id: MISSION_ID, kind, position: at + 1, title, owner, due_day: due, excerpt_id: excerpt, engagement_id: engagementId, sample: 1,
      created_ms: instantOf(MARKED.day, MARKED.minute, MARKED.zone).at, created_by: MARKER,
    })
  }
}

async function loadNote(tx: Tx, made: Edit, note: SampleNote): Promise<void> {
  const atMs = instantOf(note.day, note.minute, WHERE).at
  const body = note.lines.join('\n\n')
  await insertNote(tx, made, MISSION_ID, note.id, {
    engagementId: note.engagementId, authorId: note.author, authorName: nameOf(note.author), language: note.language, body, atMs, sample: 1,
  })
  for (const mark of note.marks) await insertExcerpt(made, { note_id: note.id, note_number: 1 }, body, note.language, mark, atMs + 30 * 60_000)
}

type Source = { note_id: string; note_number: number } | { outline_node_id: string }

async function insertExcerpt(made: Edit, source: Source, text: string, language: string, mark: SampleMark, atMs: number): Promise<void> {
  const start = text.indexOf(mark.words)
  if (start === -1) throw new Error(`The sample excerpt “${mark.words}” does not stand in its text.`)
  await made.insert('excerpt', {
    id: mark.id, mission_id: MISSION_ID, ...source, start_at: start, end_at: start + mark.words.length, body: mark.words, body_key: foldKey(mark.words), speaker: mark.speaker,
    source_kind: mark.sourceKind, kind: mark.kind, language, ...translated(mark, atMs), attribution: mark.attribution ?? 'institution',
    confidentiality: mark.confidentiality ?? 'team', author_name: MARKER, at_ms: atMs, sample: 1,
  })
}

function translated({ translation = '', reviewed }: SampleMark, atMs: number) {
  if (translation === '') return {}
  return { translation, translation_state: reviewed ? 'reviewed' : 'draft', translated_by: MARKER, translated_ms: atMs, ...(reviewed ? { reviewed_by: LINKER, reviewed_ms: atMs } : {}) }
}

async function loadFinding(made: Edit, finding: SampleFinding): Promise<void> {
  const { id, statement, status } = finding
  const markedMs = instantOf(MARKED.day, MARKED.minute, MARKED.zone).at
  await made.insert('finding', { id, mission_id: MISSION_ID, statement, statement_key: foldKey(statement), status, sample: 1, created_ms: markedMs, account_name: LINKER, ...judged(finding) })
  for (const dimension of finding.dimensions) {
    await made.insert('finding_dimension', { id: `${id}-in-${dimension}`, mission_id: MISSION_ID, finding_id: id, dimension_id: `dimension-${dimension}` })
  }
  for (const [number, place = 1] of finding.sections) {
    await made.insert('finding_outline', { id: `${id}-at-${number}-${place}`.replaceAll('.', '-'), mission_id: MISSION_ID, finding_id: id, outline_node_id: sectionOf(number, place) })
  }
  for (const [at, link] of finding.links.entries()) await insertLink(made, id, at + 1, link)
}

/** Judged before the contradictions came. */
function judged({ id, judged, links }: SampleFinding) {
  if (!judged) return {}
  const seen = links.flatMap(({ relation }, at) => (relation === 'contradicts' ? [] : [{ id: `${id}-link-${at + 1}`, relation }]))
  return { evidence_judged: judged.evidence, agreement_judged: judged.agreement, judged_reason: judged.reason, judged_by: LINKER, judged_ms: instantOf(MARKED.day, MARKED.minute + 30, MARKED.zone).at, judged_links: frozen(seen) }
}

async function insertLink(made: Edit, findingId: string, at: number, { excerpt, relation, reason }: SampleLink): Promise<void> {
  const when = relation === 'contradicts' ? CONTRADICTED : MARKED
  await made.insert('evidence_link', {
    id: `${findingId}-link-${at}`, mission_id: MISSION_ID, excerpt_id: excerpt, finding_id: findingId, relation, reason, account_name: LINKER,
    at_ms: instantOf(when.day, when.minute + at, when.zone).at, sample: 1,
  })
}

/** The section with a number; a number that is printed twice needs its place. */
function sectionOf(number: string, place: number): string {
  const entry = roadshow.technical_note.toc.filter((each) => each.number === number)[place - 1]
  if (!entry) throw new Error(`The technical note has no section ${number}.`)
  return nodeIdOf(REPORT_ID, entry.seq)
}
