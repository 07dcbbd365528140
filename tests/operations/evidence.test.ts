import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LinkInput, MarkInput } from '#app/operations/evidence.input.ts'
import { changeLink, linkExcerpt, markExcerpt, unlinkExcerpt } from '#app/operations/evidence.server.ts'
import { createFinding } from '#app/operations/findings.server.ts'
import { editNote, writeNote } from '#app/operations/notes.server.ts'
import type { Database } from '#db/database.server.ts'
import { listExcerpts, listLinksOf } from '#db/evidence.server.ts'
import { loadFinding } from '#db/findings.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

const BODY = 'Sensors stand on two streets.\nThe register is on paper. The register is on paper.'
let database: Database
let told: Told
let noteId: string

beforeEach(async () => {
  ({ database, told } = await openTold())
  const written = await writeNote(told.scope, { engagement: told.meetings[0], body: BODY, language: 'en' })
  noteId = written.done ? written.noteId : ''
})
afterEach(() => database.close())

const form = (more: Record<string, unknown>) => MarkInput.parse({ number: '1', kind: 'fact', speaker: 'Director, sample', sourceKind: 'city', language: 'en', relation: 'supports', ...more })
const marked = (more: Record<string, unknown>) => markExcerpt(told.scope, { noteId }, form(more))
const bodies = async () => (await listExcerpts(database.read, 'told')).map((row) => row.body).sort()
const NEW = { finding: 'new', statement: 'Sensors are few', reason: 'two streets only', dimensions: ['told-dimension-1', 'untold-dimension-1'] }

describe('marking words', () => {
  it('takes typed words, a selection, or a chosen sentence', async () => {
    expect([(await marked({ words: 'two  streets' })).done, (await marked({ start: '0', end: '7' })).done, (await marked({ sentence: '30-55' })).done]).toEqual([true, true, true])
    expect(await bodies()).toEqual(['Sensors', 'The register is on paper.', 'two streets'])
  })

  it('says what stops it', async () => {
    const outcomes = await Promise.all([marked({}), marked({ words: 'three streets' }), marked({ words: 'The register' }), marked({ start: '5', end: '900' }), marked({ sentence: 'x' }), marked({ words: 'Sensors', number: '7' })])
    expect(outcomes.map((outcome) => (outcome.done ? 'done' : outcome.because))).toEqual(['nothing-chosen', 'absent', 'several', 'no-span', 'nothing-chosen', 'gone'])
    expect(await bodies()).toEqual([])
  })

  it('writes the finding and the link in the same act, under dimensions of this mission only', async () => {
    const outcome = await marked({ words: 'two streets', ...NEW })
    if (!outcome.done) throw new Error(outcome.because)
    const [link] = await listLinksOf(database.read, 'told', [outcome.excerptId])
    expect(link).toMatchObject({ relation: 'supports', reason: 'two streets only', statement: 'Sensors are few', account_name: 'Member, sample' })
    expect((await loadFinding(database.read, 'told', link?.finding_id ?? ''))?.dimensions.map((one) => one.id)).toEqual(['told-dimension-1'])
    const acts = await database.read.selectFrom('act').select(['verb']).where('noun', '=', 'excerpt').execute()
    expect(acts).toEqual([{ verb: 'mark' }])
  })

  it('needs a reason for a link, a sentence for a new finding, a finding of this mission', async () => {
    const messages = (more: Record<string, unknown>) => MarkInput.safeParse({ number: '1', kind: 'fact', language: 'en', relation: 'supports', ...more }).error?.issues.map((issue) => issue.message)
    expect(messages({ finding: 'new', statement: 'x' })).toEqual(['Say why it bears on the finding'])
    expect(messages({ finding: 'new', reason: 'x' })).toEqual(['Write the new finding as one sentence'])
    expect(await marked({ words: 'two streets', finding: 'nowhere', reason: 'x' })).toEqual({ done: false, because: 'finding-gone' })
  })

  it('doubles nothing when the same words are marked again, and lets them serve a second finding', async () => {
    const first = await marked({ words: 'two streets', ...NEW })
    expect(await marked({ words: 'two streets' })).toEqual({ done: false, because: 'already' })
    const second = await marked({ words: 'two streets', ...NEW, statement: 'Another finding' })
    expect(first.done && second.done && first.excerptId === second.excerptId).toBe(true)
    expect(await bodies()).toEqual(['two streets'])
  })

  it('takes the words of the revision that the person saw, also after an edit', async () => {
    await editNote(told.scope, noteId, { body: 'All new.', language: 'en', number: 1 })
    const outcome = await marked({ words: 'two streets' })
    expect(outcome.done).toBe(true)
    expect(await bodies()).toEqual(['two streets'])
  })

  it('knows no note of another mission', async () => {
    expect(await markExcerpt(told.other, { noteId }, form({ words: 'two streets' }))).toEqual({ done: false, because: 'gone' })
  })

  it('marks a section of a document', async () => {
    await database.write(async (tx) => {
      await tx.insertInto('document').values({ id: 'paper', mission_id: 'told', kind: 'reply', title: 'Reply', title_key: 'reply', language: 'tg' }).execute()
      await tx.insertInto('outline_node').values({ id: 'node', mission_id: 'told', document_id: 'paper', position: 1, level: 1, title: 'Item 1', body: 'Ҷавоби хаттӣ ирсол шуд.' }).execute()
    })
    const outcome = await markExcerpt(told.scope, { nodeId: 'node' }, form({ sentence: '0-23', language: 'tg', translation: 'A written reply was sent.' }))
    expect(outcome.done).toBe(true)
    expect((await listExcerpts(database.read, 'told', { stopId: 'papers' })).map((row) => [row.body, row.document_title, row.translation_state, row.city])).toEqual([['Ҷавоби хаттӣ ирсол шуд.', 'Reply', 'draft', null]])
  })
})

describe('links', () => {
  async function linked(): Promise<{ excerptId: string; link: Awaited<ReturnType<typeof listLinksOf>>[number] }> {
    const outcome = await marked({ words: 'two streets', ...NEW })
    if (!outcome.done) throw new Error(outcome.because)
    const [link] = await listLinksOf(database.read, 'told', [outcome.excerptId])
    if (!link) throw new Error('no link')
    return { excerptId: outcome.excerptId, link }
  }

  it('are made once per finding, and need a finding', async () => {
    const { excerptId, link } = await linked()
    const again = LinkInput.parse({ finding: link.finding_id, relation: 'contradicts', reason: 'x' })
    expect(await linkExcerpt(told.scope, excerptId, again)).toEqual({ done: false, because: 'already' })
    expect(await linkExcerpt(told.scope, excerptId, { ...again, finding: 'nowhere' })).toEqual({ done: false, because: 'finding-gone' })
    expect(LinkInput.safeParse({ finding: '', relation: 'supports', reason: 'x' }).success).toBe(false)
    expect((await linkExcerpt(told.scope, excerptId, { ...again, finding: 'new', statement: 'Second' })).done).toBe(true)
  })

  it('are made to several findings at once, each with its relation and its reason or the common one, or to none', async () => {
    const { excerptId, link } = await linked()
    const [second, third] = await Promise.all(['Second', 'Third'].map(async (statement) => {
      const made = await createFinding(told.scope, { statement, dimensions: [], nodes: [] })
      return made.done ? made.findingId : ''
    }))
    const many = { finding: 'new', statement: 'Fourth', relation: 'context', reason: 'the common one', also: [second, third, link.finding_id], alsoRelation: ['contradicts', 'supports', ''], alsoReason: ['its own', '', ''] }
    expect(await linkExcerpt(told.scope, excerptId, LinkInput.parse({ ...many, alsoRelation: ['contradicts', 'supports', 'context'] }))).toEqual({ done: false, because: 'already' })
    expect((await listLinksOf(database.read, 'told', [excerptId])).length).toBe(1)
    expect((await linkExcerpt(told.scope, excerptId, LinkInput.parse(many))).done).toBe(true)
    expect((await listLinksOf(database.read, 'told', [excerptId])).map(({ statement, relation, reason }) => [statement, relation, reason]).sort()).toEqual([
      ['Fourth', 'context', 'the common one'], ['Second', 'contradicts', 'its own'], ['Sensors are few', 'supports', 'two streets only'], ['Third', 'supports', 'the common one'],
    ])
    expect((await database.read.selectFrom('act').select('facts').where('verb', '=', 'link').execute()).map((act) => JSON.parse(act.facts) as unknown)).toEqual([{ to: 'Fourth', relation: 'context', more: 2 }])
  })

  it('need a reason each', () => {
    const asked = (more: Record<string, unknown>) => LinkInput.safeParse({ finding: '', relation: 'supports', also: ['a', 'b'], alsoRelation: ['supports', 'context'], ...more }).error?.issues.map((issue) => issue.message)
    expect([asked({ alsoReason: ['x', ''] }), asked({ alsoReason: ['x', 'y'] }), asked({ reason: 'z', alsoReason: [] }), asked({ alsoRelation: ['', ''] })]).toEqual([['Say why it bears on the finding'], undefined, undefined, ['Choose a finding, or write a new one']])
  })

  it('change their relation and reason against the revision seen', async () => {
    const { excerptId, link } = await linked()
    expect((await changeLink(told.scope, { link: link.id, revision: 1, relation: 'contradicts', reason: 'read again' })).done).toBe(true)
    expect((await listLinksOf(database.read, 'told', [excerptId]))[0]).toMatchObject({ relation: 'contradicts', reason: 'read again' })
    expect(await changeLink(told.scope, { link: link.id, revision: 1, relation: 'supports', reason: 'x' })).toEqual({ done: false, because: 'stale' })
  })

  it('are taken away without the excerpt or the finding', async () => {
    const { excerptId, link } = await linked()
    expect(await unlinkExcerpt(told.other, { link: link.id, revision: 1 })).toEqual({ done: false, because: 'gone' })
    expect((await unlinkExcerpt(told.scope, { link: link.id, revision: 1 })).done).toBe(true)
    expect(await listLinksOf(database.read, 'told', [excerptId])).toEqual([])
    expect(await bodies()).toEqual(['two streets'])
    expect((await loadFinding(database.read, 'told', link.finding_id))?.finding.statement).toBe('Sensors are few')
  })
})
