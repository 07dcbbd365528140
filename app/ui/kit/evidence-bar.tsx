import { Fragment } from 'react'
import { Relation } from '#app/ui/kit/relation.tsx'
import type { RelationWord } from '#app/ui/kit/relation.tsx'

const order: readonly RelationWord[] = ['supports', 'qualifies', 'contradicts', 'context']

/** Nobody counts more squares than these: beyond them the words alone carry it. */
const COUNTABLE = 60

/** One square per link, so that it can be counted; the words follow it. */
export function EvidenceBar({ counts }: { counts: Partial<Record<RelationWord, number>> }) {
  const present = order.filter((relation) => (counts[relation] ?? 0) > 0)
  if (present.length === 0) return <span className="soft">no evidence linked</span>
  return (
    <>
      {present.reduce((sum, relation) => sum + (counts[relation] ?? 0), 0) <= COUNTABLE && <span className="bar" aria-hidden="true">
        {present.flatMap((relation) =>
          Array.from({ length: counts[relation] ?? 0 }, (_, at) => <i key={`${relation}${at}`} data-r={relation} />),
        )}
      </span>}
      <span className="small line">
        {present.map((relation) => (
          <Fragment key={relation}>
            <Relation relation={relation} count={counts[relation] ?? 0} />{' '}
          </Fragment>
        ))}
      </span>
    </>
  )
}
