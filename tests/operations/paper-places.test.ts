import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Paper } from '#app/domain/papers/paper.ts'
import { plain } from '#app/domain/papers/paper.ts'
import { listPaperSubjects } from '#app/operations/papers.server.ts'
import { openDemoPapers } from '#tests/support/demo-papers.ts'
import type { DemoPapers } from '#tests/support/demo-papers.ts'
import { furnitureOf, linesOf } from '#tests/support/paper-runs.ts'

let demo: DemoPapers
beforeAll(async () => { demo = await openDemoPapers(Date.UTC(2020, 1, 3, 4)) })
afterAll(async () => await demo.close())

const platesOf = (paper: Paper): string[][] => paper.blocks.flatMap((block) => (block.kind === 'plate' ? [block.lines.map(plain)] : []))

describe('name plates', () => {
  it('stand for everybody once, in protocol order, with titles and the institution that they do not name', async () => {
    const paper = (await demo.compose('name-plates', { subject: 'a10' })) as Paper
    expect(platesOf(paper)).toHaveLength(8)
    expect(platesOf(paper).slice(0, 3)).toEqual([
      ['Mr. Yusuf Majidi', 'Deputy Minister, Ministry of Finance, Republic of Tajikistan'],
      ['Mr. Firdavs Saidzoda', 'Deputy Head of Hukumat of Dushanbe City'],
      ['Mr. Jan-Peter Olters', 'World Bank Country Manager, Tajikistan'],
    ])
    expect([paper.blocks.every((block) => block.kind === 'plate' && block.about?.id.startsWith('person:')), furnitureOf(paper)]).toEqual([true, []])
  })

  it('carry the national script where a spelling is known', async () => {
    await demo.database.write(async (tx) => void (await tx.insertInto('person_name').values({ id: 'spelling-1', person_id: 'p04', name: 'Фирдавс Саидзода', name_key: 'firdavs saidzoda', script: 'Cyrillic', language: 'tg' }).execute()))
    expect(platesOf((await demo.compose('name-plates', { subject: 'a10' })) as Paper)[1]?.slice(0, 2)).toEqual(['Mr. Firdavs Saidzoda', 'ҷаноби Фирдавс Саидзода'])
    const tajik = (await demo.compose('name-plates', { subject: 'a10', language: 'tg', second: 'en' })) as Paper
    expect(platesOf(tajik)[1]?.slice(0, 2)).toEqual(['ҷаноби Фирдавс Саидзода', 'Mr. Firdavs Saidzoda'])
    expect(tajik.gaps.every((gap) => gap.kind === 'translation')).toBe(true)
  })

  it('name a body that sends somebody, and say so', async () => {
    const paper = (await demo.compose('name-plates', { subject: 'a09', audience: 'counterpart' })) as Paper
    expect([platesOf(paper), paper.gaps.map((gap) => gap.words)]).toEqual([[['Ministry of Finance, Republic of Tajikistan']], ['Nobody is named for Ministry of Finance, Republic of Tajikistan.']])
  })
})

describe('a signature sheet', () => {
  it('has a line for everybody in protocol order, and eight more, in two languages', async () => {
    const paper = (await demo.compose('signature-sheet', { subject: 'a10', second: 'tg' })) as Paper
    const table = paper.blocks.find((block) => block.kind === 'table')
    expect([table?.kind === 'table' && table.rows.length, paper.landscape]).toEqual([1 + 8 + 1 + 8, undefined])
    expect(linesOf(paper).slice(0, 5)).toEqual(['List of participants · Рӯйхати иштирокчиён', 'Workshop on “Preparing Dushanbe for a Digital 21st Century”', 'Tuesday, February 4, 2020, 9:30 – 12:00 (Dushanbe, UTC+5)', 'сешанбе, 4 феврали соли 2020, 09:30–12:00 (Душанбе, UTC+5)', 'Hilton Hotel, Dushanbe, Tajikistan'])
    expect(linesOf(paper)).toEqual(expect.arrayContaining(['Имзо', 'Mr. Jong-Sung Hwang', 'Lead Researcher, National Information Society Agency', 'Further participants · Дигар иштирокчиён']))
  })

  it('says nothing of data without what it is about', async () => {
    const paper = (await demo.compose('signature-sheet', { subject: 'a10' })) as Paper
    expect(furnitureOf(paper)).toEqual(['№', 'Name', 'Organisation', 'Title', 'Signature', 'Further participants', ...Array.from({ length: 8 }, (_, n) => String(n + 9))])
  })
})

describe('a day sheet', () => {
  it('is a page for every day of every stop, for the team alone', async () => {
    const days = await listPaperSubjects(demo.scope, 'day-sheet')
    expect([days.length, days.find(({ day }) => day === '2020-02-04')]).toEqual([8, { subject: 'stop-dushanbe.2020-02-04', title: 'Tue 4 Feb 2020, Dushanbe', day: '2020-02-04' }])
    expect(await Promise.all([demo.compose('day-sheet', { subject: 'stop-dushanbe.2020-02-04', audience: 'counterpart' }), ...['', 'stop-dushanbe', 'stop-dushanbe.2020-03-01', 'nothing.2020-02-04', 'stop-dushanbe.2020-02-04.x'].map(async (subject) => await demo.compose('day-sheet', { subject }))])).toEqual(Array(6).fill(null))
  })

  it('says what the day’s page says: meetings with agenda and place, people in protocol order, phones, what is open', async () => {
    await demo.database.write(async (tx) => void (await tx.updateTable('person').set({ phone: '000 123' }).where('id', '=', 'p01').execute()))
    const paper = (await demo.compose('day-sheet', { subject: 'stop-dushanbe.2020-02-04' })) as Paper
    const lines = linesOf(paper)
    expect(lines.slice(0, 5)).toEqual(['Tuesday 4 February 2020, Dushanbe', 'All times Dushanbe, UTC+5. One hour behind Bishkek, same clock as Tashkent.', '09:30–12:00', 'Workshop on “Preparing Dushanbe for a Digital 21st Century”', 'Hilton Hotel, Dushanbe, Tajikistan · Language not stated'])
    expect(lines).toEqual(expect.arrayContaining(['09:30–09:50  Welcoming Remarks · Yusuf Majidi, Firdavs Saidzoda, Jan-Peter Olters', 'People, in protocol order', '000 123', 'Coordinator: Coordinator, sample · 000 100 · Liaison: Liaison officer, sample · 000 200']))
    expect(paper.gaps.map((gap) => gap.words)).toEqual(['Meeting with Vice-Mayor of Dushanbe City: still tentative.', 'Workshop on “Preparing Dushanbe for a Digital 21st Century”: no language is stated.'])
    expect(furnitureOf(paper)).toEqual(['People, in protocol order', 'No.', 'Name, title as printed', 'Role', 'At', 'Phone', 'Coordinator: ', ' · ', 'Liaison: '])
  })
})
