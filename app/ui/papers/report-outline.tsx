import { SECTION_STATES } from '#app/domain/papers/outline-coverage.ts'
import type { PartCoverage } from '#app/domain/papers/outline-coverage.ts'
import { count } from '#app/domain/text.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Checkbox } from '#app/ui/kit/choices.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { PrintButton } from '#app/ui/kit/print-button.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { narrowed } from '#app/domain/papers/outline-lines.ts'
import type { OutlineFilter, OutlineLine } from '#app/domain/papers/outline-lines.ts'
import { OutlineTable } from '#app/ui/papers/outline-table.tsx'
import { PartsTable } from '#app/ui/papers/part-coverage.tsx'
import { ReportHead } from '#app/ui/papers/report-head.tsx'
import type { ReportFace } from '#app/ui/papers/report-head.tsx'

type ReportOutlineProps = { base: string; paper: ReportFace; lines: readonly OutlineLine[]; parts: readonly PartCoverage[]; asked: OutlineFilter; me: string; canEdit: boolean }

/** The outline of a report: how far its parts are, its sections with what each lacks, and what is wrong with its numbers. */
export function ReportOutline({ base, paper, lines, parts, asked, me, canEdit }: ReportOutlineProps) {
  const here = `${base}/documents/${paper.id}`
  const shown = narrowed(lines, asked)
  const wrong = lines.filter((line) => line.marks.length > 0).length
  const owners = [...new Set(lines.map(({ owner }) => owner))].filter(Boolean).toSorted()
  const add = canEdit && <ButtonLink kind="primary" icon="plus" href={`${here}/sections/new`}>Add a section</ButtonLink>
  return (
    <>
      <ReportHead paper={paper} base={base} at="" canEdit={canEdit} actions={<>{add}<ButtonLink icon="document" href={`${base}/papers/technical-note/${paper.id}`}>As a paper</ButtonLink><PrintButton /></>} />
      {lines.length === 0
        ? <Section id="outline" title="Outline"><Empty title="No sections yet" action={add || undefined}>An outline begins with its parts: each gets a number, a page and an owner, and findings are placed in it.</Empty></Section>
        : (
          <>
            <Section id="parts" title="How far it is" aside={`${count(lines.length, 'entry', 'entries')}`}><PartsTable parts={parts} here={here} /></Section>
            <Section id="outline" title={shown.length === lines.length ? 'Sections' : `${count(shown.length, 'section', 'sections')} of ${lines.length}`} aside={wrong === 0 ? 'the numbers count on' : <a href={`#n-${lines.find((line) => line.marks.length > 0)?.id}`}>{count(wrong, 'section', 'sections')} wrongly numbered</a>}>
              <Filters action={`${here}#outline`} label="Narrow the sections">
                <SelectField name="owner" label="Owner" value={asked.owner} options={[{ value: '', label: 'Anybody' }, ...owners.map((owner) => ({ value: owner, label: owner === me ? `${owner} (me)` : owner }))]} />
                <SelectField name="state" label="State" value={asked.state} options={[{ value: '', label: 'Any state' }, ...SECTION_STATES.map((value) => ({ value, label: value }))]} />
                <Checkbox name="gaps" label="Only what lacks something" value="only" checked={asked.gapsOnly} />
              </Filters>
              {shown.length === 0 ? <Empty title="No section matches" action={<ButtonLink href={here}>Show all sections</ButtonLink>} /> : <OutlineTable lines={shown} base={base} here={here} canEdit={canEdit} />}
            </Section>
          </>
        )}
    </>
  )
}
