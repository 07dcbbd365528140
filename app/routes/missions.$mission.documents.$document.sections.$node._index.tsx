import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GAP_WORDS } from '#app/domain/papers/outline-coverage.ts'
import { entryWords } from '#app/domain/papers/outline.ts'
import { outlineLines } from '#app/domain/papers/outline-lines.ts'
import { aboveOf } from '#app/domain/papers/outline-moves.ts'
import { can } from '#app/domain/people/access.ts'
import { clockHere } from '#app/http/clock-here.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { loadReport, sectionIn } from '#app/http/outline.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { NoteText } from '#app/ui/meetings/note-text.tsx'
import { FigureList } from '#app/ui/papers/figure-list.tsx'
import { NumberMarks } from '#app/ui/papers/number-marks.tsx'
import { SectionFindings } from '#app/ui/papers/section-findings.tsx'
import { SectionStateMark } from '#app/ui/papers/section-state.tsx'
import { listFindingChoices } from '#db/findings.server.ts'
import { listFigures, listFindingsAt, listSaidOf } from '#db/outline.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? entryWords(data.line) : 'Section'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const { paper, sections } = await loadReport(scope, params)
  const section = sectionIn(sections, params)
  const at = sections.indexOf(section)
  const [findings, figures, choices, clock] = await Promise.all([listFindingsAt(db, scope.mission.id, [section.id]), listFigures(db, scope.mission.id, paper.id), listFindingChoices(db, scope.mission.id), clockHere(scope)])
  const said = await listSaidOf(db, scope.mission.id, findings.map(({ id }) => id))
  const near = (other: number) => (sections[other] ? { id: sections[other].id, words: entryWords(sections[other]) } : null)
  return {
    base: inside(scope), paper: { id: paper.id, title: paper.title, language: paper.language }, line: outlineLines(sections)[at] as ReturnType<typeof outlineLines>[number], body: section.body, gathers: section.gathers,
    above: near(aboveOf(sections, at)), before: near(at - 1), next: near(at + 1), clock, figures: figures.filter((figure) => figure.outline_node_id === section.id),
    findings: findings.map((finding) => ({ ...finding, said: said.filter((one) => one.finding_id === finding.id) })), choices: choices.filter(({ id }) => !findings.some((finding) => finding.id === id)),
    canEdit: can(scope.role, 'paper.edit'), canLink: can(scope.role, 'evidence.edit'),
  }
})

export default function SectionPage() {
  const { base, paper, line, body, gathers, above, before, next, clock, figures, findings, choices, canEdit, canLink } = useLoaderData<typeof loader>()
  const here = `${base}/documents/${paper.id}`
  const at = `${here}/sections/${line.id}`
  return (
    <>
      <PageHead eyebrow={<><a href={here}>{paper.title}</a>{above && <> › <a href={`${here}/sections/${above.id}`}>{above.words}</a></>}</>} title={entryWords(line)} lang={paper.language || undefined}
        lead={line.marks.length > 0 ? <div className="outline"><NumberMarks line={line} here={here} canEdit={canEdit} /></div> : undefined} actions={canEdit ? <ButtonLink kind="primary" icon="edit" href={`${at}/edit`}>Edit</ButtonLink> : undefined} />
      <Columns>
        <Stack>
          <Section id="text" title="Text">
            {gathers !== '' && <p className="soft">Filled with {gathers}, gathered from the mission: <a href={`${here}/front`}>front matter</a>.</p>}
            {body === '' ? gathers === '' && <p className="soft">Nobody has written this section yet.</p> : <NoteText text={body} lang={paper.language} marks={[]} rank={3} />}
          </Section>
          <SectionFindings findings={findings} choices={choices} base={base} at={at} node={line.id} clock={clock} canLink={canLink} />
          {figures.length > 0 && <Section id="figures" title="Figures"><FigureList figures={figures} base={base} here={here} canEdit={canEdit} /></Section>}
        </Stack>
        <Stack>
          <Section id="facts" title="Where it stands">
            <Facts>
              <Fact term="State"><SectionStateMark state={line.state} /></Fact>
              <Fact term="Owner">{line.owner || <span className="soft">nobody yet</span>}</Fact>
              <Fact term="Page">{line.page ?? <span className="soft">not said</span>}</Fact>
              <Fact term="Missing">{line.gaps.length === 0 ? 'nothing' : line.gaps.map((gap) => GAP_WORDS[gap]).join(', ')}</Fact>
              {line.sourceLine !== null && <Fact term="Printed">“{line.title}”, line {line.sourceLine} of the deck</Fact>}
            </Facts>
          </Section>
          <nav className="beside small acts" aria-label="Sections beside it">
            {before && <a href={`${here}/sections/${before.id}`}>← {before.words}</a>}
            {next && <a href={`${here}/sections/${next.id}`}>{next.words} →</a>}
            <a href={`${here}/nodes/${line.id}`}>Mark words of it as evidence</a>
          </nav>
        </Stack>
      </Columns>
    </>
  )
}
