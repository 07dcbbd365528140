/** What the team's pages of one questionnaire ask for. */
import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import { offered } from '#app/domain/questionnaires/questions.ts'
import { refuse } from '#app/http/answers.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findQuestionnaire, findRequest, listQuestions, listWordings } from '#db/questionnaires.server.ts'

type Params = Record<string, string | undefined>

/** The questionnaire of the address; 404 when it is none of this mission. One query. */
export async function loadQuestionnaire(scope: Scope, params: Params) {
  const paper = await findQuestionnaire(scope.database.read, scope.mission.id, params['questionnaire'] ?? '')
  if (!paper) throw refuse('gone')
  return paper
}

/** With its questions, their wording, and the languages in which all of it can be asked. Three queries. */
export async function loadWhole(scope: Scope, params: Params) {
  const paper = await loadQuestionnaire(scope, params)
  const db = scope.database.read
  const [questions, wordings] = await Promise.all([listQuestions(db, scope.mission.id, paper.id), listWordings(db, scope.mission.id, paper.id)])
  return { paper, questions, wordings, languages: offered(paper, questions, LANGUAGES, wordings) }
}

/** The request of the address, when it belongs to the questionnaire of the address. One query. */
export async function loadRequest(scope: Scope, params: Params) {
  const request = await findRequest(scope.database.read, scope.mission.id, params['request'] ?? '')
  if (!request || request.document_id !== params['questionnaire']) throw refuse('gone')
  return request
}
