import type { Field } from '#app/domain/calendar/differences.ts'
import type { MailKind, MailPlan } from '#app/domain/calendar/plan.ts'
import type { Answer } from '#app/domain/calendar/answers.ts'
import type { AnswerWord } from '#app/ui/kit/status-mark.tsx'

const REASONS: Record<MailPlan['reason'], string> = {
  first: 'First invitation', again: 'On again after it was cancelled', changed: 'What they hold has changed', 'time-changed': 'The time changed, so the answer is asked again',
  'new-address': 'New address: invited afresh there', 'back-before-it-left': 'Changed back before the mail left: the mail is taken back', 'never-left': 'No longer expected and nothing has left: the mail is taken back',
  same: 'Nothing changed', past: 'It is over', 'not-invited': 'Not invited', 'no-time': 'It has no time any more', 'not-agreed': 'It is not agreed any more', 'called-off': 'It is called off',
  'internal-row': 'It is no meeting any more', over: 'It is over', removed: 'No longer takes part',
}

/** Why somebody is owed a message, as a sentence without its full stop. */
export function reasonWords({ reason, cancelsOld }: Pick<MailPlan, 'reason' | 'cancelsOld'>): string {
  return cancelsOld ? `${REASONS[reason]}; the old one is told that it is off` : REASONS[reason]
}

export const KIND_WORDS: Record<MailKind | 'sign-in', string> = {
  invite: 'Invitation', update: 'Change', reschedule: 'New time', cancel: 'Cancellation', reinvite: 'On again', withdraw: 'Taken back', nothing: 'Nothing', 'sign-in': 'Sign-in',
}

export const FIELD_WORDS: Record<Field, string> = {
  time: 'Time', title: 'Title', place: 'Place', status: 'Status', roles: 'Part', slots: 'Own slots', about: 'Description', organiser: 'Sender',
}

/** The word of an answer's mark. */
export function answerWord(answer: Answer): AnswerWord {
  return answer === 'none' ? 'no answer' : answer
}

/** 'Send 6 changed', 'Send 3 new', 'Send 9 new and changed'. */
export function sendWords({ fresh, changed }: { fresh: number; changed: number }, n: string | number = fresh + changed): string {
  const what = fresh === 0 ? 'changed' : changed === 0 ? 'new' : 'new and changed'
  return `Send ${n} ${what}`
}
