import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { describeIssue, placeWords } from '#app/domain/roadshow/lint-words.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { backTo } from '#app/http/back.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { ACCEPT_REASON_MAX, AcceptIssueInput } from '#app/operations/issues.input.ts'
import { acceptIssue } from '#app/operations/issues.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'
import { loadIssues } from '#db/issues.server.ts'

export const meta: MetaFunction = () => [{ title: 'Accept as printed · Caravan' }]

export const loader = inMission('issue.settle', async (scope, { url }) => {
  const { open } = await loadIssues(scope.database.read, scope.mission.id, scope.missionNowMs)
  const asked = { code: idIn(url, 'code') ?? '', issue: idIn(url, 'issue') ?? '' }
  const issue = open.find((each) => each.code === asked.code && each.id === asked.issue)
  return { base: inside(scope), asked, words: issue && { ...describeIssue(issue), place: placeWords(issue) } }
})

export const action = inMission('issue.settle', async (scope, { request }) => {
  const form = await readForm(request, AcceptIssueInput)
  if (!form.ok && form.problem.errors.reason === undefined) throw refuse('bad-request')
  if (!form.ok) return invalid(form.problem)
  const outcome = await acceptIssue(scope, form.value)
  const page = backTo(request, inside(scope, '/issues'))
  if (outcome.done) return goTo(page.includes('/issues/accept') ? inside(scope, '/issues') : page, outcome.actId)
  throw refuse(outcome.because, outcome.because === 'gone' ? { title: 'This issue waits no more.', next: 'It was settled meanwhile, or something else is printed there now. Look at the list of issues again.' } : {})
})

export default function AcceptIssue() {
  const { base, asked, words } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const hidden = problem ? { code: valueOf(problem, 'code'), issue: valueOf(problem, 'issue') } : asked
  if (!problem && !words) return <><PageHead title="This issue waits no more" lead="It was settled, or something else is printed there now." /><div className="line"><ButtonLink href={`${base}/issues`} kind="primary">All issues</ButtonLink></div></>
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/issues`}>Issues</a>} title="Accept as printed" lead={words && <>{words.title}<br />{words.place}</>} />
      <ErrorSummary problem={problem} />
      <Form hidden={hidden}>
        <TextField name="reason" label="It may stand, because" problem={problem} required maxLength={ACCEPT_REASON_MAX} hint="Kept with your name; the issue can be opened again." />
        <div className="line"><Button kind="primary">Accept as printed</Button><ButtonLink href={`${base}/issues`} kind="quiet">Back to the issues</ButtonLink></div>
      </Form>
    </>
  )
}
