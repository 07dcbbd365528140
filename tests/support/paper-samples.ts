/** Papers for the tests of what writes them. */
import { readFileSync } from 'node:fs'
import type { Block, Paper, Row, Text } from '#app/domain/papers/paper.ts'

/** Every letter that the languages of the missions have beyond Russian and English. */
export const LETTERS = {
  tg: 'Ғ ғ Қ қ Ҳ ҳ Ҷ ҷ Ӣ ӣ Ӯ ӯ. Ҷӯякони ҳушёр дар Қӯрғонтеппа, Ғазнӣ ва Ӯротеппа; ӢТТИФОҚ.',
  kk: 'Ә ә Ғ ғ Қ қ Ң ң Ө ө Ұ ұ Ү ү Һ һ І і. Әлемдегі барлық өңірлердің ұйымы, Үкімет, гауһар, Іс.',
  ky: 'Ң ң Ө ө Ү ү. Өкмөт, Кыргыз Республикасы, жаңы үй, өңүт, Ысык-Көл.',
  uz: 'Oʻ oʻ Gʻ gʻ ʼ ʻ Ў ў Қ қ Ғ ғ Ҳ ҳ. Oʻzbekiston, gʻoya, maʼlumot, sanʼat; Ўзбекистон, ғоя.',
  ru: 'Съешь же ещё этих мягких французских булок, да выпей чаю; №640, «ё», Ё — ЪЫЭ.',
  en: 'Smørrebrød, naïve façade, “quotes”, ‘single’, 09:30–12:00 — UTC−5, 5 × 3 … § 2 • fi fl ffi.',
} as const

/** The Tajik charter, from the deck as it was printed. */
export const CHARTER = readFileSync('db/seed/deck.txt', 'utf8').split('\n').slice(117, 150).map((line) => line.replaceAll('↵', '').trim()).filter((line) => line !== '')

export function paperOf(blocks: readonly Block[], more: Partial<Paper> = {}): Paper {
  return { kind: 'report', title: 'Report', language: 'en', second: '', audience: 'team', header: 'Mission', footer: 'Report', gaps: [], blocks, ...more }
}

export const text = (words: string, more: Partial<Text[number]> = {}): Text => [{ text: words, ...more }]
export const row = (...cells: string[]): Row => ({ cells: cells.map((cell) => ({ text: [text(cell)] })) })
export const head = (...cells: string[]): Row => ({ ...row(...cells), head: true })

/** Something of every kind of block, with links, languages and sample data. */
export const WHOLE: Paper = paperOf([
  { kind: 'title', text: text('Aide-mémoire'), lead: text('29 January – 7 February 2020') },
  { kind: 'paragraph', look: 'lead', text: text('A team visited four cities.') },
  { kind: 'heading', level: 1, number: '1', text: text('Findings') },
  { kind: 'paragraph', text: [{ text: 'The level is ' }, { text: 'High', bold: true, source: { noun: 'rating', id: 'dimension-1' } }, { text: ' (●●●), ' }, { text: 'as heard', italic: true, source: { noun: 'excerpt', id: 'x-1' } }, { text: '; ' }, { text: 'softly', small: true }, { text: ' → ○○◦.' }] },
  { kind: 'paragraph', look: 'quote', text: text(LETTERS.tg, { lang: 'tg' }) },
  { kind: 'heading', level: 2, number: '1.1', text: text('Points') },
  { kind: 'list', ordered: true, items: [{ text: text('First', { sample: true }), items: [{ text: text('Inner') }] }, { text: text('Second') }] },
  { kind: 'list', ordered: false, items: [{ text: text('Loose') }] },
  { kind: 'heading', level: 3, text: text('Tables') },
  { kind: 'table', look: 'grid', widths: [1, 3], rows: [head('Time', 'Item'), row('09:00–09:30', 'Opening'), { ...row('', ''), height: 40 }] },
  { kind: 'table', look: 'lines', widths: [1, 1, 1], rows: [head('A', 'B', 'C'), { cells: [{ text: [text('Across')], span: 3, align: 'center' }] }, row('one', 'two', 'three')] },
  { kind: 'table', look: 'plain', widths: [1, 1], rows: [{ cells: [{ text: [text('Welcome'), text('again')] }, { text: [text('Добро пожаловать', { lang: 'ru' })], align: 'right' }] }] },
  { kind: 'space', points: 20 },
  { kind: 'figure', caption: text('Figure 1. The platform'), alt: 'Boxes and arrows', attachmentId: 'picture-1' },
  { kind: 'page-break' },
  { kind: 'paragraph', look: 'remark', align: 'right', text: text('A remark\non two lines') },
  { kind: 'signature', lines: [text('Somebody, sample'), text('Director')] },
  { kind: 'plate', lines: [text('Somebody, sample'), text('Director, State Enterprise')] },
])
