/** A message and its calendar part as a person reads them: for the built-in mailbox and for previews. */
import ICAL from 'ical.js'
import { valuesIn } from '#emails/ics.server.ts'

type CalendarPerson = { name: string; address: string; answer: string }
export type CalendarFacts = {
  method: string; uid: string; sequence: number; title: string; status: string; place: string; description: string; comment: string
  /** Instants, in epoch milliseconds. */
  startMs: number | null; endMs: number | null; stampMs: number | null
  organiser: CalendarPerson | null; attendees: CalendarPerson[]
}

/** The first event of a calendar part, decoded; null when it cannot be read. */
export function readCalendar(content: string): CalendarFacts | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(content) as unknown[])
    const event = calendar.getFirstSubcomponent('vevent')
    if (!event) return null
    const { text, instant } = valuesIn(event)
    return {
      method: String(calendar.getFirstPropertyValue('method') ?? ''), uid: text('uid'), sequence: Number(text('sequence')), title: text('summary'), status: text('status'), place: text('location'),
      description: text('description'), comment: text('comment'), startMs: instant('dtstart'), endMs: instant('dtend'), stampMs: instant('dtstamp'), organiser: event.getAllProperties('organizer').map(personOf)[0] ?? null, attendees: event.getAllProperties('attendee').map(personOf),
    }
  } catch {
    return null
  }
}

function personOf(property: ICAL.Property): CalendarPerson {
  const parameter = (name: string): string => String(property.getFirstParameter(name) ?? '')
  return { name: parameter('cn'), address: String(property.getFirstValue() ?? '').replace(/^mailto:/i, ''), answer: parameter('partstat') }
}

type MailPart = { name: string; type: string; bytes: number }
type ReadMail = { headers: { name: string; value: string }[]; subject: string; text: string; html: string; calendar: CalendarFacts | null; parts: MailPart[] }

const SHOWN_HEADERS = ['From', 'To', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'Content-Type']

/** A whole message, taken apart by another library than the one that wrote it. */
export async function readMail(mime: Uint8Array): Promise<ReadMail> {
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(Buffer.from(mime), { skipTextToHtml: true, skipImageLinks: true })
  const lines = new Map(mail.headerLines.map(({ key, line }) => [key, line]))
  const decoded: Record<string, string | undefined> = { from: mail.from?.text, to: [mail.to].flat()[0]?.text, 'reply-to': mail.replyTo?.text, subject: mail.subject }
  const headers = SHOWN_HEADERS.flatMap((name) => {
    const raw = lines.get(name.toLowerCase())
    return raw === undefined ? [] : [{ name, value: decoded[name.toLowerCase()] ?? raw.slice(raw.indexOf(':') + 1).replace(/\s+/g, ' ').trim() }]
  })
  const calendar = mail.attachments.find(({ contentType }) => contentType === 'text/calendar' || contentType === 'application/ics')
  return {
    headers, subject: mail.subject ?? '', text: mail.text ?? '', html: typeof mail.html === 'string' ? mail.html : '', calendar: calendar ? readCalendar(calendar.content.toString('utf8')) : null,
    parts: mail.attachments.map(({ filename, contentType, size }) => ({ name: filename ?? 'without a name', type: contentType, bytes: size })),
  }
}
