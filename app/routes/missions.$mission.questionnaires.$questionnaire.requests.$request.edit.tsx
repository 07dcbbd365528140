import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import { coverageOf } from '#app/domain/questionnaires/questions.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { loadRequest, loadWhole } from '#app/http/questionnaires.server.ts'
import { EditRequestInput } from '#app/operations/questionnaire-requests.input.ts'
import { editRequest } from '#app/operations/questionnaire-requests.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { RequestFields } from '#app/ui/questionnaires/request-fields.tsx'
import { listStops } from '#db/stops.server.ts'

export const meta: MetaFunction = () => [{ title: 'Contact and deadline · Caravan' }]

export const loader = inMission('invitation.send', async (scope, { params }) => {
  const [request, { paper, questions, wordings }, stops] = await Promise.all([loadRequest(scope, params), loadWhole(scope, params), listStops(scope.database.read, scope.mission.id)])
  const languages = LANGUAGES.map((code) => ({ code, missing: coverageOf(paper, questions, code, wordings).missing.length })).filter(({ code, missing }) => code === paper.language || code === request.language || missing < questions.length + 1)
  return { base: inside(scope), request, paper: { language: paper.language }, languages, stops }
})

export const action = inMission('invitation.send', async (scope, { request, params }) => {
  const found = await loadRequest(scope, params)
  const form = await readForm(request, EditRequestInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await editRequest(scope, found.id, form.value)
  if (outcome.done) return goTo(inside(scope, `/questionnaires/${found.document_id}/requests/${found.id}`), outcome.actId)
  if (outcome.because === 'no-stop') return problemWith(form.typed, { stop: 'This stop is gone: choose another' })
  if (outcome.because === 'stale') return overtaken(form.typed, 'Something about this request changed meanwhile, perhaps an answer came. Save again to keep what you typed.')
  throw refuse(outcome.because)
})

/** Whom to write to, in which language, and until when. */
export default function EditRequest() {
  const { base, request, paper, languages, stops } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const back = `${base}/questionnaires/${request.document_id}/requests/${request.id}`
  return (
    <>
      <PageHead eyebrow={<a href={back}>{request.organisation}</a>} title="Contact and deadline" />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision: request.revision }}>
        <RequestFields problem={problem} values={request} languages={languages} stops={stops} own={paper.language} />
        <div className="line"><Button kind="primary">Save</Button><ButtonLink href={back}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
