/** What carries a text and is no part of it: heads of mails, names and hours of chat messages, greetings, signatures, page numbers, requests to the reader. */
import { GREETING_WORDS, INVITE_WORDS, MAIL_WORDS, REQUEST_WORDS, SIGNATURE_WORDS } from '#app/domain/intake/languages/programme.ts'
import type { Line } from '#app/domain/intake/lines.ts'
import { part } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { beginsWith, meaningOf, tokensOf } from '#app/domain/intake/vocabulary.ts'

export type Unframed = { lines: Line[]; /** Of the last mail. */ subject: Piece | null; /** When it was sent, as printed at a message. */ sent: string }

/** `[14.03.2024, 10:15] Name:`, `14/03/2024, 10:15 - Name:`, `[10:15] Name:`. */
const CHAT = /^(?:\[[^\]]{4,28}\]|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? {1,2}\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]m)?) {0,2}[-–—]? {0,2}([\p{L}~+][^:\n]{0,40}): /iu
/** `Name, [14 Mar 2024 at 10:15]:` alone on its line. */
const CHAT_ABOVE = /^[\p{L}~][^[\n]{0,40},? {0,2}\[[^\]]{6,30}\]:?$/u
const CLOCK = /\d{1,2}[:.h]\d{2}/
const PAGE = /(?:^|\s)(?:page|стр(?:аница)?\.?|bet|бет|саҳ(?:ифа)?|seite|p\.) {0,2}\d{1,3}(?: {0,2}(?:of|из|\/|от|sur|von) {0,2}\d{1,3})?$/iu
const PAGE_NUMBER = /^[-–— ]{0,4}\d{1,3}(?: {0,2}\/ {0,2}\d{1,3})?[-–— ]{0,4}$/
const LINK = /^(?:https?:\/\/|www\.)\S{1,300}$/i
const MAIL_HEAD = 40
const LONGEST_STAMP = 120
const LONGEST_COVER = 20
const SIGNATURE_LINES = 6
const MOST_WORDS_OF_A_FOOT = 14

/** The lines that are left, and the subject of the mail that carried them. */
export function withoutFrames(lines: Line[]): Unframed {
  const { kept, subject, sent } = withoutMailHeads(lines.map(withoutChatName).filter((line) => line !== null))
  const stamp = lines.map(({ body }) => CHAT.exec(body.text.slice(0, LONGEST_STAMP))?.[0] ?? CHAT_ABOVE.exec(body.text.slice(0, LONGEST_STAMP))?.[0] ?? '').find((found) => found !== '')
  return { lines: withoutSignatures(kept.filter((line) => !isPageMark(line))), subject, sent: sent || (stamp ?? '') }
}

/** A whole line that speaks to the reader and is no part of the programme. */
export function isAside(text: string): boolean {
  const words = tokensOf(text.slice(0, 200))
  if (words.length === 0 || LINK.test(text)) return true
  if (beginsWith(text, INVITE_WORDS) && !CLOCK.test(text)) return true
  if (beginsWith(text, GREETING_WORDS) && (/[,!:]$/.test(text) || words.length <= 4)) return true
  return beginsWith(text, REQUEST_WORDS) !== null && (words.length > 5 || /[.!?…)]$/.test(text) || words.length < 3)
}

function withoutChatName(line: Line): Line | null {
  const found = CHAT.exec(line.body.text.slice(0, LONGEST_STAMP))
  if (!found) return CHAT_ABOVE.test(line.body.text.slice(0, LONGEST_STAMP)) ? null : line
  const body = part(line.body, found[0].length)
  return body.text === '' ? null : { ...line, body, separator: '', cells: [body], blanksBefore: Math.max(line.blanksBefore, 1) }
}

/** Two or more lines "From: …", "Subject: …" in a row are the head of a mail. What stood above it was about the mail. */
function withoutMailHeads(lines: Line[]): { kept: Line[]; subject: Piece | null; sent: string } {
  let kept: Line[] = []
  let subject: Piece | null = null
  let sent = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const head = mailHeadAt(lines, at)
    if (head.length > 0) {
      subject = head.subject ?? subject
      sent = head.sent || sent
      if (kept.length < LONGEST_COVER && !kept.some(({ body }) => CLOCK.test(body.text))) kept = []
      at += head.length - 1
    } else if (beginsWith(line.body.text.replace(/^[-–— ]{1,20}/, ''), MAIL_WORDS)?.meaning !== 'forwarded') kept.push(line)
  }
  return { kept, subject, sent }
}

function mailHeadAt(lines: Line[], at: number): { length: number; subject: Piece | null; sent: string } {
  let length = 0
  let sent = ''
  let subject: Piece | null = null
  const parts = new Set<string>()
  for (let next = at; next < Math.min(lines.length, at + 8); next++) {
    const { body } = lines[next] as Line
    const colon = body.text.slice(0, MAIL_HEAD).indexOf(':')
    const meaning = colon > 0 ? meaningOf(body.text.slice(0, colon), MAIL_WORDS) : null
    if (!meaning) break
    parts.add(meaning)
    if (meaning === 'subject') subject = part(body, colon + 1)
    if (meaning === 'sent') sent = body.text
    length++
  }
  return parts.has('sender') && parts.size > 1 || parts.has('subject') && parts.has('to') ? { length, subject, sent } : { length: 0, subject: null, sent: '' }
}

/** "Kind regards," and the names and addresses below it. */
function withoutSignatures(lines: Line[]): Line[] {
  const kept: Line[] = []
  let signing = 0
  for (const line of lines) {
    if (isSignature(line.body.text)) signing = SIGNATURE_LINES
    else if (signing > 0 && (line.blanksBefore === 0 || signing === SIGNATURE_LINES) && !CLOCK.test(line.body.text)) signing--
    else {
      signing = 0
      kept.push(line)
    }
  }
  return kept
}

function isSignature(text: string): boolean {
  const signature = beginsWith(text, SIGNATURE_WORDS)
  return signature !== null && tokensOf(text.slice(0, 80)).length <= signature.words + 3 && !CLOCK.test(text)
}

function isPageMark({ body }: Line): boolean {
  return PAGE_NUMBER.test(body.text.slice(0, 20)) || LINK.test(body.text) || (PAGE.test(body.text.slice(-40)) && tokensOf(body.text.slice(0, 100)).length <= MOST_WORDS_OF_A_FOOT)
}
