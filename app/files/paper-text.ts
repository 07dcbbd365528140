/** A paper as plain text: readable in a mail in any typeface, so nothing is lined up by spaces. */
import type { Block, Item, Paper, Row, Text } from '#app/domain/papers/paper.ts'
import { hasSample } from '#app/domain/papers/runs.ts'

const SAMPLE = '\u25e6'
/** Cells of a row stand on one line as long as it stays this short. */
const LONGEST_LINE = 78
const INDENT = '    '

/** The whole paper, its lines ended by LF; blocks are apart by an empty line. */
export function paperText(paper: Paper): string {
  const parts = paper.blocks.flatMap((block) => blockText(block))
  const foot = [paper.footer, hasSample(paper) ? `${SAMPLE} sample data` : ''].filter(Boolean).join('\n')
  return `${[paper.header, ...parts, foot && `--\n${foot}`].filter(Boolean).join('\n\n')}\n`
}

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'title': return [[ruled(shown(block.text), '='), ...(block.lead ? [shown(block.lead)] : [])].join('\n')]
    case 'heading': {
      const words = [block.number, shown(block.text)].filter(Boolean).join(' ')
      return [block.level === 1 ? ruled(words, '-') : words]
    }
    case 'paragraph': return [block.look === 'quote' ? shown(block.text).replaceAll(/^/gm, '> ') : shown(block.text)]
    case 'list': return [itemLines(block.items, block.ordered, '').join('\n')]
    case 'table': {
      const rows = block.rows.map(rowText).filter((row) => row !== '')
      return [rows.join(rows.some((row) => row.includes('\n')) ? '\n\n' : '\n')]
    }
    case 'figure': return [`[${block.alt}]\n${shown(block.caption)}`]
    case 'plate': return [block.lines.map(shown).join('\n')]
    case 'signature': return [`____________________\n${block.lines.map(shown).join('\n')}`]
    case 'space': case 'page-break': return []
  }
}

function shown(text: Text): string {
  return text.map((run) => run.text + (run.sample && run.text !== '' ? SAMPLE : '')).join('')
}

function ruled(words: string, sign: string): string {
  return `${words}\n${sign.repeat(Math.min(60, Math.max(...words.split('\n').map((line) => line.length))))}`
}

function itemLines(items: readonly Item[], ordered: boolean, indent: string): string[] {
  return items.flatMap((item, at) => {
    const label = ordered ? `${at + 1}. ` : '- '
    return [`${indent}${label}${shown(item.text).replaceAll('\n', `\n${indent}${' '.repeat(label.length)}`)}`, ...itemLines(item.items ?? [], false, indent + ' '.repeat(label.length))]
  })
}

/** The cells beside each other where the line holds them, else the first and the others under it. */
function rowText({ cells }: Row): string {
  const parts = cells.map((cell) => cell.text.map(shown)).filter((lines) => lines.some((line) => line !== ''))
  const line = parts.map((lines) => lines.join(', ')).join('  ')
  if (line.length <= LONGEST_LINE && !line.includes('\n') && parts.every((lines) => lines.length === 1)) return line
  const [first = [], ...others] = parts
  return [...first, ...others.flat().map((words) => INDENT + words.replaceAll('\n', `\n${INDENT}`))].join('\n')
}
