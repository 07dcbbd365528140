import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { kindsFor } from '#app/domain/papers/choice.ts'
import { coverageByPart } from '#app/domain/papers/outline-coverage.ts'
import { checkNumbering } from '#app/domain/papers/outline-numbers.ts'
import { count } from '#app/domain/text.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged } from '#app/http/query.server.ts'
import { loadPlan } from '#app/http/plan.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Tally } from '#app/ui/kit/tally.tsx'
import { DocumentList } from '#app/ui/papers/document-list.tsx'
import { PapersHere } from '#app/ui/papers/papers-here.tsx'
import { PartsTable } from '#app/ui/papers/part-coverage.tsx'
import { PlanChart } from '#app/ui/papers/plan-chart.tsx'
import { findReport, listDocuments } from '#db/documents.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'
import { listSections } from '#db/outline.server.ts'
import { countAppearances } from '#db/persons-met.server.ts'

export const meta: MetaFunction = () => [{ title: 'Report and plan · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const [report, plan, documents, people] = await Promise.all([
    findReport(db, scope.mission.id), loadPlan(scope), listDocuments(db, scope.mission.id, pageIn(url)), countAppearances(db, scope.mission.id),
  ])
  const sections = report ? await listSections(db, scope.mission.id, report.id) : []
  const { rows, paging } = paged(url, documents, LIST_PAGE)
  return { base: inside(scope), report: report && { id: report.id, title: report.title }, parts: coverageByPart(sections), entries: sections.length, covered: sections.filter(({ findings }) => findings.length > 0).length, wrong: new Set(checkNumbering(sections).map(({ id }) => id)).size, plan, documents: rows, paging, people }
})

export default function Report() {
  const { base, report, parts, entries, covered, wrong, plan, documents, paging, people } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title="Report and plan" lead={report ? <>Outline of <a href={`${base}/documents/${report.id}`}>{report.title}</a>, the plan for writing it, and the papers of the mission.</> : 'The plan, the papers of the mission and who was met.'} actions={<><ButtonLink href={`${base}/report/persons`}>Persons met</ButtonLink><ButtonLink kind="primary" href={`${base}/papers/report/mission`}>Export the draft</ButtonLink></>} />
      <Tally counts={[
        { label: 'entries of the outline', count: entries, href: '#outline' }, { label: 'entries with a finding', count: covered, href: `${base}/findings` },
        { label: 'rows of the work plan', count: plan.rows.length, href: '#plan' }, { label: 'persons met of those expected', count: `${people.met} of ${people.all}`, href: `${base}/report/persons` },
      ]} />
      <Columns half>
        <Section id="outline" title="Outline" aside={`${covered} of ${entries} covered`}>
          {report === undefined || entries === 0 ? <Empty title="No outline yet">The contents of a report stand here once the mission has one; findings can be placed in it then.</Empty> : <PartsTable brief parts={parts} here={`${base}/documents/${report.id}`} />}
          {report !== undefined && entries > 0 && <div className="line"><ButtonLink href={`${base}/documents/${report.id}`}>Open the outline</ButtonLink>{wrong > 0 && <LintMark severity="error">{count(wrong, 'section', 'sections')} wrongly numbered</LintMark>}</div>}
        </Section>
        <Stack>
          <PapersHere papers={[...kindsFor('mission', 'mission-or-stop').map((kind) => ({ kind, subject: 'mission' })), ...(report ? kindsFor('document').map((kind) => ({ kind, subject: report.id })) : [])]} base={base} />
          <Section id="plan" title="Work plan" aside={<a href={`${base}/plan`}>Open the plan</a>}>{plan.rows.length === 0 ? <p className="soft">No plan yet.</p> : <PlanChart {...plan} base={base} canEdit={false} />}</Section>
          <Section id="documents" title="Documents" aside={<a href={`${base}/documents`}>Register and search</a>}>
            {documents.length === 0 ? <p className="soft">No papers yet.</p> : <DocumentList documents={documents} base={base} />}
            <ListFiles base={base} list="documents" />
            <Paging label="Pages of documents" paging={paging} />
          </Section>
        </Stack>
      </Columns>
    </>
  )
}
