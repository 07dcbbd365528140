import { describe, expect, it } from 'vitest'
import type { AgendaDraft } from '#app/domain/intake/draft.ts'
import { readText } from '#app/domain/intake/read.ts'

/** Title and people of the only row, behind a fixed time. */
function rowOf(text: string): string {
  const { items } = readText(`Seminar\n3 March 2025\n9:00–9:30 ${text}\n9:30–10:00 Tea`).draft as AgendaDraft
  return items.slice(0, -1).map(({ title, people }) => `${title.value}${people.map(({ name, role }) => ` ${role === 'moderator' ? '*' : '+'}${name.value}`).join('')}`).join(' / ')
}

describe('a row that names its people beside what it is', () => {
  it.each([
    ['Keynote: Dr. Anna Schmidt, TU Berlin', 'Keynote +Anna Schmidt'],
    ['Welcome & intros (Sarah, 5 min)', 'Welcome & intros +Sarah'],
    ['Welcome & intros (Sarah, Tom)', 'Welcome & intros +Sarah +Tom'],
    ['Site visit (Georgia)', 'Site visit (Georgia)'],
    ['Blended finance (mod. John Smith, World Bank; Peter Cook, EIB)', 'Blended finance *John Smith +Peter Cook'],
  ])('%s', (text, expected) => expect(rowOf(text)).toBe(expected))
})

describe('a row of durations', () => {
  it('may begin with what it is, before a colon', () => {
    const { items } = readText('Dialogue\n3 March 2025, 10:00–11:00\n\nOpening (10 min)\nPresentation: Tariff reform (25 min) – Ms. Ann Example, UNDP\nDiscussion (15 min)\nWrap-up (10 min)').draft as AgendaDraft
    expect(items.map(({ title, start, people }) => [title.value, start?.value, people.length])).toEqual([['Opening', 600, 0], ['Presentation: Tariff reform', 610, 1], ['Discussion', 635, 0], ['Wrap-up', 650, 0]])
  })
})
