import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { rankOf } from '#app/domain/questionnaires/questions.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { loadWhole } from '#app/http/questionnaires.server.ts'
import { EditQuestionInput } from '#app/operations/questionnaires.input.ts'
import { editQuestion } from '#app/operations/questionnaires.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { QuestionFields } from '#app/ui/questionnaires/question-fields.tsx'
import { RANK_WORDS } from '#app/ui/questionnaires/words.ts'

export const meta: MetaFunction = () => [{ title: 'Edit a question · Caravan' }]

export const loader = inMission('paper.edit', async (scope, { params }) => {
  const { paper, questions } = await loadWhole(scope, params)
  const question = questions.find(({ id }) => id === params.node)
  if (!question) throw refuse('gone')
  return { base: inside(scope), paper: { id: paper.id, title: paper.title, language: paper.language }, question, rank: rankOf(question) }
})

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, EditQuestionInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await editQuestion(scope, params.questionnaire ?? '', params.node ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/questionnaires/${params.questionnaire}#q-${params.node}`), outcome.actId)
  if (outcome.because === 'answered') return problemWith(form.typed, { kind: 'It has been answered, so the kind of its answer and its choices stay. Add another question instead' })
  if (outcome.because === 'stale') return overtaken(form.typed, 'Somebody else changed this question meanwhile. Your text stands below; save again to keep it.')
  throw refuse(outcome.because)
})

/** What a question says and how it is answered. */
export default function EditQuestion() {
  const { base, paper, question, rank } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const back = `${base}/questionnaires/${paper.id}`
  return (
    <>
      <PageHead eyebrow={<a href={back} lang={paper.language}>{paper.title}</a>} title={`Edit the ${RANK_WORDS[rank]}`} lead={question.source_line === null ? undefined : `As printed in the deck, line ${question.source_line}. Its wording in other languages stays and is shown as written for the earlier text.`}
        actions={<ButtonLink kind="danger" href={`${back}/questions/${question.id}/remove`}>Remove…</ButtonLink>} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision: question.revision }}>
        <QuestionFields problem={problem} rank={rank} values={{ ...question, kind: question.kind }} answered={question.answers > 0} />
        <div className="line"><Button kind="primary">Save</Button><ButtonLink href={back}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
