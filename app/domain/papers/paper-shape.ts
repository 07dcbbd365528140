/** Whether something that came from elsewhere is a paper, so that every page and file that is written from it finds what it needs. */
import { AUDIENCES } from '#app/domain/papers/paper.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import { isId } from '#app/domain/ids.ts'

type Shape = (value: unknown) => boolean
type Fields = Readonly<Record<string, Shape>>

const text: Shape = (value) => typeof value === 'string'
const yes: Shape = (value) => value === true
const id: Shape = (value) => typeof value === 'string' && isId(value)
const amount: Shape = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 2_000
const oneOf = (...words: readonly unknown[]): Shape => (value) => words.includes(value)
const listOf = (each: Shape): Shape => (value) => Array.isArray(value) && value.every(each)

/** A record with all of the `needed` fields, some of the others, and nothing else. */
function record(needed: Fields, others: Fields = {}): Shape {
  const known = { ...needed, ...others }
  return (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
    && Object.keys(needed).every((name) => Object.hasOwn(value, name))
    && Object.entries(value).every(([name, inner]) => Object.hasOwn(known, name) && (known[name] as Shape)(inner))
}

const source = record({ noun: oneOf('engagement', 'note', 'excerpt', 'finding', 'rating', 'document', 'node', 'section', 'person', 'organisation', 'task'), id: text }, { within: id })
const about = record({ id: text, words: text })
const run = record({ text }, { bold: yes, italic: yes, small: yes, lang: text, source, sample: yes, derived: yes, about, contact: yes })
const runs = listOf(run)
const align = oneOf('left', 'center', 'right')
const piece: Fields = { about, teamOnly: yes }
const placed: Fields = { ...piece, under: about }
const cell = record({ text: listOf(runs) }, { align, span: amount })
const row = record({ cells: listOf(cell) }, { ...placed, head: yes, height: amount })
const item: Shape = (value) => record({ text: runs }, { ...placed, items: listOf(item) })(value)

const BLOCKS: readonly Shape[] = [
  record({ kind: oneOf('title'), text: runs }, { ...piece, lead: runs, align }), record({ kind: oneOf('heading'), level: oneOf(1, 2, 3), text: runs }, { ...piece, number: text }),
  record({ kind: oneOf('paragraph'), text: runs }, { ...piece, align, look: oneOf('lead', 'quote', 'remark') }), record({ kind: oneOf('list'), ordered: oneOf(true, false), items: listOf(item) }, piece),
  record({ kind: oneOf('table'), look: oneOf('grid', 'lines', 'plain'), widths: listOf(amount), rows: listOf(row) }, piece), record({ kind: oneOf('figure'), caption: runs, alt: text, attachmentId: (value) => value === null || id(value) }, piece),
  record({ kind: oneOf('plate', 'signature'), lines: listOf(runs) }, piece), record({ kind: oneOf('space'), points: amount }, piece), record({ kind: oneOf('page-break') }, piece),
]
const gap = record({ kind: oneOf('translation', 'evidence', 'date', 'person', 'decision', 'contradiction', 'other'), words: text }, { source })
const paper = record({
  kind: text, title: text, language: text, second: text, audience: oneOf(...AUDIENCES), header: text, footer: text, blocks: listOf((value) => BLOCKS.some((shape) => shape(value))), gaps: listOf(gap),
}, { landscape: yes })
const change = record({ id: text, words: text, what: oneOf('added', 'gone', 'changed'), before: text, after: text })

export function isPaper(value: unknown): value is Paper {
  return paper(value)
}

/** What changed between two editions, as an edition keeps it. */
export const areChanges: Shape = listOf(change)
