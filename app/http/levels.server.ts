import { levelWord } from '#app/domain/assessment/ratings.ts'
import type { Level } from '#app/domain/assessment/ratings.ts'
import type { RatingRow } from '#db/readiness.server.ts'

type RatingView = {
  number: number; level: Level; word: string; certain: boolean; tentative: boolean; asPrinted: boolean; reason: string; accountName: string; atMs: number | null; sourceLine: number | null; evidence: number
}

/** What a page is told of a rating: its word, and how many links stood behind it. */
export function ratingView(rating: RatingRow): RatingView {
  const { number, level, certain, tentative, asPrinted, reason, accountName, atMs, sourceLine, evidence } = rating
  return { number, level, word: levelWord(rating), certain, tentative, asPrinted, reason, accountName, atMs, sourceLine, evidence: evidence.length }
}
