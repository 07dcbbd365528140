/** What a paper says, and what its files say, without white space: so that letters alone are compared. Shares nothing with what writes them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { getDocumentProxy } from 'unpdf'
import type { Block, Item, Paper, Text } from '#app/domain/papers/paper.ts'

type Showing = { /** Whether labels of lists are letters of the file. */ labels: boolean; /** How often a plate's lines stand there. */ faces: number }

/** The paper's letters in reading order, sample data with its ring. */
export function lettersOf({ blocks }: Pick<Paper, 'blocks'>, showing: Showing): string {
  return bare(blocks.map((block) => blockLetters(block, showing)).join(''))
}

export function bare(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, '')
}

function blockLetters(block: Block, showing: Showing): string {
  switch (block.kind) {
    case 'title': return shown(block.text) + shown(block.lead ?? [])
    case 'heading': return (block.number ?? '') + shown(block.text)
    case 'paragraph': return shown(block.text)
    case 'list': return items(block.items, block.ordered, showing)
    case 'table': return block.rows.map((row) => row.cells.map((cell) => cell.text.map(shown).join('')).join('')).join('')
    case 'figure': return shown(block.caption)
    case 'plate': return block.lines.map(shown).join('').repeat(showing.faces)
    case 'signature': return block.lines.map(shown).join('')
    case 'space': case 'page-break': return ''
  }
}

function items(list: readonly Item[], ordered: boolean, showing: Showing): string {
  return list.map((item, at) => (showing.labels ? (ordered ? `${at + 1}.` : '•') : '') + shown(item.text) + items(item.items ?? [], false, showing)).join('')
}

function shown(text: Text): string {
  return text.map((run) => run.text + (run.sample && run.text !== '' ? '◦' : '')).join('')
}

type Content = { type?: string; tag?: string; str?: string }

/** The letters of a PDF that are tagged as content, page by page: headers, footers and repeated heads are artifacts. */
export async function pdfPages(bytes: Uint8Array): Promise<{ content: string; all: string }[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const pages: { content: string; all: string }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true })
    const open: boolean[] = []
    let content = ''
    let all = ''
    for (const item of items as Content[]) {
      if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps') open.push(item.tag === 'Artifact')
      else if (item.type === 'endMarkedContent') open.pop()
      else if (item.str !== undefined) {
        all += item.str
        if (!open.includes(true)) content += item.str
      }
    }
    pages.push({ content: bare(content), all: bare(all) })
  }
  return pages
}

export async function pdfLetters(bytes: Uint8Array): Promise<string> {
  return (await pdfPages(bytes)).map(({ content }) => content).join('')
}

export async function docxLetters(bytes: Uint8Array): Promise<string> {
  return bare((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value)
}

/** What a program says of bytes in a file; `said` is standard output, `complained` standard error. */
export function askProgram(program: string, args: (file: string, folder: string) => string[], name: string, bytes: Uint8Array): { said: string; complained: string; read: (file: string) => Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-paper-'))
  try {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    const { stdout, stderr } = spawnSync(program, args(file, folder), { encoding: 'utf8', maxBuffer: 100_000_000 })
    const kept = new Map<string, Buffer>()
    for (const ending of ['pdf', 'txt']) {
      try {
        kept.set(ending, readFileSync(join(folder, `${name.replace(/\.\w+$/, '')}.${ending}`)))
      } catch {
        kept.delete(ending)
      }
    }
    return { said: stdout, complained: stderr, read: (ending) => kept.get(ending) ?? Buffer.alloc(0) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
