import type { Field } from '#app/domain/calendar/differences.ts'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import type { MailKind, MailPlan } from '#app/domain/calendar/plan.ts'
import type { Answer } from '#app/domain/calendar/answers.ts'
import type { AnswerWord } from '#app/ui/kit/status-mark.tsx'

const REASONS: Record<MailPlan['reason'], string> = {
  first: 'First invitation', again: 'On again after it was cancelled', changed: 'What they hold has changed', 'time-changed': 'The time changed, so the answer is asked again',
  'new-address': 'New address: invited afresh there', 'back-before-it-left': 'Changed back before the mail left: the mail is taken back', 'never-left': 'No longer expected and nothing has left: the mail is taken back',
  same: 'Nothing changed', past: 'It is over', 'not-invited': 'Not invited', 'no-time': 'It has no time any more', 'not-agreed': 'It is not agreed any more', 'called-off': 'It is called off',
  'internal-row': 'It is no meeting any more', over: 'It is over', removed: 'No longer takes part',
}

type Why = { plan: Pick<MailPlan, 'reason' | 'cancelsOld' | 'changes'>; facts: Pick<InvitationFacts, 'status'>; oldAddress?: string; deputyOf?: string }

/** Why somebody is owed a message, as a sentence without its full stop. */
export function reasonWords({ plan, facts, oldAddress = '', deputyOf = '' }: Why): string {
  if (plan.cancelsOld) return `${REASONS[plan.reason]}; ${oldAddress || 'the old one'} is told that it is off`
  if (plan.reason === 'first' && deputyOf !== '') return `First invitation, as deputy of ${deputyOf}`
  if (plan.reason !== 'changed') return REASONS[plan.reason]
  return sentence(plan.changes.map(({ field }) => (field === 'status' ? (facts.status === 'confirmed' ? 'confirmed now' : 'only tentative now, so it may still move') : CHANGED[field])))
}

const CHANGED: Record<Exclude<Field, 'status'>, string> = {
  time: 'another time', title: 'another title', place: 'another place', roles: 'they take part as something else', slots: 'their own slots changed', about: 'a new description', organiser: 'another sender',
}

function sentence(parts: readonly string[]): string {
  const words = [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter(Boolean).join(' and ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const KIND_WORDS: Record<MailKind | 'sign-in' | 'questionnaire' | 'questionnaire-reminder', string> = {
  invite: 'Invitation', update: 'Change', reschedule: 'New time', cancel: 'Cancellation', reinvite: 'On again', withdraw: 'Taken back', nothing: 'Nothing', 'sign-in': 'Sign-in', questionnaire: 'Questionnaire', 'questionnaire-reminder': 'Reminder',
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
