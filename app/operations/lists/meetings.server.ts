/** Lists of what was planned, said and found. */
import { RELATIONS } from '#app/domain/assessment/evidence.ts'
import { FINDING_STATUSES } from '#app/domain/assessment/findings.ts'
import { SOURCE_KINDS } from '#app/domain/meetings/excerpts.ts'
import { STATUSES } from '#app/domain/meetings/status.ts'
import { TASK_KINDS, TASK_STATES } from '#app/domain/meetings/tasks.ts'
import { ENGAGEMENT_KINDS } from '#app/operations/engagements.input.ts'
import { idAsked, textAsked, wordAsked } from '#app/operations/lists/asked.ts'
import { dayOf, sampleColumn, whenColumns } from '#app/operations/lists/list.ts'
import type { ListSource } from '#app/operations/lists/list.ts'
import { listEngagements } from '#db/engagements.server.ts'
import { listExcerpts, listLinksOf } from '#db/evidence.server.ts'
import { describeFindings, listFindings } from '#db/findings.server.ts'
import { LIST_PAGE, listNotes } from '#db/notes.server.ts'
import { listTasks } from '#db/tasks.server.ts'

const MEETINGS_PAGE = 50
/** How the list of tasks says that nobody owns them, and the board that nobody said of what kind a source is. */
const NOBODY = '-'
const UNNAMED = 'unnamed'

type EngagementRow = Awaited<ReturnType<typeof listEngagements>>[number]
export const engagementList: ListSource<EngagementRow> = {
  title: 'Meetings', size: MEETINGS_PAGE,
  columns: [
    ...whenColumns<EngagementRow>((row) => ({ day: row.day, start: row.startMinute, end: row.endMinute, zone: row.zone, city: row.city })),
    { label: 'Title', kind: 'text', value: (row) => row.title }, { label: 'Kind', kind: 'text', value: (row) => row.kind }, { label: 'Status', kind: 'text', value: (row) => row.status },
    { label: 'Venue', kind: 'text', value: (row) => row.venue }, { label: 'Team', kind: 'text', value: (row) => row.team }, { label: 'Agenda items', kind: 'number', value: (row) => row.items },
    { label: 'Sample', kind: 'text', value: (row) => row.sampleFields.join(', ') },
  ],
  async page({ database, mission }, query, page) {
    const [stopId, status, kind] = [idAsked(query, 'stop'), wordAsked(query, 'status', STATUSES), wordAsked(query, 'kind', ENGAGEMENT_KINDS)]
    return await listEngagements(database.read, mission.id, { ...(stopId ? { stopId } : {}), ...(status ? { status } : {}), ...(kind ? { kind } : {}), limit: MEETINGS_PAGE + 1, offset: (page - 1) * MEETINGS_PAGE })
  },
}

type NoteRow = Awaited<ReturnType<typeof listNotes>>[number]
export const noteList: ListSource<NoteRow> = {
  title: 'Notes', size: LIST_PAGE,
  columns: [
    ...whenColumns<NoteRow>((row) => ({ day: row.day, start: row.start_minute, end: row.end_minute, zone: row.zone, city: row.city })),
    { label: 'Meeting', kind: 'text', value: (row) => row.title }, { label: 'Author', kind: 'text', value: (row) => row.author_name }, { label: 'Language', kind: 'text', value: (row) => row.language },
    { label: 'State', kind: 'text', value: (row) => row.status }, { label: 'Private', kind: 'text', value: (row) => (row.private === 1 ? 'private' : null) }, { label: 'Beginning', kind: 'text', value: (row) => row.opening },
    { label: 'Excerpts', kind: 'number', value: (row) => Number(row.excerpts) }, { label: 'Changed', kind: 'moment', value: (row) => ({ ms: row.changed_ms, zone: row.zone, city: row.city }) }, sampleColumn((row) => row.sample === 1),
  ],
  page: ({ database, mission, actor }, query, page) => listNotes(database.read, mission.id, { stopId: idAsked(query, 'stop'), text: textAsked(query, 'text'), page, reader: actor.accountId }),
}

type EvidenceRow = Awaited<ReturnType<typeof listExcerpts>>[number] & { findings: string }
export const evidenceList: ListSource<EvidenceRow> = {
  title: 'Evidence', size: LIST_PAGE,
  columns: [
    { label: 'Words', kind: 'text', value: (row) => row.body }, { label: 'Language', kind: 'text', value: (row) => row.language }, { label: 'Translation', kind: 'text', value: (row) => row.translation },
    { label: 'State of the translation', kind: 'text', value: (row) => row.translation_state }, { label: 'Kind', kind: 'text', value: (row) => row.kind }, { label: 'Said by', kind: 'text', value: (row) => row.speaker },
    { label: 'Institution', kind: 'text', value: (row) => row.institution }, { label: 'Kind of source', kind: 'text', value: (row) => row.source_kind }, { label: 'Attribution', kind: 'text', value: (row) => row.attribution },
    { label: 'May be read by', kind: 'text', value: (row) => row.confidentiality }, { label: 'Findings', kind: 'text', value: (row) => row.findings }, { label: 'Meeting', kind: 'text', value: (row) => row.title },
    ...whenColumns<EvidenceRow>((row) => ({ day: row.day, start: row.start_minute, end: row.end_minute, zone: row.zone, city: row.city })),
    { label: 'Document', kind: 'text', value: (row) => row.document_title }, { label: 'Section', kind: 'text', value: (row) => row.node_number }, { label: 'Marked by', kind: 'text', value: (row) => row.author_name }, sampleColumn((row) => row.sample === 1),
  ],
  async page({ database, mission }, query, page) {
    const source = wordAsked(query, 'source', [...SOURCE_KINDS, UNNAMED])
    const rows = await listExcerpts(database.read, mission.id, {
      stopId: idAsked(query, 'stop'), dimensionId: idAsked(query, 'dimension'), relation: wordAsked(query, 'relation', RELATIONS), unlinked: wordAsked(query, 'links', ['none']) === 'none',
      sourceKind: source === UNNAMED ? '' : source, text: textAsked(query, 'text'), page,
    })
    const links = await listLinksOf(database.read, mission.id, rows.map((row) => row.id))
    return rows.map((row) => ({ ...row, findings: links.filter((link) => link.excerpt_id === row.id).map((link) => `${link.relation}: ${link.statement}`).join('\n') }))
  },
}

type FindingRow = Awaited<ReturnType<typeof listFindings>>[number] & { dimensions: string; counts: Record<string, number> }
export const findingList: ListSource<FindingRow> = {
  title: 'Findings', size: LIST_PAGE,
  columns: [
    { label: 'Statement', kind: 'text', value: (row) => row.statement }, { label: 'Status', kind: 'text', value: (row) => row.status }, { label: 'Dimensions', kind: 'text', value: (row) => row.dimensions },
    ...RELATIONS.map((relation) => ({ label: relation, kind: 'number' as const, value: (row: FindingRow) => row.counts[relation] ?? 0 })),
    { label: 'Evidence as judged', kind: 'text', value: (row) => row.evidence_judged }, { label: 'Agreement as judged', kind: 'text', value: (row) => row.agreement_judged }, { label: 'Written by', kind: 'text', value: (row) => row.account_name }, sampleColumn((row) => row.sample === 1),
  ],
  async page({ database, mission }, query, page) {
    const rows = await listFindings(database.read, mission.id, { dimensionId: idAsked(query, 'dimension'), status: wordAsked(query, 'status', FINDING_STATUSES), nodeId: idAsked(query, 'node'), text: textAsked(query, 'text'), page })
    const more = await describeFindings(database.read, mission.id, rows.map((row) => row.id))
    return rows.map((row) => {
      const counts: Record<string, number> = {}
      for (const { relation, count } of more.weights.get(row.id) ?? []) counts[relation] = (counts[relation] ?? 0) + count
      return { ...row, counts, dimensions: (more.dimensions.get(row.id) ?? []).map(({ name }) => name).join('; ') }
    })
  },
}

type TaskRow = Awaited<ReturnType<typeof listTasks>>[number]
export const taskList: ListSource<TaskRow> = {
  title: 'Tasks', size: LIST_PAGE,
  columns: [
    { label: 'Due', kind: 'day', value: (row) => row.due_day }, { label: 'Task', kind: 'text', value: (row) => row.title }, { label: 'Kind', kind: 'text', value: (row) => row.kind }, { label: 'Part', kind: 'text', value: (row) => row.part },
    { label: 'Owner', kind: 'text', value: (row) => row.owner }, { label: 'Status', kind: 'text', value: (row) => row.status }, { label: 'Months', kind: 'text', value: (row) => (JSON.parse(row.months) as string[]).join(', ') },
    { label: 'Organisation', kind: 'text', value: (row) => row.organisation }, { label: 'Details', kind: 'text', value: (row) => row.details }, { label: 'From the meeting', kind: 'text', value: (row) => row.meeting },
    { label: 'Day of the meeting', kind: 'day', value: (row) => row.day }, { label: 'City', kind: 'text', value: (row) => row.city }, sampleColumn((row) => row.sample === 1),
  ],
  async page(scope, query, page) {
    const owner = textAsked(query, 'owner')
    return await listTasks(scope.database.read, scope.mission.id, {
      state: wordAsked(query, 'state', TASK_STATES) ?? 'open', kind: wordAsked(query, 'kind', [...TASK_KINDS, 'work-plan', 'reply']), owner: owner === '' ? undefined : owner === NOBODY ? '' : owner, text: textAsked(query, 'text'), today: await dayOf(scope), page,
    })
  },
}
