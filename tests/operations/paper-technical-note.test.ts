import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareEditions } from '#app/domain/papers/editions.ts'
import { plain } from '#app/domain/papers/paper.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import { textsOf } from '#app/domain/papers/runs.ts'
import { EditSectionInput } from '#app/operations/outline.input.ts'
import { editSection, repairNumber } from '#app/operations/outline.server.ts'
import { composePaper, listPaperSubjects } from '#app/operations/papers.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'

/** Friday 7 February 2020, 18:00 in Tashkent. */
const EVENING = Date.UTC(2020, 1, 7, 13)
let database: Database
let scope: Scope

beforeAll(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  await seedDemo(database, EVENING)
  scope = await loadMissionScope(database, 'smart-city-regional-roadshow', EVENING)
})
afterAll(() => database.close())

const compose = async (more: Partial<{ audience: 'team' | 'counterpart'; language: string; subject: string }> = {}) => await composePaper({ db: database.read, mission: scope.mission, nowMs: EVENING }, 'technical-note', { subject: 'technical-note', audience: 'team', language: 'en', second: '', ...more })
const note = async (more: Parameters<typeof compose>[0] = {}): Promise<Paper> => {
  const paper = await compose(more)
  if (!paper) throw new Error('No paper')
  return paper
}
const headings = (paper: Paper) => paper.blocks.flatMap((block) => (block.kind === 'heading' ? [plain(block.text)] : []))
const said = (paper: Paper) => textsOf(paper).map(plain).join('\n')

describe('the demo’s technical note', () => {
  it('has its 58 sections under contents of 58 lines, and two empty places for figures', async () => {
    const paper = await note()
    const contents = paper.blocks.find((block) => block.kind === 'table')
    expect([headings(paper).length, headings(paper)[0], headings(paper).at(-1)]).toEqual([60, 'Contents', 'Figures'])
    expect(contents?.kind === 'table' && [contents.rows.length, contents.rows[32]?.cells.map((cell) => cell.text.map(plain).join())]).toEqual([58, ['\u2003\u20032.3.1. Opportunities for improvement', '43']])
    expect(paper.blocks.flatMap((block) => (block.kind === 'figure' ? [[plain(block.caption), block.attachmentId]] : []))).toEqual([['Figure. Workshop Picture of workshop in Tashkent', null], ['Figure. Smart City Architecture for Dushanbe', null]])
    expect(await listPaperSubjects({ db: database.read, mission: scope.mission, nowMs: EVENING }, 'technical-note')).toEqual([{ subject: 'technical-note', title: paper.title, day: null }])
    expect([await compose({ subject: 'charter' }), await compose({ subject: 'nothing' })]).toEqual([null, null])
  })

  it('lists what it lacks by part, the number printed twice first', async () => {
    const gaps = (await note()).gaps.map(({ words }) => words)
    expect(gaps.slice(0, 3)).toEqual(['Number printed twice: 2.3.1. Opportunities for improvement (2.3.2 would be right)', 'EXECUTIVE SUMMARY: 1 section has no text', 'EXECUTIVE SUMMARY: 1 section has no owner'])
    expect(gaps.filter((words) => words.startsWith('Part 2.'))).toEqual([
      'Part 2. Current status of Dushanbe Smart City: 13 sections have no text: 2.1.1, 2.1.2, 2.2.1, 2.2.2, 2.3.1, 2.3.1, 2.4.1, 2.4.2, 2.5.1, 2.5.2, 2.6.1, 2.6.2, 2.6.3',
      'Part 2. Current status of Dushanbe Smart City: 7 sections have no finding: 2.1.2, 2.2.2, 2.4.2, 2.5.2, 2.6.1, 2.6.2, 2.6.3', 'Part 2. Current status of Dushanbe Smart City: 13 sections have no owner: 2.1.1, 2.1.2, 2.2.1, 2.2.2, 2.3.1, 2.3.1, 2.4.1, 2.4.2, 2.5.1, 2.5.2, 2.6.1, 2.6.2, 2.6.3',
    ])
    expect(gaps).toContain('Figure “Smart City Architecture for Dushanbe”: its picture is missing, it stands in no section, nobody has said what it shows.')
    expect(gaps.some((words) => /^Nobody has said what these stand for: .*SUE/.test(words))).toBe(true)
  })

  it('gives the counterpart no draft, no source, nothing that is not there yet', async () => {
    const [team, theirs] = [await note(), await note({ audience: 'counterpart' })]
    expect([said(team).includes('Nothing is written here yet.'), said(theirs).includes('Nothing is written here yet.')]).toEqual([true, false])
    expect([said(team).includes('(draft)'), said(theirs).includes('(draft)'), said(theirs).includes('Residents are asked and not answered.')]).toEqual([true, false, false])
    expect(textsOf(theirs).flat().filter((run) => run.source !== undefined)).toEqual([])
    expect(said(theirs).includes('nobody has said what it stands for')).toBe(false)
  })

  it('has Russian words of its own and shows titles as typed', async () => {
    const paper = await note({ language: 'ru' })
    expect([headings(paper)[0], headings(paper).at(-1), headings(paper)[5]]).toEqual(['Содержание', 'Рисунки', 'Part 1. Smart City Design for Dushanbe'])
    expect(paper.gaps.some(({ kind, words }) => kind === 'translation' && words.includes('58 sections'))).toBe(true)
  })

  it('says one change for a number and one for a text, in the words that were typed', async () => {
    const before = await note()
    await repairNumber(scope, 'technical-note', 'technical-note-33', { number: '2.3.2', revision: 1 })
    await editSection(scope, 'technical-note', 'technical-note-4', EditSectionInput.parse({ title: 'Introduction', number: '', page: '8', state: 'drafted', gathers: '', body: 'Why this note.\n\n- first\n- **second**', revision: '1' }))
    const after = await note()
    expect(compareEditions(before, after).map(({ id, what }) => `${what} ${id}`)).toEqual(['changed section:technical-note-33', 'added text:technical-note-4'])
    expect(said(after)).toContain('Why this note.\nfirst\nsecond')
  })
})
