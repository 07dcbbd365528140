import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { numbersTwice } from '#app/domain/papers/outline.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged } from '#app/http/query.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Tally } from '#app/ui/kit/tally.tsx'
import { DocumentList } from '#app/ui/papers/document-list.tsx'
import { OutlineTable } from '#app/ui/papers/outline-table.tsx'
import { PlanTable } from '#app/ui/papers/plan-table.tsx'
import { findReport, listDocuments, listOutline, listWorkPlan } from '#db/documents.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'
import { countAppearances } from '#db/persons-met.server.ts'

export const meta: MetaFunction = () => [{ title: 'Report and plan · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const [report, plan, documents, people] = await Promise.all([
    findReport(db, scope.mission.id), listWorkPlan(db, scope.mission.id), listDocuments(db, scope.mission.id, pageIn(url)), countAppearances(db, scope.mission.id),
  ])
  const outline = report ? await listOutline(db, scope.mission.id, report.id) : []
  const twice = numbersTwice(outline)
  const lines = outline.map(({ id, level, number, title, page, findings, evidence }) => ({ id, level, number, title, page, findings: Number(findings), evidence: Number(evidence), twice: twice.has(number) }))
  const { rows, paging } = paged(url, documents, LIST_PAGE)
  return { base: inside(scope), report: report && { id: report.id, title: report.title }, lines, plan, documents: rows, paging, people }
})

export default function Report() {
  const { base, report, lines, plan, documents, paging, people } = useLoaderData<typeof loader>()
  const covered = lines.filter((line) => line.findings > 0).length
  return (
    <>
      <PageHead title="Report and plan" lead={report ? <>Outline of <a href={`${base}/documents/${report.id}`}>{report.title}</a>, the plan for writing it, and the papers of the mission.</> : 'The plan, the papers of the mission and who was met.'} actions={<ButtonLink href={`${base}/report/persons`}>Persons met</ButtonLink>} />
      <Tally counts={[
        { label: 'entries of the outline', count: lines.length, href: '#outline' }, { label: 'entries with a finding', count: covered, href: `${base}/findings` },
        { label: 'rows of the work plan', count: plan.length, href: '#plan' }, { label: 'persons met of those expected', count: `${people.met} of ${people.all}`, href: `${base}/report/persons` },
      ]} />
      <Columns half>
        <Section id="outline" title="Outline" aside={`${covered} of ${lines.length} covered`}>
          {lines.length === 0 ? <Empty title="No outline yet">The contents of a report stand here once the mission has one; findings can be placed in it then.</Empty> : <OutlineTable lines={lines} base={base} />}
        </Section>
        <Stack>
          <Section id="plan" title="Work plan">{plan.length === 0 ? <p className="soft">No plan yet.</p> : <PlanTable lines={plan} base={base} />}</Section>
          <Section id="documents" title="Documents">
            {documents.length === 0 ? <p className="soft">No papers yet.</p> : <DocumentList documents={documents} base={base} />}
            <Paging label="Pages of documents" paging={paging} />
          </Section>
        </Stack>
      </Columns>
    </>
  )
}
