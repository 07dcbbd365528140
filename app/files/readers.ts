/** Any file → its text. Runs in the worker: what is read here is not trusted. */
import { kindOf, misnamed } from '#app/files/kinds.ts'
import type { Kind } from '#app/files/kinds.ts'
import { LARGEST_FILE, LONGEST_TEXT } from '#app/files/file.ts'
import type { FileText } from '#app/files/file.ts'
import { Refused } from '#app/files/refusals.ts'

type Found = Omit<FileText, 'format'>

const STRUCK = 'Struck-out text was left out.'
/** A message may hold a message, and no more. */
const DEEPEST = 2

/** Reads the bytes for what they are. Throws `Refused`; any other error means that a library met something it cannot read. */
export async function readAny(bytes: Uint8Array, name: string, depth = 0): Promise<FileText> {
  if (bytes.length > LARGEST_FILE) throw new Refused('too-large')
  if (depth > DEEPEST) throw new Refused('unknown')
  const kind = kindOf(bytes, name)
  const found = await readKind(kind, bytes, depth)
  if (found.text.length > LONGEST_TEXT) throw new Refused('too-long')
  if (found.text.trim() === '') throw new Refused('no-text')
  const wrongName = misnamed(kind.format, name)
  return { format: kind.format, ...found, notes: wrongName ? [wrongName, ...found.notes] : found.notes }
}

/** The library of a format is loaded only for a file that needs it. */
async function readKind(kind: Kind, bytes: Uint8Array, depth: number): Promise<Found> {
  switch (kind.format) {
    case 'docx': {
      const { readDocx } = await import('#app/files/docx.ts')
      const { text, struck } = await readDocx(kind.archive)
      return { text, parts: [], notes: struck ? [STRUCK] : [] }
    }
    case 'xlsx': return await sheets(kind)
    case 'pdf': {
      const { readPdf } = await import('#app/files/pdf.ts')
      const { text, pages, leftOut } = await readPdf(bytes)
      return { text, pages, parts: [], notes: leftOut > 0 ? [`The last ${leftOut} pages were left out.`] : [] }
    }
    case 'mail': {
      const { readMail } = await import('#app/files/mail.ts')
      return await readMail(bytes, (content, name) => readAny(content, name, depth + 1))
    }
    case 'calendar': {
      const { readCalendarFile } = await import('#app/files/calendar.ts')
      const { text, repeats } = readCalendarFile(kind.text)
      return { text, parts: [], notes: repeats ? ['Repeated events were read for their first day only.'] : [] }
    }
    case 'html': {
      const { readHtml } = await import('#app/files/html.ts')
      const { text, struck } = readHtml(kind.text)
      return { text, parts: [], notes: [...(struck ? [STRUCK] : []), ...encodingNote(kind.encoding)] }
    }
    case 'csv': {
      const { readCsv } = await import('#app/files/csv.ts')
      return { text: readCsv(kind.text, kind.separator), parts: [], notes: encodingNote(kind.encoding) }
    }
    case 'text': return { text: kind.text.replace(/^\uFEFF/, ''), parts: [], notes: encodingNote(kind.encoding) }
  }
}

/** Names that a program gave; they say nothing. */
const UNNAMED = /^(sheet|лист|tabelle|feuil|hoja|foglio|시트|варақ|varaq|парақ)\s?\d{0,3}$/i

async function sheets({ archive }: Extract<Kind, { format: 'docx' | 'xlsx' }>): Promise<Found> {
  const { readXlsx } = await import('#app/files/xlsx.ts')
  const found = await readXlsx(archive)
  if (found.length < 2) return { text: found[0]?.text ?? '', parts: [], notes: [] }
  const text = found.map((sheet) => (UNNAMED.test(sheet.name.trim()) ? sheet.text : `${sheet.name}\n${sheet.text}`)).join('\n\n')
  return { text, parts: found.map((sheet) => ({ ...sheet, format: 'xlsx' })), notes: [`All ${found.length} sheets were read.`] }
}

function encodingNote(encoding: string): string[] {
  return encoding === 'utf-8' ? [] : [`The letters were read as ${encoding}. If they look wrong, save the file as UTF-8.`]
}
