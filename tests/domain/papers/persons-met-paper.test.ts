import { describe, expect, it } from 'vitest'
import { plain } from '#app/domain/papers/paper.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import { composePersonsMet } from '#app/domain/papers/persons-met-paper.ts'
import { groupMet } from '#app/domain/papers/persons-met.ts'
import type { Met } from '#app/domain/papers/report-facts.ts'

function row(more: Partial<Met>): Met {
  return {
    engagementId: 'm1', personId: 'a', name: 'Ana', named: true, institution: 'Ministry', title: 'Head', status: 'held', attended: null, attendance: '', deputyName: '', deputyTitle: '', sample: false,
    meeting: 'Meeting 1', day: '2020-02-04', city: 'Dushanbe', kind: 'meeting', stopId: 's', ...more,
  }
}
const ROWS = [
  row({ personId: null, name: 'Secretariat', named: false, title: '' }), row({}), row({ personId: 'b', name: 'Ben', title: 'Minister', attendance: 'deputy', attended: 0, deputyName: 'Cid', deputyTitle: 'Deputy Minister' }),
  row({ personId: null, name: 'Guest, sample', attendance: 'visitor', attended: 1, sample: true, title: '' }), row({ engagementId: 'm2', meeting: 'Meeting 2', day: '2020-02-05', title: 'Acting Minister' }), row({ personId: null, name: 'mission team', named: false, institution: '', kind: 'internal' }),
]
const compose = (audience: 'team' | 'counterpart', language = 'en'): Paper => composePersonsMet({ title: 'Roadshow' }, groupMet(ROWS), { audience, language })
const rowsOf = (paper: Paper): string[][] => paper.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ cells }) => cells.map(({ text }) => text.map(plain).join(' / '))) : []))

describe('the list of persons met', () => {
  it('has each person once under their institution, in protocol order, with the titles of the day, and whoever was not named last', () => {
    expect(rowsOf(compose('team'))).toEqual([
      ['Name', 'Title', 'Met at'], ['Ministry'], ['Ana', 'Head / Acting Minister', 'Meeting 1, Dushanbe, Tue 4 February / Meeting 2, Dushanbe, Wed 5 February'], ['Cid / for Ben', 'Deputy Minister', 'Meeting 1, Dushanbe, Tue 4 February'],
      ['Guest, sample / came unannounced', '', 'Meeting 1, Dushanbe, Tue 4 February'], ['Representatives, names not noted', 'Secretariat', 'Meeting 1, Dushanbe, Tue 4 February'],
      ['No institution named'], ['Representatives, names not noted', 'mission team', 'Meeting 1, Dushanbe, Tue 4 February'],
    ])
  })

  it('marks sample people, and misses names and titles of others than ourselves', () => {
    const paper = compose('team')
    expect(JSON.stringify(paper.blocks)).toContain('{"text":"Guest, sample","bold":true,"sample":true}')
    expect(paper.gaps.map(({ words }) => words)).toEqual(['Nobody noted who spoke for Ministry.', 'No title is noted for Guest, sample.'])
  })

  it('does not tell counterparts who came unannounced, and says in Russian what it can', () => {
    const paper = compose('counterpart', 'ru')
    const text = rowsOf(paper).flat().join('\n')
    expect(['Список участников встреч', 'Имя', 'вместо: Ben', 'Представители, имена не записаны', 'вт 4 февраля', 'без предварительного'].map((words) => `${paper.title}\n${text}`.includes(words))).toEqual([true, true, true, true, true, false])
    expect(paper.gaps.at(-1)?.words).toBe('Not in Russian, and shown as typed: 3 names, 5 titles, 1 institution.')
  })
})
