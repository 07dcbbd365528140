/** The words of the mail queue. */
import type { WaitReason } from '#app/domain/calendar/waiting.ts'
import type { View } from '#app/domain/calendar/mail-views.ts'
import { KIND_WORDS } from '#app/ui/invitations/words.ts'

export const VIEW_WORDS: Record<View, string> = {
  waiting: 'waiting', accepted: 'handed over', failed: 'not delivered', cancelled: 'taken back', 'put-off': 'put off', 'put-aside': 'put aside', 'came-back': 'came back',
}

export const STATE_WORDS = {
  queued: { icon: 'postponed', state: 'postponed', word: 'waits' }, sending: { icon: 'requested', state: 'requested', word: 'being sent' }, retry: { icon: 'postponed', state: 'postponed', word: 'put off' },
  accepted: { icon: 'confirmed', state: 'confirmed', word: 'handed over' }, failed: { icon: 'error', state: 'error', word: 'not delivered' }, quarantined: { icon: 'error', state: 'error', word: 'put aside' },
  cancelled: { icon: 'undo', state: undefined, word: 'taken back' }, bounced: { icon: 'error', state: 'error', word: 'came back' },
} as const

/** 'Invitation', 'New time'. */
export function kindWord(kind: string): string {
  return (KIND_WORDS as Record<string, string>)[kind] ?? kind
}

/** Why a message waits, as a sentence without its full stop; the moment and the reply that belong to it stand beside. */
export function waitWords(reason: WaitReason): string {
  switch (reason.why) {
    case 'sending':
      return 'It is being offered to the mail server now'
    case 'next':
      return 'It goes in a moment'
    case 'held':
      return 'Held, so that the sending can be undone'
    case 'put-off':
      return 'Put off after the last reply'
    case 'paused':
      return `${reason.byName} stopped ${reason.whose === 'all' ? 'all mail of this installation' : reason.whose === 'mission' ? 'the mail of this mission' : 'all mail to this domain'}`
    case 'earlier':
      return `Version ${reason.version} for the same person goes first`
    case 'relay':
      return 'The mail server cannot be reached'
    case 'domain':
      return `${reason.domain} says “not now” and is left alone for a while`
    case 'pace':
      return `${reason.domain} has had its share of mail for this minute`
  }
}

const EVENTS: Record<string, string> = {
  send: 'Sent', tell: 'Sent', 'send-again': 'Sent again', 'send-now': 'The hold was ended', 'undo-send': 'The sending was taken back', 'retry-mail': 'Tried again by hand', 'give-up-mail': 'Given up', accepted: 'Taken by the mail server', refused: 'Refused for good',
  later: 'Put off', unknown: 'No answer came; it may have arrived', broken: 'Could not be composed', interrupted: 'Interrupted; it may have arrived', bounce: 'Came back',
}

/** What happened to a message, such as 'Put off'. */
export function eventWord(kind: string): string {
  return EVENTS[kind] ?? kind
}
