import type { Id } from '#app/domain/ids.ts'
import type { Day, MissionClock } from '#app/domain/time.ts'

/** A mission as every page and operation knows it. */
export type Mission = {
  id: Id
  slug: string
  title: string
  clock: MissionClock
  startDay: Day
  endDay: Day
  status: string
  archivedMs: number | null
  demo: boolean
  revision: number
}
