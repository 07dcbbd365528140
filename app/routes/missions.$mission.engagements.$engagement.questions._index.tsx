import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askFor } from '#app/domain/assessment/asks.ts'
import { cellsOf, gapsFor } from '#app/domain/assessment/gaps.ts'
import { groupWord } from '#app/domain/assessment/sources.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { backTo } from '#app/http/back.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { AskInput } from '#app/operations/questions.input.ts'
import { askQuestions } from '#app/operations/questions.server.ts'
import { AskForm } from '#app/ui/assessment/ask-form.tsx'
import { QuestionRows } from '#app/ui/assessment/question-rows.tsx'
import { EngagementWhen, SampleTime } from '#app/ui/engagements/when.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { countCoverage } from '#db/evidence.server.ts'
import { listAsking, listQuestions } from '#db/questions.server.ts'
import { listDimensions } from '#db/readiness.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Questions for ${data?.engagement.title ?? 'a meeting'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const db = scope.database.read
  const mission = scope.mission.id
  const { id, title, day, startMinute, endMinute, zone, city, stopId, sampleFields } = await loadAsked(scope, params)
  const [dimensions, counts, asking, asked] = await Promise.all([listDimensions(db, mission), countCoverage(db, mission), listAsking(db, mission, scope.missionNowMs), listQuestions(db, mission)])
  const cells = cellsOf({ counts, stopIds: [stopId], dimensionIds: dimensions.map((one) => one.id), asking, asked })
  const own = asking.find((one) => one.id === id)
  const nameOf = (dimension: string): string => dimensions.find((one) => one.id === dimension)?.name ?? ''
  return {
    base: inside(scope), at: inside(scope, `/engagements/${id}`), engagement: { title, day, startMinute, endMinute, zone, city, sampleFields }, ahead: own !== undefined, groups: own?.groups ?? [],
    offers: own ? gapsFor(own, cells, asked).map((cell) => ({ group: cell.group, dimensionId: cell.dimensionId, elsewhere: cell.state === 'asked', words: askFor(nameOf(cell.dimensionId), cell.group, city) })) : [],
    questions: asked.filter((one) => one.engagementId === id).map((one) => ({ ...one, evidence: cells.find((cell) => cell.dimensionId === one.dimensionId && cell.group === one.group)?.count ?? 0 })),
  }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, AskInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await askQuestions(scope, id, form.value)
  if (outcome.done) return goTo(backTo(request, inside(scope, `/engagements/${id}/questions`)), outcome.actId)
  if (outcome.because === 'begun') return problemWith(form.typed, {}, 'Not taken over: this meeting has begun or is called off, so nothing can be asked in it any more.')
  if (outcome.because === 'nothing-new') return problemWith(form.typed, { cells: 'These stand among its questions already: choose others' })
  throw refuse(outcome.because)
})

export default function Questions() {
  const { base, at, engagement, ahead, groups, offers, questions } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={at}>{engagement.title}</a>} title="Questions from gaps" lead={<><EngagementWhen at={engagement} /><SampleTime fields={engagement.sampleFields} />{groups.length > 0 && <> · {groups.map(groupWord).join(', ')}</>}</>}
        actions={<><ButtonLink href={`${at}#brief`}>To the brief</ButtonLink><ButtonLink href={`${base}/readiness/gaps`}>All gaps</ButtonLink></>} />
      <ErrorSummary problem={problem} />
      {questions.length > 0 && <Section id="own" title="In its brief"><QuestionRows at={at} questions={questions} canEdit /></Section>}
      <Section id="offers" title="Empty cells that it can fill" aside={offers.length > 0 ? 'no sentence of this kind of source at this stop yet' : undefined}>
        {offers.length > 0 && <AskForm action={`${at}/questions?index`} back={at} offers={offers} problem={problem} />}
        {offers.length === 0 && <NoOffers at={at} ahead={ahead} known={groups.length > 0} />}
      </Section>
    </>
  )
}

function NoOffers({ at, ahead, known }: { at: string; ahead: boolean; known: boolean }) {
  if (!ahead) return <p className="soft">This meeting has begun, is called off or meets nobody from outside: nothing can be asked in it.</p>
  if (known) return <p className="soft">Every cell that it can fill holds evidence, or is asked here already.</p>
  return <Empty title="Nobody of a known kind takes part yet" action={<ButtonLink href={`${at}/people/new`} icon="plus">Add somebody</ButtonLink>}>Once an organisation takes part that is a government, a company, a donor or of civil society, its empty cells stand here.</Empty>
}
