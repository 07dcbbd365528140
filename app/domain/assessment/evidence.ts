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

export const EVIDENCE_WORDS = ['limited', 'medium', 'robust'] as const
export const AGREEMENT_WORDS = ['low', 'medium', 'high'] as const
export type EvidenceWord = (typeof EVIDENCE_WORDS)[number]
export type AgreementWord = (typeof AGREEMENT_WORDS)[number]
/** How much there is, and how far it says the same: the two that confidence is judged from. */
export type Weight = { evidence: EvidenceWord; agreement: AgreementWord }
export type Confidence = 'none' | 'weak' | 'fair' | 'good'

/**
 * What the links weigh when they are only counted; undefined where nothing speaks. Evidence is 'limited' from one kind of source,
 * 'robust' from four supporting sentences of three kinds or more. Agreement is 'high' where all kinds agree, 'low' where half or more do not.
 */
export function weighed(links: readonly Weighed[]): Weight | undefined {
  const { supports } = countRelations(links)
  const { agreeing, kinds } = agreementOf(links)
  if (kinds === 0) return undefined
  return {
    evidence: kinds === 1 ? 'limited' : kinds >= 3 && supports >= 4 ? 'robust' : 'medium',
    agreement: agreeing === kinds ? 'high' : agreeing * 2 <= kinds ? 'low' : 'medium',
  }
}

/** Evidence × agreement in one word: weak where either is least, good where both are most. */
export function confidenceFrom({ evidence, agreement }: Weight): Exclude<Confidence, 'none'> {
  if (evidence === 'limited' || agreement === 'low') return 'weak'
  return evidence === 'robust' && agreement === 'high' ? 'good' : 'fair'
}

/** A hint from counting; 'none' without evidence. */
export function confidenceOf(links: readonly Weighed[]): Confidence {
  const weight = weighed(links)
  return weight ? confidenceFrom(weight) : 'none'
}

/** The weight that two stored words say; undefined where nobody has judged. */
export function weightOf(evidence: string, agreement: string): Weight | undefined {
  const [one, other] = [EVIDENCE_WORDS.find((word) => word === evidence), AGREEMENT_WORDS.find((word) => word === agreement)]
  return one && other && { evidence: one, agreement: other }
}

/** “medium evidence, high agreement”. */
export function weightWords({ evidence, agreement }: Weight): string {
  return `${evidence} evidence, ${agreement} agreement`
}
