/** `caravan parse` on documents: the same reading as of an upload, one sentence for what cannot be read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { caravan } from '#tests/support/command-line.ts'
import { docxOf, oleOf, paragraph, table, xlsxOf } from '#tests/support/files.ts'

const folder = mkdtempSync(join(tmpdir(), 'caravan-parse-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Parsed = { items: { start: string; end: string; title: string; people?: { name: string; organization?: string }[] }[] }

function parse(name: string, bytes: Uint8Array | string): { exit: number | null; error: string; read: Parsed | undefined } {
  writeFileSync(join(folder, name), bytes)
  const { exit, out, error } = caravan(folder, ['parse', join(folder, name)])
  return { exit, error, read: exit === 0 ? (JSON.parse(out) as Parsed) : undefined }
}

const HEAD = ['Seminar on city data', 'Tuesday, 4 February 2020']
const ROWS = [['Time', 'Session', 'Speaker'], ['09:00–09:30', 'Registration', ''], ['09:30–10:15', 'Opening remarks', 'Mr. Anvar Sample, Deputy Chair, City Council'], ['10:15–11:00', 'Data of the city', 'Ms. Katrin Example, Director, Institute of Maps']]

it('reads a table of a document as it reads the same table pasted', () => {
  const pasted = caravan(folder, ['parse'], { input: [...HEAD, '', ...ROWS.map((row) => row.join('\t'))].join('\n') })
  const expected = JSON.parse(pasted.out) as Parsed
  expect(expected.items.map(({ start, title }) => `${start} ${title}`)).toEqual(['09:00 Registration', '09:30 Opening remarks', '10:15 Data of the city'])
  expect(parse('agenda.docx', docxOf(HEAD.map((line) => paragraph(line)).join('') + table(ROWS))).read?.items).toEqual(expected.items)
  expect(parse('agenda.xlsx', xlsxOf([{ name: 'Sheet1', rows: [...HEAD.map((line) => [line]), [null], ...ROWS] }])).read?.items).toEqual(expected.items)
  expect(parse('agenda.html', `<h2>${HEAD[0]}</h2><p>${HEAD[1]}</p><table>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`).read?.items).toEqual(expected.items)
})

it('says what to do with a file that cannot be read', () => {
  expect(parse('locked.docx', oleOf('EncryptedPackage'))).toMatchObject({ exit: 2, error: expect.stringContaining('protected by a password') as string })
  expect(caravan(folder, ['parse', join(folder, 'missing.docx')])).toMatchObject({ exit: 2, error: expect.stringContaining('cannot be read') as string })
})
