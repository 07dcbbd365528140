/** Questionnaires of a mission: their questions, their wording in other languages, and whom they were sent to. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { kindOf } from '#app/domain/questionnaires/questions.ts'
import type { Question, Wording } from '#app/domain/questionnaires/questions.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'

/** Requests of one questionnaire that are shown at most. */
const MOST_REQUESTS = 300
const MOST_NODES = 500
const MOST_WORDINGS = 5_000

/** Questionnaires by title, with how many questions they ask and how their requests stand at `nowMs`. One query. */
export async function listQuestionnaires(db: Db, missionId: Id, nowMs: Instant, page = 1) {
  return await db.selectFrom('document').where('document.mission_id', '=', missionId).where('document.kind', '=', 'questionnaire').where('document.removed_ms', 'is', null)
    .select(['document.id', 'document.title', 'document.language', 'document.sample', 'document.source_line'])
    .select((one) => [
      one.selectFrom('outline_node').leftJoin('question_form', 'question_form.id', 'outline_node.id').select((n) => n.fn.countAll<number>().as('n'))
        .whereRef('outline_node.document_id', '=', 'document.id').where((node) => node.or([node('question_form.kind', 'is', null), node('question_form.kind', '<>', 'part')])).as('questions'),
      one.selectFrom('question_wording').select(sql<number>`count(distinct question_wording.language)`.as('n')).whereRef('question_wording.document_id', '=', 'document.id').as('languages'),
      one.selectFrom('questionnaire_request').select((n) => n.fn.countAll<number>().as('n')).whereRef('questionnaire_request.document_id', '=', 'document.id').where('state', 'in', ['sent', 'answering', 'returned']).as('sent'),
      one.selectFrom('questionnaire_request').select((n) => n.fn.countAll<number>().as('n')).whereRef('questionnaire_request.document_id', '=', 'document.id').where('state', '=', 'returned').as('returned'),
      one.selectFrom('questionnaire_request').select((n) => n.fn.countAll<number>().as('n')).whereRef('questionnaire_request.document_id', '=', 'document.id').where('state', 'in', ['sent', 'answering']).where('deadline_ms', '<', nowMs).as('late'),
    ])
    .orderBy('document.title_key').orderBy('document.id').limit(LIST_PAGE + 1).offset((page - 1) * LIST_PAGE).execute()
}

/** One questionnaire; undefined for a document of another kind or mission. One query. */
export async function findQuestionnaire(db: Db, missionId: Id, documentId: Id) {
  return await db.selectFrom('document').select(['id', 'title', 'intro', 'language', 'sample', 'source_line', 'revision'])
    .where('mission_id', '=', missionId).where('id', '=', documentId).where('kind', '=', 'questionnaire').where('removed_ms', 'is', null).executeTakeFirst()
}

export type QuestionRow = Question & { position: number; revision: number; form_revision: number | null; source_line: number | null; answers: number }

/** The parts and questions in order, each with how many answers and files it has got. One query. */
export async function listQuestions(db: Db, missionId: Id, documentId: Id): Promise<QuestionRow[]> {
  const rows = await db.selectFrom('outline_node').leftJoin('question_form', 'question_form.id', 'outline_node.id')
    .where('outline_node.mission_id', '=', missionId).where('outline_node.document_id', '=', documentId)
    .select(['outline_node.id', 'outline_node.position', 'outline_node.level', 'outline_node.number', 'outline_node.title', 'outline_node.source_line', 'outline_node.revision', 'question_form.kind', 'question_form.unit', 'question_form.choices', 'question_form.revision as form_revision'])
    .select((one) => one.selectFrom('reply_answer').select((n) => n.fn.countAll<number>().as('n')).whereRef('reply_answer.question_id', '=', 'outline_node.id').where('reply_answer.value', '<>', '').as('answers'))
    .select((one) => one.selectFrom('reply_file').select((n) => n.fn.countAll<number>().as('n')).whereRef('reply_file.question_id', '=', 'outline_node.id').as('files'))
    .orderBy('outline_node.position').orderBy('outline_node.id').limit(MOST_NODES).execute()
  return rows.map(({ files, ...row }) => ({ ...row, kind: kindOf(row.kind), unit: row.unit ?? '', choices: row.choices ?? '', answers: Number(row.answers) + Number(files) }))
}

export type WordingRow = Wording & { id: Id; nodeId: Id | null; revision: number }

/** Every text of a questionnaire in other languages than its own. One query. */
export async function listWordings(db: Db, missionId: Id, documentId: Id): Promise<WordingRow[]> {
  const rows = await db.selectFrom('question_wording').select(['id', 'node_id', 'subject_id', 'language', 'title', 'body', 'of_title', 'revision'])
    .where('mission_id', '=', missionId).where('document_id', '=', documentId).orderBy('language').orderBy('id').limit(MOST_WORDINGS).execute()
  return rows.map((row) => ({ id: row.id, nodeId: row.node_id, subjectId: row.subject_id, language: row.language, title: row.title, body: row.body, ofTitle: row.of_title, revision: row.revision }))
}

function requests(db: Db, missionId: Id) {
  return db.selectFrom('questionnaire_request').innerJoin('organisation', 'organisation.id', 'questionnaire_request.organisation_id').innerJoin('document', 'document.id', 'questionnaire_request.document_id')
    .where('questionnaire_request.mission_id', '=', missionId).selectAll('questionnaire_request').select(['organisation.name as organisation', 'document.title as questionnaire', 'document.language as own_language'])
    .select((one) => [
      one.selectFrom('reply_answer').select((n) => n.fn.countAll<number>().as('n')).whereRef('reply_answer.request_id', '=', 'questionnaire_request.id').where('reply_answer.value', '<>', '').as('answers'),
      one.selectFrom('reply_aside').select((n) => n.fn.countAll<number>().as('n')).whereRef('reply_aside.request_id', '=', 'questionnaire_request.id').as('asides'),
      one.selectFrom('reply_file').innerJoin('attachment', 'attachment.id', 'reply_file.attachment_id').select((n) => n.fn.countAll<number>().as('n')).whereRef('reply_file.request_id', '=', 'questionnaire_request.id').where('attachment.removed_ms', 'is', null).as('files'),
    ])
}

export type RequestRow = Awaited<ReturnType<typeof listRequests>>[number]

/** The requests of a questionnaire by deadline and organisation. One query. */
export async function listRequests(db: Db, missionId: Id, documentId: Id) {
  return await requests(db, missionId).where('questionnaire_request.document_id', '=', documentId)
    .orderBy('questionnaire_request.deadline_ms').orderBy('organisation.sort_key').orderBy('questionnaire_request.id').limit(MOST_REQUESTS).execute()
}

/** One request. One query. */
export async function findRequest(db: Db, missionId: Id, requestId: Id) {
  return await requests(db, missionId).where('questionnaire_request.id', '=', requestId).executeTakeFirst()
}

/** The request that a link names, with what its page says of the mission. One query. */
export async function findGuestRequest(db: Db, requestId: Id) {
  return await db.selectFrom('questionnaire_request').innerJoin('organisation', 'organisation.id', 'questionnaire_request.organisation_id').innerJoin('document', 'document.id', 'questionnaire_request.document_id')
    .innerJoin('mission', 'mission.id', 'questionnaire_request.mission_id').selectAll('questionnaire_request')
    .select(['organisation.name as organisation', 'document.title', 'document.intro', 'document.language as own_language', 'mission.title as mission_title', 'mission.archived_ms', 'mission.clock_show_ms', 'mission.clock_from_ms'])
    .where('questionnaire_request.id', '=', requestId).executeTakeFirst()
}

/** The organisations that can be asked, by name: all of the directory. One query. */
export async function listAskable(db: Db): Promise<{ id: Id; name: string }[]> {
  return await db.selectFrom('organisation').select(['id', 'name']).where('merged_into_id', 'is', null).orderBy('sort_key').orderBy('id').limit(1_000).execute()
}

/** Requests of a mission that are waited for longer than was asked. One query. */
export async function countLateRequests(db: Db, missionId: Id, nowMs: Instant): Promise<number> {
  const row = await db.selectFrom('questionnaire_request').select((one) => one.fn.countAll<number>().as('n')).where('mission_id', '=', missionId).where('state', 'in', ['sent', 'answering']).where('deadline_ms', '<', nowMs).executeTakeFirstOrThrow()
  return Number(row.n)
}
