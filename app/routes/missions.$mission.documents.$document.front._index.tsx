import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { loadReport } from '#app/http/outline.server.ts'
import { loadFrontMatter } from '#app/operations/front-matter.server.ts'
import { Columns } from '#app/ui/kit/columns.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Abbreviations } from '#app/ui/papers/abbreviations.tsx'
import { ReportHead } from '#app/ui/papers/report-head.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Front matter of ${data?.paper.title ?? 'the report'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const { paper, sections } = await loadReport(scope, params)
  const { team, met, abbreviations } = await loadFrontMatter(scope.database.read, scope.mission.id, paper.id, sections.flatMap(({ title, body }) => [title, body]))
  const institutions = met.map(({ name, persons }) => ({ name, persons: persons.filter((person) => !person.unnamed).map((person) => person.name) }))
  return { base: inside(scope), paper: { ...paper, nodes: sections.length, excerpts: 0 }, team, institutions, abbreviations, canEdit: can(scope.role, 'paper.edit') }
})

export default function FrontMatter() {
  const { base, paper, team, institutions, abbreviations, canEdit } = useLoaderData<typeof loader>()
  const here = `${base}/documents/${paper.id}`
  const wanting = abbreviations.filter(({ words }) => words === '').length
  return (
    <>
      <ReportHead paper={paper} base={base} at="/front" canEdit={canEdit} />
      <Columns half>
        <Section id="abbreviations" title="Abbreviations" aside={wanting === 0 ? `${abbreviations.length} in all` : `${count(wanting, 'is', 'are')} not said yet`}>
          <p className="small soft">Found in the sections of the report, in the titles of meetings and papers, and in the names of those met. What an abbreviation stands for comes from the names of an organisation, or somebody says it.</p>
          <Abbreviations rows={abbreviations} base={base} here={here} canEdit={canEdit} />
        </Section>
        <Section id="acknowledgements" title="Acknowledgements" aside={<a href={`${base}/report/persons`}>persons met</a>}>
          <h3>Persons and institutions met</h3>
          {institutions.length === 0 && <p className="soft">Nobody was met yet: this fills itself when meetings are held.</p>}
          {institutions.map(({ name, persons }) => <p key={name}>{name || 'No institution named'}{persons.length > 0 && <span className="under small soft">{persons.join(', ')}</span>}</p>)}
          <h3>The team</h3>
          <p>{team.join(', ')}</p>
        </Section>
      </Columns>
    </>
  )
}
