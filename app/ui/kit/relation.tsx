import type { ReactNode } from 'react'

export type RelationWord = 'supports' | 'contradicts' | 'qualifies' | 'context'

const plural: Record<RelationWord, string> = {
  supports: 'support',
  contradicts: 'contradict',
  qualifies: 'qualify',
  context: 'context',
}

/** How an excerpt bears on a finding. With a count it reads “5 support”, “1 supports”. */
export function Relation({ relation, count, children }: { relation: RelationWord; count?: number; children?: ReactNode }) {
  const word = count === undefined ? relation : `${count} ${count === 1 ? relation : plural[relation]}`
  return (
    <span className="rel" data-r={relation}>
      {children ?? word}
    </span>
  )
}
