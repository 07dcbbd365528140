/** What a file is by its content; its name only decides between kinds of plain text. */
import { openArchive } from '#app/files/archive.ts'
import type { Archive } from '#app/files/archive.ts'
import { separatorOf } from '#app/files/csv.ts'
import { decodeText } from '#app/files/encoding.ts'
import type { FileFormat } from '#app/files/file.ts'
import { declaredEncoding } from '#app/files/html.ts'
import { Refused } from '#app/files/refusals.ts'
import type { Refusal } from '#app/files/refusals.ts'

export type Kind =
  | { format: 'docx' | 'xlsx'; archive: Archive }
  | { format: 'pdf' | 'mail' }
  | { format: 'calendar' | 'html' | 'text'; text: string; encoding: string }
  | { format: 'csv'; text: string; encoding: string; separator: string }

const PICTURES = ['89504e47', 'ffd8ff', '47494638', '49492a00', '4d4d002a', '424d']
const ARCHIVES = ['1f8b', '377abcaf271c', '526172211a07', '425a68', 'fd377a585a00']

/** Throws `Refused` for what is empty, of no kind that is read, or locked. */
export function kindOf(bytes: Uint8Array, name: string): Kind {
  const head = Buffer.from(bytes.subarray(0, 1_024))
  if (bytes.length === 0) throw new Refused('empty')
  if (head.includes('%PDF-')) return { format: 'pdf' }
  const start = head.toString('hex', 0, 12)
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return officeKind(openArchive(bytes))
  if (start.startsWith('d0cf11e0a1b11ae1')) throw new Refused(oldOffice(bytes))
  if (head.toString('latin1', 0, 5) === '{\\rtf') throw new Refused('rich-text')
  if (PICTURES.some((magic) => start.startsWith(magic)) || /^(RIFF....WEBP|....ftyp(heic|heix|mif1|avif))/s.test(head.toString('latin1', 0, 16))) throw new Refused('picture')
  if (ARCHIVES.some((magic) => start.startsWith(magic))) throw new Refused('archive')
  return textKind(bytes, name)
}

function officeKind(archive: Archive): Kind {
  const has = (folder: string): boolean => archive.names.some((each) => each.startsWith(folder))
  if (archive.names.length === 0) throw new Refused('empty')
  if (has('word/')) return { format: 'docx', archive }
  if (archive.names.includes('xl/workbook.bin')) throw new Refused('old-excel')
  if (has('xl/')) return { format: 'xlsx', archive }
  if (has('ppt/')) throw new Refused('slides')
  throw new Refused(archive.names.includes('mimetype') && has('META-INF/') ? 'open-document' : 'archive')
}

/** The names of streams in an OLE container (MS-CFB 2.6.1) are UTF-16; an encrypted Office file is one as well (MS-OFFCRYPTO 2.3). */
function oldOffice(bytes: Uint8Array): Refusal {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string): boolean => container.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return 'locked'
  if (holds('__properties_version1.0')) return 'outlook-message'
  if (holds('WordDocument')) return 'old-word'
  if (holds('Workbook') || holds('Book\0')) return 'old-excel'
  return holds('PowerPoint Document') ? 'slides' : 'unknown'
}

const HTML = /^\s{0,200}(<\?xml[^>]{0,200}>\s{0,200})?(<!--[^>]{0,2000}-->\s{0,200})?<(!doctype\s{1,4}html|html|head|body|table|div|p|meta)\b/i
const MAIL_HEADER = /^(return-path|received|message-id|mime-version|from|to|date|subject|content-type|delivered-to|x-[\w-]{1,60}|dkim-signature|authentication-results)\s?:/i
const SURE_MAIL = /^(received|message-id|mime-version|return-path|content-type|date: ?[a-z]{3}, {1,2}\d{1,2} [a-z]{3} \d{4})\s?:?/im

function textKind(bytes: Uint8Array, name: string): Kind {
  const decoded = decodeText(bytes, declaredEncoding(bytes))
  const { text } = decoded
  const hint = /\.(\w{1,8})$/.exec(name.toLowerCase())?.[1] ?? ''
  if (text.trim() === '') throw new Refused('empty')
  if (/^\s{0,20}BEGIN:VCALENDAR/i.test(text)) return { format: 'calendar', ...decoded }
  if (HTML.test(text) || (/^(html?|mht)$/.test(hint) && /<(p|div|table|br)\b/i.test(text.slice(0, 20_000)))) return { format: 'html', ...decoded }
  if (isMail(text)) return { format: 'mail' }
  const separator = OF_TABLES.has(hint) || OF_OTHERS.has(hint) ? separatorOf(text) : undefined
  if (separator && (OF_TABLES.has(hint) || separator === ';' || separator === '\t')) return { format: 'csv', ...decoded, separator }
  return { format: 'text', ...decoded }
}

/** A message as sent, not one that somebody copied: its head has a line that mail programs never show. */
function isMail(text: string): boolean {
  const head = text.slice(0, 20_000).split(/\r?\n\r?\n/)[0] ?? ''
  return MAIL_HEADER.test(text) && SURE_MAIL.test(head) && /^(from|subject)\s?:/im.test(head)
}

const NAMES: Record<FileFormat, { endings: string[]; word: string }> = {
  docx: { endings: ['docx', 'docm', 'dotx'], word: 'a Word document' }, xlsx: { endings: ['xlsx', 'xlsm', 'xltx'], word: 'an Excel workbook' }, csv: { endings: ['csv', 'tsv', 'txt', 'tab'], word: 'a table' },
  pdf: { endings: ['pdf'], word: 'a PDF' }, mail: { endings: ['eml', 'mht', 'mhtml', 'txt'], word: 'a message' }, calendar: { endings: ['ics', 'ical', 'ifb', 'vcs'], word: 'a calendar' },
  html: { endings: ['html', 'htm', 'xhtml', 'mht'], word: 'a web page' }, text: { endings: [], word: 'plain text' },
}
const OF_OTHERS = new Set(Object.values(NAMES).flatMap(({ endings }) => endings).filter((ending) => ending !== 'txt'))
const OF_TABLES = new Set(['csv', 'tsv', 'tab', 'xls'])

/** The sentence for a file whose name promises another kind than it is. */
export function misnamed(format: FileFormat, name: string): string | undefined {
  const ending = /\.(\w{1,8})$/.exec(name.toLowerCase())?.[1]
  if (ending === undefined || NAMES[format].endings.includes(ending) || !OF_OTHERS.has(ending)) return undefined
  return `The name ends in .${ending}, but this is ${NAMES[format].word}, and it was read as that.`
}
