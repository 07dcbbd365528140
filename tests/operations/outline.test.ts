import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stampOf } from '#app/domain/agenda/ripple.ts'
import { describeAct } from '#app/domain/history.ts'
import { AddSectionInput, EditSectionInput } from '#app/operations/outline.input.ts'
import { addSection, dropSection, editSection, placeFinding, removeSections, renumberSections, repairNumber, stepSection } from '#app/operations/outline.server.ts'
import { MarkInput } from '#app/operations/evidence.input.ts'
import { markExcerpt } from '#app/operations/evidence.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { undoAct } from '#db/changes.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { loadIssues } from '#db/issues.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { listFigures, listSections } from '#db/outline.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'

const NOTE = 'technical-note'
const node = (position: number): string => `${NOTE}-${position}`
/** The second 2.3.1. */
const DOUBLED = node(33)

let database: Database
let scope: Scope
let elsewhere: Scope

beforeEach(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  await seedDemo(database, NOW)
  elsewhere = (await makeTold(database)).scope
  scope = await loadMissionScope(database, 'smart-city-regional-roadshow', NOW)
})
afterEach(() => database.close())

const rows = () => listSections(database.read, scope.mission.id, NOTE)
const words = async () => (await rows()).map(({ level, number, title, page, position }) => `${position} ${level} ${number} ${title} ${page}`)
const stamp = async () => stampOf(await rows())
const undo = (actId: string) => database.write((tx) => undoAct(tx, actId, { atMs: NOW, accountId: null, actorName: 'Tester', missionId: scope.mission.id }))
const sentence = async (actId: string) => {
  const act = await database.read.selectFrom('act').select(['verb', 'noun', 'subject_title as subjectTitle', 'facts']).where('id', '=', actId).executeTakeFirstOrThrow()
  return describeAct({ ...act, facts: JSON.parse(act.facts) as Record<string, unknown> })
}
const done = <T extends { done: boolean }>(outcome: T): Extract<T, { done: true }> => {
  if (!outcome.done) throw new Error(JSON.stringify(outcome))
  return outcome as Extract<T, { done: true }>
}
const section = (more: Record<string, unknown> = {}) => AddSectionInput.parse({ title: 'New', as: 'beside', ...more })

describe('the number that the deck prints twice', () => {
  it('is repaired by one act, which the list of issues notices and undo takes back', async () => {
    const before = await words()
    const { actId } = done(await repairNumber(scope, NOTE, DOUBLED, { number: '2.3.2', revision: 1 }))
    expect((await words()).filter((line, at) => line !== before[at])).toEqual(['33 3 2.3.2 2.3.2. Opportunities for improvement 43'])
    expect((await loadIssues(database.read, scope.mission.id, scope.missionNowMs)).open.filter(({ code }) => code === 'duplicate-number')).toEqual([])
    expect(await sentence(actId)).toBe('numbered the section “2.3.1. Opportunities for improvement” from 2.3.1 to 2.3.2')
    expect((await undo(actId)).done).toBe(true)
    expect(await words()).toEqual(before)
    expect(await repairNumber(scope, NOTE, DOUBLED, { number: '2.3.2', revision: 1 })).toEqual({ done: false, because: 'stale' })
    expect(await repairNumber(elsewhere, NOTE, DOUBLED, { number: '2.3.2', revision: 3 })).toEqual({ done: false, because: 'gone' })
  })

  it('is repaired by counting its part anew as well, once', async () => {
    done(await renumberSections(scope, NOTE, { within: node(31), seen: await stamp() }))
    expect((await words())[32]).toContain('2.3.2. Opportunities')
    expect(await renumberSections(scope, NOTE, { within: null, seen: '' })).toEqual({ done: false, because: 'right-already' })
    expect(await renumberSections(scope, NOTE, { within: null, seen: 'other' })).toEqual({ done: false, because: 'stale' })
  })
})

describe('moving', () => {
  it('takes along what lies below, keeps 58 sections, numbers them by their new places and comes back whole', async () => {
    const before = await words()
    const step = done(await stepSection(scope, NOTE, { seen: await stamp(), up: node(44), down: null, in: null, out: null }))
    const after = await words()
    expect([after.length, after[23], after[24], after[37], after[38]]).toEqual([58, '24 1 Part 2 Part 2. Implications and Direction 55', '25 2 2.1 2.1. Future Direction for Dushanbe Smart City 55', '38 1 Part 3 Part 3. Current status of Dushanbe Smart City 28', '39 2 3.1 3.1. Smart City Strategy, Policy and Action Plans 28'])
    expect(after.filter((line) => line.includes(' 3.3.1. '))).toHaveLength(2)
    await undo(step.actId)
    expect(await words()).toEqual(before)
  })

  it('moves in and out with new numbers, and drops where a row is let go', async () => {
    done(await stepSection(scope, NOTE, { seen: '', up: null, down: null, in: null, out: node(57) }))
    expect((await words()).slice(56, 58)).toEqual(['57 2 3.3 3.3. Preventing side effect 68', '58 1 Annex 1 Annex 1. Data Policy and Legislation 69'])
    done(await dropSection(scope, NOTE, { item: node(57), to: 46, seen: '' }))
    expect((await words()).slice(44, 47)).toEqual(['45 2 3.1 3.1. Future Direction for Dushanbe Smart City 55', '46 3 3.1.1 3.1.1. Preventing side effect 68', '47 3 3.1.2 3.1.2. Designing Smart Cities 55'])
  })

  it('refuses what cannot be, and what was decided over another outline', async () => {
    const step = (input: Partial<Parameters<typeof stepSection>[2]>) => stepSection(scope, NOTE, { seen: '', up: null, down: null, in: null, out: null, ...input })
    expect([await step({ up: node(1) }), await step({ out: node(1) }), await step({ up: 'nothing' }), await step({}), await step({ up: node(2), seen: 'other' })].map((one) => !one.done && one.because)).toEqual(['at-the-end', 'at-the-end', 'gone', 'gone', 'stale'])
    expect(await stepSection(elsewhere, NOTE, { seen: '', up: node(2), down: null, in: null, out: null })).toEqual({ done: false, because: 'gone' })
    expect(await stepSection(scope, 'charter', { seen: '', up: 'charter-2', down: null, in: null, out: null })).toEqual({ done: false, because: 'gone' })
  })
})

describe('a section', () => {
  it('comes behind another one: with the next number those behind it move on, with its own they stay', async () => {
    done(await addSection(scope, NOTE, section({ after: node(7), number: '1.1.2', page: '12', owner: 'Member, sample' })))
    expect((await words()).slice(6, 10)).toEqual(['7 3 1.1.1 1.1.1. Requirement of smart cities 11', '8 3 1.1.2 New 12', '9 3 1.1.3 1.1.3. Survey Results 12', '10 3 1.1.4 1.1.4. Three ways of defining smart cities 13'])
    done(await addSection(scope, NOTE, section({ after: node(7), as: 'under', number: 'Box 1' })))
    expect((await words()).slice(6, 9)).toEqual(['7 3 1.1.1 1.1.1. Requirement of smart cities 11', '8 4 Box 1 New null', '9 3 1.1.2 New 12'])
    expect(await addSection(scope, NOTE, section({ after: 'nothing' }))).toEqual({ done: false, because: 'gone' })
  })

  it('is written, owned and far enough, and is no longer empty once it has a text', async () => {
    const edit = EditSectionInput.parse({ title: 'Now', number: '2.2.5', page: '33', owner: 'Member, sample', state: 'empty', gathers: '', body: 'It **stands** here.', revision: '1' })
    const { actId } = done(await editSection(scope, NOTE, node(29), edit))
    const [row] = (await rows()).filter(({ id }) => id === node(29))
    expect([row?.title, row?.number, row?.page, row?.owner, row?.state, row?.body]).toEqual(['2.2.5. Now', '2.2.5', 33, 'Member, sample', 'in work', 'It **stands** here.'])
    expect(await sentence(actId)).toBe('changed the section “2.2.5. Now” from empty to in work')
    expect(await editSection(scope, NOTE, node(29), edit)).toEqual({ done: false, because: 'stale' })
    expect(EditSectionInput.safeParse({ ...edit, page: '0', revision: '2' }).success).toBe(false)
  })

  it('takes the numbers below it along', async () => {
    done(await editSection(scope, NOTE, node(28), EditSectionInput.parse({ title: 'Legal Framework', number: '2.9', page: '32', state: 'empty', gathers: '', revision: '1' })))
    expect((await words()).slice(27, 30)).toEqual(['28 2 2.9 2.9. Legal Framework 32', '29 3 2.9.1 2.9.1. Current Situation 32', '30 3 2.9.2 2.9.2. Opportunities for improvement 40'])
  })

  it('goes with what lies below it, leaves findings and figures behind, and comes back with all of it', async () => {
    await database.write((tx) => tx.updateTable('figure').set({ outline_node_id: node(32) }).where('id', '=', 'figure-2').execute())
    const [before, placed] = [await words(), (await rows()).map(({ findings, figures }) => `${findings.length} ${figures}`)]
    const { actId } = done(await removeSections(scope, NOTE, node(31), { seen: await stamp() }))
    expect([(await rows()).length, (await words())[30], (await listFigures(database.read, scope.mission.id, NOTE)).map((figure) => figure.outline_node_id)]).toEqual([55, '31 2 2.3 2.3. Data 45', [null, null]])
    await undo(actId)
    expect([await words(), (await rows()).map(({ findings, figures }) => `${findings.length} ${figures}`)]).toEqual([before, placed])
    expect(await removeSections(scope, NOTE, node(31), { seen: 'other' })).toEqual({ done: false, because: 'stale' })
  })

  it('keeps the words that are evidence: number and place change, title and text do not', async () => {
    done(await markExcerpt(scope, { nodeId: DOUBLED }, MarkInput.parse({ words: '2.3.1. Opportunities', kind: 'quote', language: 'en', relation: 'context' })))
    done(await repairNumber(scope, NOTE, DOUBLED, { number: '2.3.2', revision: 1 }))
    expect((await words())[32]).toBe('33 3 2.3.2 2.3.1. Opportunities for improvement 43')
    const edit = { number: '2.3.2', page: '43', state: 'drafted', gathers: '', revision: '2' }
    expect(await editSection(scope, NOTE, DOUBLED, EditSectionInput.parse({ ...edit, title: 'Chances' }))).toEqual({ done: false, because: 'marked' })
    expect(await removeSections(scope, NOTE, node(31), { seen: await stamp() })).toEqual({ done: false, because: 'marked' })
  })

  it('is not taken back once something was placed in it', async () => {
    const { actId, nodeId } = done(await addSection(scope, NOTE, section()))
    done(await placeFinding(scope, NOTE, nodeId, { finding: 'sample-f1' }))
    expect(await undo(actId)).toEqual({ done: false, because: 'stale' })
    expect(await placeFinding(scope, NOTE, nodeId, { finding: 'sample-f1' })).toEqual({ done: false, because: 'there-already' })
    expect(await placeFinding(scope, NOTE, nodeId, { finding: 'nothing' })).toEqual({ done: false, because: 'gone' })
  })
})
