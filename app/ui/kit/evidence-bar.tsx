import { Fragment } from 'react'
import { Relation } from '#app/ui/kit/relation.tsx'
import type { RelationWord } from '#app/ui/kit/relation.tsx'

const order: readonly RelationWord[] = ['supports', 'qualifies', 'contradicts', 'context']

/** Nobody counts more squares than these: beyond them the words alone carry it. */
const COUNTABLE = 60
const IN_A_ROW = 15
const STEP = 13
const SIDE = 10

/** One square per link, so that it can be counted; the words follow it. */
export function EvidenceBar({ counts }: { counts: Partial<Record<RelationWord, number>> }) {
  const present = order.filter((relation) => (counts[relation] ?? 0) > 0)
  if (present.length === 0) return <span className="soft">no evidence linked</span>
  const squares = present.flatMap((relation) => Array.from({ length: Math.min(counts[relation] ?? 0, COUNTABLE + 1) }, () => relation))
  return (
    <>
      {squares.length <= COUNTABLE && <Squares of={squares} />}
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

function Squares({ of }: { of: readonly RelationWord[] }) {
  const [wide, high] = [Math.min(of.length, IN_A_ROW) * STEP - 2, Math.ceil(of.length / IN_A_ROW) * STEP - 2]
  return (
    <svg className="bar" viewBox={`0 0 ${wide} ${high}`} width={wide} height={high} aria-hidden="true" focusable="false">
      {of.map((relation, at) => <Square key={at} relation={relation} x={(at % IN_A_ROW) * STEP} y={Math.floor(at / IN_A_ROW) * STEP} />)}
    </svg>
  )
}

/** A contradiction is struck through, so that no colour is needed to see it. */
function Square({ relation, x, y }: { relation: RelationWord; x: number; y: number }) {
  return (
    <g data-r={relation}>
      <rect x={x + 0.75} y={y + 0.75} width={SIDE - 0.5} height={SIDE - 0.5} />
      {relation === 'contradicts' && <path d={`M${x + 1} ${y + 6}l5-5M${x + 1} ${y + 10}l9-9M${x + 5} ${y + 10}l5-5`} />}
    </g>
  )
}
