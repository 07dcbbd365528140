import type { Id } from '#app/domain/ids.ts'
import { answerWords, fingerprint, takenAs, wrongAnswer } from '#app/domain/questionnaires/answers.ts'
import type { Wrong } from '#app/domain/questionnaires/answers.ts'
import { asked, wordedChoices, worded } from '#app/domain/questionnaires/questions.ts'
import { whyNotAnswer } from '#app/domain/questionnaires/requests.ts'
import type { Refusal } from '#app/domain/questionnaires/requests.ts'
import { pageLanguageFor, pageTexts } from '#app/domain/questionnaires/texts/texts.ts'
import { foldKey } from '#app/domain/text.ts'
import { wallOf } from '#app/domain/time.ts'
import type { Instant } from '#app/domain/time.ts'
import type { AttachedFile } from '#app/operations/attachments.server.ts'
import { keepDocumentFile, roomForDocumentFile } from '#app/operations/document-files.server.ts'
import { guestNow, guestScope } from '#app/operations/guests.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { AskReopenInput, SentAnswer } from '#app/operations/questionnaire-answers.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Database, Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { findGuestRequest, listQuestions, listWordings } from '#db/questionnaires.server.ts'
import type { QuestionRow } from '#db/questionnaires.server.ts'
import { dropAside as letGo, insertReply, insertReplyFile, insertReplyNode, keepAside, listAnswers, listAsides, listReplyFiles, lockRequest, rewriteAside, saveAnswer, saveReplyNode, setRequest } from '#db/reply-answers.server.ts'

export type Respondent = NonNullable<Awaited<ReturnType<typeof findGuestRequest>>>
export type CannotSave = Refusal | 'archived' | 'gone'
export type Saved = { done: true; saved: Id[]; aside: Id[]; wrong: { questionId: Id; wrong: Wrong }[]; /** What the next text of each is measured by. */ measures: Measure[]; atMs: Instant }
export type Measure = { questionId: Id; revision: number; shown: string }

/** Saves every answer that was sent, readable or not. A text that came after another one had been saved is kept beside it. */
export async function saveAnswers(database: Database, requestId: Id, sent: readonly SentAnswer[], nowMs: Instant): Promise<Saved | { done: false; because: CannotSave }> {
  return await answering(database, requestId, async (tx, request) => await writeAnswers(tx, request, sent, { by: request.organisation, nowMs, atMs: guestNow(request, nowMs) }))
}

/** What an organisation sent on paper, entered by one of the team: also where the organisation cannot write any more. */
export async function enterAnswers(scope: Scope, requestId: Id, sent: readonly SentAnswer[], returned: boolean): Promise<(Saved & { actId: Id }) | Refused<'withdrawn'>> {
  return await perform(scope, async (tx, begin): Promise<(Saved & { actId: Id }) | Refused<'withdrawn'>> => {
    const request = await lockedRequest(tx, requestId)
    if (!request || request.mission_id !== scope.mission.id) return { done: false, because: 'gone' }
    if (request.state === 'withdrawn') return { done: false, because: 'withdrawn' }
    const made = await begin({ verb: 'enter-answers', noun: 'questionnaire-request', subjectId: request.document_id, subjectTitle: request.organisation, facts: { to: request.title }, undoable: false })
    const saved = await writeAnswers(tx, request, sent, { by: scope.actor.name, nowMs: scope.nowMs, atMs: scope.missionNowMs })
    const now = returned || request.state === 'returned'
    const { reply_id } = (await findGuestRequest(tx, requestId)) ?? request
    await made.update('questionnaire_request', requestId, null, {
      entered_by: scope.actor.name, state: now ? 'returned' : 'answering', reply_id: reply_id ?? (await ensureReply(tx, request, scope.nowMs, scope.missionNowMs)),
      ...(now && request.returned_ms === null ? { returned_ms: scope.missionNowMs, late: scope.missionNowMs > request.deadline_ms ? 1 : 0 } : {}),
    })
    return { ...saved, actId: made.actId }
  })
}

/** That somebody began: only a press of a button counts, links are opened by scanners too. */
export async function beginAnswering(database: Database, requestId: Id, nowMs: Instant): Promise<{ done: true } | { done: false; because: CannotSave }> {
  return await answering(database, requestId, async (tx, request) => {
    if (request.opened_ms === null) await setRequest(tx, requestId, { opened_ms: guestNow(request, nowMs) })
    return { done: true as const }
  })
}

type HandedIn = { done: true; late: boolean }

/** The organisation is done. After its deadline it is taken all the same, and marked. */
export async function handIn(database: Database, requestId: Id, nowMs: Instant): Promise<HandedIn | { done: false; because: CannotSave | 'stale' }> {
  const known = await findGuestRequest(database.read, requestId)
  if (!known) return { done: false, because: 'gone' }
  return await perform(guestScope(database, known, known.organisation, nowMs), async (tx, begin): Promise<HandedIn | { done: false; because: CannotSave | 'stale' }> => {
    const request = await lockedRequest(tx, requestId)
    const because = request ? cannotSave(request) : 'gone'
    if (!request || because) return { done: false, because: because ?? 'gone' }
    const atMs = guestNow(request, nowMs)
    const late = atMs > request.deadline_ms
    const made = await begin({ verb: 'hand-in', noun: 'questionnaire', subjectId: request.document_id, subjectTitle: request.title, facts: late ? { late: 1 } : {}, undoable: false })
    const reply_id = request.reply_id ?? (await ensureReply(tx, request, nowMs, atMs))
    await made.update('questionnaire_request', requestId, null, { state: 'returned', returned_ms: atMs, late: late ? 1 : 0, reply_id, reopen_asked_ms: null, reopen_word: '' })
    return { done: true, late }
  })
}

/** The wish to write again after handing in; the team decides. */
export async function askReopen(database: Database, requestId: Id, input: AskReopenInput, nowMs: Instant): Promise<{ done: boolean }> {
  return await database.write(async (tx) => {
    const request = await lockedRequest(tx, requestId)
    if (request?.state !== 'returned' || request.archived_ms !== null) return { done: false }
    await setRequest(tx, requestId, { reopen_asked_ms: guestNow(request, nowMs), reopen_word: input.word })
    return { done: true }
  })
}

/** Puts a text that was kept aside in the place of the one that stands, which is kept aside in turn. */
export async function takeAside(database: Database, requestId: Id, asideId: Id, nowMs: Instant): Promise<{ done: true; questionId: Id } | { done: false; because: CannotSave }> {
  return await answering(database, requestId, async (tx, request) => {
    const aside = (await listAsides(tx, requestId)).find(({ id }) => id === asideId)
    if (!aside) return { done: false as const, because: 'gone' as const }
    const standing = (await listAnswers(tx, requestId)).find(({ questionId }) => questionId === aside.questionId)
    await letGo(tx, requestId, asideId)
    if (standing && standing.value !== '') await keepAside(tx, { missionId: request.mission_id, requestId, questionId: aside.questionId, value: standing.value, savedMs: standing.savedMs, savedBy: standing.savedBy, nowMs })
    await writeAnswers(tx, request, [{ questionId: aside.questionId, value: aside.value, seen: standing?.revision ?? 0, shown: '' }], { by: request.organisation, nowMs, atMs: guestNow(request, nowMs) })
    return { done: true as const, questionId: aside.questionId }
  })
}

/** Lets go of a text that was kept aside. */
export async function dropAside(database: Database, requestId: Id, asideId: Id): Promise<{ done: true; questionId: Id } | { done: false; because: CannotSave }> {
  return await answering(database, requestId, async (tx) => {
    const aside = (await listAsides(tx, requestId)).find(({ id }) => id === asideId)
    return aside && (await letGo(tx, requestId, asideId)) ? { done: true as const, questionId: aside.questionId } : { done: false as const, because: 'gone' as const }
  })
}

/** Stands for the reply of whoever has not answered yet; what the mission may keep holds for the first file as well. */
const NO_REPLY = 'none'
type Filed = { done: true; id: Id } | { done: false; because: CannotSave | 'full' | 'stale' }

/** Keeps a file of an organisation with its reply, whole or not at all. */
export async function addReplyFile(database: Database, requestId: Id, questionId: Id, file: AttachedFile, nowMs: Instant): Promise<Filed> {
  const known = await findGuestRequest(database.read, requestId)
  if (!known) return { done: false, because: 'gone' }
  const keeper = { ...guestScope(database, known, known.organisation, nowMs), missionNowMs: guestNow(known, nowMs) }
  return await perform(keeper, async (tx, begin): Promise<Filed> => {
    const request = await lockedRequest(tx, requestId)
    const because = request ? cannotSave(request) : 'gone'
    if (!request || because) return { done: false, because: because ?? 'gone' }
    const questions = await listQuestions(tx, request.mission_id, request.document_id)
    if (!asked(questions).some(({ id }) => id === questionId)) return { done: false, because: 'gone' }
    if (await roomForDocumentFile(tx, keeper, request.reply_id ?? NO_REPLY, file.bytes.length)) return { done: false, because: 'full' }
    const documentId = request.reply_id ?? (await ensureReply(tx, request, nowMs, keeper.missionNowMs))
    const made = await begin({ verb: 'attach', noun: 'attachment', subjectId: documentId, subjectTitle: file.name, facts: { to: request.title }, undoable: false })
    const id = await keepDocumentFile(tx, made, keeper, { documentId, caption: '' }, file)
    await insertReplyFile(tx, { attachment_id: id, request_id: requestId, question_id: questionId })
    await setRequest(tx, requestId, { state: 'answering', saved_ms: keeper.missionNowMs, ...(request.opened_ms === null ? { opened_ms: keeper.missionNowMs } : {}) })
    return { done: true, id }
  })
}

/** Takes a file of one's own reply away again; the team can bring it back for a week. */
export async function removeReplyFile(database: Database, requestId: Id, attachmentId: Id, nowMs: Instant): Promise<{ done: true; questionId: Id } | { done: false; because: CannotSave | 'stale' }> {
  const known = await findGuestRequest(database.read, requestId)
  if (!known) return { done: false, because: 'gone' }
  return await perform(guestScope(database, known, known.organisation, nowMs), async (tx, begin): Promise<{ done: true; questionId: Id } | { done: false; because: CannotSave | 'stale' }> => {
    const request = await lockedRequest(tx, requestId)
    const because = request ? cannotSave(request) : 'gone'
    const file = (await listReplyFiles(tx, requestId)).find(({ id }) => id === attachmentId)
    if (!request || because || !file) return { done: false, because: because ?? 'gone' }
    const made = await begin({ verb: 'remove', noun: 'attachment', subjectId: request.reply_id ?? request.document_id, subjectTitle: file.name })
    await made.update('attachment', attachmentId, null, { removed_ms: nowMs })
    return { done: true, questionId: file.question_id }
  })
}

function cannotSave(request: Respondent): CannotSave | undefined {
  return request.archived_ms !== null ? 'archived' : whyNotAnswer(request)
}

/** The request as it stands, and nobody else writes to it until the transaction ends. */
async function lockedRequest(tx: Tx, requestId: Id): Promise<Respondent | undefined> {
  return (await lockRequest(tx, requestId)) ? await findGuestRequest(tx, requestId) : undefined
}

async function answering<T extends { done: boolean }>(database: Database, requestId: Id, work: (tx: Tx, request: Respondent) => Promise<T>): Promise<T | { done: false; because: CannotSave }> {
  return await database.write(async (tx) => {
    const request = await lockedRequest(tx, requestId)
    const because = request ? cannotSave(request) : 'gone'
    return !request || because ? { done: false as const, because: because ?? 'gone' } : await work(tx, request)
  })
}

type Writing = { by: string; nowMs: Instant; atMs: Instant }

async function writeAnswers(tx: Tx, request: Respondent, sent: readonly SentAnswer[], { by, nowMs, atMs }: Writing): Promise<Saved> {
  const [questions, wordings, answers] = [await listQuestions(tx, request.mission_id, request.document_id), await listWordings(tx, request.mission_id, request.document_id), await listAnswers(tx, request.id)]
  const known = new Map(asked(questions).map((question) => [question.id, question]))
  const taken = sent.flatMap((one) => {
    const question = known.get(one.questionId)
    const standing = answers.find(({ questionId }) => questionId === one.questionId)
    return question ? [{ ...one, question, standing, as: takenAs(one, standing) }] : []
  })
  const wrong = taken.flatMap(({ question, value }) => {
    const problem = wrongAnswer(question, value)
    return problem ? [{ questionId: question.id, wrong: problem }] : []
  })
  const [saved, aside] = [taken.filter(({ as }) => as === 'save'), taken.filter(({ as }) => as === 'aside')]
  const asides = new Map<Id, Id>()
  if (saved.length + aside.length > 0) {
    const replyId = request.reply_id ?? (await ensureReply(tx, request, nowMs, atMs))
    const common = { missionId: request.mission_id, requestId: request.id, savedMs: atMs, savedBy: by, nowMs }
    for (const { question, value, standing } of saved) {
      const nodeId = await sayInReply(tx, request, { replyId, question, value, nodeId: standing?.nodeId ?? null, wordings, nowMs })
      await saveAnswer(tx, standing, { ...common, questionId: question.id, nodeId, value })
    }
    for (const { questionId, value, shown } of aside) asides.set(questionId, await setAside(tx, { ...common, questionId, value }, shown))
    await setRequest(tx, request.id, { saved_ms: atMs, ...(request.state === 'returned' ? {} : { state: 'answering' }), ...(request.opened_ms === null ? { opened_ms: atMs } : {}) })
  }
  return { done: true, saved: saved.map(({ questionId }) => questionId), aside: aside.map(({ questionId }) => questionId), wrong, measures: taken.map((one) => measureOf(one, asides.get(one.questionId))), atMs }
}

type Taken = SentAnswer & { standing: Awaited<ReturnType<typeof listAnswers>>[number] | undefined; as: ReturnType<typeof takenAs> }

/** A page that does not show what stands is never told its revision: else its next save would write over a text that nobody there has read. */
function measureOf({ questionId, value, seen, shown, standing, as }: Taken, asideId: Id | undefined): Measure {
  if (as === 'save') return { questionId, revision: (standing?.revision ?? 0) + 1, shown: fingerprint(value) }
  if (value === (standing?.value ?? '')) return { questionId, revision: standing?.revision ?? 0, shown: fingerprint(value) }
  return { questionId, revision: seen, shown: asideId === undefined ? shown : shownAside(asideId) }
}

/** Stands for the name of a text where what the page shows is kept aside. */
function shownAside(asideId: Id): string {
  return `aside-${asideId}`
}

/** A script saves a text many times while it grows: it is kept aside once. */
async function setAside(tx: Tx, text: Parameters<typeof keepAside>[1], shown: string): Promise<Id> {
  const kept = (await listAsides(tx, text.requestId)).find(({ id, questionId, value }) => questionId === text.questionId && (shown === shownAside(id) || value === text.value))
  if (!kept) return await keepAside(tx, text)
  await rewriteAside(tx, text.requestId, kept.id, text)
  return kept.id
}

type Saying = { replyId: Id; question: QuestionRow; value: string; nodeId: Id | null; wordings: Awaited<ReturnType<typeof listWordings>>; nowMs: Instant }

/** Says an answer in the reply: the question as it was put to them, and the words. Nothing is said of what was never answered. */
async function sayInReply(tx: Tx, request: Respondent, { replyId, question, value, nodeId, wordings, nowMs }: Saying): Promise<Id | null> {
  const { page } = pageTexts(pageLanguageFor(request.language))
  const title = worded(question, request.own_language, request.language, wordings).text
  const body = answerWords(question, value, { choices: wordedChoices(question, request.language, wordings), yes: page.yes, no: page.no })
  if (nodeId !== null) {
    await saveReplyNode(tx, nodeId, { number: question.number, title, body: body || page.none })
    return nodeId
  }
  if (body === '') return null
  const id = newId(nowMs)
  await insertReplyNode(tx, { id, mission_id: request.mission_id, document_id: replyId, position: question.position, level: question.level, number: question.number, title, body })
  return id
}

/** The document of a request's answers, made when the first of them comes. */
async function ensureReply(tx: Tx, request: Respondent, nowMs: Instant, atMs: Instant): Promise<Id> {
  const id = newId(nowMs)
  const wordings = await listWordings(tx, request.mission_id, request.document_id)
  const title = `${worded({ id: request.document_id, title: request.title }, request.own_language, request.language, wordings).text.replace(/\.$/, '')}: ${request.organisation}`
  await insertReply(tx, {
    id, mission_id: request.mission_id, title, title_key: foldKey(title), language: request.language, author: request.organisation, dated_day: wallOf(atMs, request.deadline_zone).day, sample: request.sample,
    sender_organisation_id: request.organisation_id, direction: 'received',
  })
  await setRequest(tx, request.id, { reply_id: id })
  return id
}

