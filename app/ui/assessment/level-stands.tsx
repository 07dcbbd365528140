import type { Agreement, Confidence, RelationCounts } from '#app/domain/assessment/evidence.ts'
import type { RatingFlag } from '#app/domain/assessment/ratings.ts'
import { RatingFlags } from '#app/ui/assessment/rating-flags.tsx'
import type { PastRating } from '#app/ui/assessment/rating-history.tsx'
import { agreementWords, printedWords } from '#app/ui/assessment/readiness-row.tsx'
import { EvidenceBar } from '#app/ui/kit/evidence-bar.tsx'
import { Rating } from '#app/ui/kit/rating.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type LevelStandsProps = { rating: PastRating | undefined; counts: RelationCounts; sample: boolean; agreement: Agreement; confidence: Confidence; flags: readonly RatingFlag[]; clock: Clock }

/** The level, why, by whom and when; then what stands behind it, counted. */
export function LevelStands({ rating, counts, sample, agreement, confidence, flags, clock }: LevelStandsProps) {
  return (
    <div className="stands">
      <p>
        {rating && <><Rating level={rating.certain ? rating.level : 'unread'}>{rating.word}</Rating>{rating.tentative && ', tentative'}: {rating.asPrinted ? printedWords(rating) : rating.reason} <span className="small">· {rating.accountName || 'author not named'}{rating.atMs !== null && <>, <At ms={rating.atMs} clock={clock} /></>}</span></>}
        {!rating && 'Nobody has given it a level yet.'}
      </p>
      <div className="line small"><EvidenceBar counts={counts} />{sample && <SampleMark />}{agreement.kinds > 0 && <span>{agreementWords(agreement)} · confidence {confidence}</span>}</div>
      <RatingFlags flags={flags} clock={clock} />
    </div>
  )
}
