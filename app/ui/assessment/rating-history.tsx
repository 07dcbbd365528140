import { count } from '#app/domain/text.ts'
import { LevelMark } from '#app/ui/assessment/level-mark.tsx'
import type { LevelFace } from '#app/ui/assessment/level-mark.tsx'
import { printedWords } from '#app/ui/assessment/readiness-row.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

export type PastRating = LevelFace & { number: number; asPrinted: boolean; reason: string; accountName: string; atMs: number | null; sourceLine: number | null; evidence: number; dimensionName: string; framework: string }

const HEADS = [{ label: 'Level' }, { label: 'Who and when' }, { label: 'Reason' }, { label: 'Evidence then' }]

/** Every level that a dimension had, the newest first, with what stood behind it. */
export function RatingHistory({ ratings, here, clock, now }: { ratings: readonly PastRating[]; here: string; clock: Clock; now: { name: string; framework: string } }) {
  return (
    <Table caption="Levels over time, the newest first" fold heads={HEADS}>
      {ratings.map((rating) => (
        <Row key={rating.number}>
          <RowHead><LevelMark rating={rating} /><AskedThen then={rating} now={now} /></RowHead>
          <Cell label="By">{rating.accountName || 'not named'}<span className="under small soft">{rating.atMs === null ? 'no date' : <At ms={rating.atMs} clock={clock} />}</span></Cell>
          <Cell label="Reason">{rating.asPrinted ? printedWords(rating) : rating.reason}</Cell>
          <Cell label="Evidence">{rating.evidence === 0 ? <span className="soft">none</span> : <a href={`${here}/ratings/${rating.number}`}>{count(rating.evidence, 'sentence', 'sentences')}</a>}</Cell>
        </Row>
      ))}
    </Table>
  )
}

/** Said where the question was another one: such a level is not comparable with those of today. */
function AskedThen({ then, now }: { then: PastRating; now: { name: string; framework: string } }) {
  const parts = [then.dimensionName !== '' && then.dimensionName !== now.name && `as “${then.dimensionName}”`, then.framework !== now.framework && then.framework].filter(Boolean)
  return parts.length > 0 && <span className="under small soft">{parts.join(', ')}</span>
}
