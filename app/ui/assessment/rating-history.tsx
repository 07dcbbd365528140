import { count } from '#app/domain/text.ts'
import { LevelMark } from '#app/ui/assessment/level-mark.tsx'
import type { LevelFace } from '#app/ui/assessment/level-mark.tsx'
import { printedWords } from '#app/ui/assessment/readiness-row.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

export type PastRating = LevelFace & { number: number; asPrinted: boolean; reason: string; accountName: string; atMs: number | null; sourceLine: number | null; evidence: number }

const HEADS = [{ label: 'Level' }, { label: 'Who and when' }, { label: 'Reason' }, { label: 'Evidence then' }]

/** Every level that a dimension had, the newest first, with what stood behind it. */
export function RatingHistory({ ratings, here, clock }: { ratings: readonly PastRating[]; here: string; clock: Clock }) {
  return (
    <Table caption="Levels over time, the newest first" fold heads={HEADS}>
      {ratings.map((rating) => (
        <Row key={rating.number}>
          <RowHead><LevelMark rating={rating} /></RowHead>
          <Cell label="By">{rating.accountName || 'not named'}<span className="under small soft">{rating.atMs === null ? 'no date' : <At ms={rating.atMs} clock={clock} />}</span></Cell>
          <Cell label="Reason">{rating.asPrinted ? printedWords(rating) : rating.reason}</Cell>
          <Cell label="Evidence">{rating.evidence === 0 ? <span className="soft">none</span> : <a href={`${here}/ratings/${rating.number}`}>{count(rating.evidence, 'sentence', 'sentences')}</a>}</Cell>
        </Row>
      ))}
    </Table>
  )
}
