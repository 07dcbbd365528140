import type { Level } from '#app/domain/assessment/ratings.ts'
import { Rating } from '#app/ui/kit/rating.tsx'

/** `word` is the level as it is written, with a question mark where the reading is in doubt. */
export type LevelFace = { level: Level; word: string; certain: boolean; tentative: boolean }

/** A level as dots and word, tentative or not; dashed where there is none. */
export function LevelMark({ rating }: { rating: LevelFace | undefined }) {
  if (!rating) return <span className="soft">not rated</span>
  return (
    <>
      <Rating level={rating.certain ? rating.level : 'unread'}>{rating.word}</Rating>
      {rating.tentative && <span className="under small soft">tentative</span>}
    </>
  )
}
