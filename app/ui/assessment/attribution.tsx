import { attributedTo } from '#app/domain/meetings/attribution.ts'
import type { Attribution, Confidentiality } from '#app/domain/meetings/attribution.ts'
import { Mark } from '#app/ui/kit/mark.tsx'

export type Attributable = { speaker: string; institution: string; source_kind: string; attribution: Attribution; confidentiality: Confidentiality }

export const ATTRIBUTION_WORDS: Record<Attribution, string> = { named: 'by name', institution: 'by institution', 'not for attribution': 'not for attribution' }
export const CONFIDENTIALITY_WORDS: Record<Confidentiality, string> = { team: 'the team only', counterpart: 'the counterparts too', public: 'everybody' }

const SOURCES: Record<string, string> = {
  government: 'A government office', 'state enterprise': 'A state enterprise', city: 'A city administration', donor: 'A donor', NGO: 'A civil society organisation', company: 'A company', university: 'A university', team: 'The mission’s team',
}

/** Whose the words may be said to be outside the team. */
export function QuotedAs({ said }: { said: Attributable }) {
  const source = attributedTo(said)
  if (source.by === 'name') return <>{[source.speaker, source.institution].filter(Boolean).join(', ')}</>
  if (source.by === 'institution') return <>{source.institution}</>
  return <>{source.by === 'source' ? (SOURCES[source.sourceKind] ?? source.sourceKind) : 'No source is named'}</>
}

/** How the words may be used, where that is not what usually holds: by institution, for the team only. */
export function UseMarks({ said }: { said: Pick<Attributable, 'attribution' | 'confidentiality'> }) {
  const { attribution, confidentiality } = said
  return (
    <>
      {attribution === 'not for attribution' && <> <Mark icon="lock" state="warning">not for attribution</Mark></>}
      {attribution === 'named' && <> <Mark icon="person">may be named</Mark></>}
      {confidentiality !== 'team' && <> <Mark icon="link">{confidentiality === 'public' ? 'public' : 'counterparts may read it'}</Mark></>}
    </>
  )
}
