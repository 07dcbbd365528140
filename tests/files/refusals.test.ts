/** What is not read gets one sentence that says what to do, and costs neither time nor memory. */
import { createDeflate, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LARGEST_FILE } from '#app/files/file.ts'
import { readFile } from '#app/files/read.server.ts'
import type { Limits } from '#app/files/thread.server.ts'
import { refusalSentence } from '#app/files/refusals.ts'
import type { Refusal } from '#app/files/refusals.ts'
import { archiveOf, docxOf, oleOf, paragraph, pdfFrom, pdfOf, xlsxOf } from '#tests/support/files.ts'

async function reasonFor(bytes: Uint8Array, name: string, limits: Partial<Limits> = {}): Promise<Refusal> {
  const found = await readFile(bytes, name, limits)
  if (!('refused' in found)) throw new Error(`It was read: ${found.text.slice(0, 200)}`)
  expect(found.sentence).toBe(refusalSentence(found.refused))
  expect(found.sentence).toMatch(/\. (Choose|Send|Copy|Unpack|Open|Save) .*\.$/)
  return found.refused
}

const DOCX = docxOf(paragraph('09:00 Opening'))

describe('refused by what it is', () => {
  it.each<[string, Refusal, Uint8Array, string]>([
    ['nothing', 'empty', new Uint8Array(0), 'a.docx'],
    ['blanks', 'empty', Buffer.from(' \r\n\t\r\n'), 'a.txt'],
    ['bytes of no kind', 'unknown', Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7_919) % 251), 'a.txt'],
    ['a program named .docx', 'unknown', Buffer.concat([Buffer.from('MZ\u0090\0\u0003\0\0\0', 'latin1'), Buffer.alloc(3_000)]), 'a.docx'],
    ['a picture named .pdf', 'picture', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)]), 'scan.pdf'],
    ['a photograph', 'picture', Buffer.from('ffd8ffe000104a464946', 'hex'), 'IMG_1.JPG'],
    ['a rich text', 'rich-text', Buffer.from('{\\rtf1\\ansi 09:00 Opening}'), 'a.doc'],
    ['slides', 'slides', archiveOf({ '[Content_Types].xml': '<x/>', 'ppt/presentation.xml': '<x/>' }), 'a.pptx'],
    ['an OpenDocument text', 'open-document', archiveOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': '<x/>' }), 'a.odt'],
    ['an archive', 'archive', archiveOf({ 'agenda.docx': DOCX }), 'a.zip'],
    ['a binary workbook', 'old-excel', archiveOf({ 'xl/workbook.bin': 'x' }), 'a.xlsb'],
    ['an old Word file', 'old-word', oleOf('Root Entry', 'WordDocument'), 'a.doc'],
    ['an old Excel file named .xlsx', 'old-excel', oleOf('Root Entry', 'Workbook'), 'a.xlsx'],
    ['an Outlook message', 'outlook-message', oleOf('Root Entry', '__properties_version1.0'), 'a.msg'],
    ['a locked Word file', 'locked', oleOf('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'agenda.docx'],
    ['a PDF without text', 'scanned', pdfOf([]), 'a.pdf'],
    ['a PDF that is cut off', 'broken', Buffer.from('%PDF-1.7\n1 0 obj\n<<'), 'a.pdf'],
    ['a Word file that is cut off', 'broken', DOCX.subarray(0, DOCX.length - 40), 'a.docx'],
    ['a Word file without a body', 'broken', archiveOf({ 'word/other.xml': '<x/>' }), 'a.docx'],
    ['a Word file with a document type', 'broken', docxOf('', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' }), 'a.docx'],
    ['a Word file without words', 'no-text', docxOf(paragraph('')), 'a.docx'],
    ['a workbook without values', 'no-text', xlsxOf([{ name: 'A', rows: [[null]] }]), 'a.xlsx'],
    ['a calendar without events', 'no-text', Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'), 'a.ics'],
    ['a calendar that breaks off', 'broken', Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:'), 'a.ics'],
    ['a text longer than a book', 'too-long', Buffer.from('09:00 talk\n'.repeat(300_000)), 'a.txt'],
  ])('%s', async (_, because, bytes, name) => {
    expect(await reasonFor(bytes, name)).toBe(because)
  })

  it('a file of more than 10 MB, without starting anything', async () => {
    expect(await reasonFor(new Uint8Array(LARGEST_FILE + 1), 'a.docx')).toBe('too-large')
  })

  it('a PDF with a password', async () => {
    const locked = pdfFrom(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`], `/Encrypt 3 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] `)
    expect(await reasonFor(locked, 'a.pdf')).toBe('locked')
  })
})

describe('a bomb', () => {
  it('that says what it is: more than its packing can be worth', async () => {
    expect(await reasonFor(docxOf('', { 'word/media/image1.png': Buffer.alloc(20 * 1_048_576) }), 'a.docx')).toBe('swollen')
  })

  it('that lies about its size, as damage', async () => {
    const honest = Buffer.from(docxOf(paragraph(`${'x'.repeat(5_000)}`)))
    for (let at = honest.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = honest.indexOf('PK\u0001\u0002', at + 1, 'latin1')) honest.writeUInt32LE(100, at + 24)
    expect(await reasonFor(honest, 'a.docx')).toBe('swollen')
  })

  it('of thousands of parts', async () => {
    expect(await reasonFor(archiveOf(Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`word/${i}.xml`, '']))), 'a.docx')).toBe('swollen')
  })

  it('of parts that share their bytes and together unpack to too much', async () => {
    expect(await reasonFor(overlapping(), 'a.docx')).toBe('swollen')
  })

  it('in a PDF, which the reader is stopped at', async () => {
    expect(await reasonFor(pdfOf([], { content: await deflated(400), filter: '/FlateDecode' }), 'a.pdf', { growthMb: 150, withinMs: 8_000 })).toBe('too-heavy')
  })
})

/** An archive whose hundred entries all point at one deflated megabyte. */
function overlapping(): Uint8Array {
  const text = Buffer.from(Array.from({ length: 90_000 }, (_, i) => `line ${i * 7} `).join(''))
  const packed = deflateRawSync(text)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  const list = Array.from({ length: 100 }, (_, i) => {
    const name = Buffer.from(`word/${i}.xml`)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(text.length, 24)
    entry.writeUInt16LE(name.length, 28)
    return Buffer.concat([entry, name])
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(list.length, 10)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, ...list, end])
}

/** So many megabytes of zeros, deflated without holding them. */
async function deflated(megabytes: number): Promise<Buffer> {
  const stream = createDeflate()
  const chunk = Buffer.alloc(1_048_576)
  const write = (async () => {
    for (let i = 0; i < megabytes; i++) if (!stream.write(chunk)) await new Promise((resolve) => stream.once('drain', resolve))
    stream.end()
  })()
  const out: Buffer[] = []
  for await (const piece of stream) out.push(piece as Buffer)
  await write
  return Buffer.concat(out)
}
