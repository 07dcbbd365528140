import type { Id } from '#app/domain/ids.ts'
import type { Role } from '#app/domain/people/access.ts'
import type { Mission } from '#app/domain/roadshow/mission.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Database } from '#db/database.server.ts'

/** Who acts: an account of the team, or a guest who holds a link (`accountId` null). */
export type Actor = { accountId: Id | null; name: string; email: string; zone: string; /** As it is named beside their times; their zone where they gave none. */ city: string }

/** What every operation of a mission is given: the database, whose mission, who acts and what time it is. */
export type Scope = {
  database: Database
  mission: Mission
  actor: Actor
  role: Role
  /** The real clock. */
  nowMs: Instant
  /** What the mission takes the time to be. */
  missionNowMs: Instant
}
