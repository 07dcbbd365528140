import { frameworkWords } from '#app/domain/assessment/frameworks.ts'
import { levelWord } from '#app/domain/assessment/ratings.ts'
import type { Level } from '#app/domain/assessment/ratings.ts'
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
