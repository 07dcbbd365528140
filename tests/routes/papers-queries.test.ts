import { afterAll, beforeAll, expect, it } from 'vitest'
import { paperKind } from '#app/domain/papers/kinds.ts'
import type { PaperKind } from '#app/domain/papers/kinds.ts'
import { IssueInput } from '#app/operations/editions.input.ts'
import { issueEdition, loadDraft } from '#app/operations/editions.server.ts'
import { AddParticipationInput } from '#app/operations/participations.input.ts'
import { addParticipation } from '#app/operations/participations.server.ts'
import { loader as ofKind } from '#app/routes/missions.$mission.papers.$kind._index.tsx'
import { loader as draft } from '#app/routes/missions.$mission.papers.$kind.$subject._index.tsx'
import { loader as confirm } from '#app/routes/missions.$mission.papers.$kind.$subject.issue.tsx'
import { loader as edition } from '#app/routes/missions.$mission.papers.editions.$edition._index.tsx'
import { loader as desk } from '#app/routes/missions.$mission.papers._index.tsx'
import type { Database } from '#db/database.server.ts'
import { countQueries } from '#tests/support/queries.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

const MET = paperKind('persons-met') as PaperKind
const ASK = { subject: 'mission', language: 'en', second: '', audience: 'team' } as const

let database: Database
let told: Told
let id = ''
beforeAll(async () => void ({ database, told } = await openTold()))
afterAll(() => database.close())

/** People met one by one, each in an edition of its own. */
async function grow(times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    await addParticipation(told.scope, told.meetings[0], AddParticipationInput.parse({ role: 'host', name: `Somebody ${n} of ${times}, sample`, another: 'on' }))
    const now = await loadDraft(database.read, told.scope, MET, ASK)
    const issued = await issueEdition(told.scope, MET, ASK, IssueInput.parse({ remark: '', seen: now?.digest, after: String((now?.next ?? 1) - 1) }))
    if (!issued.done) throw new Error(issued.because)
    id = issued.id
  }
}

const base = '/missions/told/papers'
const count = async () => ({
  desk: await countQueries(told.scope, desk, base), ofKind: await countQueries(told.scope, ofKind, `${base}/x`, { kind: 'persons-met' }), draft: await countQueries(told.scope, draft, `${base}/x/mission`, { kind: 'persons-met', subject: 'mission' }),
  confirm: await countQueries(told.scope, confirm, `${base}/x/mission/issue`, { kind: 'persons-met', subject: 'mission' }), edition: await countQueries(told.scope, edition, `${base}/editions/x`, { edition: id }),
})
/** The desk asks each kind once for what it can be made for. */
const COUNTS = { desk: 13, ofKind: 1, draft: 6, confirm: 5, edition: 3 }

it('takes as many queries for many editions as for one', async () => {
  await grow(1)
  expect(await count()).toEqual(COUNTS)
  await grow(9)
  expect(await count()).toEqual(COUNTS)
})
