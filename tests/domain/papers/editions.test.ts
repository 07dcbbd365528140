import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareEditions, stamped } from '#app/domain/papers/editions.ts'
import type { PaperChange } from '#app/domain/papers/editions.ts'
import { words } from '#app/domain/papers/paper.ts'
import type { Block, Paper } from '#app/domain/papers/paper.ts'

const paperOf = (blocks: readonly Block[]): Paper => ({ kind: 'report', title: 'Report', language: 'en', second: '', audience: 'team', header: 'h', footer: 'f', blocks, gaps: [] })
const about = (id: string) => ({ id, words: `Thing ${id}` })
const said = (id: string, text: string): Block => ({ kind: 'paragraph', about: about(id), text: words(text) })
const furniture = (text: string): Block => ({ kind: 'paragraph', text: words(text) })

/** A thing in each of the forms that a paper has for it. */
type Thing = { id: string; text: string; form: 'paragraph' | 'heading' | 'row' | 'item' | 'nested' | 'figure' | 'twice' }

function blocksOf({ id, text, form }: Thing): Block[] {
  switch (form) {
    case 'paragraph': return [said(id, text)]
    case 'heading': return [{ kind: 'heading', level: 2, about: about(id), text: words(text) }]
    case 'row': return [{ kind: 'table', look: 'lines', widths: [1, 1], rows: [{ head: true, cells: [{ text: [words('Head')] }, { text: [words('Other')] }] }, { about: about(id), cells: [{ text: [words(text)] }, { text: [words('same'), words('same')] }] }] }]
    case 'item': return [{ kind: 'list', ordered: false, items: [{ about: about(id), text: words(text) }, { text: words('furniture') }] }]
    case 'nested': return [{ kind: 'list', ordered: true, items: [{ text: words('furniture'), items: [{ about: about(id), text: words(text) }] }] }]
    case 'figure': return [{ kind: 'figure', about: about(id), caption: words(text), alt: '', attachmentId: null }]
    case 'twice': return [said(id, text), furniture('between'), { kind: 'heading', level: 3, about: about(id), text: words(text) }]
  }
}

const thing = (id: number): fc.Arbitrary<Thing> => fc.record({ id: fc.constant(`t${id}`), text: fc.string({ minLength: 1 }), form: fc.constantFrom('paragraph', 'heading', 'row', 'item', 'nested', 'figure', 'twice') })
const things = fc.integer({ min: 0, max: 12 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, id) => thing(id))))
const written = (all: readonly Thing[], between = 'furniture'): Paper => paperOf([{ kind: 'title', text: words(between) }, ...all.flatMap((one) => [...blocksOf(one), furniture(between)])])

describe('comparing a paper with its earlier edition', () => {
  it('finds nothing in one that is the same, or differs only in furniture and order', () => {
    fc.assert(fc.property(things, fc.string(), (all, between) => {
      expect(compareEditions(written(all), written(all))).toEqual([])
      expect(compareEditions(written(all), written(all.toReversed(), between))).toEqual([])
    }))
  })

  it('names exactly what was changed, added and taken away', () => {
    const edits = fc.record({ all: things, fates: fc.array(fc.constantFrom('stays', 'changes', 'goes', 'is-new'), { minLength: 12, maxLength: 12 }) })
    fc.assert(fc.property(edits, ({ all, fates }) => {
      const fateOf = (n: number) => fates[n] ?? 'stays'
      const before = all.filter((_, n) => fateOf(n) !== 'is-new')
      const after = all.flatMap((one, n) => (fateOf(n) === 'goes' ? [] : [{ ...one, text: fateOf(n) === 'changes' ? `${one.text}!` : one.text }]))
      const wanted = all.flatMap((one, n): Pick<PaperChange, 'id' | 'what'>[] => (fateOf(n) === 'stays' ? [] : [{ id: one.id, what: fateOf(n) === 'changes' ? 'changed' : fateOf(n) === 'goes' ? 'gone' : 'added' }]))
      const found = compareEditions(written(before), written(after))
      const byId = (list: readonly Pick<PaperChange, 'id' | 'what'>[]) => list.map(({ id, what }) => `${id} ${what}`).toSorted()
      expect(byId(found)).toEqual(byId(wanted))
    }))
  })

  it('says what stood there and what stands there now, without what did not change', () => {
    const table = (level: string): Block => ({ kind: 'table', look: 'grid', widths: [1], about: about('all'), rows: [{ cells: [{ text: [words('own words')] }] }, { about: about('r'), cells: [{ text: [words('Roads')] }, { text: [words(level)] }] }] })
    expect(compareEditions(paperOf([table('Low')]), paperOf([table('Mid')]))).toEqual([{ id: 'r', words: 'Thing r', what: 'changed', before: 'Roads · Low', after: 'Roads · Mid' }])
    expect(compareEditions(paperOf([said('a', 'short'), said('a', 'longer')]), paperOf([said('a', 'short'), said('a', 'longest')]))).toEqual([{ id: 'a', words: 'Thing a', what: 'changed', before: 'longer', after: 'longest' }])
    expect(compareEditions(paperOf([said('gone', 'old')]), paperOf([said('new', 'new')])).map(({ what, before, after }) => [what, before, after])).toEqual([['added', '', 'new'], ['gone', 'old', '']])
  })

  it('tells cells apart that read alike when they are run together, and a picture exchanged under its caption', () => {
    const row = (...cells: string[]): Block => ({ kind: 'table', look: 'grid', widths: [1, 1], rows: [{ about: about('r'), cells: cells.map((cell) => ({ text: [words(cell)] })) }] })
    expect(compareEditions(paperOf([row('a · b', 'c')]), paperOf([row('a', 'b · c')]))).toHaveLength(1)
    const figure = (attachmentId: string | null): Block => ({ kind: 'figure', about: about('f'), caption: words('The room'), alt: '', attachmentId })
    expect(compareEditions(paperOf([figure('one')]), paperOf([figure('two')]))).toEqual([{ id: 'f', words: 'Thing f', what: 'changed', before: 'The room', after: 'The room' }])
  })
})

describe('an edition', () => {
  const at = { ms: Date.UTC(2020, 1, 4, 4, 30), zone: 'Asia/Dushanbe', city: 'Dushanbe' }
  it('says at its foot which it is, in the language of the paper', () => {
    expect(stamped(paperOf([]), { number: 2, ...at }).footer).toBe('f · Edition 2, Tue 4 Feb 2020, 09:30 Dushanbe, UTC+5')
    expect(stamped({ ...paperOf([]), language: 'ru' }, { number: null, ...at }).footer).toBe('f · Проект, 04.02.2020, 09:30 Dushanbe, UTC+5')
    expect(stamped({ ...paperOf([]), language: 'constructor', footer: '' }, { number: 1, ...at }).footer).toBe('Edition 1, Tue 4 Feb 2020, 09:30 Dushanbe, UTC+5')
  })
})

describe('things named within others', () => {
  const sheet = (rows: [string, ...string[]][], title = 'Head'): Paper => ({
    kind: 'agenda', title: '', language: 'en', second: '', audience: 'team', header: '', footer: '', gaps: [],
    blocks: [{ kind: 'table', look: 'plain', widths: [1], rows: rows.map(([item, ...people]) => ({ about: { id: item, words: item }, cells: [{ text: [[{ text: item }], ...people.map((person) => [{ text: person, about: { id: person, words: person } }, { text: `, ${title}`, about: { id: person, words: person } }, { text: '7', contact: true as const, about: { id: person, words: person } }])] }] })) }],
  })

  it('change once, however many items name them, and an item changes when it names another', () => {
    const before = sheet([['one', 'Ana', 'Ben'], ['two', 'Ana']])
    expect(compareEditions(before, sheet([['one', 'Ana', 'Ben'], ['two', 'Ana']], 'Minister')).map(({ id, what, before: was, after }) => [id, what, was, after])).toEqual([['Ana', 'changed', 'Ana, Head…', 'Ana, Minister…'], ['Ben', 'changed', 'Ben, Head…', 'Ben, Minister…']])
    expect(compareEditions(before, sheet([['one', 'Ana', 'Ana'], ['two', 'Ben']])).map(({ id }) => id)).toEqual(['one', 'two'])
    expect(compareEditions(before, before)).toEqual([])
  })
})
