import { describe, expect, it } from 'vitest'
import type { AgendaDraft, Draft, Read, ScheduleDraft, Span } from '#app/domain/intake/draft.ts'
import { readText } from '#app/domain/intake/read.ts'

const AGENDA = `Agenda
Workshop on Water Metering
Tuesday, 14 March 2023, 09:00 – 10:30
Hotel Plaza, Bishkek

09:00 – 09:10   Welcome
    Ms. Aida Example, Director, Water Agency
09:10 – 09:40   Meters in practice – Mr. Tom Sample, Engineer, MeterWorks
09:40 – 10:30   Discussion`

const agendaOf = (text: string): AgendaDraft => readText(text).draft as AgendaDraft
const plain = (draft: Draft | null): unknown => JSON.parse(JSON.stringify(draft, (key, value: unknown) => (key === 'span' ? undefined : value)))

/** Every value that says where it was read. */
function readsIn(value: unknown): { value: unknown; span: Span }[] {
  if (Array.isArray(value)) return value.flatMap(readsIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'span' in value && 'value' in value ? [value as Read<unknown>] : []
  return [...own, ...Object.values(value).flatMap(readsIn)]
}

describe('a reading', () => {
  it('says where every text stands', () => {
    const draft = agendaOf(AGENDA)
    const texts = readsIn([draft.title, draft.venue, draft.city, draft.items.map(({ title }) => title), draft.items.map(({ people }) => people)]).filter(({ value }) => typeof value === 'string')
    expect(texts.length).toBeGreaterThan(12)
    for (const { value, span } of texts) expect(AGENDA.slice(span.start, span.end).split(/\s+/).join(' ')).toBe(value)
  })

  it('says where times stand', () => {
    const { items, header } = agendaOf(AGENDA)
    expect(items.map(({ start }) => start && AGENDA.slice(start.span.start, start.span.end))).toEqual(['09:00 – 09:10', '09:10 – 09:40', '09:40 – 10:30'])
    expect(header && AGENDA.slice(header.span.start, header.span.end)).toBe('09:00 – 10:30')
  })

  it('keeps places through markup, quote marks and line ends of other systems', () => {
    const marked = AGENDA.split('\n').map((line) => `> **${line}**`).join('\r\n')
    const draft = agendaOf(marked)
    expect(plain(draft)).toEqual(plain(agendaOf(AGENDA)))
    for (const { value, span } of readsIn(draft.items.map(({ title }) => title))) expect(marked.slice(span.start, span.end)).toBe(value)
  })

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['spaces that do not break', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['NUL and direction marks', (text: string) => `\ufeff\u200f${text.replaceAll('o', 'o\u0000\u202a')}`],
    ['letters and marks apart', (text: string) => text.normalize('NFD')],
    ['a form feed between pages', (text: string) => text.replace('\n09:40', '\f09:40')],
  ])('means the same with %s', (_, spoil) => {
    expect(plain(agendaOf(spoil(AGENDA)))).toEqual(plain(agendaOf(AGENDA)))
  })

  it('names rows by their lines', () => {
    expect(agendaOf(AGENDA).items.map(({ key }) => key)).toEqual(['L6', 'L8', 'L9'])
    expect(agendaOf(AGENDA.replaceAll('\n', '\r\n')).items.map(({ key }) => key)).toEqual(['L6', 'L8', 'L9'])
  })

  it('is surer of what is printed than of what is counted', () => {
    const { items } = agendaOf('Kick-off, 3 March 2025, starts at 14:00\n\n1. Welcome (10 min)\n2. Plans (20 min)')
    expect(items.map(({ start, end }) => [start?.value, end?.value, end?.confidence])).toEqual([[840, 850, 'likely'], [850, 870, 'likely']])
    expect(agendaOf(AGENDA).items[0]?.end?.confidence).toBe('sure')
  })

  it('knows nothing of ends where only starts are printed', () => {
    const { items, startOnly } = agendaOf('Meeting\n3 March 2025\n9:00 Registration\n9:30 Opening\n12:30 Lunch')
    expect([startOnly, items.map(({ end }) => end)]).toEqual([true, [null, null, null]])
  })
})

describe('what is no part of the programme', () => {
  it('is left out: greeting, mail head, requests, signature', () => {
    const mail = `From: Ann Example <ann@example.org>\nSent: Friday, 10 March 2023 17:46\nTo: Ben Sample\nSubject: Agenda\n\nDear Ben,\n\n${AGENDA}\n\nPlease confirm the room by 18:00.\n\nKind regards,\nAnn Example\nWater Agency | tel. +996 312 00 10 30`
    expect(plain({ ...agendaOf(mail), items: [] })).toEqual(plain({ ...agendaOf(AGENDA), items: [] }))
    expect(agendaOf(mail).items.map(({ title, people }) => [title.value, people.map(({ name }) => name.value)])).toEqual([['Welcome', ['Aida Example']], ['Meters in practice', ['Tom Sample']], ['Discussion', []]])
  })

  it('takes the year of a chat from the hours of its messages', () => {
    const { stops } = readText('[12.09.2024, 18:44] A.: Бишкек\n16.09 (пн)\n10:00 – встреча в министерстве\n[12.09.2024, 18:45] A.: Ош\n18.09 (ср)\n11:00 – встреча в мэрии').draft as ScheduleDraft
    expect(stops.map(({ city, days }) => [city.value, days.map(({ value }) => value)])).toEqual([['Бишкек', ['2024-09-16']], ['Ош', ['2024-09-18']]])
  })
})

describe('what cannot be read', () => {
  const novel = Array.from({ length: 400 }, (_, i) => `It was a long evening, and nobody in the house ${i} knew why the letter had come so late, nor who had sent it.`).join('\n')
  it.each([
    ['nothing', '', 'empty'],
    ['spaces and rules', ' \n\t\n-----\n', 'empty'],
    ['a picture', String.fromCharCode(...Array.from({ length: 400 }, (_, i) => (i * 7) % 32)), 'binary'],
    ['a novel', novel, 'nothing-found'],
    ['a line of a', 'a'.repeat(100_000), 'nothing-found'],
    ['a library', 'word '.repeat(700_000), 'too-long'],
  ])('%s has one reason', (_, text, why) => expect(readText(text)).toEqual({ draft: null, why }))
})
