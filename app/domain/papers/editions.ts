/** Editions of a paper: what changed from one to the next, thing by thing, and what a reader sees of which edition they hold. */
import { paperKind } from '#app/domain/papers/kinds.ts'
import { toldIn } from '#app/domain/papers/paper.ts'
import type { About, Audience, Block, Cell, Item, Paper, Run, Text } from '#app/domain/papers/paper.ts'
import { formatDay, formatMinute, formatOffset, offsetOf, wallOf } from '#app/domain/time.ts'
import type { Instant, Zone } from '#app/domain/time.ts'

/** Papers whose editions follow each other: one subject, for one reader, in one language or pair. */
export type Series = { kind: string; subject: string; audience: Audience; language: string; second: string }

/** `before` and `after` are '' where the thing did not stand. Equal where a picture was exchanged under its caption. */
export type PaperChange = { id: string; words: string; what: 'added' | 'gone' | 'changed'; before: string; after: string }

/** The words of a piece without those of pieces within it that are about something else; `key` also tells its form. */
type Said = { key: string; words: string }
type Thing = { words: string; said: Said[] }

/**
 * What changed between two editions: each thing once, however often the paper shows it, in the order of the newer paper and
 * what is gone after it. Furniture and the order of things do not count.
 */
export function compareEditions(before: Paper, after: Paper): PaperChange[] {
  const [old, now] = [thingsIn(before), thingsIn(after)]
  const kept = [...now].flatMap(([id, thing]) => changeOf(id, old.get(id), thing))
  const gone = [...old].filter(([id]) => !now.has(id)).map(([id, thing]): PaperChange => ({ id, words: thing.words, what: 'gone', before: wordsOf(thing.said), after: '' }))
  return [...kept, ...gone]
}

function changeOf(id: string, old: Thing | undefined, now: Thing): PaperChange[] {
  if (!old) return [{ id, words: now.words, what: 'added', before: '', after: wordsOf(now.said) }]
  const [left, came] = [without(old.said, now.said), without(now.said, old.said)]
  return left.length + came.length === 0 ? [] : [{ id, words: now.words, what: 'changed', before: wordsOf(left), after: wordsOf(came) }]
}

/** Everything that a paper says, by what it is about; each way of saying it once. */
export function thingsIn({ blocks }: Pick<Paper, 'blocks'>): Map<string, Thing> {
  const things = new Map<string, Thing>()
  const note: Note = (about, parts) => {
    if (!about) return [...parts]
    const said = { key: JSON.stringify(parts.map(({ key }) => key)), words: parts.map(({ words }) => words).filter(Boolean).join(' · ') }
    const thing = things.get(about.id)
    if (!thing) things.set(about.id, { words: about.words, said: [said] })
    else if (!thing.said.some(({ key }) => key === said.key)) thing.said.push(said)
    return []
  }
  for (const block of blocks) note(block.about, partsOf(block, note))
  return things
}

type Note = (about: About | undefined, parts: readonly Said[]) => Said[]

/** What a block itself says; its rows and items are noted on the way, those without a subject of their own are told with it. */
function partsOf(block: Block, note: Note): Said[] {
  const told = (text: Text): Said => partOf(text, note)
  switch (block.kind) {
    case 'title': return [told(block.text), told(block.lead ?? [])]
    case 'heading': return [saidAs(block.number ?? ''), told(block.text)]
    case 'paragraph': return [told(block.text)]
    case 'list': return block.items.flatMap((item) => itemParts(item, note))
    case 'table': return block.rows.flatMap((row) => note(row.about, [...row.cells.flatMap((cell) => cellParts(cell, note)), ...placeOf(row.under)]))
    case 'figure': return [told(block.caption), ...(block.attachmentId === null ? [] : [saidAs(`\u0000${block.attachmentId}`)])]
    case 'plate': case 'signature': return block.lines.map(told)
    case 'space': case 'page-break': return []
  }
}

function itemParts({ about, text, items = [], under }: Item, note: Note): Said[] {
  const within = items.flatMap((item) => itemParts(item, note))
  return note(about, [partOf(text, note), ...placeOf(under), ...within])
}

/** Of what a piece stands under, only which it is. */
function placeOf(under: About | undefined): Said[] {
  return under ? [{ key: `\u0001${under.id}\u0001`, words: under.words }] : []
}

function cellParts({ text }: Cell, note: Note): Said[] {
  return text.filter((paragraph: Text) => paragraph.length === 0 || paragraph.some((run) => run.derived !== true)).map((paragraph) => partOf(paragraph, note))
}

function saidAs(words: string): Said {
  return { key: words, words }
}

/** A paragraph. Runs of another thing are noted as that thing's own; here they only say that it stands in this place. */
function partOf(text: Text, note: Note): Said {
  let key = ''
  let words = ''
  for (const runs of runsTogether(text)) {
    const about = runs[0]?.about
    const said = saidAs(toldIn(runs))
    words += runs.map((run) => (run.derived ? '' : run.contact ? HIDDEN : run.text)).join('')
    if (about) note(about, [{ ...said, words: runs.map((run) => (run.contact ? HIDDEN : run.text)).join('') }])
    key += about ? `\u0001${about.id}\u0001` : said.key
  }
  return { key, words }
}

/** A list of changes is read by more people than may read a phone. */
const HIDDEN = '…'

/** Neighbours that are about the same thing. */
function runsTogether(text: Text): Text[] {
  const groups: Run[][] = []
  for (const run of text) {
    const last = groups.at(-1)
    if (last && last[0]?.about?.id === run.about?.id) last.push(run)
    else groups.push([run])
  }
  return groups
}

function without(some: readonly Said[], others: readonly Said[]): Said[] {
  return some.filter(({ key }) => !others.some((other) => other.key === key))
}

function wordsOf(said: readonly Said[]): string {
  return said.map(({ words }) => words.replaceAll(/ · \u0000.*$/g, '')).join(' / ')
}

/** 'Agenda: Meeting with the ministry', as the team calls it; `title` stands for a kind that nobody writes any more. */
export function paperTitle(kind: string, title: string, subjectTitle: string): string {
  return `${paperKind(kind)?.words ?? title}: ${subjectTitle}`
}

type Stamp = { number: number | null; ms: Instant; zone: Zone; city: string }

const WORDS: Record<string, { draft: string; edition: (number: number) => string }> = {
  en: { draft: 'Draft', edition: (number) => `Edition ${number}` },
  ru: { draft: 'Проект', edition: (number) => `Редакция ${number}` },
  tg: { draft: 'Лоиҳа', edition: (number) => `Нашри ${number}` },
  kk: { draft: 'Жоба', edition: (number) => `${number}-басылым` },
  ky: { draft: 'Долбоор', edition: (number) => `${number}-басылышы` },
  uz: { draft: 'Loyiha', edition: (number) => `${number}-nashr` },
}

/** The paper with its edition, or that it is a draft, at its foot, and the moment on the mission's clock. */
export function stamped(paper: Paper, { number, ms, zone, city }: Stamp): Paper {
  const language = Object.hasOwn(WORDS, paper.language) ? paper.language : 'en'
  const { draft, edition } = WORDS[language] as (typeof WORDS)[string]
  const wall = wallOf(ms, zone)
  const day = language === 'en' ? formatDay(wall.day) : wall.day.split('-').toReversed().join('.')
  const words = `${number === null ? draft : edition(number)}, ${day}, ${formatMinute(wall.minute)} ${city}, ${formatOffset(offsetOf(ms, zone))}`
  return { ...paper, footer: [paper.footer, words].filter(Boolean).join(' · ') }
}
