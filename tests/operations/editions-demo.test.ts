/** The demo's aide-mémoire, issued twice, with everyday work between. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { paperKind } from '#app/domain/papers/kinds.ts'
import type { PaperKind } from '#app/domain/papers/kinds.ts'
import { IssueInput } from '#app/operations/editions.input.ts'
import { issueEdition, loadDraft } from '#app/operations/editions.server.ts'
import { SetStatusInput } from '#app/operations/engagements.input.ts'
import { EditFindingInput } from '#app/operations/findings.input.ts'
import { editFinding } from '#app/operations/findings.server.ts'
import { AttendanceInput } from '#app/operations/participations.input.ts'
import { recordAttendance } from '#app/operations/participations.server.ts'
import { RateInput } from '#app/operations/readiness.input.ts'
import { rateDimension } from '#app/operations/readiness.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { setStatus } from '#app/operations/statuses.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { loadIssued } from '#db/editions.server.ts'
import { loadFinding } from '#db/findings.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'

const AIDE = paperKind('aide-memoire') as PaperKind
const ASKS = [{ subject: 'mission', language: 'en', second: '', audience: 'team' }, { subject: 'mission', language: 'ru', second: '', audience: 'counterpart' }] as const

let database: Database
let scope: Scope
beforeAll(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  await seedDemo(database, Date.UTC(2026, 10, 25))
  scope = { ...(await loadMissionScope(database, 'smart-city-regional-roadshow', Date.UTC(2026, 10, 25))), missionNowMs: Date.UTC(2020, 1, 10) }
})
afterAll(() => database.close())

async function issue(ask: (typeof ASKS)[number]): Promise<string> {
  const draft = await loadDraft(database.read, scope, AIDE, ask)
  const outcome = await issueEdition(scope, AIDE, ask, IssueInput.parse({ remark: '', seen: draft?.digest, after: String((draft?.next ?? 1) - 1) }))
  if (!outcome.done) throw new Error(outcome.because)
  return outcome.id
}

it('edition 2 names exactly the three things that changed: a level, the words of a finding, somebody met', async () => {
  const meeting = await database.read.selectFrom('engagement').select('revision').where('id', '=', 'a10').executeTakeFirstOrThrow()
  expect((await setStatus(scope, 'a10', SetStatusInput.parse({ status: 'held', revision: String(meeting.revision) }))).done).toBe(true)
  for (const ask of ASKS) await issue(ask)

  expect((await rateDimension(scope, 'dimension-4', RateInput.parse({ level: 'mid', reason: 'Fibre is there; sensors follow in spring', after: '1' }))).done).toBe(true)
  const found = await loadFinding(database.read, scope.mission.id, 'sample-f1')
  expect((await editFinding(scope, 'sample-f1', EditFindingInput.parse({ statement: 'Sensors and network cover three quarters of the city', revision: String(found?.finding.revision), dimensions: found?.dimensions.map(({ id }) => id), nodes: found?.nodes.map(({ id }) => id) }))).done).toBe(true)
  expect((await recordAttendance(scope, 'a10', AttendanceInput.parse({ visitor: 'Visitor, sample', visitorOf: 'City, sample', visitorTitle: 'Adviser' }))).done).toBe(true)

  for (const ask of ASKS) {
    const issued = await loadIssued(database.read, scope.mission.id, await issue(ask))
    expect(issued?.changes.map(({ id, what }) => `${id} ${what}`).toSorted()).toEqual(['finding:sample-f1 changed', 'met:named Visitor, sample added', 'rating:dimension-4 changed'])
    expect(issued?.compared).toBe(1)
  }
})
