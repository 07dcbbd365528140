import { describe, expect, it } from 'vitest'
import type { Letter, LetterAttendee, LetterEvent } from '#app/domain/calendar/letter.ts'
import { decideReply } from '#app/domain/calendar/replies.ts'
import type { Asked, Verdict } from '#app/domain/calendar/replies.ts'

const NOW = Date.UTC(2020, 0, 27, 6)
const STAMP = Date.UTC(2020, 0, 27, 4)
const ANN: LetterAttendee = { addresses: ['ann@example.org'], partstat: 'ACCEPTED', sentBy: '', delegatedTo: [], delegatedFrom: [] }
const EVENT: LetterEvent = { uid: 'u', sequence: 1, stampMs: STAMP, organiser: 'invites@example.org', attendees: [ANN], occurrence: false, comment: '', start: null, end: null }
const LETTER: Letter = {
  messageId: 'm', from: { name: 'Ann', address: 'Ann@Example.org' }, subject: '', sentMs: STAMP + 60_000, recipients: [], answersTo: [], automatic: false, authenticity: 'pass', text: '',
  calendar: { method: 'REPLY', partMethod: 'REPLY', events: [EVENT] }, forwards: false, report: null, size: 1, unread: null,
}
const ASKED: Asked = { state: 'invited', sequence: 2, askedSequence: 1, organiser: 'invites@example.org', addresses: ['ann@example.org', 'ann.old@example.org'], answer: 'none', earlierAnswer: 'none', archived: false, over: false, onFile: null }

type Given = { letter?: Partial<Letter>; method?: string; partMethod?: string; event?: Partial<LetterEvent>; who?: Partial<LetterAttendee>; asked?: Partial<Asked> | null; near?: boolean }
function decided({ letter, method = 'REPLY', partMethod = method, event, who, asked, near = true }: Given): string {
  const calendar = { method, partMethod, events: [{ ...EVENT, attendees: [{ ...ANN, ...who }], ...event }] }
  return said(decideReply({ ...LETTER, calendar, ...letter }, asked === null ? null : { ...ASKED, ...asked }, near, NOW))
}
function said(verdict: Verdict): string {
  if (verdict.kind === 'review' || verdict.kind === 'idle') return `${verdict.kind} ${verdict.because}`
  return [verdict.kind, verdict.kind === 'answer' ? verdict.answer : '', verdict.earlier ? 'earlier' : '', verdict.unverified ? 'unverified' : '', verdict.sentBy && `by ${verdict.sentBy}`].filter(Boolean).join(' ')
}
const mail = (sequence: number, atMs: number): Asked['onFile'] => ({ sequence, atMs, byMail: true })
const page = (sequence: number, atMs: number): Asked['onFile'] => ({ sequence, atMs, byMail: false })

describe('what becomes of an answer by mail', () => {
  it.each<[what: string, given: Given, expected: string]>([
    ['an acceptance', {}, 'answer accepted'],
    ['a tentative one', { who: { partstat: 'TENTATIVE' } }, 'answer tentative'],
    ['a refusal', { who: { partstat: 'DECLINED' } }, 'answer declined'],
    ['one without ORGANIZER, as Outlook sends it', { event: { organiser: '' } }, 'answer accepted'],
    ['one without SEQUENCE counts for the present version', { event: { sequence: null } }, 'answer accepted'],
    ['one without DTSTAMP', { event: { stampMs: null }, letter: { sentMs: null } }, 'answer accepted'],
    ['one whose part names no method', { partMethod: '' }, 'answer accepted'],
    ['one by an address that the person had before', { who: { addresses: ['ann.old@example.org'] }, letter: { from: { name: '', address: 'ann.old@example.org' } } }, 'answer accepted'],
    ['one whose only attendee is an address nobody knows, sent by the person', { who: { addresses: ['a.n.n@relay.example'] } }, 'answer accepted'],
    ['one by a secretary who says so', { who: { sentBy: 'office@example.org' }, letter: { from: { name: '', address: 'office@example.org' } } }, 'answer accepted by office@example.org'],
    ['one that the receiving server could not prove', { letter: { authenticity: 'none' } }, 'answer accepted unverified'],
    ['one that the receiving server disproved', { letter: { authenticity: 'fail' } }, 'review not-authentic'],
    ['one to the time before', { event: { sequence: 0 } }, 'answer accepted earlier'],
    ['one to a version that we never made', { event: { sequence: 3 } }, 'review ahead'],
    ['a deputy', { who: { partstat: 'DELEGATED' } }, 'deputy'],
    ['another time', { method: 'COUNTER' }, 'counter'],
    ['another time instead of the one before', { method: 'COUNTER', event: { sequence: 0 } }, 'counter earlier'],
    ['a question for the present version', { method: 'REFRESH' }, 'review asks-again'],
    ['one that says neither yes nor no', { who: { partstat: 'NEEDS-ACTION' } }, 'review no-answer'],
    ['one of a word that does not exist', { who: { partstat: 'X-SURE' } }, 'review no-answer'],

    ['one that says both yes and no', { event: { attendees: [ANN, { ...ANN, partstat: 'DECLINED' }] } }, 'review several'],
    ['one that says yes twice', { event: { attendees: [ANN, ANN] } }, 'answer accepted'],
    ['one with the others’ answers beside', { event: { attendees: [{ ...ANN, addresses: ['bob@example.org'], partstat: 'DECLINED' }, ANN] } }, 'answer accepted'],
    ['two answers in one', { letter: { calendar: { method: 'REPLY', partMethod: 'REPLY', events: [EVENT, { ...EVENT, attendees: [{ ...ANN, partstat: 'DECLINED' }] }] } } }, 'review several'],
    ['an answer that a program gave for them', { letter: { automatic: true } }, 'answer accepted'],
    ['an out-of-office note with our invitation attached', { letter: { automatic: true }, method: 'REQUEST' }, 'idle automatic'],

    ['an unknown UID', { asked: null }, 'review unknown'],
    ['an invitation that was replaced', { asked: { state: 'replaced' } }, 'review replaced'],
    ['an invitation that was cancelled', { asked: { state: 'cancelled' } }, 'review cancelled'],
    ['an archived mission', { asked: { archived: true } }, 'review archived'],
    ['a meeting that is over', { asked: { over: true } }, 'review over'],
    ['another organiser', { event: { organiser: 'evil@example.org' } }, 'review foreign-organiser'],
    ['no attendee', { event: { attendees: [] } }, 'review no-attendee'],
    ['somebody who was not invited', { who: { addresses: ['evil@example.org'] }, letter: { from: { name: '', address: 'evil@example.org' } } }, 'review uninvited'],
    ['the deputy, who was not invited either', { who: { addresses: ['dep@example.org'], delegatedFrom: ['ann@example.org'] }, letter: { from: { name: '', address: 'dep@example.org' } } }, 'review deputy-answers'],
    ['the right attendee, sent by somebody else', { letter: { from: { name: 'ann@example.org', address: 'evil@example.org' } } }, 'review other-sender'],
    ['the right attendee, sent by nobody', { letter: { from: null } }, 'review other-sender'],
    ['an empty SENT-BY and no sender', { letter: { from: null }, who: { sentBy: '' } }, 'review other-sender'],

    ['two methods', { partMethod: 'REQUEST' }, 'review methods-differ'],
    ['an invitation of ours that was forwarded', { method: 'REQUEST' }, 'review forwarded'],
    ['an invitation to something else', { method: 'REQUEST', asked: null }, 'review not-an-answer'],
    ['a cancellation from outside', { method: 'CANCEL' }, 'review not-an-answer'],
    ['no method', { method: '' }, 'review not-an-answer'],
    ['one occurrence of a series', { event: { occurrence: true } }, 'review occurrence'],
    ['no event', { letter: { calendar: { method: 'REPLY', partMethod: '', events: [] } } }, 'review unreadable'],
    ['several events', { letter: { calendar: { method: 'REPLY', partMethod: '', events: [EVENT, { ...EVENT, uid: 'v' }] } } }, 'review several'],
    ['a calendar that cannot be read', { letter: { calendar: 'unreadable' } }, 'review unreadable'],
    ['a message that is too large', { letter: { unread: 'too-large' } }, 'review too-large'],
    ['a message that cannot be taken apart', { letter: { unread: 'broken' } }, 'review broken'],
    ['words', { letter: { calendar: null } }, 'review words'],
    ['words of a stranger', { letter: { calendar: null }, near: false }, 'idle nobody'],
    ['an out-of-office note', { letter: { calendar: null, automatic: true } }, 'idle automatic'],
    ['a message that carries another', { letter: { calendar: null, forwards: true } }, 'review forwarded'],

    ['an older SEQUENCE than the answer on file', { event: { sequence: 1 }, asked: { onFile: mail(2, STAMP - 9_000), answer: 'declined' } }, 'idle older'],
    ['the same SEQUENCE and an older DTSTAMP', { asked: { onFile: mail(1, STAMP + 1_000), answer: 'declined' } }, 'idle older'],
    ['the same SEQUENCE and a newer DTSTAMP', { asked: { onFile: mail(1, STAMP - 1_000), answer: 'declined' } }, 'answer accepted'],
    ['a newer SEQUENCE and an older DTSTAMP', { event: { sequence: 2 }, asked: { onFile: mail(1, STAMP + 1_000), answer: 'declined' } }, 'answer accepted'],
    ['the same once more', { asked: { onFile: mail(1, STAMP), answer: 'accepted' } }, 'idle repeated'],
    ['the same once more after it was asked again', { event: { sequence: 0 }, asked: { onFile: mail(0, STAMP), answer: 'none', earlierAnswer: 'accepted' } }, 'idle repeated'],
    ['another answer of the same second', { asked: { onFile: mail(1, STAMP), answer: 'declined' } }, 'answer accepted'],
    ['a newer one than what was said on the page', { asked: { onFile: page(1, STAMP - 1_000), answer: 'declined' } }, 'answer accepted'],
    ['an older one than what was said on the page', { asked: { onFile: page(1, STAMP + 1_000), answer: 'declined' } }, 'review newer-elsewhere'],
    ['an older one that says the same as the page', { asked: { onFile: page(1, STAMP + 1_000), answer: 'accepted' } }, 'idle repeated'],
    ['one to the time before, after the new time was answered on the page', { event: { sequence: 0 }, asked: { onFile: page(1, STAMP - 1_000), answer: 'declined' } }, 'idle older'],
    ['one to the time before, which was answered on the page', { event: { sequence: 0 }, asked: { onFile: page(0, STAMP - 1_000), answer: 'none', earlierAnswer: 'declined' } }, 'answer accepted earlier'],
  ])('%s', (_what, given, expected) => {
    expect(decided(given)).toBe(expected)
  })

  it('takes a stamp from the future for now, so that a wrong clock silences nobody', () => {
    const verdict = decideReply({ ...LETTER, calendar: { method: 'REPLY', partMethod: '', events: [{ ...EVENT, stampMs: Date.UTC(2031, 0, 1) }] } }, ASKED, true, NOW)
    expect(verdict).toMatchObject({ kind: 'answer', stampMs: NOW })
  })

  it('keeps the word, the proposal and the deputy', () => {
    const start = { at: STAMP, words: 'then' }
    const event = { ...EVENT, comment: 'Later, please', start, attendees: [{ ...ANN, partstat: 'DELEGATED', delegatedTo: [{ name: '', address: 'dep@example.org' }] }] }
    const of = (method: string) => decideReply({ ...LETTER, calendar: { method, partMethod: '', events: [event] } }, ASKED, true, NOW)
    expect(of('COUNTER')).toMatchObject({ kind: 'counter', start, word: 'Later, please' })
    expect(of('REPLY')).toMatchObject({ kind: 'deputy', deputy: { name: '', address: 'dep@example.org' } })
  })
})
