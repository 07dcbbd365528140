/** Reports over the demo: what each version says, what it leaves out, what it costs, and what changes between two editions. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composePaper } from '#app/operations/papers.server.ts'
import type { PaperAsk, PaperScope } from '#app/operations/papers.server.ts'
import type { PaperKindId } from '#app/domain/papers/kinds.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { fillMuch } from '#tests/support/much-said.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'

const NOW = Date.UTC(2020, 1, 5, 12)
let database: Database
let scope: PaperScope

beforeAll(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  await seedDemo(database, NOW)
  await database.write((tx) => tx.updateTable('engagement').set({ status: 'held' }).where('id', 'in', ['a07', 'a08', 'a10', 'a13']).execute())
  scope = { db: database.read, mission: (await loadMissionScope(database, 'smart-city-regional-roadshow', NOW)).mission, nowMs: NOW }
})
afterAll(() => database.close())

async function paper(kind: PaperKindId, ask: Partial<PaperAsk> = {}): Promise<Paper> {
  const composed = await composePaper(scope, kind, { subject: 'mission', audience: 'team', language: 'en', second: '', ...ask })
  if (!composed) throw new Error('no such paper')
  return composed
}
const said = (composed: Paper): string => JSON.stringify(composed.blocks)

describe('the aide-mémoire', () => {
  it('tells the team what was found, from where, and what is missing', async () => {
    const text = said(await paper('aide-memoire'))
    for (const words of ['There is a strategy, and its money is not settled.', ' (draft)', 'They want a pilot before the charter is amended.', 'Low · tentative', 'As printed in the deck, line 213', 'Wed 5 February, 14:00–15:30', 'Nur-Sultan, UTC+6', 'Send the list of sensors with their streets', '{"noun":"rating","id":"dimension-4"}']) expect(text).toContain(words)
  })

  it('tells counterparts what was reviewed, and nothing of how the team came to it', async () => {
    for (const subject of ['mission', 'stop-dushanbe']) {
      const composed = await paper('aide-memoire', { audience: 'counterpart', subject })
      const text = JSON.stringify(composed)
      for (const words of ['Sensors and network cover a small part of the city.', 'Low · tentative', 'Fibre reaches all four districts since December', 'Network manager, sample', 'Yusuf Majidi']) expect(text).toContain(words)
      for (const words of ['There is a strategy', 'They want a pilot', 'line 213', 'Director, sample', 'Internal meeting', 'Send the list', 'Three kinds of source']) expect([words, text.includes(words)]).toEqual([words, false])
      expect(JSON.stringify(composed.blocks)).not.toContain('"source":{')
      expect(composed.gaps.map(({ words }) => words)).toContain('2 findings are still a draft and left out.')
    }
  })

  it('is made of one stop, in Russian, and of no stop of another mission', async () => {
    const text = said(await paper('aide-memoire', { language: 'ru', subject: 'stop-nursultan' }))
    expect([text.includes('Памятная записка'), text.includes('Нур-Султан, UTC+6'), text.includes('Tashkent'), text.includes('Low')]).toEqual([true, true, false, false])
    expect(await composePaper(scope, 'aide-memoire', { subject: 'elsewhere', audience: 'team', language: 'en', second: '' })).toBeNull()
  })
})

describe('the other reports', () => {
  it('say what was done, found, changed and left to do', async () => {
    const text = said(await paper('report'))
    for (const words of ['Wed 5 February 2020, 14:00–15:30 Dushanbe, UTC+5', '8 persons were met, of 7 institutions; of 4 more nobody noted the names.', 'supports 3, contradicts 1, qualifies 1, context 1', 'Fibre reaches all four districts since December', 'Sources disagree on', 'Late: 2', '3. Strategies for Dushanbe smart city', 'Jun, Jul']) expect([words, text.includes(words)]).toEqual([words, true])
  })

  it('show under a level each sentence that bears on it, in its own language, with what is wrong with its translation', async () => {
    const composed = await paper('evidence-annex', { subject: 'dimension-4' })
    const relations = composed.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.filter(({ about }) => about?.id.startsWith('excerpt:')).map((row) => row.cells[0]?.text[0]?.[0]?.text) : []))
    expect(relations).toEqual(['Contradicts', 'Supports', 'Supports', 'Supports', 'Qualifies', 'Context', 'Supports', 'Supports', 'Qualifies'])
    expect(said(composed)).toContain('"lang":"tg"')
    expect(composed.gaps.map(({ kind }) => kind)).toEqual(['evidence', 'contradiction', 'contradiction', 'translation'])
  })

  it('are refused for what is not of the mission', async () => {
    for (const kind of ['report', 'persons-met', 'evidence-annex'] as const) expect(await composePaper(scope, kind, { subject: 'elsewhere', audience: 'team', language: 'en', second: '' })).toBeNull()
  })

  it('ask the database equally often, whatever the mission holds, and stay within bounds', async () => {
    await fillMuch(database, 'much', 'demo-coordinator', { stops: 2, dimensions: 7, engagements: 6, notes: 40, excerpts: 9_000, findings: 700 })
    const costs: Record<string, [number, number]> = {}
    for (const slug of ['smart-city-regional-roadshow', 'much']) {
      const { mission } = await loadMissionScope(database, slug, NOW)
      for (const [kind, subject] of [['aide-memoire', 'mission'], ['aide-memoire', slug === 'much' ? 'much-stop-0' : 'stop-dushanbe'], ['report', 'mission'], ['persons-met', 'mission'], ['evidence-annex', slug === 'much' ? 'much-d-0' : 'dimension-4']] as const) {
        let queries = 0
        const db = database.read.withPlugin({ transformQuery: ({ node }) => node, transformResult: async ({ result }) => (queries++, result) })
        const composed = await composePaper({ db, mission, nowMs: NOW }, kind, { subject, audience: 'team', language: 'en', second: '' })
        const known = costs[`${kind} ${subject === 'mission' ? '' : 'part'}`]
        costs[`${kind} ${subject === 'mission' ? '' : 'part'}`] = [queries, known?.[0] ?? queries]
        expect(JSON.stringify(composed).length).toBeLessThan(3_000_000)
      }
    }
    expect(costs).toEqual({ 'aide-memoire ': [20, 20], 'aide-memoire part': [20, 20], 'report ': [23, 23], 'persons-met ': [3, 3], 'evidence-annex part': [15, 15] })
  }, 60_000)
})
