import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { loadQuestionnaire } from '#app/http/questionnaires.server.ts'
import { EditQuestionnaireInput } from '#app/operations/questionnaires.input.ts'
import { editQuestionnaire } from '#app/operations/questionnaires.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PaperFields } from '#app/ui/questionnaires/paper-fields.tsx'

export const meta: MetaFunction = () => [{ title: 'Title and introduction · Caravan' }]

export const loader = inMission('paper.edit', async (scope, { params }) => ({ base: inside(scope), paper: await loadQuestionnaire(scope, params) }))

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, EditQuestionnaireInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await editQuestionnaire(scope, params.questionnaire ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/questionnaires/${params.questionnaire}`), outcome.actId)
  if (outcome.because === 'stale') return overtaken(form.typed, 'Somebody else changed this meanwhile. Your text stands below; save again to keep it.')
  throw refuse(outcome.because)
})

/** What stands above the questions. */
export default function EditQuestionnaire() {
  const { base, paper } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const back = `${base}/questionnaires/${paper.id}`
  return (
    <>
      <PageHead eyebrow={<a href={back} lang={paper.language}>{paper.title}</a>} title="Title and introduction" />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision: paper.revision }}>
        <PaperFields problem={problem} values={paper} />
        <div className="line"><Button kind="primary">Save</Button><ButtonLink href={back}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
