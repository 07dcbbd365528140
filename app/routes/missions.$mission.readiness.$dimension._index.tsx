import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { agreementOf, confidenceOf, countRelations } from '#app/domain/assessment/evidence.ts'
import { frameworkWords, questionOf } from '#app/domain/assessment/frameworks.ts'
import { flagsOf, whyRated } from '#app/domain/assessment/ratings.ts'
import { kindsFor } from '#app/domain/papers/choice.ts'
import { can } from '#app/domain/people/access.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { clockHere } from '#app/http/clock-here.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { ratingView } from '#app/http/levels.server.ts'
import { RateInput } from '#app/operations/readiness.input.ts'
import { rateDimension } from '#app/operations/readiness.server.ts'
import { LevelLine } from '#app/ui/assessment/level-line.tsx'
import { LevelStands } from '#app/ui/assessment/level-stands.tsx'
import { RateForm } from '#app/ui/assessment/rate-form.tsx'
import { RatingHistory } from '#app/ui/assessment/rating-history.tsx'
import { whyQuestion } from '#app/ui/assessment/why-back.tsx'
import { WhyEvidence } from '#app/ui/assessment/why-evidence.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { PapersHere } from '#app/ui/papers/papers-here.tsx'
import { listEvidenceByLinks } from '#db/findings.server.ts'
import { listDimensions, listLinkFacts, listRatings, weighDimensions } from '#db/readiness.server.ts'

/** Sentences of each relation; the evidence board has the rest. */
const SHOWN = 12

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? whyQuestion(data.dimension.name, data.word) : 'Readiness'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const dimension = (await listDimensions(db, scope.mission.id)).find((one) => one.id === params.dimension)
  if (!dimension) throw refuse('gone')
  const [ratings, facts, weights, clock] = await Promise.all([listRatings(db, scope.mission.id, dimension.id), listLinkFacts(db, scope.mission.id, dimension.id), weighDimensions(db, scope.mission.id), clockHere(scope)])
  const why = whyRated(ratings[0], facts)
  const shown = [why.newer, why.supports, why.qualifies, why.contradicts, why.context].flatMap((links) => links.slice(0, SHOWN).map((link) => link.id))
  const evidence = await listEvidenceByLinks(db, scope.mission.id, shown)
  const { weighed, meetings, sample } = weights.get(dimension.id) ?? { weighed: [], meetings: 0, sample: false }
  const views = ratings.map(ratingView)
  const agreement = agreementOf(weighed)
  return {
    base: inside(scope), dimension: { id: dimension.id, name: dimension.name, framework: frameworkWords(dimension.framework, dimension.frameworkVersion) }, question: questionOf(dimension), word: views[0]?.word ?? 'Not rated', ratings: views, clock, evidence, newer: why.newer.map((link) => link.id), linked: facts.length,
    counts: countRelations(weighed), sample, agreement, confidence: confidenceOf(weighed), flags: flagsOf(ratings[0], facts, { kinds: agreement.kinds, meetings }),
    canRate: can(scope.role, 'rating.change'), canLink: can(scope.role, 'evidence.edit'),
  }
})

export const action = inMission('rating.change', async (scope, { request, params }) => {
  const form = await readForm(request, RateInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await rateDimension(scope, params.dimension ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/readiness/${params.dimension}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'no-evidence') return problemWith(form.typed, { level: 'Low, Mid and High rest on evidence: link a sentence first, or say that there is not enough' })
  if (outcome.because === 'no-reason') return problemWith(form.typed, { reason: 'Say why: a level is never changed without a reason' })
  return problemWith(form.typed, {}, 'Not saved: somebody gave this dimension another level meanwhile. It stands in the history below; your reason is kept here. Choose again, then save.')
})

export default function WhyPage() {
  const data = useLoaderData<typeof loader>()
  const { base, dimension, question, word, ratings, clock, linked, canRate } = data
  const problem = useActionData<typeof action>()?.problem
  const here = `${base}/readiness/${dimension.id}`
  return (
    <>
      <PageHead eyebrow={<><a href={`${base}/readiness`}>Readiness</a>{question && <> · {question}</>}</>} title={whyQuestion(dimension.name, word)} lead={<LevelStands {...data} rating={ratings[0]} />}
        actions={<><ButtonLink href={`${base}/findings?dimension=${dimension.id}`}>Its findings</ButtonLink>{canRate && <ButtonLink href="#rate">Change the level</ButtonLink>}</>} />
      <ErrorSummary problem={problem} />
      <Columns>
        <Stack>
          <Section id="evidence" title="What it rests on" aside={`${linked} linked`}><WhyEvidence {...data} /></Section>
          <Section id="history" title="History">
            {ratings.length === 0 ? <p className="soft">Nobody has given it a level yet.</p> : <><LevelLine ratings={ratings} name={dimension.name} stale={data.flags.some((flag) => flag.kind === 'stale')} clock={clock} /><RatingHistory ratings={ratings} here={here} clock={clock} now={dimension} /></>}
          </Section>
        </Stack>
        <Stack>
          {canRate && <Section id="rate" title="Change the level"><RateForm action={`${here}?index`} problem={problem} current={ratings[0]} linked={linked} /></Section>}
          <PapersHere papers={[...kindsFor('mission-or-stop').map((kind) => ({ kind, subject: 'mission' })), ...kindsFor('dimension').map((kind) => ({ kind, subject: dimension.id }))]} base={base} />
        </Stack>
      </Columns>
    </>
  )
}
