/** The demo mission with its papers, in a database of its own in memory. */
import type { PaperKindId } from '#app/domain/papers/kinds.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import { composePaper } from '#app/operations/papers.server.ts'
import type { PaperAsk, PaperScope } from '#app/operations/papers.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { DEMO_SLUG } from '#db/seed/deck-schedule.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'

export type DemoPapers = { database: Database; scope: PaperScope; compose(kind: PaperKindId, ask: Partial<PaperAsk> & { subject: string }): Promise<Paper | null>; close(): Promise<void> }

/** `nowMs` is what the mission takes the time to be. Whoever opens it closes it. */
export async function openDemoPapers(nowMs: number): Promise<DemoPapers> {
  const database = openDatabase(':memory:')
  await migrate(database)
  await seedDemo(database, nowMs)
  const scope: PaperScope = { db: database.read, mission: (await loadMissionScope(database, DEMO_SLUG, nowMs)).mission, nowMs }
  return { database, scope, compose: async (kind, ask) => await composePaper(scope, kind, { language: 'en', second: '', audience: 'team', ...ask }), close: async () => await database.close() }
}
