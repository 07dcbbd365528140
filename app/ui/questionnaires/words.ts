/** The words of the team's pages for what questionnaires know. */
import type { QuestionKind, Rank } from '#app/domain/questionnaires/questions.ts'
import { daysLeft, isLate } from '#app/domain/questionnaires/requests.ts'
import type { RequestState } from '#app/domain/questionnaires/requests.ts'
import { count } from '#app/domain/text.ts'
import type { Instant } from '#app/domain/time.ts'
import type { IconName } from '#app/ui/kit/icon.tsx'

export const KIND_WORDS: Record<QuestionKind, string> = { part: 'part', text: 'words', 'yes-no': 'yes or no', choice: 'one of several', number: 'a number', file: 'files' }
export const ANSWERED_WITH: Record<QuestionKind, string> = { part: 'part', text: 'answered in words', 'yes-no': 'answered with yes or no', choice: 'one of several to choose', number: 'answered with a number', file: 'answered with files' }
export const RANK_WORDS: Record<Rank, string> = { part: 'part', question: 'question', 'sub-question': 'sub-question' }

type Dated = { state: string; deadline_ms: Instant; deadline_zone: string }

const MARKS: Record<RequestState, { icon: IconName; state: string; word: string }> = {
  prepared: { icon: 'idea', state: 'idea', word: 'not sent yet' }, sent: { icon: 'requested', state: 'requested', word: 'sent' }, answering: { icon: 'held', state: 'held', word: 'answering' },
  returned: { icon: 'cleared', state: 'cleared', word: 'returned' }, withdrawn: { icon: 'cancelled', state: 'cancelled', word: 'withdrawn' },
}

/** Icon, colour and word of a request's state. */
export function stateMark({ state }: Pick<Dated, 'state'>): { icon: IconName; state: string; word: string } {
  return MARKS[state as RequestState] ?? MARKS.prepared
}

/** '3 days left', 'today', '2 days late'; '' where nothing is waited for. */
export function dueWords(request: Dated, now: Instant): string {
  if (request.state !== 'sent' && request.state !== 'answering') return ''
  const days = daysLeft(request, now)
  if (isLate(request, now)) return days === 0 ? 'late since today' : `${count(-days, 'day', 'days')} late`
  return days === 0 ? 'due today' : `${count(days, 'day', 'days')} left`
}
