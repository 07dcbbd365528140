import type { ReactNode } from 'react'
import type { RelationWord } from '#app/domain/assessment/evidence.ts'
import { Said } from '#app/ui/assessment/said.tsx'
import type { SaidFacts } from '#app/ui/assessment/said.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

/** A sentence as one link makes it evidence. */
export type LinkedSaid = SaidFacts & {
  link_id: string; finding_id: string; statement: string; relation: RelationWord; reason: string; linked_by: string; linked_ms: number; link_sample: number
}

type EvidenceListProps = {
  label: string
  rows: readonly LinkedSaid[]
  base: string
  clock: Clock
  canLink: boolean
  /** The dimension that the words shall lead back to; the findings in between are then named. */
  why?: string
}

/** Sentences for and against, each quoted, with why it counts and who said so. */
export function EvidenceList({ label, rows, base, clock, canLink, why }: EvidenceListProps) {
  return (
    <ul className="says" aria-label={label}>
      {rows.map((row) => (
        <li key={row.link_id}>
          <Said said={row} base={base} relation={row.relation} sample={row.link_sample === 1} why={why}>
            {why !== undefined && <p className="small">Finding: <a href={`${base}/findings/${row.finding_id}`}>{row.statement}</a></p>}
            <p className="small soft">
              Why: {row.reason || 'no reason given'} · {row.linked_by}, <At ms={row.linked_ms} clock={clock} />
              {canLink && <span className="acts"> · <a href={`${base}/evidence/${row.id}/links/${row.link_id}`}>Change<span className="vh"> how “{row.body.slice(0, 60)}” bears on it</span></a></span>}
            </p>
          </Said>
        </li>
      ))}
    </ul>
  )
}

/** A heading above one list; nothing where the list is empty. */
export function EvidenceGroup({ id, title, empty, children }: { id: string; title: ReactNode; empty: boolean; children: ReactNode }) {
  if (empty) return null
  return <div className="why-group" role="group" aria-labelledby={id}><h3 id={id}>{title}</h3>{children}</div>
}
