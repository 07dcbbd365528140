import { confidenceFrom, confidenceOf, countRelations, weightOf } from '#app/domain/assessment/evidence.ts'
import type { Weighed } from '#app/domain/assessment/evidence.ts'
import type { FindingStatus } from '#app/domain/assessment/findings.ts'
import { ConfidenceChip } from '#app/ui/assessment/confidence.tsx'
import { FindingMark } from '#app/ui/assessment/finding-mark.tsx'
import { EvidenceBar } from '#app/ui/kit/evidence-bar.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Cell, Row, RowHead } from '#app/ui/kit/table.tsx'

type FindingLine = { id: string; statement: string; status: FindingStatus; sample: number; evidence_judged: string; agreement_judged: string; weights: readonly Weighed[]; dimensions: readonly { id: string; name: string }[] }

export const FINDING_HEADS = [{ label: 'Finding' }, { label: 'Status' }, { label: 'Evidence' }, { label: 'Dimension' }]

/** A finding in a list: what it says, how far it has come, what it rests on. */
export function FindingRow({ finding, base }: { finding: FindingLine; base: string }) {
  const judged = weightOf(finding.evidence_judged, finding.agreement_judged)
  const counted = confidenceOf(finding.weights)
  return (
    <Row>
      <RowHead><a href={`${base}/findings/${finding.id}`}>{finding.statement}</a> {finding.sample === 1 && <SampleMark />}</RowHead>
      <Cell label="Status"><FindingMark status={finding.status} /></Cell>
      <Cell label="Evidence"><EvidenceBar counts={countRelations(finding.weights)} />{judged ? <span className="under small"><ConfidenceChip weight={judged} /> confidence {confidenceFrom(judged)}</span> : counted !== 'none' && <span className="under small soft">confidence counted as {counted}</span>}</Cell>
      <Cell label="Dimension">{finding.dimensions.length === 0 ? <span className="soft">none yet</span> : finding.dimensions.map(({ id, name }) => <span key={id} className="under piled"><a href={`${base}/readiness/${id}`}>{name}</a></span>)}</Cell>
    </Row>
  )
}
