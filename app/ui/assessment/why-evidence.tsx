import { RELATIONS } from '#app/domain/assessment/evidence.ts'
import type { RelationCounts, RelationWord } from '#app/domain/assessment/evidence.ts'
import { EvidenceGroup, EvidenceList } from '#app/ui/assessment/grouped-evidence.tsx'
import type { LinkedSaid } from '#app/ui/assessment/grouped-evidence.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type WhyEvidenceProps = {
  base: string
  dimension: { id: string; name: string }
  evidence: readonly LinkedSaid[]
  /** Ids of the links that contradict and were not before the author of the level. */
  newer: readonly string[]
  counts: RelationCounts
  clock: Clock
  canLink: boolean
}

const TITLES: Record<RelationWord, string> = { supports: 'Supports', contradicts: 'Contradicts', qualifies: 'Qualifies', context: 'Context' }

/** The sentences behind a level by how they bear on its findings, those that make it stale first. */
export function WhyEvidence({ base, dimension, evidence, newer, counts, clock, canLink }: WhyEvidenceProps) {
  const lists = { base, clock, canLink, why: dimension.id }
  const fresh = evidence.filter((row) => newer.includes(row.link_id))
  const older = evidence.filter((row) => !newer.includes(row.link_id))
  if (evidence.length === 0) {
    return <Empty title="No sentence leads here yet" action={<ButtonLink href={`${base}/findings/new?dimension=${dimension.id}`}>Write a finding on it</ButtonLink>}>Findings of this dimension bring their evidence here.</Empty>
  }
  return (
    <>
      <EvidenceGroup id="newer" title="Contradicts, unseen when the level was given" empty={fresh.length === 0}><EvidenceList label="Contradictions unseen then" rows={fresh} {...lists} /></EvidenceGroup>
      {RELATIONS.map((relation) => {
        const rows = older.filter((row) => row.relation === relation)
        const more = counts[relation] - evidence.filter((row) => row.relation === relation).length
        return (
          <EvidenceGroup key={relation} id={relation} title={TITLES[relation]} empty={rows.length === 0 && more <= 0}>
            <EvidenceList label={TITLES[relation]} rows={rows} {...lists} />
            {more > 0 && <p><a href={`${base}/evidence?dimension=${dimension.id}&relation=${relation}#all`}>{more} more on the evidence board</a></p>}
          </EvidenceGroup>
        )
      })}
    </>
  )
}
