import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import { can } from '#app/domain/people/access.ts'
import { asked, coverageOf } from '#app/domain/questionnaires/questions.ts'
import { canMail, countRequests, isLate, isOpen } from '#app/domain/questionnaires/requests.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { loadWhole } from '#app/http/questionnaires.server.ts'
import { PrepareRequestInput } from '#app/operations/questionnaire-requests.input.ts'
import { prepareRequest } from '#app/operations/questionnaire-requests.server.ts'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Tally } from '#app/ui/kit/tally.tsx'
import { QuestionnaireHead } from '#app/ui/questionnaires/questionnaire-head.tsx'
import { ChaseButtons } from '#app/ui/questionnaires/chase.tsx'
import { PrepareForm } from '#app/ui/questionnaires/request-fields.tsx'
import { RequestTable } from '#app/ui/questionnaires/request-table.tsx'
import { listAskable, listRequests } from '#db/questionnaires.server.ts'
import { listStops } from '#db/stops.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Who is asked: ${data?.paper.title ?? 'a questionnaire'} · Caravan` }]

const noOrganisations: Awaited<ReturnType<typeof listAskable>> = []

export const loader = inMission('mission.read', async (scope, { params }) => {
  const { paper, questions, wordings } = await loadWhole(scope, params)
  const db = scope.database.read
  const canSend = can(scope.role, 'invitation.send')
  const [requests, stops, organisations] = await Promise.all([listRequests(db, scope.mission.id, paper.id), listStops(db, scope.mission.id), canSend ? listAskable(db) : noOrganisations])
  const now = scope.missionNowMs
  const mailable = requests.filter(canMail)
  return {
    base: inside(scope), paper, now, requests, stops, organisations, canSend, of: asked(questions).length, counts: countRequests(requests, now),
    languages: LANGUAGES.map((language) => ({ code: language, missing: coverageOf(paper, questions, language, wordings).missing.length })).filter(({ code, missing }) => code === paper.language || missing < questions.length + 1),
    prepared: mailable.filter(({ state }) => state === 'prepared').map(({ id }) => id), late: mailable.filter((one) => isLate(one, now)).map(({ id }) => id), open: mailable.filter(({ state }) => isOpen(state)).map(({ id }) => id),
  }
})

export const action = inMission('invitation.send', async (scope, { request, params }) => {
  const form = await readForm(request, PrepareRequestInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await prepareRequest(scope, params.questionnaire ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/questionnaires/${params.questionnaire}/requests#r-${outcome.requestId}`), outcome.actId)
  if (outcome.because === 'no-organisation') return problemWith(form.typed, { organisation: 'This organisation is gone from the directory: choose another' })
  if (outcome.because === 'no-stop') return problemWith(form.typed, { stop: 'This stop is gone: choose another' })
  throw refuse(outcome.because)
})

/** Who is asked, how far each has come, and whom to remind. */
export default function Requests() {
  const data = useLoaderData<typeof loader>()
  const { base, paper, counts, requests, canSend, now, of } = data
  const problem = useActionData<typeof action>()?.problem
  const at = `${base}/questionnaires/${paper.id}/requests`
  return (
    <>
      <QuestionnaireHead base={base} paper={paper} tab="requests" />
      <ErrorSummary problem={problem} />
      <Tally counts={[{ label: 'asked', count: counts.all }, { label: 'not sent yet', count: counts.prepared }, { label: 'waited for', count: counts.open }, { label: 'late', count: counts.late }, { label: 'returned', count: counts.returned }]} />
      {canSend && <ChaseButtons at={at} prepared={data.prepared} late={data.late} open={data.open} />}
      <Section id="requests" title="Organisations">
        {requests.length > 0 && <RequestTable requests={requests} at={at} now={now} of={of} base={base} />}
        {requests.length === 0 && <Empty title="Nobody is asked yet">Put an organisation on the list, then send. Each gets a link of its own, and can pass it on inside its house.</Empty>}
      </Section>
      {canSend && <Section id="add" title="Ask an organisation"><PrepareForm action={`${at}?index`} problem={problem} {...data} /></Section>}
    </>
  )
}
