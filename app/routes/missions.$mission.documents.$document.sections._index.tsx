import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { outlineLines } from '#app/domain/papers/outline-lines.ts'
import { count } from '#app/domain/text.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { loadReport } from '#app/http/outline.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { ArrangeTable } from '#app/ui/papers/arrange-table.tsx'
import { ReportHead } from '#app/ui/papers/report-head.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Arrange ${data?.paper.title ?? 'the report'} · Caravan` }]

export const loader = inMission('paper.edit', async (scope, { params }) => {
  const { paper, sections, stamp } = await loadReport(scope, params)
  return { base: inside(scope), paper: { ...paper, nodes: sections.length, excerpts: 0 }, lines: outlineLines(sections), stamp }
})

export default function Arrange() {
  const { base, paper, lines, stamp } = useLoaderData<typeof loader>()
  const here = `${base}/documents/${paper.id}`
  const wrong = lines.filter((line) => line.marks.some(({ proposal }) => proposal !== null)).length
  const add = <ButtonLink kind="primary" icon="plus" href={`${here}/sections/new`}>Add a section</ButtonLink>
  return (
    <>
      <ReportHead paper={paper} base={base} at="/sections" canEdit actions={add} />
      <Section id="arrange" title="Sections in their order" aside={wrong === 0 ? 'the numbers count on' : `${count(wrong, 'number', 'numbers')} wrong`}>
        <p className="small soft">A section moves with everything below it: up and down among its neighbours, in under the one before it, out behind the one it belongs to. Numbers that counted on before count on after.</p>
        {wrong > 0 && <div className="line acts"><ActionButton action={`${here}/sections/renumber`} hidden={{ seen: stamp }}>Count all sections anew</ActionButton></div>}
        {lines.length === 0 ? <Empty title="No sections yet" action={add}>The first one is a part or a chapter.</Empty> : <ArrangeTable lines={lines} here={here} stamp={stamp} />}
      </Section>
    </>
  )
}
