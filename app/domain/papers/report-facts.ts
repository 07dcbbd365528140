/** What reports are composed from, and for whom and in which words. */
import type { Confidence, RelationCounts, RelationWord } from '#app/domain/assessment/evidence.ts'
import type { FindingStatus } from '#app/domain/assessment/findings.ts'
import type { Frozen, Level, Staleness } from '#app/domain/assessment/ratings.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Attribution, Confidentiality } from '#app/domain/meetings/attribution.ts'
import { scriptOf } from '#app/domain/people/script.ts'
import { writtenIn } from '#app/domain/papers/paper-words.ts'
import type { Audience, Run } from '#app/domain/papers/paper.ts'
import type { Institution, MetAppearance } from '#app/domain/papers/persons-met.ts'
import { reportWords } from '#app/domain/papers/report-words.ts'
import type { ReportWords } from '#app/domain/papers/report-words.ts'
import type { PaperClock } from '#app/domain/papers/report-dates.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'

/** Findings, quotes, meetings and tasks of one report, each at most. */
export const REPORT_MAX = 500

export type ReportMission = { title: string; programme: string; purpose: string; startDay: Day; endDay: Day }
/** `city` is its name on the day, in the paper's language where that is known. */
export type ReportStop = { id: Id; city: string; country: string; zone: Zone; arriveDay: Day; departDay: Day; coordinator: string; liaison: string; sampleFields: readonly string[] }
export type ReportMeeting = {
  id: Id; stopId: Id; city: string; zone: Zone; kind: string; title: string; status: string; day: Day; startMinute: Minute | null; endMinute: Minute | null
  /** Notes that the team shares. */
  notes: number
  sampleFields: readonly string[]
}
export type ReportFinding = { id: Id; statement: string; status: FindingStatus; sample: boolean; dimensionIds: readonly Id[]; counts: RelationCounts }

/** Words that bear on a finding, as the queries give them, and where they were said. */
export type Quote = {
  id: Id; link_id: Id; finding_id: Id; relation: RelationWord; reason: string; linked_by: string; linked_ms: Instant; link_sample: number
  body: string; language: string; translation: string; translation_state: string; kind: string; sample: number
  speaker: string; institution: string; source_kind: string; attribution: Attribution; confidentiality: Confidentiality
  note_id: Id | null; engagement_id: Id | null; title: string | null; day: Day | null; start_minute: Minute | null; end_minute: Minute | null; zone: Zone | null; city: string | null; city_said: string | null
  document_id: Id | null; document_title: string | null; document_number: string | null; dated_day: Day | null; outline_node_id: Id | null; node_number: string | null
}

export type ReportRating = { id: Id; level: Level; certain: boolean; tentative: boolean; asPrinted: boolean; reason: string; accountName: string; atMs: Instant | null; evidence: readonly Frozen[] }
export type ReportDimension = { id: Id; name: string; /** What a level answers; '' where people named the dimension themselves. */ asks: string; rating: ReportRating | undefined; before: ReportRating | undefined; confidence: Confidence; stale: Staleness | undefined }

export type ReportTask = {
  id: Id; kind: string; title: string; owner: string; dueDay: Day | null; status: string; organisation: string; sample: boolean
  engagementId: Id | null; meeting: string; meetingDay: Day | null
  /** The words that it comes out of, as far as they bear on who may know of it; null where nobody said them. */
  words: { id: Id; speaker: string; institution: string; source_kind: string; attribution: Attribution; confidentiality: Confidentiality } | null
}
export type ReportQuestion = { id: Id; engagementId: Id; body: string }
export type Met = MetAppearance & { meeting: string; day: Day; city: string; kind: string; stopId: Id }

export type ReportFacts = {
  mission: ReportMission
  stops: readonly ReportStop[]
  team: readonly string[]
  meetings: readonly ReportMeeting[]
  dimensions: readonly ReportDimension[]
  findings: readonly ReportFinding[]
  quotes: readonly Quote[]
  tasks: readonly ReportTask[]
  questions: readonly ReportQuestion[]
  met: readonly Institution<Met>[]
  clock: PaperClock
  today: Day
}

export type ReportAsk = { audience: Audience; language: string }
export type Version = { audience: Audience; language: string; words: ReportWords }

export function versionOf({ audience, language }: ReportAsk): Version {
  return { audience, language, words: reportWords(language) }
}

export function isTeams({ audience }: Version): boolean {
  return audience === 'team'
}

/** In which language a text is written that stands in another script or other letters than the paper's; undefined where it may be the paper's own. */
export function foreignTo(language: string, text: string): string | undefined {
  const [script, written] = [scriptOf(text), writtenIn(text)]
  if (language === 'ru') return script === 'Latin' ? (written === 'uz' ? 'uz' : 'en') : script === 'Cyrillic' && written !== 'ru' ? written : undefined
  return script === 'Cyrillic' ? written : undefined
}

/** What people typed, in whatever language they did. */
export function typed(text: string, { language }: Version, look: Omit<Run, 'text'> = {}): Run {
  const lang = foreignTo(language, text)
  return { text, ...(lang !== undefined && { lang }), ...look }
}
