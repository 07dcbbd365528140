import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { agreementOf, countRelations, weighed } from '#app/domain/assessment/evidence.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { can } from '#app/domain/people/access.ts'
import { refuse } from '#app/http/answers.server.ts'
import { clockHere } from '#app/http/clock-here.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { judgedOf } from '#app/http/levels.server.ts'
import { pageIn, paged } from '#app/http/query.server.ts'
import { FindingConfidence } from '#app/ui/assessment/confidence.tsx'
import { FindingMark } from '#app/ui/assessment/finding-mark.tsx'
import { FindingSteps } from '#app/ui/assessment/finding-steps.tsx'
import { EvidenceList } from '#app/ui/assessment/grouped-evidence.tsx'
import { agreementWords } from '#app/ui/assessment/readiness-row.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { EvidenceBar } from '#app/ui/kit/evidence-bar.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import { describeFindings, listEvidenceOf, listLinksFor, loadFinding } from '#db/findings.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Finding: ${openingOf(data?.finding.statement ?? '', 60)} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const db = scope.database.read
  const found = await loadFinding(db, scope.mission.id, params.finding ?? '')
  if (!found) throw refuse('gone')
  const { finding, dimensions, nodes } = found
  const [evidence, more, clock, links] = await Promise.all([listEvidenceOf(db, scope.mission.id, finding.id, pageIn(url)), describeFindings(db, scope.mission.id, [finding.id]), clockHere(scope), listLinksFor(db, scope.mission.id, finding.id)])
  const weights = more.weights.get(finding.id) ?? []
  return {
    base: inside(scope), finding, dimensions, nodes, clock, ...paged(url, evidence, LIST_PAGE),
    counts: countRelations(weights), agreement: agreementOf(weights), counted: weighed(weights), judged: judgedOf(finding, links), canEdit: can(scope.role, 'evidence.edit'),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function FindingPage() {
  const data = useLoaderData<typeof loader>()
  const { base, finding, rows, paging, clock, canEdit, counts } = data
  const here = `${base}/findings/${finding.id}`
  return (
    <>
      <PageHead eyebrow={<>Finding · <FindingMark status={finding.status} /> {finding.sample === 1 && <SampleMark />}</>} title={finding.statement}
        actions={canEdit ? <><ButtonLink href={`${here}/edit`} icon="edit">Edit</ButtonLink><FindingSteps here={here} status={finding.status} revision={finding.revision} supported={counts.supports > 0} /></> : undefined} />
      <Columns>
        <Section id="evidence" title="Evidence" aside={<EvidenceBar counts={counts} />}>
          <EvidenceList label="Sentences for and against" rows={rows} base={base} clock={clock} canLink={canEdit} />
          {rows.length === 0 && <Empty title="It rests on nothing yet" action={<ButtonLink href={`${base}/evidence?links=none#all`}>Sentences without a finding</ButtonLink>}>Open a note, mark the words that speak for or against it, and choose this finding there.</Empty>}
          <Paging label="Pages of evidence" paging={paging} />
        </Section>
        <Stack>
          <Section id="confidence" title="Confidence" aside={canEdit && data.counted ? <a href={`${here}/confidence`}>{data.judged ? 'Judge again' : 'Judge it'}<span className="vh">: the confidence</span></a> : undefined}><FindingConfidence counted={data.counted} judged={data.judged} clock={clock} /></Section>
          <FindingFacts {...data} />
        </Stack>
      </Columns>
    </>
  )
}

function FindingFacts({ base, finding, dimensions, nodes, agreement, clock }: Data) {
  return (
    <Facts>
      <Fact term="Dimensions">{dimensions.length === 0 ? <span className="soft">none: it counts for no level</span> : dimensions.map(({ id, name }) => <span key={id} className="under"><a href={`${base}/readiness/${id}`}>{name}</a></span>)}</Fact>
      <Fact term="In the report">{nodes.length === 0 ? <span className="soft">nowhere yet</span> : nodes.map((node) => <span key={node.id} className="under"><a href={`${base}/documents/${node.document_id}/sections/${node.id}`}>{node.title}</a>{node.page !== null && <span className="soft small"> p. {node.page}</span>}</span>)}</Fact>
      <Fact term="Kinds of source">{agreement.kinds === 0 ? <span className="soft">nobody has spoken yet</span> : agreementWords(agreement)}</Fact>
      <Fact term="Written">{finding.account_name}, <At ms={finding.created_ms} clock={clock} /></Fact>
    </Facts>
  )
}
