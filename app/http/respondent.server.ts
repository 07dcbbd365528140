/** Whoever holds the link of a questionnaire. */
import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import { offered } from '#app/domain/questionnaires/questions.ts'
import type { Question, Wording } from '#app/domain/questionnaires/questions.ts'
import { whyNotAnswer } from '#app/domain/questionnaires/requests.ts'
import { pageLanguageFor, pageTexts, speaks } from '#app/domain/questionnaires/texts/texts.ts'
import { refuse } from '#app/http/answers.server.ts'
import type { App } from '#app/http/context.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import { findGuestRequest, listQuestions, listWordings } from '#db/questionnaires.server.ts'
import { listAnswers, listAsides, listReplyFiles } from '#db/reply-answers.server.ts'
import { fitsQuestionnaire, idInToken } from '#db/tokens.server.ts'

export type Request = NonNullable<Awaited<ReturnType<typeof findGuestRequest>>>

/** The request whose link was opened, and the language asked for. A link that is not one of ours takes as long to refuse as one that nearly is. */
export async function enterAsRespondent({ app, params, url, request }: Entered): Promise<{ held: Request; language: string; token: string }> {
  const token = params['token'] ?? ''
  const held = await heldBy(app, token)
  const asked = LANGUAGES.find((code) => code === url.searchParams.get('lang'))
  if (!held) throw refuseRespondent('noLink', asked ?? browserLanguage(request.headers.get('accept-language')))
  return { held, token, language: asked ?? held.language }
}

async function heldBy(app: Pick<App, 'database' | 'config'>, token: string): Promise<Request | undefined> {
  const id = idInToken(token)
  const row = id === undefined ? undefined : await findGuestRequest(app.database.read, id)
  const fits = fitsQuestionnaire(token, app.config.secret, id ?? 'none', row?.generation ?? 1)
  return fits ? row : undefined
}

const TAKES_FILES = /^\/questionnaire\/([^/]+)\/files\/[^/]+\/?$/

/** Whether a path is the one to which the holder of a link may send a file now. Asked before the file is read. */
export async function mayRespondWithFile(app: Pick<App, 'database' | 'config'>, path: string): Promise<boolean> {
  const token = TAKES_FILES.exec(path)?.[1]
  const held = token === undefined ? undefined : await heldBy(app, token)
  return held !== undefined && held.archived_ms === null && whyNotAnswer(held) === undefined
}

/** True for addresses of answer pages that take files. */
export function isRespondentPath(path: string): boolean {
  return TAKES_FILES.test(path)
}

/** 404 in the words of a language. */
export function refuseRespondent(because: 'noLink' | 'noFile', language: string): Response {
  const code = pageLanguageFor(language)
  const { title, words } = pageTexts(code).refused[because]
  return refuse('gone', { title, next: words, language: code })
}

function browserLanguage(accepts: string | null): string {
  return (accepts ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase()).find(speaks) ?? 'en'
}

/** Why nothing can be written any more: handed in, taken back, or the mission is over. */
export function closedFor(held: Request): 'withdrawn' | 'returned' | 'archived' | undefined {
  if (held.archived_ms !== null) return 'archived'
  const why = whyNotAnswer(held)
  return why === 'not-sent' ? undefined : why
}

/** Everything that the answer pages show. Five queries. */
export async function loadAnswerPage(app: Pick<App, 'database'>, held: Request) {
  const db = app.database.read
  const [questions, wordings, answers, asides, files] = await Promise.all([
    listQuestions(db, held.mission_id, held.document_id), listWordings(db, held.mission_id, held.document_id), listAnswers(db, held.id), listAsides(db, held.id), listReplyFiles(db, held.id),
  ])
  return { questions, wordings, answers, asides, files }
}

/** The languages between which a guest chooses: those that the page speaks, and those in which all is asked. */
export function tonguesFor(held: Request, questions: readonly Question[], wordings: readonly Wording[]): string[] {
  const whole = offered({ id: held.document_id, title: held.title, language: held.own_language }, questions, LANGUAGES, wordings)
  return LANGUAGES.filter((code) => speaks(code) || whole.includes(code) || code === held.language)
}

/** What of a request its own pages are told. */
export function faceOf(held: Request) {
  return {
    organisation: held.organisation, mission: held.mission_title, title: held.title, intro: held.intro, own: held.own_language, documentId: held.document_id, state: held.state, deadlineMs: held.deadline_ms, zone: held.deadline_zone,
    city: held.deadline_city, savedMs: held.saved_ms, openedMs: held.opened_ms, returnedMs: held.returned_ms, late: held.late === 1, reopenedMs: held.reopened_ms, reopenAskedMs: held.reopen_asked_ms, enteredBy: held.entered_by, sample: held.sample === 1,
  }
}
