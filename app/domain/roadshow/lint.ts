/** The lint of a stored mission: every rule over its facts. */
import type { Id } from '#app/domain/ids.ts'
import { lintAgendas } from '#app/domain/agenda/lint.ts'
import { lintEssentials, lintOffDays, lintWay, lintWeekdays } from '#app/domain/roadshow/lint-days.ts'
import type { MissionFacts } from '#app/domain/roadshow/lint-facts.ts'
import { sortIssues } from '#app/domain/roadshow/lint-issue.ts'
import type { Issue, Severity } from '#app/domain/roadshow/lint-issue.ts'
import { lintConflicts, lintFeasible } from '#app/domain/roadshow/lint-conflicts.ts'
import { lintHistoric, lintPlaces, lintTitles, lintTwins } from '#app/domain/roadshow/lint-names.ts'
import { lintBalance, lintBodies, lintVariants } from '#app/domain/roadshow/lint-people.ts'
import { lintCombined, lintShifts } from '#app/domain/roadshow/lint-rows.ts'
import { lintBasis, lintMarks, lintNumbers, lintOwners, lintTranslations, lintTriangulation } from '#app/domain/roadshow/lint-papers.ts'

const LINTS: ((facts: MissionFacts) => Issue[])[] = [
  lintWeekdays, lintTitles, lintAgendas, lintMarks, lintNumbers, lintPlaces, lintEssentials, lintWay, lintBasis, lintOwners, lintTwins, lintOffDays,
  lintConflicts, lintFeasible, lintShifts, lintCombined, lintVariants, lintBodies, lintBalance, lintHistoric, lintTriangulation, lintTranslations,
]

/** Every issue of a mission, errors first. Facts of a part of it give the issues of that part. */
export function lintMission(facts: MissionFacts): Issue[] {
  return sortIssues(LINTS.flatMap((lint) => lint(facts)))
}

/** The issues that show at an engagement: its day, its titles, its agenda. */
export function lintEngagement(facts: MissionFacts, engagementId: Id): Issue[] {
  const issues = [lintWeekdays, lintTitles, lintAgendas, lintConflicts, lintShifts, lintCombined, lintBodies, lintBalance].flatMap((lint) => lint(facts))
  return sortIssues(issues.filter((issue) => issue.subjects.some((subject) => subject.id === engagementId)))
}

/** An acceptance names the rule and the issue; it holds while exactly this is printed. */
export type Acceptance = { code: string; subjectId: string }

/** Issues that still wait, and those that a person let stand, with the acceptance. */
export function partIssues<A extends Acceptance>(issues: readonly Issue[], acceptances: readonly A[]): { open: Issue[]; accepted: { issue: Issue; acceptance: A }[] } {
  const known = new Map(acceptances.map((acceptance) => [`${acceptance.code} ${acceptance.subjectId}`, acceptance]))
  const accepted = issues.flatMap((issue) => {
    const acceptance = known.get(`${issue.code} ${issue.id}`)
    return acceptance ? [{ issue, acceptance }] : []
  })
  return { open: issues.filter((issue) => !known.has(`${issue.code} ${issue.id}`)), accepted }
}

export function countSeverities(issues: readonly Issue[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const issue of issues) counts[issue.severity]++
  return counts
}
