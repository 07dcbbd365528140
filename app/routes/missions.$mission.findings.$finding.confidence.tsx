import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { weighed, weightOf } from '#app/domain/assessment/evidence.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { JudgeFindingInput } from '#app/operations/findings.input.ts'
import { judgeFinding } from '#app/operations/findings.server.ts'
import { ConfidenceForm } from '#app/ui/assessment/confidence-form.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { describeFindings, listLinksFor, loadFinding } from '#db/findings.server.ts'

export const meta: MetaFunction = () => [{ title: 'Judge the confidence · Caravan' }]

export const loader = inMission('evidence.edit', async (scope, { params }) => {
  const db = scope.database.read
  const found = await loadFinding(db, scope.mission.id, params.finding ?? '')
  if (!found) throw refuse('gone')
  const { id, statement, revision, evidence_judged, agreement_judged } = found.finding
  const [more, links] = await Promise.all([describeFindings(db, scope.mission.id, [id]), listLinksFor(db, scope.mission.id, id)])
  return { back: inside(scope, `/findings/${id}`), statement, revision, counted: weighed(more.weights.get(id) ?? []), judged: weightOf(evidence_judged, agreement_judged), linked: links.length }
})

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, JudgeFindingInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await judgeFinding(scope, params.finding ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/findings/${params.finding}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'no-evidence') return problemWith(form.typed, { judged: 'No sentence is linked any more: there is nothing to judge' })
  return problemWith(form.typed, {}, 'Not saved: somebody else changed this finding meanwhile. Your words are kept here; look at theirs in a new tab, then save again.')
})

export default function JudgeConfidence() {
  const { back, statement, ...rest } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={back}>{statement}</a>} title="Judge the confidence" lead="How far the mission would stand by this finding. Counting gives a hint; the judgement is yours." />
      <ErrorSummary problem={problem} />
      {rest.linked === 0 ? <p className="soft">No sentence is linked yet, so there is nothing to judge.</p> : <ConfidenceForm {...rest} counted={rest.counted} judged={rest.judged} back={back} problem={problem} />}
    </>
  )
}
