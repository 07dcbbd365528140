import type { Agreement, Confidence, RelationCounts } from '#app/domain/assessment/evidence.ts'
import type { RatingFlag } from '#app/domain/assessment/ratings.ts'
import { LevelMark } from '#app/ui/assessment/level-mark.tsx'
import type { LevelFace } from '#app/ui/assessment/level-mark.tsx'
import { RatingFlags } from '#app/ui/assessment/rating-flags.tsx'
import { EvidenceBar } from '#app/ui/kit/evidence-bar.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Cell, Row, RowHead } from '#app/ui/kit/table.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

export type ReadinessLine = {
  id: string
  name: string
  rating?: (LevelFace & { reason: string; accountName: string; atMs: number | null; asPrinted: boolean; sourceLine: number | null }) | undefined
  before?: LevelFace | undefined
  counts: RelationCounts
  sample: boolean
  agreement: Agreement
  confidence: Confidence
  flags: readonly RatingFlag[]
}

export const READINESS_HEADS = [{ label: 'Dimension' }, { label: 'Level' }, { label: 'Evidence' }, { label: 'Sources, confidence' }, { label: 'Reason and flags' }]

/** One dimension: its level, what it rests on, how far the sources agree, why, and what a reader must know. */
export function ReadinessRow({ line, base, clock }: { line: ReadinessLine; base: string; clock: Clock }) {
  const { rating, before, agreement } = line
  const stale = line.flags.some((flag) => flag.kind === 'stale')
  return (
    <Row state={stale ? 'attention' : undefined}>
      <RowHead><a href={`${base}/readiness/${line.id}`}>{line.name}</a></RowHead>
      <Cell label="Level"><LevelMark rating={rating} /></Cell>
      <Cell label="Evidence"><EvidenceBar counts={line.counts} />{line.sample && <SampleMark />}</Cell>
      <Cell label="Sources">{agreement.kinds > 0 && <>{agreementWords(agreement)}<span className="under small soft">confidence {line.confidence}</span></>}</Cell>
      <Cell label="Reason">
        <span className="small soft">
          {rating === undefined && 'nobody has rated it yet'}
          {rating?.asPrinted && printedWords(rating)}
          {rating && !rating.asPrinted && <>{before && <>changed from “{before.word}”: </>}{rating.reason} · {rating.accountName}{rating.atMs !== null && <>, <At ms={rating.atMs} clock={clock} /></>}</>}
        </span>
        <RatingFlags flags={line.flags} clock={clock} />
      </Cell>
    </Row>
  )
}

/** “2 of 3 kinds agree”. */
export function agreementWords({ agreeing, kinds }: Agreement): string {
  return `${agreeing} of ${kinds} ${kinds === 1 ? 'kind agrees' : 'kinds agree'}`
}

/** What is known of a level that a document prints. */
export function printedWords({ reason, sourceLine }: { reason: string; sourceLine: number | null }): string {
  return `${reason || 'as printed'}${sourceLine === null || /\bline\b/.test(reason) ? '' : `, line ${sourceLine}`}`
}
