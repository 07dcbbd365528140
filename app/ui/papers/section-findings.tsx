import { countRelations } from '#app/domain/assessment/evidence.ts'
import type { FindingStatus } from '#app/domain/assessment/findings.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { EvidenceList } from '#app/ui/assessment/grouped-evidence.tsx'
import type { LinkedSaid } from '#app/ui/assessment/grouped-evidence.tsx'
import { FindingMark } from '#app/ui/assessment/finding-mark.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { EvidenceBar } from '#app/ui/kit/evidence-bar.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type Placed = { id: string; statement: string; status: string; sample: number; said: readonly LinkedSaid[] }
type SectionFindingsProps = { findings: readonly Placed[]; choices: readonly { id: string; statement: string }[]; base: string; at: string; node: string; clock: Clock; canLink: boolean }

/** The findings of a section with what was said for and against each, and the ways to place more. */
export function SectionFindings({ findings, choices, base, at, node, clock, canLink }: SectionFindingsProps) {
  return (
    <Section id="findings" title="Findings here" aside={findings.length > 0 ? <a href={`${base}/findings?node=${node}`}>{findings.length}</a> : undefined}>
      {findings.map(({ id, statement, status, sample, said }) => (
        <article key={id} className="placed">
          <h3><a href={`${base}/findings/${id}`}>{statement}</a> {sample === 1 && <SampleMark />}</h3>
          <p className="line small"><FindingMark status={status as FindingStatus} /> <EvidenceBar counts={countRelations(said.map(({ relation, source_kind }) => ({ relation, sourceKind: source_kind, count: 1 })))} /></p>
          {said.length > 0 && <Disclosure words="What was said"><EvidenceList label={`What was said: ${statement}`} rows={said} base={base} clock={clock} canLink={canLink} /></Disclosure>}
        </article>
      ))}
      {findings.length === 0 && <Empty title="No finding stands here yet">Write one, or place one that stands elsewhere already.</Empty>}
      {canLink && (
        <div className="stack">
          {choices.length > 0 && <Form action={`${at}/findings`} className="filters acts"><SelectField name="finding" label="Place a finding here" options={choices.map(({ id, statement }) => ({ value: id, label: openingOf(statement, 90) }))} /><Button>Place it</Button></Form>}
          <div className="line acts"><ButtonLink icon="plus" href={`${base}/findings/new?node=${node}`}>Write a finding for this section</ButtonLink></div>
        </div>
      )}
    </Section>
  )
}
