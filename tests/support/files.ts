/** Files as the programs of others write them: the smallest that are right. */
import { strToU8, zipSync } from 'fflate'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function archiveOf(parts: Record<string, string | Uint8Array>, level: 0 | 6 | 9 = 6): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])), { level })
}

function relations(...targets: [id: string, kind: string, target: string][]): string {
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`).join('')}</Relationships>`
}

/** A Word document with this body; parts are added or replaced by `more`. */
export function docxOf(body: string, more: Record<string, string | Uint8Array> = {}): Uint8Array {
  return archiveOf({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations(['rId1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${RELATIONS}"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

/** A paragraph of Word; a line break for `\n`, a tab for `\t`. */
export function paragraph(text: string, properties = ''): string {
  const runs = text.split(/(\n|\t)/).map((piece) => (piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`))
  return `<w:p><w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${runs.join('')}</w:r></w:p>`
}

type Cell = string | { text: string; across?: number; down?: 'starts' | 'goes on' }

/** A table of Word; every line of a cell is a paragraph. */
export function table(rows: readonly (readonly Cell[])[]): string {
  const cell = (given: Cell): string => {
    const { text, across = 1, down } = typeof given === 'string' ? { text: given } : given
    const merge = down ? `<w:vMerge${down === 'starts' ? ' w:val="restart"' : ''}/>` : ''
    return `<w:tc><w:tcPr>${across > 1 ? `<w:gridSpan w:val="${across}"/>` : ''}${merge}</w:tcPr>${text.split('\n').map((line) => paragraph(line)).join('')}</w:tc>`
  }
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

export type Value = string | number | null | { day: number } | { time: number } | { formula: string; value: string }
export type MadeSheet = { name: string; hidden?: boolean; rows: readonly (readonly Value[])[]; merged?: string[] }

/** A workbook with texts in place, days as serial numbers and times as fractions of a day. */
export function xlsxOf(sheets: readonly MadeSheet[]): Uint8Array {
  return archiveOf({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(...sheets.map((_, i): [string, string, string] => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]), ['rId99', 'styles', 'styles.xml']),
    'xl/styles.xml': `${XML}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="hh:mm;@"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map(({ rows, merged = [] }, i) => [`xl/worksheets/sheet${i + 1}.xml`, `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map(rowXml).join('')}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`])),
  })
}

function rowXml(row: readonly Value[], at: number): string {
  return `<row r="${at + 1}">${row.map((value, column) => cellXml(value, `${String.fromCharCode(65 + column)}${at + 1}`)).join('')}</row>`
}

function cellXml(value: Value, ref: string): string {
  if (value === null) return ''
  if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`
  if (typeof value === 'string') return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  if ('day' in value) return `<c r="${ref}" s="1"><v>${value.day}</v></c>`
  if ('time' in value) return `<c r="${ref}" s="2"><v>${value.time}</v></c>`
  return `<c r="${ref}" t="str"><f>${escaped(value.formula)}</f><v>${escaped(value.value)}</v></c>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Where letters stand on the page of a PDF: `y` counts upwards. */
export type Placed = { x: number; y: number; text: string; size?: number }

/** A PDF of one page with Latin letters at given places and lines drawn; `content` replaces what is on the page. */
export function pdfOf(placed: readonly Placed[], { rules = [], content, filter }: { /** Lines from point to point. */ rules?: readonly [x: number, y: number, toX: number, toY: number][]; content?: Uint8Array; filter?: string } = {}): Uint8Array {
  const shown = placed.map(({ x, y, text, size = 10 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
  const drawn = rules.map(([x, y, toX, toY]) => `${x} ${y} m ${toX} ${toY} l S`)
  const stream = content ?? strToU8([...shown, ...drawn].join('\n'))
  return pdfFrom([
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    { dictionary: filter ? `/Filter ${filter}` : '', stream },
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ])
}

type PdfObject = string | { dictionary: string; stream: Uint8Array }

/** Objects 1, 2, 3 … as a file; the first is the catalog. */
export function pdfFrom(objects: readonly PdfObject[], trailer = ''): Uint8Array {
  const chunks: Uint8Array[] = [strToU8('%PDF-1.7\n')]
  const offsets: number[] = []
  const length = (): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  for (const [i, object] of objects.entries()) {
    offsets.push(length())
    if (typeof object === 'string') chunks.push(strToU8(`${i + 1} 0 obj\n${object}\nendobj\n`))
    else chunks.push(strToU8(`${i + 1} 0 obj\n<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`), object.stream, strToU8('\nendstream\nendobj\n'))
  }
  const at = length()
  chunks.push(strToU8(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(chunks)
}

/** The first sector of an OLE container that names these streams. */
export function oleOf(...streams: string[]): Uint8Array {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...streams.map((stream) => Buffer.concat([Buffer.from(`${stream}\0`, 'utf16le'), Buffer.alloc(64)]))])
}
