import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LEVELS, MOST_QUESTIONS, numberBefore } from '#app/domain/questionnaires/questions.ts'
import type { Rank } from '#app/domain/questionnaires/questions.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { idIn, wordIn } from '#app/http/query.server.ts'
import { loadWhole } from '#app/http/questionnaires.server.ts'
import { AddQuestionInput } from '#app/operations/questionnaires.input.ts'
import { addQuestion } from '#app/operations/questionnaires.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { QuestionFields } from '#app/ui/questionnaires/question-fields.tsx'
import { RANK_WORDS } from '#app/ui/questionnaires/words.ts'

export const meta: MetaFunction = () => [{ title: 'Add a question · Caravan' }]

export const loader = inMission('paper.edit', async (scope, { params, url }) => {
  const { paper, questions } = await loadWhole(scope, params)
  const after = questions.find(({ id }) => id === idIn(url, 'after'))
  const rank = wordIn(url, 'rank', Object.keys(LEVELS) as Rank[]) ?? 'question'
  return { base: inside(scope), paper: { id: paper.id, title: paper.title, language: paper.language }, rank: rank === 'sub-question' && !after ? 'question' as const : rank, after: after && { id: after.id, title: `${numberBefore(after.number, after.title)} ${after.title}`.trim() } }
})

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, AddQuestionInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await addQuestion(scope, params.questionnaire ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/questionnaires/${params.questionnaire}#q-${outcome.questionId}`), outcome.actId)
  if (outcome.because === 'full') return problemWith(form.typed, { title: `A questionnaire has at most ${MOST_QUESTIONS} parts and questions: begin another one` })
  throw refuse(outcome.because)
})

/** A part, a question, or a question within a question. */
export default function NewQuestion() {
  const { base, paper, rank, after } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const back = `${base}/questionnaires/${paper.id}`
  return (
    <>
      <PageHead eyebrow={<a href={back} lang={paper.language}>{paper.title}</a>} title={`Add a ${RANK_WORDS[rank]}`} lead={after && <>To: <span lang={paper.language}>{after.title}</span></>} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ rank, after: after?.id }} data-keep={`question ${rank} ${after?.id ?? ''}`}>
        <QuestionFields problem={problem} rank={rank} />
        <div className="line"><Button kind="primary">Add the {RANK_WORDS[rank]}</Button><ButtonLink href={back}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
