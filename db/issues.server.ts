/** The issues of a mission as they stand now, and what people let stand. */
import type { Id } from '#app/domain/ids.ts'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import { lintEngagement, lintMission, partIssues } from '#app/domain/roadshow/lint.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { loadEngagementFacts, loadMissionFacts } from '#db/lint-facts.server.ts'

export type Accepted = { id: Id; code: string; subjectId: Id; reason: string; accountName: string; atMs: Instant; revision: number }
export type Issues = { open: Issue[]; accepted: { issue: Issue; acceptance: Accepted }[] }

/** Every issue of a mission, errors first, by the mission’s clock. Nineteen queries. */
export async function loadIssues(db: Db, missionId: Id, now: Instant): Promise<Issues> {
  const [facts, accepted] = await Promise.all([loadMissionFacts(db, missionId, now), listAccepted(db, missionId)])
  return partIssues(lintMission(facts), accepted)
}

/** The open issues of one engagement and its agenda, for the place where they stand. Eight queries. */
export async function listIssuesAt(db: Db, missionId: Id, now: Instant, engagementId: Id): Promise<Issue[]> {
  const [facts, accepted] = await Promise.all([loadEngagementFacts(db, missionId, now, engagementId), listAccepted(db, missionId)])
  return partIssues(lintEngagement(facts, engagementId), accepted).open
}

const acceptedOf = prepared((db, { missionId }: { missionId: Id }) => db.selectFrom('accepted_warning').select(['id', 'code', 'subject_id', 'reason', 'account_name', 'at_ms', 'revision']).where('mission_id', '=', missionId)
  .orderBy('at_ms', 'desc').orderBy('id').limit(1_000))

/** What people let stand, the latest first; also of issues that are gone meanwhile. One query. */
export async function listAccepted(db: Db, missionId: Id): Promise<Accepted[]> {
  const rows = await acceptedOf(db, { missionId })
  return rows.map((row) => ({ id: row.id, code: row.code, subjectId: row.subject_id, reason: row.reason, accountName: row.account_name, atMs: row.at_ms, revision: row.revision }))
}
