import { simpleParser } from 'mailparser'
import type { Attachment, ParsedMail } from 'mailparser'
import { readCalendarFile } from '#app/files/calendar.ts'
import type { FilePart, FileText } from '#app/files/file.ts'
import { readHtml } from '#app/files/html.ts'
import { Refused } from '#app/files/refusals.ts'

type ReadAttachment = (bytes: Uint8Array, name: string) => Promise<FileText>

const MOST_ATTACHMENTS = 10
const CLOCK_TIME = /\b\d{1,2}[:.hч]\d{2}\b/g

/** A saved message: its body, its calendar part and the attachments that can be read; the text is the part with most clock times. */
export async function readMail(bytes: Uint8Array, read: ReadAttachment): Promise<FileText> {
  const mail = await simpleParser(Buffer.from(bytes), { skipTextToHtml: true, skipHtmlToText: true, skipImageLinks: true })
  const body = bodyOf(mail)
  const parts: FilePart[] = body === '' ? [] : [{ name: 'Message', format: 'mail', text: body }]
  const notes: string[] = []
  for (const attachment of mail.attachments.filter(isWorthReading).slice(0, MOST_ATTACHMENTS)) {
    const name = attachment.filename ?? (isCalendar(attachment) ? 'Calendar' : 'Attachment')
    try {
      const found = isCalendar(attachment) ? calendarPart(attachment) : await read(attachment.content, name)
      parts.push({ name, format: found.format, text: found.text })
      notes.push(...found.notes)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      notes.push(`The attachment “${name.slice(0, 100)}” was not read.`)
    }
  }
  const [best, second] = parts.map((part) => ({ part, times: part.text.match(CLOCK_TIME)?.length ?? 0 })).sort((a, b) => b.times - a.times)
  if (!best) throw new Refused('no-text')
  if (second) notes.push(best.part.name === 'Message' ? 'The message itself was read, not its attachments.' : `The attachment “${best.part.name.slice(0, 100)}” was read, not the message.`)
  const subject = best.part.format === 'mail' && mail.subject ? `Subject: ${mail.subject.replace(/\s+/g, ' ')}\n\n` : ''
  return { format: 'mail', text: subject + best.part.text, parts: second ? parts : [], notes }
}

/** The plain text, unless only the HTML keeps a table's columns apart. */
function bodyOf(mail: ParsedMail): string {
  const plain = (mail.text ?? '').trim()
  const html = typeof mail.html === 'string' ? readHtml(mail.html).text.trim() : ''
  return plain === '' || (html.includes('\t') && !plain.includes('\t')) ? html : plain
}

function isCalendar({ contentType }: Attachment): boolean {
  return contentType === 'text/calendar' || contentType === 'application/ics'
}

function isWorthReading({ contentType, content }: Attachment): boolean {
  return content.length > 0 && !/^(image|audio|video)\//.test(contentType)
}

function calendarPart({ content }: Attachment): FileText {
  return { format: 'calendar', text: readCalendarFile(content.toString('utf8')).text, parts: [], notes: [] }
}
