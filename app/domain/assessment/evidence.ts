/** Links between excerpts and findings, counted; agreement between kinds of source; confidence in words, never in decimals. */

export const RELATIONS = ['supports', 'contradicts', 'qualifies', 'context'] as const
export type RelationWord = (typeof RELATIONS)[number]

/** A number of links of one relation from one kind of source ('' where nobody said which). */
export type Weighed = { relation: RelationWord; sourceKind: string; count: number }

export type RelationCounts = Record<RelationWord, number>

export function countRelations(links: readonly Weighed[]): RelationCounts {
  const counts: RelationCounts = { supports: 0, contradicts: 0, qualifies: 0, context: 0 }
  for (const link of links) counts[link.relation] += link.count
  return counts
}

export type Agreement = { agreeing: number; kinds: number }

/** How many kinds of source speak, context aside, and how many of them only in support. A kind that both supports and contradicts does not agree. */
export function agreementOf(links: readonly Weighed[]): Agreement {
  const speaking = links.filter((link) => link.relation !== 'context' && link.count > 0)
  const kinds = [...new Set(speaking.map((link) => link.sourceKind))]
  const has = (kind: string, relation: RelationWord): boolean => speaking.some((link) => link.sourceKind === kind && link.relation === relation)
  return { kinds: kinds.length, agreeing: kinds.filter((kind) => has(kind, 'supports') && !has(kind, 'contradicts')).length }
}

export type Confidence = 'none' | 'weak' | 'fair' | 'good'

/**
 * A hint, evidence × agreement: 'none' without evidence; 'weak' from one kind of source or where half of the kinds or
 * more do not agree; 'good' from four supporting sentences of three kinds or more that all agree; else 'fair'.
 */
export function confidenceOf(links: readonly Weighed[]): Confidence {
  const { supports } = countRelations(links)
  const { agreeing, kinds } = agreementOf(links)
  if (kinds === 0) return 'none'
  if (kinds === 1 || agreeing * 2 <= kinds) return 'weak'
  return agreeing === kinds && kinds >= 3 && supports >= 4 ? 'good' : 'fair'
}
