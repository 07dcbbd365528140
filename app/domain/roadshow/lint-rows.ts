/** Rules about the rows of a schedule as they were read: where they were put, and whether they are one. */
import { partsOf } from '#app/domain/meetings/combined.ts'
import { EXITS } from '#app/domain/meetings/status.ts'
import { issueOf } from '#app/domain/roadshow/lint-issue.ts'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import type { MissionFacts } from '#app/domain/roadshow/lint-facts.ts'

/** A row that stood in the wrong column and took its stop and day from its neighbours, until somebody confirms them. */
export function lintShifts({ engagements }: Pick<MissionFacts, 'engagements'>): Issue[] {
  return engagements.filter((row) => row.inferred.length > 0).map((row) => issueOf(
    { code: 'column-shift', title: row.title, city: row.city, day: row.day },
    { subjects: [{ kind: 'engagement', id: row.id }], lines: [row.sourceLine], print: `${row.inferred.join(' ')} ${row.stopId} ${row.day}`, repairs: [{ kind: 'confirm-place', city: row.city, day: row.day }, { kind: 'visit', to: 'move', id: row.id }] },
  ))
}

/** Two formats or counterparts in one row. With an agenda it is one, whatever it is called. */
export function lintCombined({ engagements, items }: Pick<MissionFacts, 'engagements' | 'items'>): Issue[] {
  const withAgenda = new Set(items.map((item) => item.engagementId))
  return engagements.flatMap((row) => {
    const parts = withAgenda.has(row.id) || (EXITS as readonly string[]).includes(row.status) ? undefined : partsOf(row.title)
    if (!parts) return []
    return [issueOf(
      { code: 'combined-row', title: row.title, city: row.city, day: row.day, parts },
      { subjects: [{ kind: 'engagement', id: row.id }], lines: [row.sourceLine], print: row.title, repairs: [{ kind: 'split-row', parts }, { kind: 'visit', to: 'edit', id: row.id }] },
    )]
  })
}
