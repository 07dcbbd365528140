import type { SectionGap } from '#app/domain/papers/outline-coverage.ts'
import type { NumberMark } from '#app/domain/papers/outline-numbers.ts'

/** A section as the tables of an outline show it; `bare` is its title without the number printed before it. */
export type OutlineLine = {
  id: string; revision: number; level: number; number: string; title: string; bare: string; page: number | null; owner: string; state: string; sourceLine: number | null
  findings: number; evidence: number; figures: number; marks: readonly NumberMark[]; gaps: readonly SectionGap[]
}

export type OutlineFilter = { gapsOnly: boolean; owner: string; state: string }

/** The lines that a filter leaves. */
export function narrowed(lines: readonly OutlineLine[], { gapsOnly, owner, state }: OutlineFilter): OutlineLine[] {
  return lines.filter((line) => (!gapsOnly || line.gaps.length > 0 || line.marks.length > 0) && (owner === '' || line.owner === owner) && (state === '' || line.state === state))
}
