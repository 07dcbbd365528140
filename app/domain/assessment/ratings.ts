/** Levels of a dimension: append-only, each with its reason and the evidence that stood there when it was given. */
import type { RelationWord } from '#app/domain/assessment/evidence.ts'
import type { Instant } from '#app/domain/time.ts'

export const LEVELS = ['low', 'mid', 'high', 'none'] as const
export type Level = (typeof LEVELS)[number]
const WORDS: Record<Level, string> = { low: 'Low', mid: 'Mid', high: 'High', none: 'Not enough evidence' }

/** One link as it stood when the rating was given. */
export type Frozen = { id: string; relation: RelationWord }

export type RatingFacts = {
  level: Level
  tentative: boolean
  /** False where the document's mark cannot be read for sure. */
  certain: boolean
  asPrinted: boolean
  atMs: Instant | null
  evidence: readonly Frozen[]
}

export type LinkFacts = { id: string; relation: RelationWord; atMs: Instant }

/** 'Low', 'High?' where the reading is in doubt, 'Not enough evidence'. */
export function levelWord(rating: Pick<RatingFacts, 'level' | 'certain'>): string {
  return rating.certain ? WORDS[rating.level] : `${WORDS[rating.level]}?`
}

export type Staleness = { count: number; sinceMs: Instant }

/**
 * What contradicts a rating and was not before its author: links that contradict now and were not in the frozen set, or
 * were there with another relation. Undefined when there are none. A printed rating saw no evidence, so any contradicts it.
 */
export function staleness(rating: Pick<RatingFacts, 'evidence'>, links: readonly LinkFacts[]): Staleness | undefined {
  const seen = new Set(rating.evidence.filter((link) => link.relation === 'contradicts').map((link) => link.id))
  const newer = links.filter((link) => link.relation === 'contradicts' && !seen.has(link.id))
  return newer.length === 0 ? undefined : { count: newer.length, sinceMs: Math.min(...newer.map((link) => link.atMs)) }
}

export type RatingFlag =
  | ({ kind: 'stale' } & Staleness)
  | { kind: 'unread' }
  | { kind: 'no-evidence' }
  | { kind: 'one-kind' }
  | { kind: 'one-meeting' }

/** What a reader of the level must know, the gravest first. */
export function flagsOf(rating: RatingFacts | undefined, links: readonly LinkFacts[], { kinds, meetings }: { kinds: number; meetings: number }): RatingFlag[] {
  const stale = rating && staleness(rating, links)
  const flags: RatingFlag[] = []
  if (rating && !rating.certain) flags.push({ kind: 'unread' })
  if (stale) flags.push({ kind: 'stale', ...stale })
  if (kinds === 0) flags.push({ kind: 'no-evidence' })
  else if (meetings === 1) flags.push({ kind: 'one-meeting' })
  else if (kinds === 1) flags.push({ kind: 'one-kind' })
  return flags
}

export type Why<L extends LinkFacts> = { newer: L[]; supports: L[]; qualifies: L[]; contradicts: L[]; context: L[] }

/** The links behind a level, those that its author did not see first among their relation; `newer` are the ones that make it stale. */
export function whyRated<L extends LinkFacts>(rating: Pick<RatingFacts, 'evidence'> | undefined, links: readonly L[]): Why<L> {
  const seen = new Set(rating?.evidence.map((link) => link.id))
  const of = (relation: RelationWord): L[] =>
    links.filter((link) => link.relation === relation).sort((a, b) => Number(seen.has(a.id)) - Number(seen.has(b.id)) || b.atMs - a.atMs)
  const stale = new Set(rating ? rating.evidence.filter((link) => link.relation === 'contradicts').map((link) => link.id) : [])
  const contradicts = of('contradicts')
  return { newer: rating ? contradicts.filter((link) => !stale.has(link.id)) : [], supports: of('supports'), qualifies: of('qualifies'), contradicts, context: of('context') }
}

export type RatingRefusal = 'no-reason' | 'no-evidence'

/** Why a rating may not be given; undefined when it may. Low, Mid and High rest on evidence; "not enough evidence" does not. */
export function refusesRating(level: Level, reason: string, linked: number): RatingRefusal | undefined {
  if (reason.trim() === '') return 'no-reason'
  return level !== 'none' && linked === 0 ? 'no-evidence' : undefined
}
