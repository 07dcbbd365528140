/** From frozen facts to the bytes of a message. */
import { createElement } from 'react'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import MailComposer from 'nodemailer/lib/mail-composer'
import { partstatOf } from '#app/domain/calendar/answers.ts'
import { textsOf } from '#app/domain/calendar/texts/texts.ts'
import { calendarWords, placeWords } from '#app/domain/calendar/wording.ts'
import { isInvitation, isQuestionnaire } from '#app/domain/notices.ts'
import type { InvitationNotice, Notice, QuestionnaireNotice } from '#app/domain/notices.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import { invitationToken, questionnaireToken } from '#db/tokens.server.ts'
import { renderCalendar } from '#emails/ics.server.ts'
import type { CalendarMethod } from '#emails/ics.server.ts'
import { CancelMail } from '#emails/templates/cancel.tsx'
import { InviteMail } from '#emails/templates/invite.tsx'
import { QuestionnaireMail, questionnaireSubject } from '#emails/templates/questionnaire.tsx'
import { SignInMail, signInSubject } from '#emails/templates/sign-in.tsx'
import { subjectOf } from '#emails/templates/subject.ts'
import { UpdateMail } from '#emails/templates/update.tsx'
import { textOf } from '#emails/text.server.ts'

export type Sender = { mailFrom: Mailbox; baseUrl: string; secret: string }
/** What a person gets to read; `calendar` is null for a message that is no invitation. */
export type Written = { subject: string; html: string; text: string; calendar: { method: CalendarMethod; content: string } | null }

/** The words and the calendar part of a message. Throws when the calendar part would not say what the facts say. */
export function writeMail(notice: Notice, sender: Sender): Written {
  const { subject, page } = pageOf(notice, sender)
  const html = `<!doctype html>${renderToStaticMarkup(page)}`
  return { subject, html, text: textOf(html), calendar: isInvitation(notice) ? calendarOf(notice) : null }
}

function pageOf(notice: Notice, sender: Sender): { subject: string; page: ReactElement } {
  if (isInvitation(notice)) return invitationPage(notice, sender)
  return isQuestionnaire(notice) ? questionnairePage(notice, sender) : { subject: signInSubject(notice), page: createElement(SignInMail, { notice }) }
}

function questionnairePage(notice: QuestionnaireNotice, { baseUrl, secret }: Sender): { subject: string; page: ReactElement } {
  const link = `${baseUrl}/questionnaire/${questionnaireToken(secret, notice.requestId, notice.generation)}`
  return { subject: questionnaireSubject(notice), page: createElement(QuestionnaireMail, { notice, link }) }
}

function invitationPage(notice: InvitationNotice, { baseUrl, secret }: Sender): { subject: string; page: ReactElement } {
  const link = `${baseUrl}/invitation/${invitationToken(secret, notice.invitationId, notice.generation)}`
  const subject = subjectOf(notice)
  if (notice.kind === 'cancel') return { subject, page: createElement(CancelMail, { notice }) }
  if (notice.kind === 'invite' || notice.kind === 'reinvite') return { subject, page: createElement(InviteMail, { notice, link }) }
  return { subject, page: createElement(UpdateMail, { notice, link }) }
}

/** REQUEST or CANCEL, to this one person; an answer that stands is repeated, one that is asked again is not. */
function calendarOf(notice: InvitationNotice): NonNullable<Written['calendar']> {
  const { facts, answer, to } = notice
  const texts = textsOf(notice.language)
  const method = notice.kind === 'cancel' ? 'CANCEL' : 'REQUEST'
  const agreed = facts.status === 'tentative' ? 'TENTATIVE' : 'CONFIRMED'
  const content = renderCalendar({
    method, uid: notice.uid, sequence: notice.sequence, stampMs: notice.stampMs, startMs: facts.startMs, endMs: facts.endMs, title: facts.title,
    description: calendarWords(facts, texts), ...(notice.note ? { comment: notice.note } : {}), place: placeWords(facts, texts), status: method === 'CANCEL' ? 'CANCELLED' : agreed, organiser: facts.organiser,
    attendee: { ...to, partstat: partstatOf(answer), asked: notice.asksAgain || answer === 'none' },
  })
  return { method, content }
}

/** The file behind "Add to calendar": the same UID as the invitation, no attendee, nothing to answer. */
export function calendarFile(held: Pick<InvitationNotice, 'uid' | 'sequence' | 'stampMs' | 'facts' | 'language'>): string {
  const { facts } = held
  const texts = textsOf(held.language)
  return renderCalendar({
    method: 'PUBLISH', uid: held.uid, sequence: held.sequence, stampMs: held.stampMs, startMs: facts.startMs, endMs: facts.endMs, title: facts.title,
    description: calendarWords(facts, texts), place: placeWords(facts, texts), status: facts.status === 'tentative' ? 'TENTATIVE' : 'CONFIRMED', organiser: facts.organiser, attendee: null,
  })
}

/**
 * The whole message: mixed → alternative(plain, html, text/calendar) + application/ics, in base64. Boundaries are random,
 * so it is composed once and its bytes are kept.
 */
export async function compose(notice: Notice, messageId: string, sender: Sender): Promise<Buffer> {
  const { subject, html, text, calendar } = writeMail(notice, sender)
  const from = isInvitation(notice) ? notice.facts.organiser : isQuestionnaire(notice) ? notice.from : sender.mailFrom
  const replyTo = notice.kind === 'sign-in' ? null : notice.replyTo
  const node = new MailComposer({
    from: { ...from }, to: { ...notice.to }, ...(replyTo ? { replyTo: { ...replyTo } } : {}), subject, text, html, messageId, date: new Date(notice.stampMs), textEncoding: 'base64',
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    ...(calendar ? { icalEvent: { method: calendar.method, content: calendar.content, filename: 'invite.ics', contentTransferEncoding: 'base64' } } : {}),
    disableFileAccess: true, disableUrlAccess: true, newline: 'windows',
  }).compile()
  return await node.build()
}
