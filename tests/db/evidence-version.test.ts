import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MarkInput } from '#app/operations/evidence.input.ts'
import { markExcerpt } from '#app/operations/evidence.server.ts'
import { undo } from '#app/operations/history.server.ts'
import { moveEngagement } from '#app/operations/moves.server.ts'
import { MoveEngagementInput } from '#app/operations/engagements.input.ts'
import { writeNote } from '#app/operations/notes.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Database } from '#db/database.server.ts'
import { countCoverage, countExcerpts } from '#db/evidence.server.ts'
import { whileEvidenceStands } from '#db/evidence-version.server.ts'
import { listContradictions, weighDimensions } from '#db/readiness.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeEach(async () => void ({ database, told } = await openTold()))
afterEach(() => database.close())

async function say(scope: Scope, relation: string): Promise<string> {
  const slug = scope.mission.slug
  const written = await writeNote(scope, { engagement: `${slug}-meeting-1`, body: 'Power fails daily.', language: 'en' })
  const marked = await markExcerpt(scope, { noteId: written.done ? written.noteId : '' }, MarkInput.parse({ words: 'Power fails daily.', kind: 'fact', language: 'en', sourceKind: 'city', finding: 'new', statement: 'So', relation, reason: 'x', dimensions: [`${slug}-dimension-1`] }))
  return marked.done ? marked.actId : ''
}
const stops = async () => (await countCoverage(database.read, 'told')).map((cell) => `${cell.stopId} ${cell.count}`)

describe('what is counted over all evidence', () => {
  it('is counted once, until the evidence of its own mission changes', async () => {
    let counted = 0
    const ask = () => whileEvidenceStands(database.read, 'told', 'test', () => Promise.resolve(++counted))
    expect([await ask(), await ask()]).toEqual([1, 1])
    await say(told.other, 'supports')
    expect(await ask()).toBe(1)
    const written = await writeNote(told.scope, { engagement: 'told-meeting-1', body: 'Nothing is marked here.', language: 'en' })
    expect([written.done, await ask()]).toEqual([true, 1])
    await say(told.scope, 'supports')
    expect([await ask(), await ask()]).toEqual([2, 2])
  })

  it('is asked again after a failure', async () => {
    let tries = 0
    const ask = () => whileEvidenceStands(database.read, 'told', 'fails', () => (++tries === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(tries)))
    await expect(ask()).rejects.toThrow('gone')
    expect(await ask()).toBe(2)
  })

  it('follows a sentence that is linked, one that is taken back, and a meeting that moves to another stop', async () => {
    expect([await stops(), (await countExcerpts(database.read, 'told')).all]).toEqual([[], 0])
    const actId = await say(told.scope, 'contradicts')
    expect([await stops(), (await countExcerpts(database.read, 'told')).all, (await weighDimensions(database.read, 'told')).get('told-dimension-1')?.meetings]).toEqual([['told-stop-1 1'], 1, 1])
    expect((await listContradictions(database.read, 'told')).get('told-dimension-1')?.length).toBe(1)
    const moved = await moveEngagement(told.scope, 'told-meeting-1', MoveEngagementInput.parse({ revision: '1', stop: 'told-stop-2', day: '2027-03-09', start: '10:00', end: '11:00', because: 'moved' }))
    expect([moved.done, await stops()]).toEqual([true, ['told-stop-2 1']])
    await undo(told.scope, actId)
    expect([await stops(), (await listContradictions(database.read, 'told')).size]).toEqual([[], 0])
  })
})
