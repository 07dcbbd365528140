/** Levels by dimension, and the questions that they leave open. */
import { words } from '#app/domain/papers/paper.ts'
import type { About, Block, Item, Row, Run, Text } from '#app/domain/papers/paper.ts'
import { momentIn } from '#app/domain/papers/report-dates.ts'
import type { PaperClock } from '#app/domain/papers/report-dates.ts'
import { isTeams, typed } from '#app/domain/papers/report-facts.ts'
import type { ReportDimension, ReportFacts, ReportRating, Version } from '#app/domain/papers/report-facts.ts'
import { headRow, remark } from '#app/domain/papers/report-meetings.ts'

export function aboutRating({ id, name }: Pick<ReportDimension, 'id' | 'name'>): About {
  return { id: `rating:${id}`, words: `Rating of ${name}` }
}

/** 'Low', 'High? · tentative', 'Not rated' */
export function levelWords(rating: ReportRating | undefined, { words: w }: Version): string {
  if (!rating) return w.notRated
  return [`${w.levels[rating.level]}${rating.certain ? '' : '?'}`, ...(rating.tentative && rating.level !== 'none' ? [w.tentative] : [])].join(' · ')
}

/**
 * One row for each dimension. Reasons are typed by the team for the team, may repeat what was said in confidence, and stand
 * with who gave them: the counterpart's version has the level and how it came about alone.
 */
export function readinessBlocks({ dimensions, clock }: Pick<ReportFacts, 'dimensions' | 'clock'>, version: Version): Block[] {
  const { words: w } = version
  if (dimensions.length === 0) return [remark(w.notRated)]
  const team = isTeams(version)
  const heads = [w.dimension, w.level, w.confidence, ...(team ? [w.reason] : [])]
  return [{ kind: 'table', look: 'lines', widths: team ? [4, 4, 2, 5] : [5, 6, 2], rows: [headRow(heads), ...dimensions.map((one) => rowOf(one, clock, version))] }]
}

function rowOf(dimension: ReportDimension, clock: PaperClock, version: Version): Row {
  const { rating, confidence, stale } = dimension
  const { words: w, language } = version
  const source = { noun: 'rating' as const, id: dimension.id }
  const notes = [...(rating?.asPrinted ? [w.asPrinted] : []), ...(rating && !rating.certain ? [w.unsure] : [])]
  const level: Text[] = [[{ text: levelWords(rating, version), bold: true, source }], ...(notes.length === 0 ? [] : [words(notes.join(', '), { small: true })])]
  if (stale && isTeams(version)) level.push([{ text: `${w.staleSince} ${momentIn(language, stale.sinceMs, clock)}`, small: true, derived: true }])
  return {
    about: aboutRating(dimension),
    cells: [{ text: [[typed(dimension.name, version)]] }, { text: level }, { text: [words(w.confidences[confidence], { derived: true })] }, ...(isTeams(version) ? [{ text: reasonOf(dimension, clock, version) }] : [])],
  }
}

/** Why the level stands, who gave it when, and what stood before. */
function reasonOf({ rating, before }: ReportDimension, clock: PaperClock, version: Version): Text[] {
  if (!rating) return []
  const by = [rating.accountName, ...(rating.atMs === null ? [] : [momentIn(version.language, rating.atMs, clock)])].filter(Boolean).join(', ')
  return [[typed(rating.reason, version)], ...(by === '' ? [] : [words(by, { small: true })]), ...(before ? [words(`${levelWords(before, version)} → ${levelWords(rating, version)}`, { small: true })] : [])]
}

/** Dimensions without a level, or without evidence for one, by what they ask; for the team also what is still to be asked at which meeting. */
export function questionBlocks({ dimensions, questions, meetings }: Pick<ReportFacts, 'dimensions' | 'questions' | 'meetings'>, version: Version): Block[] {
  const { words: w } = version
  const titles = new Map(meetings.map(({ id, title }) => [id, title]))
  const open = dimensions.filter(({ rating }) => !rating || rating.level === 'none').map((dimension): Item => ({
    about: aboutRating(dimension), text: [typed([dimension.name, dimension.asks].filter(Boolean).join(': '), version, { source: { noun: 'rating', id: dimension.id } }), { text: ` (${dimension.rating ? w.notAnswered : w.notRated.toLowerCase()})`, small: true }],
  }))
  const asked = isTeams(version) ? questions.map(({ id, engagementId, body }): Item => {
    const at: Run[] = titles.has(engagementId) ? [{ text: ' · ', small: true, derived: true }, typed(titles.get(engagementId) ?? '', version, { small: true, derived: true, source: { noun: 'engagement', id: engagementId } })] : []
    return { about: { id: `question:${id}`, words: `Question: ${body}` }, teamOnly: true, text: [typed(body, version), ...at] }
  }) : []
  return open.length + asked.length === 0 ? [remark(w.noQuestions)] : [{ kind: 'list', ordered: false, items: [...open, ...asked] }]
}
