/** The deck itself, the contents of the technical note, the work plan, the survey, the charter, the dimensions and their levels. */
import { smartCitySeven } from '#app/domain/assessment/frameworks/smart-city-seven.ts'
import { MONTHS } from '#app/domain/papers/plan.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Edit } from '#db/changes.server.ts'
import { MISSION_ID } from '#db/seed/deck-schedule.server.ts'
import roadshow from '#db/seed/roadshow.json'

const DECK = 'deck'
const SURVEY = 'survey'
export const REPORT_ID = 'technical-note'
export const CHARTER_ID = 'charter'
/** Nodes are numbered from 1 within their document. */
export const nodeIdOf = (documentId: string, position: number): string => `${documentId}-${position}`

/** Lines of the deck that the extraction names only by their text. */
const LINES = { agendaHeader: 47, planTitle: 80, plan: 82, survey: 97, surveyPart: 99, replies: 108, charter: 112, charterSection: 125, architecture: 204, assessment: 206 }

/** Everything printed that is no schedule. */
export async function loadPapers(made: Edit): Promise<void> {
  await loadDeckItself(made)
  await loadReport(made)
  await loadSurvey(made)
  await loadCharter(made)
  await loadWorkPlan(made)
  await loadAssessment(made)
}

type Paper = { id: string; kind: string; title: string; source_line: number; number?: string; dated_day?: string; language: string; author?: string; intro?: string; translation?: string; direction?: string; sender_organisation_id?: string }

async function insertPaper(made: Edit, paper: Paper): Promise<void> {
  await made.insert('document', { mission_id: MISSION_ID, ...paper, title_key: foldKey(paper.title) })
}

type Node = { level: number; title: string; source_line: number | null; number?: string; page?: number; body?: string; translation?: string; gathers?: string }

async function insertNodes(made: Edit, documentId: string, nodes: readonly Node[]): Promise<void> {
  for (const [at, node] of nodes.entries()) {
    await made.insert('outline_node', {
      id: nodeIdOf(documentId, at + 1), mission_id: MISSION_ID, document_id: documentId, position: at + 1, ...node, translation_state: node.translation ? 'draft' : '',
    })
  }
}

/** Its headings in order, and what stands under none of the other papers: the pictures that are missing and the months of the plan. */
async function loadDeckItself(made: Edit): Promise<void> {
  const { meta, programme, work_plan: plan, survey, reply_materials: reply, technical_note: note, readiness_assessment: assessment, media_placeholders: pictures } = roadshow
  const heading = (text: string): string => text.replace(/^[#\s❖]+/u, '')
  await insertPaper(made, {
    id: DECK, kind: 'slides', title: meta.title.verbatim, dated_day: meta.deck_date.iso, language: 'en', author: meta.author.name, source_line: meta.title.line, intro: meta.author.titles_verbatim.join('\n'),
  })
  await insertNodes(made, DECK, [
    { level: 1, title: programme.title_verbatim, source_line: programme.line },
    { level: 2, title: roadshow.workshops.find((workshop) => workshop.header_verbatim)?.header_verbatim ?? '', source_line: LINES.agendaHeader },
    { level: 2, title: pictures[0]?.verbatim ?? '', source_line: pictures[0]?.line ?? null },
    { level: 1, title: plan.title_verbatim, source_line: LINES.planTitle },
    { level: 2, title: heading(plan.heading_verbatim), body: [...plan.columns, ...plan.months].join(' · '), source_line: LINES.plan },
    { level: 2, title: heading(survey.heading_verbatim), source_line: LINES.survey },
    { level: 2, title: heading(reply.heading_verbatim), source_line: LINES.replies },
    { level: 1, title: note.title_verbatim, source_line: note.lines[0] ?? null },
    { level: 2, title: assessment.preceding_caption_verbatim, source_line: LINES.architecture },
    { level: 2, title: assessment.status_verbatim, body: assessment.header_lines.map((line) => line.trim()).join('\n'), source_line: LINES.assessment },
  ])
}

/** Sections that nobody writes: what fills them is gathered from the mission. */
const FILLED: Record<string, string> = { Acknowledgements: 'acknowledgements', Abbreviation: 'abbreviations' }

async function loadReport(made: Edit): Promise<void> {
  const { title_verbatim: title, lines, toc } = roadshow.technical_note
  await insertPaper(made, { id: REPORT_ID, kind: 'report', title, language: 'en', source_line: lines[0] as number })
  await insertNodes(made, REPORT_ID, toc.map((entry) => ({ level: entry.level, number: entry.number ?? '', title: entry.title, page: entry.page, source_line: entry.line, gathers: FILLED[entry.title] ?? '' })))
  await loadFigures(made)
}

/** The pictures that the deck names and does not show. It does not say where in the note they stand. */
async function loadFigures(made: Edit): Promise<void> {
  for (const [at, { verbatim, line = LINES.architecture }] of roadshow.media_placeholders.entries()) {
    await made.insert('figure', { id: `figure-${at + 1}`, mission_id: MISSION_ID, document_id: REPORT_ID, position: at + 1, caption: verbatim.replace(/^<|>$/g, '').trim(), source_line: line })
  }
}

async function loadSurvey(made: Edit): Promise<void> {
  const { part_verbatim: title, intro_verbatim: intro, questions } = roadshow.survey
  await insertPaper(made, { id: SURVEY, kind: 'questionnaire', title, language: 'en', intro, source_line: LINES.surveyPart })
  await insertNodes(made, SURVEY, questions.map((question) => ({ level: 1, number: question.id, title: question.verbatim, source_line: question.line })))
}

/** The section's heading and its three items; the text breaks off there. */
async function loadCharter(made: Edit): Promise<void> {
  const { title_verbatim: title, annex_verbatim: annex, section_verbatim: section, decree_number: number, decree_date: day, items, translation_by_analyst: english } = roadshow.reply_materials
  await insertPaper(made, {
    id: CHARTER_ID, kind: 'charter', title, number: `№${number}`, dated_day: day, language: 'tg', intro: annex, translation: `${english.title}\n${english.annex}`, source_line: LINES.charter,
    direction: 'received', sender_organisation_id: 'o03',
  })
  await insertNodes(made, CHARTER_ID, [
    { level: 1, title: section, translation: english.section, source_line: LINES.charterSection },
    ...items.map((item, at) => ({ level: 2, number: String(item.no), title: `${item.no}.`, body: item.verbatim, translation: english.items[at] ?? '', source_line: item.line })),
  ])
}

async function loadWorkPlan(made: Edit): Promise<void> {
  const { months, year } = roadshow.work_plan
  await made.insert('plan', { id: 'plan', mission_id: MISSION_ID, from_month: MONTHS.findIndex((month) => month === months[0]) + 1, length: months.length, year, source_line: LINES.plan })
  for (const [at, row] of roadshow.work_plan.rows.entries()) {
    await made.insert('task', {
      id: `plan-${at + 1}`, mission_id: MISSION_ID, kind: 'work-plan', position: at + 1, part: row.part, title: row.activity_verbatim, owner: row.owner_verbatim ?? '',
      months: JSON.stringify(row.months), document_id: REPORT_ID, source_line: row.line,
    })
  }
}

const LEVELS: Record<string, string> = { Low: 'low', Mid: 'mid', High: 'high' }

async function loadAssessment(made: Edit): Promise<void> {
  const framework = { framework: smartCitySeven.id, framework_version: smartCitySeven.version }
  for (const [at, row] of roadshow.readiness_assessment.dimensions.entries()) {
    const id = `dimension-${at + 1}`
    await made.insert('dimension', { id, mission_id: MISSION_ID, ...framework, framework_key: smartCitySeven.dimensions[at]?.key ?? '', position: at + 1, name: row.dimension, source_line: row.line })
    await made.insert('rating', {
      id: `rating-${at + 1}`, mission_id: MISSION_ID, dimension_id: id, number: 1, level: LEVELS[row.level_interpreted] ?? 'none', tentative: 1, certain: row.interpretation_certain ? 1 : 0,
      printed_column: row.mark_column, printed_header: row.header_above_mark, reason: `As printed in the deck, line ${row.line}`, as_printed: 1, account_name: 'The deck', source_line: row.line,
      ...framework, dimension_name: row.dimension,
    })
  }
}
