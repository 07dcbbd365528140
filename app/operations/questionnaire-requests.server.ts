import type { Id } from '#app/domain/ids.ts'
import type { QuestionnaireNotice } from '#app/domain/notices.ts'
import { isMailable } from '#app/domain/people/mailbox.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import { worded } from '#app/domain/questionnaires/questions.ts'
import { canMail, isLate, isOpen } from '#app/domain/questionnaires/requests.ts'
import { instantOf } from '#app/domain/time.ts'
import type { ChosenRequestsInput, EditRequestInput, PrepareRequestInput, RequestRevisionInput } from '#app/operations/questionnaire-requests.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { dropQuestionnaireMails, queueQuestionnaireMail } from '#db/outbox.server.ts'
import { findQuestionnaire, findRequest, listAskable, listRequests, listWordings } from '#db/questionnaires.server.ts'
import type { RequestRow, WordingRow } from '#db/questionnaires.server.ts'
import { findStop } from '#db/stops.server.ts'

/** How long a mail waits, so that it can be taken back. */
const HOLD_MS = 60_000

/** Puts an organisation on the list; nothing is sent yet. */
export async function prepareRequest(scope: Scope, questionnaireId: Id, input: PrepareRequestInput): Promise<(Done & { requestId: Id }) | Refused<'no-organisation' | 'no-stop'>> {
  return await perform(scope, async (tx, begin) => {
    const paper = await findQuestionnaire(tx, scope.mission.id, questionnaireId)
    if (!paper) return { done: false as const, because: 'gone' as const }
    const organisation = (await listAskable(tx)).find(({ id }) => id === input.organisation)
    if (!organisation) return { done: false as const, because: 'no-organisation' as const }
    const terms = await termsOf(tx, scope, input)
    if (!terms) return { done: false as const, because: 'no-stop' as const }
    const requestId = newId(scope.nowMs)
    const made = await begin({ verb: 'prepare', noun: 'questionnaire-request', subjectId: questionnaireId, subjectTitle: organisation.name, facts: { to: paper.title } })
    await made.insert('questionnaire_request', { id: requestId, mission_id: scope.mission.id, document_id: questionnaireId, organisation_id: organisation.id, ...terms, created_ms: scope.missionNowMs, created_by: scope.actor.name })
    return { done: true as const, actId: made.actId, requestId }
  })
}

/** Contact, language and deadline. */
export async function editRequest(scope: Scope, requestId: Id, input: EditRequestInput): Promise<Done | Refused<'no-stop'>> {
  return await onRequest(scope, requestId, async ({ tx, begin, request }) => {
    const terms = await termsOf(tx, scope, input)
    if (!terms) return { done: false as const, because: 'no-stop' as const }
    return await change(begin, request, 'edit', input.revision, { ...terms, sample: 0 })
  })
}

/** Takes a request back: its link shows that, its mails that wait do not leave, what was saved stays. */
export async function withdrawRequest(scope: Scope, requestId: Id, input: RequestRevisionInput): Promise<Done | Refused<'settled'>> {
  return await onRequest(scope, requestId, async ({ tx, begin, request }) => {
    if (request.state === 'withdrawn') return { done: false as const, because: 'settled' as const }
    await dropQuestionnaireMails(tx, requestId, `Withdrawn by ${scope.actor.name}`)
    return await change(begin, request, 'withdraw', input.revision, { state: 'withdrawn' })
  })
}

/** Lets an organisation write again: after it has handed in, or after the request was withdrawn. */
export async function reopenRequest(scope: Scope, requestId: Id, input: RequestRevisionInput): Promise<Done | Refused<'settled'>> {
  return await onRequest(scope, requestId, async ({ begin, request }) => {
    if (request.state !== 'returned' && request.state !== 'withdrawn') return { done: false as const, because: 'settled' as const }
    const back = request.reply_id === null ? (request.sent_ms === null ? 'prepared' : 'sent') : 'answering'
    return await change(begin, request, 'reopen', input.revision, { state: back, reopened_ms: scope.missionNowMs, reopen_asked_ms: null, reopen_word: '', returned_ms: null, late: 0 })
  })
}

/** Gives the answer page a new address; the earlier one is dead from now on. */
export async function rotateRequest(scope: Scope, requestId: Id, input: RequestRevisionInput): Promise<Done | Refused> {
  return await onRequest(scope, requestId, async ({ begin, request }) => await change(begin, request, 'rotate', input.revision, { generation: request.generation + 1 }, false))
}

/** Notes that an organisation got its link by other means than our mail. */
export async function handOverRequest(scope: Scope, requestId: Id, input: RequestRevisionInput): Promise<Done | Refused<'settled'>> {
  return await onRequest(scope, requestId, async ({ begin, request }) => {
    if (request.state !== 'prepared') return { done: false as const, because: 'settled' as const }
    return await change(begin, request, 'hand-over', input.revision, { state: 'sent', sent_ms: scope.missionNowMs })
  })
}

export type Sent = Done & { mails: number }

/** Sends the prepared ones of the requests that were shown, each a mail of its own. They wait a minute and can be stopped on the mail page. */
export async function sendRequests(scope: Scope, questionnaireId: Id, input: ChosenRequestsInput, from: Mailbox): Promise<Sent | Refused<'none'>> {
  return await mailRequests(scope, questionnaireId, { kind: 'questionnaire', from }, (request) => input.request.includes(request.id) && request.state === 'prepared', async (made, request) => {
    await made.update('questionnaire_request', request.id, request.revision, { state: 'sent', sent_ms: scope.missionNowMs })
  })
}

/** Reminds those of the requests that were shown and are still waited for. */
export async function remindRequests(scope: Scope, questionnaireId: Id, input: ChosenRequestsInput, from: Mailbox): Promise<Sent | Refused<'none'>> {
  return await mailRequests(scope, questionnaireId, { kind: 'questionnaire-reminder', from }, (request) => input.request.includes(request.id) && isOpen(request.state), async (made, request) => {
    await made.update('questionnaire_request', request.id, request.revision, { reminders: request.reminders + 1, reminded_ms: scope.missionNowMs })
  })
}

type Mailing = { kind: QuestionnaireNotice['kind']; from: Mailbox }

async function mailRequests(scope: Scope, questionnaireId: Id, { kind, from }: Mailing, which: (request: RequestRow) => boolean, note: (made: Edit, request: RequestRow) => Promise<void>): Promise<Sent | Refused<'none'>> {
  return await perform(scope, async (tx, begin): Promise<Sent | Refused<'none'>> => {
    const paper = await findQuestionnaire(tx, scope.mission.id, questionnaireId)
    if (!paper) return { done: false, because: 'gone' }
    const chosen = (await listRequests(tx, scope.mission.id, questionnaireId)).filter((request) => which(request) && canMail(request) && isMailable(request.contact_email))
    if (chosen.length === 0) return { done: false, because: 'none' }
    const wordings = await listWordings(tx, scope.mission.id, questionnaireId)
    const made = await begin({ verb: kind === 'questionnaire' ? 'send' : 'remind', noun: 'questionnaire', subjectId: questionnaireId, subjectTitle: paper.title, facts: { mails: chosen.length }, undoable: false })
    for (const request of chosen) {
      await note(made, request)
      const number = kind === 'questionnaire' ? 0 : request.reminders + 1
      await queueQuestionnaireMail(tx, scope.mission.id, noticeOf(scope, request, wordings, { kind, from }), number, scope.nowMs + HOLD_MS)
    }
    return { done: true, actId: made.actId, mails: chosen.length }
  })
}

function noticeOf(scope: Scope, request: RequestRow, wordings: readonly WordingRow[], { kind, from }: Mailing): QuestionnaireNotice {
  const title = worded({ id: request.document_id, title: request.questionnaire }, request.own_language, request.language, wordings)
  return {
    kind, from, stampMs: scope.nowMs, requestId: request.id, generation: request.generation, to: { name: request.contact_name, address: request.contact_email },
    replyTo: isMailable(scope.actor.email) ? { name: scope.actor.name, address: scope.actor.email } : null, language: request.language, missionTitle: scope.mission.title, organisation: request.organisation,
    title: title.text, titleLanguage: title.language, deadlineMs: request.deadline_ms, zone: request.deadline_zone, city: request.deadline_city, late: isLate(request, scope.missionNowMs),
  }
}

async function termsOf(tx: Tx, scope: Scope, input: Pick<PrepareRequestInput, 'contact' | 'email' | 'language' | 'day' | 'time' | 'stop'>) {
  const stop = await findStop(tx, scope.mission.id, input.stop)
  if (!stop) return undefined
  return { contact_name: input.contact, contact_email: input.email, language: input.language, deadline_ms: instantOf(input.day, input.time, stop.zone).at, deadline_zone: stop.zone, deadline_city: stop.city }
}

async function change(begin: Begin, request: RequestRow, verb: string, revision: number, patch: Record<string, string | number | null>, undoable = true): Promise<Done> {
  const made = await begin({ verb, noun: 'questionnaire-request', subjectId: request.document_id, subjectTitle: request.organisation, facts: { to: request.questionnaire }, undoable })
  await made.update('questionnaire_request', request.id, revision, patch)
  return { done: true, actId: made.actId }
}

type At = { tx: Tx; begin: Begin; request: RequestRow }

async function onRequest<T extends { done: boolean }>(scope: Scope, requestId: Id, work: (at: At) => Promise<T>): Promise<T | Refused> {
  return await perform(scope, async (tx, begin): Promise<T | Refused> => {
    const request = await findRequest(tx, scope.mission.id, requestId)
    return request ? await work({ tx, begin, request }) : { done: false, because: 'gone' }
  })
}
