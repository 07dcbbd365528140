import type { ReactNode } from 'react'
import type { IconName } from '#app/ui/kit/icon.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'

export type StatusWord =
  | 'idea' | 'requested' | 'tentative' | 'confirmed' | 'held' | 'noted' | 'cleared'
  | 'declined' | 'postponed' | 'cancelled' | 'no-show'

export type AnswerWord = 'accepted' | 'tentative' | 'declined' | 'deputy' | 'no answer'

const answers: Record<AnswerWord, { icon: IconName; word: string }> = {
  accepted: { icon: 'confirmed', word: 'accepted' },
  tentative: { icon: 'tentative', word: 'tentative' },
  declined: { icon: 'declined', word: 'declined' },
  deputy: { icon: 'noted', word: 'deputy sent' },
  'no answer': { icon: 'requested', word: 'no answer' },
}

/** Where an engagement stands in its chain, or how it left it. */
export function StatusMark({ status, children }: { status: StatusWord; children?: ReactNode }) {
  return (
    <Mark icon={status} state={status}>
      {children ?? status}
    </Mark>
  )
}

/** What an invited person said. */
export function AnswerMark({ answer, children }: { answer: AnswerWord; children?: ReactNode }) {
  const { icon, word } = answers[answer]
  return (
    <Mark icon={icon} state={icon}>
      {children ?? word}
    </Mark>
  )
}
