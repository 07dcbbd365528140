/** What the lint of a stored mission reads: everything that can contradict itself, and where each thing was printed. */
import type { Level, Staleness } from '#app/domain/assessment/ratings.ts'
import type { Id } from '#app/domain/ids.ts'
import type { DayOff } from '#app/domain/roadshow/days-off.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'

type Printed = { sourceLine: number | null }

export type StopFacts = Printed & {
  id: Id
  placeId: Id
  /** As of the first day. */
  city: string
  /** What the place is called now. */
  cityNow: string
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
  startMs: Instant | null
  endMs: Instant | null
  headerStartMinute: Minute | null
  headerEndMinute: Minute | null
  /** The day as the paper prints it for this row, or for the rows that share its cell. */
  printedDay: string | null
  /** Rows with one value share one printed day. */
  printedDayGroup: string | null
  /** The place of the directory, or what is written. */
  venue: string
  venueText: string
  room: string
  team: string
  /** The engagement that this one stands by for. */
  fallbackOfId: Id | null
  /** What was concluded from the rows around it: 'stop', 'day'. */
  inferred: string[]
  language: string
  interpretation: string
  aliases: AliasFacts[]
}

export type ItemFacts = Printed & { id: Id; engagementId: Id; kind: string; title: string; day: Day; startMinute: Minute; endMinute: Minute | null; /** Room or stream; '' where nothing runs beside it. */ track: string; /** Talks without a time stand under it. */ talks: boolean }

/** One role of one person; `itemId` null when it holds for the whole engagement. */
export type AppearanceFacts = {
  engagementId: Id
  itemId: Id | null
  /** Of the person, else of the appearance. */
  person: string
  /** null for a body or a name that is nobody of the directory. */
  personId: Id | null
  name: string
  honorific: string
  role: string
  /** As printed here; several affiliations are joined by '; '. */
  printedTitle: string
  /** The organisation of this appearance; '' where none is known. */
  body: string
}

type DocumentFacts = Printed & { id: Id; title: string; language: string }
export type NodeFacts = Printed & { id: Id; documentId: Id; position: number; level: number; number: string; title: string }
export type TaskFacts = Printed & { id: Id; kind: string; part: string; title: string; owner: string }

/** An organisation of the mission that another one has followed. */
export type FollowedFacts = { id: Id; name: string; successor: string }
/** A linked passage in another language without a translation. */
export type UntranslatedFacts = { id: Id; body: string; language: string }

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
  /** From how many meetings and papers, and from how many kinds of source, its links come. */
  meetings: number
  sourceKinds: number
}

export type MissionFacts = {
  mission: Printed & { id: Id; title: string; aliases: string[]; programme: string; /** Working languages, as written. */ languages: string }
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
  followed: FollowedFacts[]
  untranslated: UntranslatedFacts[]
  /** Pairs of people that somebody set apart, by `pairKey`. */
  apart: ReadonlySet<string>
  /** Holidays in the countries of the stops while the mission lasts. */
  offDays: DayOff[]
  /** Weekend days that are working days there, as '<country> <day>'. */
  workingDays: ReadonlySet<string>
}
