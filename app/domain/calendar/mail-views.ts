/** How the mail queue is looked at: the states that each view gathers. */
import type { MailState } from '#app/domain/notices.ts'

export const VIEWS = ['waiting', 'accepted', 'failed', 'cancelled', 'put-off', 'put-aside', 'came-back'] as const
export type View = (typeof VIEWS)[number]

export const STATES_OF: Record<View, readonly MailState[]> = {
  waiting: ['queued', 'sending', 'retry'], accepted: ['accepted'], failed: ['failed', 'quarantined', 'bounced'], cancelled: ['cancelled'], 'put-off': ['retry'], 'put-aside': ['quarantined'], 'came-back': ['bounced'],
}
