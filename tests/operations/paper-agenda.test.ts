import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Paper } from '#app/domain/papers/paper.ts'
import { composePaper, listPaperSubjects } from '#app/operations/papers.server.ts'
import type { PaperAsk, PaperScope } from '#app/operations/papers.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { DEMO_SLUG } from '#db/seed/deck-schedule.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'
import { furnitureOf, linesOf, runsOf } from '#tests/support/paper-runs.ts'

const NOW = Date.UTC(2020, 0, 27)
const WORKSHOP = 'a10'

describe('the agenda of the demo’s workshop', () => {
  let database: Database
  let scope: PaperScope
  const agenda = async (more: Partial<PaperAsk> = {}): Promise<Paper | null> => await composePaper(scope, 'agenda', { subject: WORKSHOP, language: 'en', second: '', audience: 'team', ...more })

  beforeAll(async () => {
    database = openDatabase(':memory:')
    await migrate(database)
    await seedDemo(database, NOW)
    scope = { db: database.read, mission: (await loadMissionScope(database, DEMO_SLUG, NOW)).mission, nowMs: NOW }
  })
  afterAll(async () => await database.close())

  it('says what the deck’s sheet says, letter by letter', async () => {
    const paper = (await agenda()) as Paper
    expect(linesOf(paper).map((line) => line.replace(' (Dushanbe, UTC+5)', ''))).toEqual(deckLines())
    expect(linesOf(paper)[2]).toBe('Tuesday, February 4, 2020, 9:30 – 12:00 (Dushanbe, UTC+5)')
  })

  it('names what differs, and nothing of data without what it is about', async () => {
    const paper = (await agenda()) as Paper
    expect(paper.gaps.map(({ kind, words }) => [kind, words])).toEqual([['contradiction', 'The head says 09:30–12:00, but 1 item is outside: 11:50–12:10 Closing Remarks.']])
    expect(furnitureOf(paper)).toEqual(['Agenda'])
    expect(runsOf(paper).filter((run) => run.italic).every((run) => run.source?.noun === 'person' && run.about?.id === `person:${run.source.id}`)).toBe(true)
  })

  it('stands in Russian beside the English as far as there is Russian; what is missing is named', async () => {
    const paper = (await agenda({ second: 'ru', audience: 'counterpart' })) as Paper
    expect(linesOf(paper).slice(0, 7)).toEqual([
      'Agenda · Программа', 'Preparing Dushanbe for a New Digital Era', 'Tuesday, February 4, 2020', '9:30 – 12:00 (Dushanbe, UTC+5)', 'вторник, 4 февраля 2020 г.', '09:30–12:00 (Душанбе, UTC+5)', 'Hilton Hotel, Dushanbe, Tajikistan',
    ])
    expect(paper.gaps.filter((gap) => gap.kind === 'translation')).toHaveLength(1 + 10 + 2)
    expect(runsOf(paper).filter((run) => run.source !== undefined)).toEqual([])
  })

  it('is made for every engagement with an agenda, and for none of another mission', async () => {
    expect(await listPaperSubjects(scope, 'agenda')).toEqual([{ subject: WORKSHOP, title: 'Workshop on “Preparing Dushanbe for a Digital 21st Century”, Dushanbe', day: '2020-02-04' }])
    expect([await agenda({ subject: 'nothing' }), await agenda({ subject: '' }), await agenda({ subject: 'a07', audience: 'counterpart' })]).toEqual([null, null, null])
  })
})

/** The printed sheet without the marks of its extraction; its hyphens between hours are the dash that its head has. */
function deckLines(): string[] {
  const deck = readFileSync('db/seed/deck.txt', 'utf8').split('\n')
  const from = deck.findIndex((line) => line.startsWith('**Agenda**'))
  const to = deck.findIndex((line) => line.includes('**Lunch**'))
  return deck.slice(from, to + 1).map((line) => line.replace(/^- /, '').replaceAll('*', '').trim()).filter(Boolean).flatMap((line) => {
    const hours = /^(\d+:\d\d(?: - \d+:\d\d)?) (.*)/.exec(line)
    const label = /^(Moderators:) (.*)/.exec(line)
    return hours ? [(hours[1] as string).replace(' - ', ' – '), hours[2] as string] : label ? [label[1] as string, label[2] as string] : [line]
  })
}
