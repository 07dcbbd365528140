import type { CSSProperties } from 'react'
import { STATEMENT_MAX } from '#app/domain/assessment/findings.ts'
import { DimensionChips } from '#app/ui/assessment/link-fields.tsx'
import type { Choosable } from '#app/ui/assessment/link-fields.tsx'
import { Choices } from '#app/ui/kit/choices.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { valuesOf } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextArea } from '#app/ui/kit/text-field.tsx'

type SectionChoice = { id: string; title: string; page: number | null; level: number }

type FindingFieldsProps = {
  problem?: Problem
  statement?: string
  dimensions: readonly Choosable[]
  chosenDimensions?: readonly string[]
  sections: readonly SectionChoice[]
  chosenSections?: readonly string[]
}

/** What a finding says, which dimensions it speaks of, where it stands in the report. */
export function FindingFields({ problem, statement = '', dimensions, chosenDimensions = [], sections, chosenSections = [] }: FindingFieldsProps) {
  const chosen = valuesOf(problem, 'nodes', chosenSections)
  return (
    <>
      <TextArea name="statement" label="Finding" problem={problem} value={statement} rows={3} maxLength={STATEMENT_MAX} hint="One sentence that could be wrong" />
      <DimensionChips dimensions={dimensions} problem={problem} chosen={chosenDimensions} />
      {sections.length > 0 && (
        <Disclosure words={`Places in the outline of the report${chosen.length > 0 ? ` (${chosen.length} chosen)` : ''}`} open={chosen.length > 0}>
          <div className="tall" role="region" aria-label="Outline" tabIndex={0}>
            <Choices name="nodes" label="Outline" several problem={problem} value={chosen} choices={sections.map((section) => ({ value: section.id, label: <SectionLabel section={section} /> }))} />
          </div>
        </Disclosure>
      )}
    </>
  )
}

function SectionLabel({ section: { title, page, level } }: { section: SectionChoice }) {
  return <span className="outline"><span className="entry" style={{ '--level': level } as CSSProperties}>{title} {page !== null && <span className="soft small">p. {page}</span>}</span></span>
}
