/** Why a message that came in stands where it does, as a sentence without its full stop. */
import type { Doubt, Idle } from '#app/domain/calendar/replies.ts'

type Reason = Doubt | Idle | 'earlier' | 'bounced' | 'delayed' | 'delivered' | 'unknown-report' | 'moved' | 'kept' | 'noted' | 'newer'

const REASONS: Record<Reason, string> = {
  'too-large': 'It is larger than 256 KB, so only its head was read',
  broken: 'It could not be taken apart',
  unreadable: 'Its calendar part cannot be read',
  forwarded: 'It carries an invitation that was passed on',
  words: 'It answers in words, without a calendar part',
  'methods-differ': 'Its calendar part contradicts itself about what it is',
  'not-an-answer': 'It is an invitation or a cancellation from outside, no answer to one of ours',
  several: 'It speaks of several events at once',
  occurrence: 'It speaks of one event of a series; ours are no series',
  unknown: 'It answers an invitation that is not known here',
  replaced: 'The invitation that it answers was replaced by a newer one or taken back',
  cancelled: 'The meeting was cancelled before the answer came',
  archived: 'The mission is archived',
  over: 'The meeting is over',
  'foreign-organiser': 'It names somebody else as the organiser',
  'no-attendee': 'It does not say who answers',
  uninvited: 'Whoever answers was not invited: the invitation may have been passed on',
  'deputy-answers': 'The deputy of an invited person answers; the deputy has no invitation yet',
  'other-sender': 'It answers for an invited person, and somebody else sent it',
  'not-authentic': 'The mail server found that the sender is not who they say they are',
  'asks-again': 'They ask for the present version of the invitation',
  ahead: 'It answers a version that was never sent',
  'newer-elsewhere': 'They answered differently and later by another way',
  'no-answer': 'It says neither yes nor no',
  automatic: 'An automatic answer, such as an out-of-office note',
  nobody: 'It has to do with no invitation of ours',
  older: 'A newer answer of the same person is here already',
  repeated: 'The same answer is here already',
  earlier: 'It answers a time that has changed since; the question about the new time stands',
  bounced: 'The mail came back',
  delayed: 'The mail is late; the other mail server is still trying',
  delivered: 'A receipt',
  'unknown-report': 'It reports on a mail that is not one of ours',
  moved: 'The meeting was moved',
  kept: 'The time stays',
  noted: 'Taken care of',
  newer: 'They said something newer',
}

/** '' for what needs no reason. */
export function replyReason(reason: string): string {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason as Reason] : ''
}

const SENDERS: Record<string, string> = { pass: 'proven by the mail server', fail: 'disproved by the mail server', none: 'not proven by the mail server' }

/** What is known of whoever sent it. */
export function senderWords(authenticity: string): string {
  return SENDERS[authenticity] ?? ''
}
