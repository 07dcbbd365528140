import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QUESTION_MAX } from '#app/domain/assessment/asks.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { RewordQuestionInput } from '#app/operations/questions.input.ts'
import { rewordQuestion } from '#app/operations/questions.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { TextArea } from '#app/ui/kit/text-field.tsx'
import { findQuestion } from '#db/questions.server.ts'

export const meta: MetaFunction = () => [{ title: 'Reword a question · Caravan' }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const { id, title } = await loadAsked(scope, params)
  const question = await findQuestion(scope.database.read, scope.mission.id, id, params['question'] ?? '')
  if (!question) throw refuse('gone')
  return { at: inside(scope, `/engagements/${id}`), title, question }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const { id } = await loadAsked(scope, params)
  const form = await readForm(request, RewordQuestionInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await rewordQuestion(scope, id, params['question'] ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}/questions`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  return overtaken(form.typed, 'Not saved: somebody else worded it anew meanwhile. Your words are kept here; reload the page to see theirs.')
})

export default function RewordQuestion() {
  const { at, title, question } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={at}>{title}</a>} title="Reword the question" lead="The empty cell that it shall fill stays the same." />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision: question.revision }}>
        <TextArea name="body" label="Question" problem={problem} value={question.body} rows={3} maxLength={QUESTION_MAX} />
        <div className="line"><Button kind="primary">Save</Button><ButtonLink href={`${at}/questions`}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
