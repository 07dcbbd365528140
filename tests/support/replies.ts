/** Messages as calendar programs send them. */
import { receiveLetter } from '#app/operations/replies.server.ts'
import type { Received } from '#app/operations/replies.server.ts'
import type { Database } from '#db/database.server.ts'
import { idsIn } from '#emails/envelope.server.ts'
import { fingerprintOf, readLetter } from '#emails/letter.server.ts'

export const INBOX = 'invites@example.org'

export type Answering = {
  uid: string
  /** Of the person that the calendar part names. */
  attendee?: string
  from?: string
  partstat?: string
  method?: string
  sequence?: number | null
  stamp?: string
  organiser?: string | null
  comment?: string
  start?: string
  end?: string
  /** Lines added to the event. */
  extra?: string[]
  attendeeExtra?: string
}

/** The calendar part of an answer. */
export function itip({ uid, attendee = 'ann@example.org', partstat = 'ACCEPTED', method = 'REPLY', sequence = 0, stamp = '20200127T040000Z', organiser = INBOX, comment, start = '20200129T040000Z', end = '20200129T053000Z', extra = [], attendeeExtra = '' }: Answering): string {
  return [
    'BEGIN:VCALENDAR', 'PRODID:-//Test//EN', 'VERSION:2.0', `METHOD:${method}`, 'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp}`, `DTSTART:${start}`, `DTEND:${end}`,
    ...(sequence === null ? [] : [`SEQUENCE:${sequence}`]), ...(organiser === null ? [] : [`ORGANIZER;CN=Caravan:mailto:${organiser}`]), `ATTENDEE;PARTSTAT=${partstat}${attendeeExtra}:mailto:${attendee}`,
    'SUMMARY:Accepted: City Workshop', ...(comment === undefined ? [] : [`COMMENT:${comment}`]), ...extra, 'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n')
}

let count = 0
type Shape = { from?: string; to?: string; messageId?: string; headers?: string[]; subject?: string }

function head({ from = 'ann@example.org', to = INBOX, messageId = `<${++count}@client.example>`, headers = [], subject = 'Accepted: City Workshop' }: Shape): string[] {
  return [...headers, `From: ${from}`, `To: ${to}`, `Subject: ${subject}`, 'Date: Mon, 27 Jan 2020 10:00:00 +0600', `Message-ID: ${messageId}`, 'MIME-Version: 1.0']
}

const wrapped = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}/g, '$&\r\n')

/** multipart/alternative with the calendar last, as most programs do. */
export function alternative(calendar: string, shape: Shape & { method?: string; text?: string; type?: string } = {}): string {
  const { method = 'REPLY', text = 'I will come.', type = `text/calendar; charset=utf-8; method=${method}` } = shape
  return [
    ...head(shape), 'Content-Type: multipart/alternative; boundary="parts"', '', '--parts', 'Content-Type: text/plain; charset=utf-8', '', text, '', '--parts', `Content-Type: ${type}`, 'Content-Transfer-Encoding: 8bit', '', calendar, '--parts--', '',
  ].join('\r\n')
}

/** The calendar as the whole message, in base64. */
export function rootPart(calendar: string | Buffer, shape: Shape & { type?: string } = {}): string {
  return [...head(shape), `Content-Type: ${shape.type ?? 'text/calendar; charset="utf-8"; method=REPLY'}`, 'Content-Transfer-Encoding: base64', '', wrapped(Buffer.from(calendar)), ''].join('\r\n')
}

/** Words, and the calendar only as a file that nobody said the kind of. */
export function attached(calendar: string | Buffer, shape: Shape = {}): string {
  return [
    ...head(shape), 'Content-Type: multipart/mixed; boundary="parts"', '', '--parts', 'Content-Type: text/plain', '', 'See the file.', '', '--parts', 'Content-Type: application/octet-stream; name="invite.ics"',
    'Content-Disposition: attachment; filename="invite.ics"', 'Content-Transfer-Encoding: base64', '', wrapped(Buffer.from(calendar)), '', '--parts--', '',
  ].join('\r\n')
}

/** Only words. */
export function words(text: string, shape: Shape = {}): string {
  return [...head(shape), 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n')
}

const LETTERS = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя'
/** Russian letters in windows-1251, which Node only reads. */
export function inWindows1251(text: string): Buffer {
  return Buffer.from([...text].map((letter) => (LETTERS.includes(letter) ? 0xc0 + LETTERS.indexOf(letter) : letter.charCodeAt(0))))
}

/** A delivery report as postfix writes it. */
export function report(outboxId: string, { action = 'failed', status = '5.1.1', to = `invites+${outboxId}@example.org`, envelopeId = '' } = {}): string {
  return [
    ...head({ from: 'MAILER-DAEMON@mx.example.org', to, headers: ['Return-Path: <>'], subject: 'Undelivered Mail Returned to Sender' }), 'Content-Type: multipart/report; report-type=delivery-status; boundary="parts"', '',
    '--parts', 'Content-Type: text/plain', '', 'It could not be delivered.', '', '--parts', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.org', ...(envelopeId ? [`Original-Envelope-Id: ${envelopeId}`] : []), '',
    'Final-Recipient: rfc822; ann@example.org', `Action: ${action}`, `Status: ${status}`, 'Remote-MTA: dns; there.example', `Diagnostic-Code: smtp; 550 ${status} no such user`, ' here', '',
    '--parts', 'Content-Type: text/rfc822-headers', '', 'Subject: Invitation', '', '--parts--', '',
  ].join('\r\n')
}

/** What came in, the oldest first: 'kind state reason'. */
export async function cameIn(database: Database): Promise<string[]> {
  const rows = await database.read.selectFrom('received_mail').select(['kind', 'state', 'reason']).orderBy('received_ms').orderBy('id').execute()
  return rows.map(({ kind, state, reason }) => [kind, state, reason].filter(Boolean).join(' '))
}

/** Takes a message in as the inbox does, without a mailbox; `uid` is its number there. */
export async function takeIn(database: Database, raw: string | Buffer, nowMs: number, uid = 1): Promise<Received> {
  const source = Buffer.from(raw)
  const letter = await readLetter(source, TRUST)
  return await receiveLetter(database, { letter, source, key: fingerprintOf(letter.messageId, source), sentIds: idsIn(letter.recipients), cursor: { validity: '1', uid } }, nowMs)
}

export const TRUST = { server: null, domains: ['example.org'] }
/** What our own server writes above a message whose sender it could prove. */
export const PROVEN = 'Authentication-Results: mx.example.org; dmarc=pass header.from=example.org'
