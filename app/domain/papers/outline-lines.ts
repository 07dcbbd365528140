/** The sections of an outline as tables show them: what is wrong with each, what each lacks. */
import { gapsOfSections } from '#app/domain/papers/outline-coverage.ts'
import type { Section, SectionGap } from '#app/domain/papers/outline-coverage.ts'
import { bareTitle, checkNumbering } from '#app/domain/papers/outline-numbers.ts'
import type { NumberMark } from '#app/domain/papers/outline-numbers.ts'

type Listed = Section & { revision: number; page: number | null; sourceLine: number | null; figures: number }

/** `bare` is the title without the number printed before it. */
export type OutlineLine = {
  id: string; revision: number; level: number; number: string; title: string; bare: string; page: number | null; owner: string; state: string; sourceLine: number | null
  findings: number; evidence: number; figures: number; marks: readonly NumberMark[]; gaps: readonly SectionGap[]
}

export function outlineLines(sections: readonly Listed[]): OutlineLine[] {
  const marks = checkNumbering(sections)
  const gaps = gapsOfSections(sections)
  return sections.map(({ id, revision, level, number, title, page, owner, state, sourceLine, findings, evidence, figures }) => ({
    id, revision, level, number, title, bare: bareTitle({ number, title }), page, owner, state, sourceLine, findings: findings.length, evidence, figures, marks: marks.filter((mark) => mark.id === id), gaps: gaps.get(id) ?? [],
  }))
}

export type OutlineFilter = { gapsOnly: boolean; owner: string; state: string }

/** The lines that a filter leaves. */
export function narrowed(lines: readonly OutlineLine[], { gapsOnly, owner, state }: OutlineFilter): OutlineLine[] {
  return lines.filter((line) => (!gapsOnly || line.gaps.length > 0 || line.marks.length > 0) && (owner === '' || line.owner === owner) && (state === '' || line.state === state))
}
