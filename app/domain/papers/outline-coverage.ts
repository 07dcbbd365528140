/** How far the sections of a report are written and covered: states, what is missing, and sums for each part. */
import { endOf } from '#app/domain/papers/outline-moves.ts'

export const SECTION_STATES = ['empty', 'in work', 'drafted', 'reviewed', 'done'] as const
export type SectionState = (typeof SECTION_STATES)[number]
/** What a section's content is gathered from, where nobody writes it. */
export const GATHERED = ['acknowledgements', 'abbreviations', 'contents'] as const

export type SectionGap = 'no-owner' | 'no-text' | 'no-finding' | 'no-evidence' | 'only-contradicted'
export const GAP_WORDS: Record<SectionGap, string> = { 'no-owner': 'no owner', 'no-text': 'no text', 'no-finding': 'no finding', 'no-evidence': 'finding without evidence', 'only-contradicted': 'only contradicted' }

/** A finding at a section, with the links that support and contradict it and all that bear on it. */
type Resting = { supports: number; contradicts: number; links: number }
export type Section = { id: string; level: number; number: string; title: string; owner: string; state: string; hasText: boolean; gathers: string; findings: readonly Resting[]; evidence: number }

/**
 * What each section lacks. Owner, text and findings are asked of sections without sections below them; findings only of those
 * with a number, where the outline has numbers at all. An owner may be that of a section above.
 */
export function gapsOfSections(sections: readonly Section[]): Map<string, SectionGap[]> {
  const numbered = sections.some(({ number }) => number !== '')
  const owners: Section[] = []
  return new Map(sections.map((section, at) => {
    while (owners.length > 0 && (owners.at(-1) as Section).level >= section.level) owners.pop()
    const owned = section.owner !== '' || owners.some(({ owner }) => owner !== '')
    owners.push(section)
    const leaf = endOf(sections, at) === at + 1 && section.gathers === ''
    const gaps: (SectionGap | false)[] = [
      leaf && !owned && 'no-owner', leaf && !section.hasText && 'no-text', leaf && section.findings.length === 0 && (section.number !== '' || !numbered) && 'no-finding',
      section.findings.some(({ links }) => links === 0) && 'no-evidence', section.findings.some(({ supports, contradicts }) => contradicts > 0 && supports === 0) && 'only-contradicted',
    ]
    return [section.id, gaps.filter((gap) => gap !== false)]
  }))
}

/** Sums over a section of the first level and everything below it; those that no section lies below are counted. */
export type PartCoverage = { id: string; number: string; title: string; sections: number; written: number; covered: number; owned: number; done: number; findings: number; evidence: number; gaps: number }

/** One row for each section of the first level. */
export function coverageByPart(sections: readonly Section[]): PartCoverage[] {
  const gaps = gapsOfSections(sections)
  return sections.flatMap((part, at) => {
    if (part.level !== 1 && at !== 0) return []
    const inside = sections.slice(at, endOf(sections, at))
    const leaves = inside.filter((_, i) => endOf(inside, i) === i + 1)
    const lacks = (section: Section, gap: SectionGap): boolean => gaps.get(section.id)?.includes(gap) === true
    return [{
      id: part.id, number: part.number, title: part.title, sections: leaves.length, written: leaves.filter((leaf) => !lacks(leaf, 'no-text')).length, covered: leaves.filter((leaf) => leaf.findings.length > 0).length,
      owned: leaves.filter((leaf) => !lacks(leaf, 'no-owner')).length, done: leaves.filter((leaf) => leaf.state === 'done').length, findings: sum(inside.map((each) => each.findings.length)),
      evidence: sum(inside.map((each) => each.evidence)), gaps: sum(inside.map((each) => gaps.get(each.id)?.length ?? 0)),
    }]
  })
}

/** The state after a text was saved: what is written is no longer empty, and what is taken away is. */
export function stateAfter(state: SectionState, hasText: boolean): SectionState {
  return state === 'empty' && hasText ? 'in work' : state
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
