/** The facts of reports, gathered from the database for a mission or for one of its stops. */
import { confidenceOf } from '#app/domain/assessment/evidence.ts'
import { questionOf } from '#app/domain/assessment/frameworks.ts'
import { staleness } from '#app/domain/assessment/ratings.ts'
import type { Id } from '#app/domain/ids.ts'
import { CONFIDENTIALITIES, mayRead } from '#app/domain/meetings/attribution.ts'
import type { Confidentiality } from '#app/domain/meetings/attribution.ts'
import type { Audience } from '#app/domain/papers/paper.ts'
import { groupMet } from '#app/domain/papers/persons-met.ts'
import type { Institution } from '#app/domain/papers/persons-met.ts'
import type { Met, ReportDimension, ReportFacts, ReportStop } from '#app/domain/papers/report-facts.ts'
import type { PaperClock } from '#app/domain/papers/report-dates.ts'
import { stopOfClock } from '#app/domain/roadshow/stops.ts'
import { wallOf } from '#app/domain/time.ts'
import type { Instant } from '#app/domain/time.ts'
import type { PaperScope } from '#app/operations/papers.server.ts'
import { listMembers, loadMission } from '#db/missions.server.ts'
import { MOST_MET, listAppearances, listNamesIn } from '#db/persons-met.server.ts'
import { listQuestions } from '#db/questions.server.ts'
import { listContradictions, listDimensions, listLatestRatings, weighDimensions } from '#db/readiness.server.ts'
import { listReportFindings, listReportMeetings, listReportQuotes, listReportStops, listReportTasks } from '#db/reports.server.ts'

/** Quotes under each finding, of each relation. */
const QUOTES = 3

type Of = { audience: Audience; language: string; stopId?: Id | undefined }

/** Everything that an aide-mémoire or a back-to-office report tells; null for a stop that is not of this mission. A constant number of queries. */
export async function gatherReport(scope: PaperScope, of: Of): Promise<ReportFacts | null> {
  const { db, mission: { id, title, startDay, endDay }, nowMs } = scope
  const [row, every, meetings, findings, quotes, dimensions, tasks, questions, members, met] = await Promise.all([
    loadMission(db, id), listReportStops(db, id, { language: of.language }), listReportMeetings(db, id, of), listReportFindings(db, id, of),
    listReportQuotes(db, id, { ...of, each: QUOTES, confidentialities: readableFor(of.audience) }), gatherDimensions(scope), listReportTasks(db, id, of), listQuestions(db, id), listMembers(db, id), gatherMet(scope, of),
  ])
  const stops = every.filter((stop) => of.stopId === undefined || stop.id === of.stopId)
  if (of.stopId !== undefined && stops.length === 0) return null
  const clock = clockAt(stops, nowMs)
  const shown = new Set(meetings.map((meeting) => meeting.id))
  return {
    mission: { title, programme: row?.programme ?? '', purpose: row?.purpose ?? '', startDay, endDay }, stops, team: members.filter(({ role }) => role !== 'viewer').map(({ name }) => name), meetings,
    dimensions, findings, quotes, tasks, questions: questions.filter(({ engagementId }) => shown.has(engagementId)), met, clock, today: wallOf(nowMs, clock.zone).day,
  }
}

function clockAt(stops: readonly ReportStop[], nowMs: Instant): PaperClock {
  const here = stopOfClock(stops, nowMs)
  return { zone: here?.zone ?? 'UTC', city: here?.city ?? 'UTC' }
}

/** The clock of the stop where the mission is, with its city in a language. One query. */
export async function gatherClock({ db, mission, nowMs }: PaperScope, language: string): Promise<PaperClock> {
  return clockAt(await listReportStops(db, mission.id, { language }), nowMs)
}

/** The confidentialities of words that an audience may read. */
export function readableFor(audience: Audience): Confidentiality[] {
  return CONFIDENTIALITIES.filter((words) => audience === 'team' || mayRead(words, 'counterpart'))
}

/** Each dimension with its level, the one before, and what makes it stale. Four queries, some of them kept while the evidence stands. */
export async function gatherDimensions({ db, mission }: PaperScope): Promise<ReportDimension[]> {
  const [dimensions, ratings, weights, against] = await Promise.all([listDimensions(db, mission.id), listLatestRatings(db, mission.id), weighDimensions(db, mission.id), listContradictions(db, mission.id)])
  return dimensions.map((dimension) => {
    const { latest, before } = ratings.get(dimension.id) ?? { latest: undefined, before: undefined }
    return {
      id: dimension.id, name: dimension.name, asks: questionOf(dimension) ?? '', rating: latest, before, confidence: confidenceOf(weights.get(dimension.id)?.weighed ?? []),
      stale: latest && staleness(latest, against.get(dimension.id) ?? []),
    }
  })
}

/** Who was met, by institution; of one stop those of its meetings, and for counterparts nobody of meetings among ourselves; persons and cities by their names in the language, where those are known. Three queries. */
export async function gatherMet({ db, mission }: PaperScope, { audience, language, stopId }: Of): Promise<Institution<Met>[]> {
  const [found, stops, names] = await Promise.all([listAppearances(db, mission.id), listReportStops(db, mission.id, { language }), listNamesIn(db, mission.id, language)])
  const cities = new Map(language === 'en' ? [] : stops.map(({ id, city }) => [id, city]))
  const rows = found.slice(0, MOST_MET).map((row): Met => ({ ...row, name: (language !== 'en' && row.personId !== null && names.get(row.personId)) || row.name, stopId: row.stop_id, city: cities.get(row.stop_id) ?? row.city }))
  return groupMet(rows.filter((row) => (stopId === undefined || row.stopId === stopId) && (audience === 'team' || row.kind !== 'internal')))
}
