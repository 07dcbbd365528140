/** How many pages the sheets take that are handed out: one for whatever lies on a table, one for each card. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaperKindId } from '#app/domain/papers/kinds.ts'
import { composeDaySheet } from '#app/domain/papers/day-sheet-paper.ts'
import { composeNamePlates } from '#app/domain/papers/name-plates-paper.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import type { PaperAsk } from '#app/operations/papers.server.ts'
import { writeAny } from '#app/files/writers.ts'
import { openDemoPapers } from '#tests/support/demo-papers.ts'
import type { DemoPapers } from '#tests/support/demo-papers.ts'
import { anySheet } from '#tests/support/day-facts.ts'
import { pdfPages } from '#tests/support/paper-letters.ts'

let demo: DemoPapers
beforeAll(async () => {
  demo = await openDemoPapers(Date.UTC(2020, 1, 3, 4))
  await demo.database.write(async (tx) => {
    await tx.updateTable('agenda_item').set({ other_title: 'Название пункта повестки дня по-русски, не короче английского', other_language: 'ru' }).execute()
    for (let n = 1; n <= 8; n++) await tx.insertInto('person_name').values({ id: `ru-${n}`, person_id: `p0${n}`, name: 'Имя Фамилия', name_key: 'imia familia', script: 'Cyrillic', language: 'ru' }).execute()
  })
})
afterAll(async () => await demo.close())

const pagesOf = async (paper: Paper): Promise<number> => (await pdfPages(await writeAny({ paper, format: 'pdf', links: new Map(), writtenMs: 0, figures: new Map() }))).length

describe('the demo’s sheets', () => {
  it.each<[string, PaperKindId, Partial<PaperAsk> & { subject: string }, number]>([
    ['an agenda', 'agenda', { subject: 'a10' }, 1], ['an agenda in two languages', 'agenda', { subject: 'a10', second: 'ru' }, 1], ['an agenda in Tajik', 'agenda', { subject: 'a10', language: 'tg' }, 1],
    ['a full day', 'day-sheet', { subject: 'stop-dushanbe.2020-02-04' }, 1], ['a day of many meetings', 'day-sheet', { subject: 'stop-dushanbe.2020-02-05' }, 1],
    ['a sheet to sign', 'signature-sheet', { subject: 'a10', second: 'tg' }, 1], ['name plates', 'name-plates', { subject: 'a10', second: 'ru' }, 8],
    ['an invitation', 'invitation-letter', { subject: 'a10.ag05-p06', language: 'ru' }, 1],
  ])('%s', async (_name, kind, ask, pages) => {
    expect(await pagesOf((await demo.compose(kind, ask)) as Paper)).toBe(pages)
  })
})

it('a name of any length stays on its own card', async () => {
  const person = (n: number, length: number) => ({ id: `x${n}`, itemId: null, personId: `x${n}`, role: 'speaker', name: 'Абдулқодирзода '.repeat(length).trim(), honorific: 'Mr.', printedTitle: 'Head of a department with a long name; '.repeat(length), sample: false, institution: 'Ministry', unnamed: false })
  const paper = composeNamePlates({ mission: 'M', engagement: { id: 'e', title: 'E' }, people: [1, 3, 6].map((length, n) => person(n, length)), spellings: [] }, { language: 'en', second: '' })
  expect(await pagesOf(paper)).toBe(3)
})

it('any day stands on one page, whatever it has to leave out', async () => {
  await fc.assert(fc.asyncProperty(anySheet(12), async (sheet) => {
    expect(await pagesOf(composeDaySheet({ ...sheet, coordinator: sheet.coordinator.slice(0, 80), liaison: sheet.liaison.slice(0, 80) }))).toBe(1)
  }), { numRuns: 25 })
}, 120_000)
