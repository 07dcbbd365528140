/** What an invited person said, and what a change of the invitation does to it. */

export const ANSWERS = ['none', 'accepted', 'tentative', 'declined', 'deputy'] as const
export type Answer = (typeof ANSWERS)[number]
/** The answers that a person can give. */
export const GIVEN = ['accepted', 'tentative', 'declined', 'deputy'] as const
export type Given = (typeof GIVEN)[number]

/** How an answer came in. */
export const CHANNELS = ['page', 'phone', 'letter', 'in person', 'mail'] as const

/** PARTSTAT of RFC 5545, 3.2.12. */
export type Partstat = 'NEEDS-ACTION' | 'ACCEPTED' | 'TENTATIVE' | 'DECLINED' | 'DELEGATED'

const PARTSTATS: Record<Answer, Partstat> = { none: 'NEEDS-ACTION', accepted: 'ACCEPTED', tentative: 'TENTATIVE', declined: 'DECLINED', deputy: 'DELEGATED' }

/** Any text as an answer; what is not one is 'none'. */
export function asAnswer(text: string): Answer {
  return ANSWERS.find((answer) => answer === text) ?? 'none'
}

export function partstatOf(answer: Answer): Partstat {
  return PARTSTATS[answer]
}

export type Standing = { answer: Answer; earlierAnswer: Answer; askedSequence: number }

/**
 * How an answer stands after a version is sent: a changed time asks again and keeps the earlier answer for the
 * coordinator's eye; anything else leaves it as it is.
 */
export function answerAfter(before: Standing, sent: { asksAgain: boolean; sequence: number }): Standing {
  if (!sent.asksAgain) return before
  return { answer: 'none', earlierAnswer: before.answer === 'none' ? before.earlierAnswer : before.answer, askedSequence: sent.sequence }
}

/** How it stands when a version that never left is taken back: as before it was asked again. */
export function answerRestored(now: Standing, askedSequence: number): Standing {
  return now.answer === 'none' ? { answer: now.earlierAnswer, earlierAnswer: 'none', askedSequence } : { ...now, askedSequence }
}

/** True while an answer may still be given or changed: the invitation stands and its time is not over by the mission's clock. */
export function answerable(invitation: { state: string; facts: { startMs: number; endMs: number | null } | null }, clockMs: number): boolean {
  return invitation.state === 'invited' && invitation.facts !== null && (invitation.facts.endMs ?? invitation.facts.startMs) > clockMs
}
