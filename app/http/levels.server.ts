import { frameworkWords } from '#app/domain/assessment/frameworks.ts'
import { weightOf } from '#app/domain/assessment/evidence.ts'
import type { Weight } from '#app/domain/assessment/evidence.ts'
import { sinceJudged } from '#app/domain/assessment/findings.ts'
import type { SinceJudged } from '#app/domain/assessment/findings.ts'
import { levelWord } from '#app/domain/assessment/ratings.ts'
import type { Frozen, Level } from '#app/domain/assessment/ratings.ts'
import { thawed } from '#db/readiness.server.ts'
import type { RatingRow } from '#db/readiness.server.ts'

type RatingView = {
  number: number; level: Level; word: string; certain: boolean; tentative: boolean; asPrinted: boolean; reason: string; accountName: string; atMs: number | null; sourceLine: number | null; evidence: number
  /** The dimension's name and framework when the level was given. */
  dimensionName: string; framework: string
}

/** What a page is told of a rating: its word, and how many links stood behind it. */
export function ratingView(rating: RatingRow): RatingView {
  const { number, level, certain, tentative, asPrinted, reason, accountName, atMs, sourceLine, evidence, dimensionName } = rating
  return { number, level, word: levelWord(rating), certain, tentative, asPrinted, reason, accountName, atMs, sourceLine, evidence: evidence.length, dimensionName, framework: frameworkWords(rating.framework, rating.frameworkVersion) }
}

export type JudgedView = { weight: Weight; reason: string; by: string; atMs: number | null; since: SinceJudged; over: number }
type JudgedColumns = { evidence_judged: string; agreement_judged: string; judged_reason: string; judged_by: string; judged_ms: number | null; judged_links: string }

/** The judged confidence of a finding and what has come since; undefined where nobody has judged. `links` are those that stand now. */
export function judgedOf(finding: JudgedColumns, links: readonly Frozen[]): JudgedView | undefined {
  const weight = weightOf(finding.evidence_judged, finding.agreement_judged)
  if (!weight) return undefined
  const then = thawed(finding.judged_links)
  return { weight, reason: finding.judged_reason, by: finding.judged_by, atMs: finding.judged_ms, since: sinceJudged(then, links), over: then.length }
}
