import { expect, it } from 'vitest'
import { ATTRIBUTIONS } from '#app/domain/meetings/attribution.ts'
import { plain } from '#app/domain/papers/paper.ts'
import { versionOf } from '#app/domain/papers/report-facts.ts'
import type { ReportTask } from '#app/domain/papers/report-facts.ts'
import { taskGaps } from '#app/domain/papers/report-gaps.ts'
import { ownerOf, stepBlocks, toldTasks } from '#app/domain/papers/report-steps.ts'

const THEIRS = versionOf({ audience: 'counterpart', language: 'en' })
const said = (attribution: (typeof ATTRIBUTIONS)[number], confidentiality: 'team' | 'counterpart' = 'counterpart') => ({ id: 'x', speaker: 'Director, sample', institution: 'Enterprise', source_kind: 'city', attribution, confidentiality })
const task = (more: Partial<ReportTask> = {}): ReportTask => ({ id: 't', kind: 'commitment', title: 'Lend ducts', owner: 'Director, sample', dueDay: '2020-02-01', status: 'open', organisation: '', sample: false, engagementId: null, meeting: '', meetingDay: null, words: null, ...more })

it('names nobody as responsible by words for which they may not be named', () => {
  expect(ATTRIBUTIONS.map((attribution) => ownerOf(task({ words: said(attribution) }), THEIRS))).toEqual(['Director, sample', 'Enterprise', 'Source not named'])
  expect(ownerOf(task({ words: { ...said('institution'), institution: '' } }), THEIRS)).toBe('A city administration')
  expect(ownerOf(task({ words: said('institution'), owner: 'The director, sample' }), THEIRS)).toBe('Enterprise')
  expect([ownerOf(task({ words: said('not for attribution'), owner: 'Ministry' }), THEIRS), ownerOf(task(), THEIRS), ownerOf(task({ words: said('not for attribution') }), versionOf({ audience: 'team', language: 'en' }))]).toEqual(['Ministry', 'Director, sample', 'Director, sample'])
})

it('says whom a step concerns where its words may be known to be theirs', () => {
  const aside = (attribution: (typeof ATTRIBUTIONS)[number]) => stepBlocks({ tasks: [task({ organisation: 'Enterprise', words: said(attribution) })], today: '2020-01-01' }, THEIRS).map((block) => block.kind === 'table' && plain(block.rows[1]?.cells[0]?.text[1] ?? []))
  expect(ATTRIBUTIONS.map(aside)).toEqual([['commitment · Enterprise'], ['commitment · Enterprise'], ['commitment']])
})

it('leaves behind what is the team’s own, and only counts it', () => {
  const tasks = [task(), task({ id: 'a', kind: 'action' }), task({ id: 'b', words: said('named', 'team'), title: 'Secret' }), task({ id: 'c', status: 'dropped' })]
  expect(toldTasks(tasks, THEIRS).map(({ id }) => id)).toEqual(['t'])
  expect(taskGaps(tasks, THEIRS).map(({ words }) => words)).toEqual(['2 steps are left out: the team’s own, or out of words that only the team may read.'])
})

it('asks for whoever is responsible and for a date, and says what is late', () => {
  expect(taskGaps([task({ owner: '', dueDay: null })], THEIRS).map(({ kind, words }) => [kind, words])).toEqual([['person', 'Nobody is responsible for: Lend ducts'], ['date', 'No date is set for: Lend ducts']])
  const [table] = stepBlocks({ tasks: [task({ owner: '' })], today: '2020-02-05' }, THEIRS)
  expect(table?.kind === 'table' && table.rows[1]?.cells.map(({ text }) => text.map(plain))).toEqual([['Lend ducts', 'commitment'], ['to be named'], ['1 February 2020, late']])
})
