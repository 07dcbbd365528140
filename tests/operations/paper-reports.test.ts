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
