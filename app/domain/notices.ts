/** What a message says, frozen when it is queued: composing it later needs nothing else but the installation's own address. */
import type { Answer } from '#app/domain/calendar/answers.ts'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import type { Language } from '#app/domain/calendar/texts/texts.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import type { Instant } from '#app/domain/time.ts'

export type InvitationNotice = {
  kind: 'invite' | 'reinvite' | 'reschedule' | 'update' | 'cancel'
  uid: string
  sequence: number
  /** DTSTAMP and Date, by the real clock. */
  stampMs: Instant
  invitationId: Id
  /** Of the link; a raised generation makes earlier links dead. */
  generation: number
  to: Mailbox
  /** That it is written in; missing in what was queued before there were several. */
  language?: Language
  replyTo: Mailbox | null
  missionTitle: string
  /** A word to everybody of the sending, besides the facts; missing where nobody wrote one. */
  note?: string
  /** It repeats a version that was sent before. */
  again?: true
  facts: InvitationFacts
  /** What had reached the person before; null when nothing had. */
  before: InvitationFacts | null
  /** The SEQUENCE that an answer was asked for at before this message. */
  askedBefore: number
  /** As it stands with this message. */
  answer: Answer
  asksAgain: boolean
}

export type SignInNotice = {
  kind: 'sign-in'
  stampMs: Instant
  to: Mailbox
  link: string
  code: string
}

/** A questionnaire for an organisation, or that its answer is still waited for. */
export type QuestionnaireNotice = {
  kind: 'questionnaire' | 'questionnaire-reminder'
  stampMs: Instant
  requestId: Id
  /** Of the link; a raised generation makes earlier links dead. */
  generation: number
  to: Mailbox
  from: Mailbox
  replyTo: Mailbox | null
  /** That of the request; where the mail has no words in it, it is written in Russian and English. */
  language: string
  missionTitle: string
  organisation: string
  title: string
  titleLanguage: string
  deadlineMs: Instant
  zone: string
  city: string
  /** By the mission's clock at that time. */
  late: boolean
}

export type Notice = InvitationNotice | SignInNotice | QuestionnaireNotice

export function isInvitation(notice: Notice): notice is InvitationNotice {
  return notice.kind !== 'sign-in' && !isQuestionnaire(notice)
}

export function isQuestionnaire(notice: Notice): notice is QuestionnaireNotice {
  return notice.kind === 'questionnaire' || notice.kind === 'questionnaire-reminder'
}

/** What has become of a mail on its way; 'bounced' came back after a relay had taken it. */
export type MailState = 'queued' | 'sending' | 'retry' | 'accepted' | 'failed' | 'quarantined' | 'cancelled' | 'bounced'
