/** HTML → lines of text, as a person would copy them: tables with tabs, lists with bullets, struck-out text left out. */
import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { rowsAsLines } from '#app/files/rows.ts'
import { Refused } from '#app/files/refusals.ts'

export type HtmlText = { text: string; struck: boolean }
type Options = { /** Tabs in the text are meant, as Word's are; browsers show them as spaces. */ tabs?: boolean }

const SILENT = new Set(['head', 'script', 'style', 'template', 'noscript', 'svg', 'math', 'object', 'iframe', 'select', 'datalist', 'audio', 'video', 'canvas'])
const STRUCK = new Set(['s', 'del', 'strike'])
const APART = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'dl', 'hr', 'pre', 'blockquote'])
const BLOCKS = new Set([...APART, 'p', 'div', 'li', 'tr', 'dt', 'dd', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'address', 'figure', 'figcaption', 'form', 'fieldset', 'center', 'caption', 'body', 'details', 'summary'])
const HIDDEN = /(display\s{0,4}:\s{0,4}none|mso-hide\s{0,4}:\s{0,4}all)/i
const DEEPEST = 400

/** The encoding that a page names for itself. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  return /<meta\b[^>]{0,200}?\bcharset\s{0,4}=\s{0,4}["']?([\w-]{2,40})/i.exec(Buffer.from(bytes.subarray(0, 4_000)).toString('latin1'))?.[1]
}

/** The text of a page or of a piece of one. Throws `Refused` when it is nested too deeply to be a document. */
export function readHtml(html: string, { tabs = false }: Options = {}): HtmlText {
  const writer = new Writer(tabs)
  writer.children(parse(html), 0)
  return { text: writer.lines().join('\n'), struck: writer.struck }
}

/** Collects lines; a blank one is kept where one stood or a block sets itself apart, never two. */
class Writer {
  struck = false
  #lines: string[] = []
  #line = ''
  #lists: { next: number | null }[] = []
  #pre = 0

  constructor(readonly tabs: boolean) {}

  lines(): string[] {
    this.#end()
    const found = this.#lines.map((line) => line.replaceAll('\u00a0', ' '))
    const last = found.findLastIndex((line) => line.trim() !== '')
    return found.filter((line, i) => line.trim() !== '' || (i > 0 && i < last && found[i - 1]?.trim() !== ''))
  }

  children(node: Tree.ParentNode, depth: number): void {
    if (depth > DEEPEST) throw new Refused('broken')
    for (const child of node.childNodes) {
      if (child.nodeName === '#text') this.#text((child as Tree.TextNode).value)
      else if ('tagName' in child) this.#element(child, depth + 1)
    }
  }

  #element(element: Tree.Element, depth: number): void {
    const { tagName: tag } = element
    if (SILENT.has(tag) || isHidden(element) || isFootnoteMark(element)) return
    if (STRUCK.has(tag)) this.struck ||= hasText(element)
    else if (tag === 'br') this.#end(true)
    else if (tag === 'table') this.#apart(() => this.#table(element, depth))
    else if (tag === 'li') this.#item(element, depth)
    else if (APART.has(tag) && this.#lists.length === 0) this.#apart(() => this.#inside(element, depth))
    else if (APART.has(tag)) this.#inside(element, depth)
    else if (BLOCKS.has(tag)) this.#block(element, depth)
    else this.children(element, depth)
  }

  #block(element: Tree.Element, depth: number): void {
    this.#end()
    const before = this.#lines.length
    this.children(element, depth)
    this.#end()
    if (element.tagName === 'p' && this.#lines.length === before) this.#lines.push('')
  }

  #apart(write: () => void): void {
    this.#end()
    this.#lines.push('')
    write()
    this.#end()
    this.#lines.push('')
  }

  #inside(element: Tree.Element, depth: number): void {
    this.#end()
    const list = element.tagName === 'ol' || element.tagName === 'ul'
    if (list) this.#lists.push({ next: element.tagName === 'ol' ? Number(attribute(element, 'start') ?? 1) || 1 : null })
    if (element.tagName === 'pre') this.#pre++
    this.children(element, depth)
    this.#end()
    if (element.tagName === 'pre') this.#pre--
    if (list) this.#lists.pop()
  }

  #item(element: Tree.Element, depth: number): void {
    this.#end()
    const list = this.#lists.at(-1)
    const mark = typeof list?.next === 'number' ? `${list.next++}. ` : '- '
    const before = this.#lines.length
    this.children(element, depth)
    this.#end()
    const first = this.#lines.findIndex((line, i) => i >= before && line.trim() !== '')
    if (first >= 0) this.#lines[first] = '  '.repeat(Math.max(0, this.#lists.length - 1)) + mark + (this.#lines[first] ?? '').trimStart()
  }

  #table(table: Tree.Element, depth: number): void {
    const caption = table.childNodes.find((node): node is Tree.Element => 'tagName' in node && node.tagName === 'caption')
    if (caption) this.#block(caption, depth)
    const grid = gridOf(table, (cell) => {
      const inner = new Writer(this.tabs)
      inner.children(cell, depth + 3)
      const lines = inner.lines()
      this.struck ||= inner.struck
      return lines.join('\n')
    })
    this.#lines.push(...rowsAsLines(grid.filter((row) => row.some((cell) => cell.trim() !== ''))))
  }

  #text(text: string): void {
    if (this.#pre > 0) {
      const [first = '', ...more] = text.replaceAll('\r\n', '\n').split('\n')
      this.#line += first
      for (const line of more) {
        this.#end(true)
        this.#line = line
      }
      return
    }
    const run = this.tabs ? text.replace(/[\n\r\f ]+/g, ' ') : text.replace(/[\t\n\r\f ]+/g, ' ')
    this.#line += this.#line === '' || this.#line.endsWith(' ') ? run.replace(/^ /, '') : run
  }

  /** Ends the line; an empty one counts only where a line break stands. */
  #end(broken = false): void {
    const line = this.#line.trimEnd()
    this.#line = ''
    if (line !== '' || broken) this.#lines.push(line)
  }
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value
}

function isHidden(element: Tree.Element): boolean {
  return element.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && HIDDEN.test(value)))
}

/** The number of a footnote in Word's text; the note itself stands at the end. */
function isFootnoteMark(element: Tree.Element): boolean {
  return element.tagName === 'a' && /^(foot|end)note-ref-/.test(attribute(element, 'id') ?? '')
}

function hasText(element: Tree.Element): boolean {
  return element.childNodes.some((node) => (node.nodeName === '#text' ? (node as Tree.TextNode).value.trim() !== '' : 'tagName' in node && hasText(node)))
}

const WIDEST = 64
const TALLEST = 500

/** The cells of a table in rows and columns: a merged cell's text stands in its first place, the others are empty. */
function gridOf(table: Tree.Element, textOf: (cell: Tree.Element) => string): string[][] {
  const grid: string[][] = []
  for (const [at, row] of rowsOf(table).entries()) {
    const line = (grid[at] ??= [])
    let column = 0
    for (const cell of row) {
      while (line[column] !== undefined) column++
      if (column >= WIDEST) break
      const wide = spanOf(cell, 'colspan', WIDEST - column)
      for (let down = 0; down < spanOf(cell, 'rowspan', TALLEST); down++) for (let right = 0; right < wide; right++) (grid[at + down] ??= [])[column + right] = ''
      line[column] = textOf(cell)
    }
  }
  return grid.slice(0, rowsOf(table).length).map((row) => Array.from(row, (cell) => cell ?? ''))
}

function spanOf(cell: Tree.Element, name: string, most: number): number {
  return Math.min(Math.max(1, Math.trunc(Number(attribute(cell, name) ?? 1)) || 1), Math.max(1, most))
}

function rowsOf(table: Tree.Element): Tree.Element[][] {
  const elements = (node: Tree.Element): Tree.Element[] => node.childNodes.filter((child): child is Tree.Element => 'tagName' in child)
  const rows = elements(table).flatMap((child) => (['thead', 'tbody', 'tfoot'].includes(child.tagName) ? elements(child) : [child])).filter(({ tagName }) => tagName === 'tr')
  return rows.map((row) => elements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th'))
}
