/** A message that came in, taken apart: only what an answer or a delivery report needs, all of it within bounds. */
import { createHash } from 'node:crypto'
import type { Attachment, ParsedMail } from 'mailparser'
import { addressKey } from '#app/domain/people/address.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import type { DeliveryReport, Letter } from '#app/domain/calendar/letter.ts'
import { cleanLine, cleanText } from '#app/domain/text.ts'
import { authenticityOf } from '#emails/authenticity.server.ts'
import { readItip } from '#emails/itip.server.ts'

/** Larger messages are not read beyond their headers; within it the worst that was found to parse takes a tenth of a second. */
export const LARGEST_LETTER = 256 * 1_024

const MOST_TEXT = 4_000
const BLANK_LINE = '\r\n\r\n'
const CALENDARS = new Set(['text/calendar', 'application/ics', 'text/x-vcalendar'])

/** Whom to believe about senders: the name that the receiving server writes its findings under, or its own domain. */
export type Trust = { server: string | null; domains: string[] }

/** Never throws: what cannot be taken apart says so in `unread`. */
export async function readLetter(source: Buffer, trust: Trust): Promise<Letter> {
  const { simpleParser } = await import('mailparser')
  try {
    const mail = await simpleParser(source, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, keepDeliveryStatus: true })
    return { ...headOf(mail, trust), ...bodyOf(mail), size: source.length, unread: null }
  } catch {
    return { ...(await readHead(source, trust)), size: source.length, unread: 'broken' }
  }
}

/** Only the headers, for a message of which nothing else is read. */
export async function readHead(source: Buffer, trust: Trust): Promise<Omit<Letter, 'size' | 'unread'>> {
  const { simpleParser } = await import('mailparser')
  const end = source.indexOf(BLANK_LINE)
  const head = await simpleParser(Buffer.concat([source.subarray(0, end < 0 ? source.length : end).subarray(0, LARGEST_LETTER), Buffer.from(BLANK_LINE)])).catch(() => undefined)
  const nothing = { text: '', calendar: null, forwards: false, report: null }
  if (!head) return { messageId: '', from: null, subject: '', sentMs: null, recipients: [], answersTo: [], automatic: false, authenticity: 'none', ...nothing }
  return { ...headOf(head, trust), ...nothing }
}

/** One key for every copy of a message, and another for a message that only borrows its Message-ID. */
export function fingerprintOf(messageId: string, source: Buffer): string {
  const end = source.indexOf(BLANK_LINE)
  return createHash('sha256').update(messageId).update('\0').update(messageId ? source.subarray(Math.max(end, 0)) : source).digest('base64url')
}

function headOf(mail: ParsedMail, trust: Trust): Omit<Letter, keyof Body | 'size' | 'unread'> {
  const from = senderOf(mail)
  const header = (name: string): string => mail.headerLines.filter(({ key }) => key === name).map(({ line }) => line.slice(line.indexOf(':') + 1).trim()).join(' ')
  return {
    messageId: idsIn(mail.messageId ?? '')[0] ?? '', from, subject: cleanLine(mail.subject ?? '').slice(0, 300), sentMs: mail.date && Number.isFinite(mail.date.getTime()) ? mail.date.getTime() : null,
    recipients: addressesIn(['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].map(header).join(' ')),
    answersTo: [...idsIn(header('in-reply-to')), ...idsIn(header('references')).toReversed()].slice(0, 20),
    automatic: !['', 'no'].includes(header('auto-submitted').toLowerCase()) || /auto_reply|bulk|junk/i.test(header('precedence')) || header('x-autoreply') !== '',
    authenticity: authenticityOf(mail.headerLines, from, trust),
  }
}

/** The one author; a message with several, with several From lines, or with what is no letter in the address, has none that counts. */
function senderOf(mail: ParsedMail): Mailbox | null {
  const [first, ...others] = mail.from?.value ?? []
  if (!first?.address || others.length > 0 || mail.headerLines.filter(({ key }) => /^from$/.test(key)).length !== 1) return null
  const address = first.address.slice(0, 254)
  return cleanLine(address) === address.normalize('NFC') ? { name: cleanLine(first.name).slice(0, 200), address } : null
}

function idsIn(text: string): string[] {
  return [...text.slice(0, 20_000).matchAll(/<([^<>\s\p{C}]{1,250})>/gu)].map((found) => found[1] as string)
}

function addressesIn(text: string): string[] {
  return [...new Set([...text.slice(0, 20_000).matchAll(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g)].map((found) => addressKey(found[0])))].slice(0, 50)
}

type Body = Pick<Letter, 'text' | 'calendar' | 'forwards' | 'report'>
function bodyOf(mail: ParsedMail): Body {
  const words = mail.text ?? (typeof mail.html === 'string' ? withoutTags(mail.html) : '')
  const [part] = mail.attachments.filter(isCalendar).toSorted((a, b) => rankOf(a) - rankOf(b))
  const calendar = part ? readItip(decoded(part), methodOf(part)) : /^BEGIN:VCALENDAR/im.test(words) ? readItip(words, '') : null
  const report = mail.attachments.find(({ contentType }) => /^message\/(global-)?delivery-status$/.test(contentType))
  return {
    text: cleanText(words).trim().slice(0, MOST_TEXT), calendar: calendar === undefined ? 'unreadable' : calendar,
    forwards: mail.attachments.some(({ contentType }) => contentType === 'message/rfc822'), report: report ? reportOf(report.content.toString('utf8')) : null,
  }
}

function isCalendar({ contentType, filename }: Attachment): boolean {
  return CALENDARS.has(contentType) || /\.(ics|vcs)$/i.test(filename ?? '')
}

/** The part that mail programs act on comes before a file that lies beside it. */
function rankOf(part: Attachment): number {
  return methodOf(part) !== '' ? 0 : part.contentType === 'text/calendar' ? 1 : 2
}

function parametersOf({ headers }: Attachment): Record<string, string | undefined> {
  const type = headers.get('content-type') as { params?: Record<string, string> } | undefined
  return type?.params ?? {}
}

function methodOf(part: Attachment): string {
  return parametersOf(part)['method'] ?? ''
}

/** Calendar parts come as bytes: their charset is ours to apply. */
function decoded(part: Attachment): string {
  const charset = parametersOf(part)['charset'] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(part.content)
  } catch {
    return part.content.toString('utf8')
  }
}

function withoutTags(html: string): string {
  return html.replace(/<(style|script|head)\b[\s\S]*?(<\/\1>|$)/gi, ' ').replace(/<(br|\/p|\/div|\/tr)\b[^>]*>/gi, '\n').replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ').replace(/[ \t]+/g, ' ')
}

/** The first block of fields is about the message, each other about a recipient; ours have one. */
function reportOf(text: string): DeliveryReport {
  const blocks = text.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' ').split(/\n{2,}/).map((block) => block.trim()).filter(Boolean)
  const field = (name: string): string => {
    for (const block of blocks) {
      const found = new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(block)
      if (found) return cleanLine(found[1] ?? '').slice(0, 500)
    }
    return ''
  }
  return {
    envelopeId: field('Original-Envelope-Id'), action: field('Action').toLowerCase(), status: field('Status').slice(0, 20), diagnostic: field('Diagnostic-Code'),
    recipient: addressKey(field('Final-Recipient').replace(/^[a-z0-9-]+;\s*/i, '')),
  }
}
