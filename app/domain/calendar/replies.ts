/** What becomes of an answer that came by mail: one table, decided row by row (RFC 5546, 3.2.3 and 3.2.7; RFC 6047, 3). */
import type { Answer, Given } from '#app/domain/calendar/answers.ts'
import type { Letter, LetterAttendee, LetterCalendar, LetterEvent, LetterTime } from '#app/domain/calendar/letter.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import { addressKey } from '#app/domain/people/address.ts'
import type { Instant } from '#app/domain/time.ts'

/** Why a message is not applied by itself: a person looks at it. */
export type Doubt =
  | 'too-large' | 'broken' | 'unreadable' | 'forwarded' | 'words' | 'methods-differ' | 'not-an-answer' | 'several' | 'occurrence' | 'unknown' | 'replaced' | 'cancelled'
  | 'archived' | 'over' | 'foreign-organiser' | 'no-attendee' | 'uninvited' | 'deputy-answers' | 'other-sender' | 'not-authentic' | 'asks-again' | 'ahead' | 'newer-elsewhere' | 'no-answer'

/** Why a message changes nothing and asks for nothing. */
export type Idle = 'automatic' | 'nobody' | 'older' | 'repeated'

/** The invitation that a message is about, as it stands; addresses are keys. */
export type Asked = {
  state: string
  sequence: number
  askedSequence: number
  organiser: string
  /** Where the person was written to, and every other address that is known to be theirs. */
  addresses: string[]
  answer: Answer
  earlierAnswer: Answer
  archived: boolean
  over: boolean
  /** The last answer: to which SEQUENCE, and when; `byMail` when that is the DTSTAMP of a message. */
  onFile: { sequence: number; atMs: Instant; byMail: boolean } | null
}

type Applied = { sequence: number; stampMs: Instant; unverified: boolean; word: string; sentBy: string }
export type Verdict =
  /** `earlier`: it answers a time that has changed since; kept for the eye, the question stands. */
  | ({ kind: 'answer'; answer: Exclude<Given, 'deputy'>; earlier: boolean } & Applied)
  | ({ kind: 'deputy'; deputy: Mailbox | null; earlier: boolean } & Applied)
  | ({ kind: 'counter'; start: LetterTime | null; end: LetterTime | null; earlier: boolean } & Applied)
  | { kind: 'review'; because: Doubt }
  | { kind: 'idle'; because: Idle }

const ANSWERING = new Set(['REPLY', 'COUNTER', 'REFRESH'])
const ANSWERED: Record<string, Exclude<Given, 'deputy'>> = { ACCEPTED: 'accepted', TENTATIVE: 'tentative', DECLINED: 'declined' }

/** The one event that a message answers; undefined when it has no calendar part or speaks of several invitations. */
export function eventOf(letter: Pick<Letter, 'calendar'>): LetterEvent | undefined {
  if (letter.calendar === null || letter.calendar === 'unreadable') return undefined
  return new Set(letter.calendar.events.map(({ uid }) => uid)).size === 1 ? letter.calendar.events[0] : undefined
}

/**
 * Decides about a message that is no delivery report. `asked` is the invitation with the UID that it names, `near` whether it
 * otherwise belongs to one of ours, by its headers. `nowMs` is when it came in: a DTSTAMP from the future counts as now.
 */
export function decideReply(letter: Letter, asked: Asked | null, near: boolean, nowMs: Instant): Verdict {
  if (letter.unread !== null) return review(letter.unread)
  if (letter.calendar === 'unreadable') return review('unreadable')
  if (letter.calendar === null) return withoutCalendar(letter, near)
  if (letter.automatic && !ANSWERING.has(letter.calendar.method)) return idle('automatic')
  const shape = wrongShape(letter.calendar, asked !== null)
  const event = eventOf(letter)
  if (shape || !event) return review(shape ?? 'several')
  if (!asked) return review('unknown')
  const standing = notStanding(asked)
  if (standing) return review(standing)
  if (event.organiser !== '' && event.organiser !== asked.organiser) return review('foreign-organiser')
  const who = attendeeOf(letter, event, asked)
  return typeof who === 'string' ? review(who) : said(letter, letter.calendar.method, event, who, asked, nowMs)
}

function withoutCalendar(letter: Letter, near: boolean): Verdict {
  if (letter.automatic) return idle('automatic')
  if (letter.forwards) return review('forwarded')
  return near ? review('words') : idle('nobody')
}

function wrongShape({ method, partMethod, events }: LetterCalendar, ours: boolean): Doubt | undefined {
  if (partMethod !== '' && partMethod !== method) return 'methods-differ'
  if (!ANSWERING.has(method)) return ours && method === 'REQUEST' ? 'forwarded' : 'not-an-answer'
  if (events.length === 0) return 'unreadable'
  if (events.some(({ occurrence }) => occurrence)) return 'occurrence'
  return events.length > 1 ? 'several' : undefined
}

function notStanding({ state, archived, over }: Asked): Doubt | undefined {
  if (state === 'cancelled') return 'cancelled'
  if (state !== 'invited') return 'replaced'
  if (archived) return 'archived'
  return over ? 'over' : undefined
}

/** Who answers: an address of the invited person, sent by them or by whoever they say writes for them. */
function attendeeOf(letter: Letter, { attendees }: LetterEvent, { addresses }: Asked): LetterAttendee | Doubt {
  const from = letter.from ? addressKey(letter.from.address) : ''
  const fromThem = addresses.includes(from)
  const [first] = attendees
  if (!first) return 'no-attendee'
  const theirs = attendees.filter((each) => each.addresses.some((address) => addresses.includes(address)))
  const [named] = theirs
  if (theirs.some(({ partstat }) => partstat !== named?.partstat)) return 'several'
  if (!named && attendees.some((each) => each.delegatedFrom.some((address) => addresses.includes(address)))) return 'deputy-answers'
  const who = named ?? (attendees.length === 1 && fromThem ? first : undefined)
  if (!who) return 'uninvited'
  if (!fromThem && (from === '' || who.sentBy !== from)) return 'other-sender'
  return letter.authenticity === 'fail' ? 'not-authentic' : who
}

function said(letter: Letter, method: string, event: LetterEvent, who: LetterAttendee, asked: Asked, nowMs: Instant): Verdict {
  if (method === 'REFRESH') return review('asks-again')
  const sequence = event.sequence ?? asked.sequence
  const stampMs = Math.min(event.stampMs ?? letter.sentMs ?? nowMs, nowMs)
  const earlier = sequence < asked.askedSequence
  const applied = { sequence, stampMs, unverified: letter.authenticity !== 'pass', word: event.comment, sentBy: who.sentBy, earlier }
  if (sequence > asked.sequence) return review('ahead')
  if (method === 'COUNTER') return { kind: 'counter', start: event.start, end: event.end, ...applied }
  const answer = ANSWERED[who.partstat]
  if (!answer && who.partstat !== 'DELEGATED') return review('no-answer')
  const order = orderOf(asked, { sequence, stampMs, answer: answer ?? 'deputy', earlier })
  if (order) return order
  return answer ? { kind: 'answer', answer, ...applied } : { kind: 'deputy', deputy: who.delegatedTo[0] ?? null, ...applied }
}

/**
 * Against what is on file: by SEQUENCE, then by DTSTAMP. An answer that was given another way has no DTSTAMP, only our own
 * clock; where that is later than what the message claims, a person decides which of the two counts.
 */
function orderOf({ onFile, ...asked }: Asked, reply: { sequence: number; stampMs: Instant; answer: Answer; earlier: boolean }): Verdict | undefined {
  if (!onFile) return undefined
  const known = asked.answer === 'none' ? asked.earlierAnswer : asked.answer
  if (onFile.byMail) {
    if (reply.sequence !== onFile.sequence) return reply.sequence < onFile.sequence ? idle('older') : undefined
    if (reply.stampMs !== onFile.atMs) return reply.stampMs < onFile.atMs ? idle('older') : undefined
    return reply.answer === known ? idle('repeated') : undefined
  }
  if (reply.earlier) return onFile.sequence >= asked.askedSequence ? idle('older') : undefined
  return reply.stampMs < onFile.atMs ? (reply.answer === known ? idle('repeated') : review('newer-elsewhere')) : undefined
}

function review(because: Doubt): Verdict {
  return { kind: 'review', because }
}

function idle(because: Idle): Verdict {
  return { kind: 'idle', because }
}
