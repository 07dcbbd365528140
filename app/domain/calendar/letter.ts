/** A message that came into the mailbox, as far as anybody here needs to know it. Everything in it was written by somebody else. */
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import type { Instant } from '#app/domain/time.ts'

/** What the receiving server found out about the sender: proven, proven wrong, or nothing that counts. */
export type Authenticity = 'pass' | 'fail' | 'none'

/** An ATTENDEE of a calendar answer; all addresses are keys (`addressKey`). */
export type LetterAttendee = {
  /** Its value and its EMAIL parameter. */
  addresses: string[]
  partstat: string
  sentBy: string
  delegatedTo: Mailbox[]
  delegatedFrom: string[]
}

/** One event of a calendar part; nothing in it is expanded or looked up. */
export type LetterEvent = {
  uid: string
  sequence: number | null
  stampMs: Instant | null
  /** '' where it is left out, as Outlook does. */
  organiser: string
  attendees: LetterAttendee[]
  /** It speaks of one occurrence of a series. */
  occurrence: boolean
  comment: string
  start: LetterTime | null
  end: LetterTime | null
}

/** A time as it was written; `at` is null where its zone is not one that is known everywhere. */
export type LetterTime = { at: Instant | null; words: string }

export type LetterCalendar = { method: string; /** Of the part's Content-Type; '' where it names none. */ partMethod: string; events: LetterEvent[] }

/** The machine-readable part of a delivery report (RFC 3464). */
export type DeliveryReport = { envelopeId: string; action: string; status: string; diagnostic: string; recipient: string }

export type Letter = {
  /** Without its angle brackets; '' when it has none. */
  messageId: string
  from: Mailbox | null
  subject: string
  sentMs: Instant | null
  /** Every address that it was sent or delivered to, as keys. */
  recipients: string[]
  /** Message-IDs that it answers, the nearest first. */
  answersTo: string[]
  /** An out-of-office note or the like, by its headers. */
  automatic: boolean
  authenticity: Authenticity
  /** The beginning of its words. */
  text: string
  /** 'unreadable' when there is a calendar part that no one can read. */
  calendar: LetterCalendar | 'unreadable' | null
  /** It carries another message as an attachment. */
  forwards: boolean
  report: DeliveryReport | null
  /** Of the whole message, in bytes. */
  size: number
  /** Why nothing but its headers was read. */
  unread: 'too-large' | 'broken' | null
}
