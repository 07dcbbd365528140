/** What the lint of a stored mission reads: everything that can contradict itself, and where each thing was printed. */
import type { Level, Staleness } from '#app/domain/assessment/ratings.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'

type Printed = { sourceLine: number | null }

export type StopFacts = Printed & {
  id: Id
  placeId: Id
  /** As of the first day. */
  city: string
  /** Every name that the place has or had, in any language. */
  names: string[]
  country: string
  zone: Zone
  arriveDay: Day
  departDay: Day
  printedLocation: string | null
}

export type AliasFacts = Printed & { id: Id; title: string; origin: string }

export type EngagementFacts = Printed & {
  id: Id
  stopId: Id
  city: string
  kind: string
  title: string
  status: string
  day: Day
  zone: Zone
  startMinute: Minute | null
  endMinute: Minute | null
  headerStartMinute: Minute | null
  headerEndMinute: Minute | null
  /** The day as the paper prints it for this row, or for the rows that share its cell. */
  printedDay: string | null
  /** Rows with one value share one printed day. */
  printedDayGroup: string | null
  /** The place of the directory, or what is written. */
  venue: string
  venueText: string
  language: string
  interpretation: string
  aliases: AliasFacts[]
}

export type ItemFacts = Printed & { id: Id; engagementId: Id; kind: string; title: string; day: Day; startMinute: Minute; endMinute: Minute | null }

/** One role of one person; `itemId` null when it holds for the whole engagement. */
export type AppearanceFacts = { engagementId: Id; itemId: Id | null; person: string; name: string; role: string }

type DocumentFacts = Printed & { id: Id; title: string; language: string }
export type NodeFacts = Printed & { id: Id; documentId: Id; position: number; level: number; number: string; title: string }
export type TaskFacts = Printed & { id: Id; kind: string; title: string; owner: string }

/** The latest rating of a dimension. */
export type RatedFacts = Printed & {
  dimensionId: Id
  name: string
  level: Level
  certain: boolean
  asPrinted: boolean
  /** How many links stood behind it when it was given. */
  evidence: number
  printedColumn: number | null
  printedHeader: string | null
  stale: Staleness | undefined
}

export type MissionFacts = {
  mission: Printed & { id: Id; title: string; aliases: string[]; programme: string }
  /** The day at the stop that the mission is at or comes to next. */
  today: Day
  stops: StopFacts[]
  /** In the order of their days, times and lines. */
  engagements: EngagementFacts[]
  /** In the order of each agenda. */
  items: ItemFacts[]
  appearances: AppearanceFacts[]
  documents: DocumentFacts[]
  nodes: NodeFacts[]
  tasks: TaskFacts[]
  ratings: RatedFacts[]
}
