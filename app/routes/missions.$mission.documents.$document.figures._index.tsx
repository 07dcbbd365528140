import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { loadReport } from '#app/http/outline.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { FigureList } from '#app/ui/papers/figure-list.tsx'
import { ReportHead } from '#app/ui/papers/report-head.tsx'
import { listFigures } from '#db/outline.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Figures of ${data?.paper.title ?? 'the report'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const { paper, sections } = await loadReport(scope, params)
  return { base: inside(scope), paper: { ...paper, nodes: sections.length, excerpts: 0 }, figures: await listFigures(scope.database.read, scope.mission.id, paper.id), canEdit: can(scope.role, 'paper.edit') }
})

export default function Figures() {
  const { base, paper, figures, canEdit } = useLoaderData<typeof loader>()
  const here = `${base}/documents/${paper.id}`
  const add = canEdit && <ButtonLink kind="primary" icon="plus" href={`${here}/figures/new`}>Add a figure</ButtonLink>
  const empty = figures.filter((figure) => figure.attachment_id === null).length
  return (
    <>
      <ReportHead paper={paper} base={base} at="/figures" canEdit={canEdit} actions={add || undefined} />
      <Section id="figures" title="Figures and pictures" aside={figures.length === 0 ? undefined : `${figures.length - empty} of ${figures.length} with a picture`}>
        {figures.length === 0 ? <Empty title="No figures yet" action={add || undefined}>A figure has its place and its caption before it has a picture.</Empty> : <FigureList figures={figures} base={base} here={here} canEdit={canEdit} />}
      </Section>
    </>
  )
}
