import { afterEach, beforeEach, expect, it } from 'vitest'
import { linkExcerpt, markExcerpt } from '#app/operations/evidence.server.ts'
import { LinkInput, MarkInput } from '#app/operations/evidence.input.ts'
import { JudgeFindingInput } from '#app/operations/findings.input.ts'
import { createFinding, editFinding, judgeFinding, setFindingStatus } from '#app/operations/findings.server.ts'
import { writeNote } from '#app/operations/notes.server.ts'
import { undoAct } from '#db/changes.server.ts'
import type { Database } from '#db/database.server.ts'
import { listFindings, loadFinding } from '#db/findings.server.ts'
import { NOW, openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told
let findingId: string

beforeEach(async () => {
  ({ database, told } = await openTold())
  await database.write(async (tx) => {
    for (const mission of ['told', 'untold']) {
      await tx.insertInto('document').values({ id: `${mission}-report`, mission_id: mission, kind: 'report', title: 'Report', title_key: 'report' }).execute()
      for (const n of [1, 2]) await tx.insertInto('outline_node').values({ id: `${mission}-section-${n}`, mission_id: mission, document_id: `${mission}-report`, position: n, level: 1, title: `Section ${n}`, page: n }).execute()
    }
  })
  const made = await createFinding(told.scope, { statement: 'Roads are dark', dimensions: ['told-dimension-1', 'untold-dimension-2'], nodes: ['told-section-1', 'untold-section-2'] })
  findingId = made.done ? made.findingId : ''
})
afterEach(() => database.close())

const places = async () => {
  const known = await loadFinding(database.read, 'told', findingId)
  return { statement: known?.finding.statement, dimensions: known?.dimensions.map((one) => one.id), nodes: known?.nodes.map((one) => one.id) }
}

it('stands under dimensions and sections of its own mission only', async () => {
  expect(await places()).toEqual({ statement: 'Roads are dark', dimensions: ['told-dimension-1'], nodes: ['told-section-1'] })
  expect(await listFindings(database.read, 'untold')).toEqual([])
  expect(await loadFinding(database.read, 'untold', findingId)).toBeUndefined()
})

it('changes its words and its places, against the revision seen', async () => {
  const edit = { statement: 'Roads are lit', dimensions: ['told-dimension-2'], nodes: ['told-section-1', 'told-section-2'], revision: 1 }
  expect((await editFinding(told.scope, findingId, edit)).done).toBe(true)
  expect(await places()).toEqual({ statement: 'Roads are lit', dimensions: ['told-dimension-2'], nodes: ['told-section-1', 'told-section-2'] })
  expect(await editFinding(told.scope, findingId, edit)).toEqual({ done: false, because: 'stale' })
  expect(await editFinding(told.other, findingId, { ...edit, revision: 2 })).toEqual({ done: false, because: 'gone' })
})

it('is accepted after review and with a sentence that supports it', async () => {
  expect(await setFindingStatus(told.scope, findingId, { revision: 1, status: 'accepted' })).toEqual({ done: false, because: 'no-such-step' })
  await setFindingStatus(told.scope, findingId, { revision: 1, status: 'reviewed' })
  expect(await setFindingStatus(told.scope, findingId, { revision: 2, status: 'accepted' })).toEqual({ done: false, because: 'no-evidence' })
  const note = await writeNote(told.scope, { engagement: told.meetings[0], body: 'No lamps anywhere.', language: 'en' })
  if (!note.done) throw new Error(note.because)
  const marked = await markExcerpt(told.scope, { noteId: note.noteId }, MarkInput.parse({ words: 'No lamps anywhere.', kind: 'fact', language: 'en', relation: 'supports' }))
  if (!marked.done) throw new Error(marked.because)
  await linkExcerpt(told.scope, marked.excerptId, LinkInput.parse({ finding: findingId, dimensions: ['told-dimension-2'], relation: 'supports', reason: 'seen' }))
  expect((await setFindingStatus(told.scope, findingId, { revision: 2, status: 'accepted' })).done).toBe(true)
  expect((await places()).dimensions).toEqual(['told-dimension-1', 'told-dimension-2'])
  expect(await setFindingStatus(told.scope, findingId, { revision: 2, status: 'reviewed' })).toEqual({ done: false, because: 'stale' })
})

it('is judged by a person, with a reason, over the links that stand then; undo brings the judgement before back', async () => {
  const judge = (more: Record<string, string>) => judgeFinding(told.scope, findingId, JudgeFindingInput.parse({ revision: '1', judged: 'robust high', reason: 'seen by all of us', ...more }))
  expect(await judge({})).toEqual({ done: false, because: 'no-evidence' })
  const note = await writeNote(told.scope, { engagement: told.meetings[0], body: 'No lamps anywhere.', language: 'en' })
  await markExcerpt(told.scope, { noteId: note.done ? note.noteId : '' }, MarkInput.parse({ words: 'No lamps anywhere.', kind: 'fact', language: 'en', relation: 'supports', finding: findingId, reason: 'seen' }))
  expect(await judgeFinding(told.scope, findingId, { revision: 1, judged: 'robust high', reason: '' })).toEqual({ done: false, because: 'no-reason' })
  expect(await judgeFinding(told.other, findingId, JudgeFindingInput.parse({ revision: '1', judged: 'robust high', reason: 'x' }))).toEqual({ done: false, because: 'gone' })
  expect((await judge({ judged: 'limited high', reason: 'one lamp seen' })).done).toBe(true)
  const second = await judge({ revision: '2' })
  const row = async () => {
    const { evidence_judged, agreement_judged, judged_reason, judged_by, judged_links } = (await loadFinding(database.read, 'told', findingId))?.finding ?? {}
    return [evidence_judged, agreement_judged, judged_reason, judged_by, (JSON.parse(judged_links ?? '') as { relation: string }[]).map((link) => link.relation)]
  }
  expect(await row()).toEqual(['robust', 'high', 'seen by all of us', 'Member, sample', ['supports']])
  await database.write((tx) => undoAct(tx, second.done ? second.actId : '', { missionId: 'told', atMs: NOW, accountId: null, actorName: 'x' }))
  expect(await row()).toEqual(['limited', 'high', 'one lamp seen', 'Member, sample', ['supports']])
  expect(JudgeFindingInput.safeParse({ revision: '1', judged: 'high robust', reason: 'x' }).success).toBe(false)
})
