import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { NewQuestionnaireInput } from '#app/operations/questionnaires.input.ts'
import { createQuestionnaire } from '#app/operations/questionnaires.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PaperFields } from '#app/ui/questionnaires/paper-fields.tsx'

export const meta: MetaFunction = () => [{ title: 'Write a questionnaire · Caravan' }]

export const loader = inMission('paper.edit', async (scope) => await Promise.resolve({ base: inside(scope) }))

export const action = inMission('paper.edit', async (scope, { request }) => {
  const form = await readForm(request, NewQuestionnaireInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await createQuestionnaire(scope, form.value)
  if (!outcome.done) throw refuse(outcome.because)
  return goTo(inside(scope, `/questionnaires/${outcome.questionnaireId}`), outcome.actId)
})

/** Title, introduction, and the language that the questions are written in first. */
export default function NewQuestionnaire() {
  const { base } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/questionnaires`}>Questionnaires</a>} title="Write a questionnaire" lead="The questions follow on its page; nobody is asked before you send it." />
      <ErrorSummary problem={problem} />
      <Form data-keep="questionnaire">
        <PaperFields problem={problem} />
        <div className="line"><Button kind="primary">Save and add questions</Button><ButtonLink href={`${base}/questionnaires`}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
