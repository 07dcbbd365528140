import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asked } from '#app/domain/questionnaires/questions.ts'
import { pageTexts } from '#app/domain/questionnaires/texts/texts.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { loadRequest, loadWhole } from '#app/http/questionnaires.server.ts'
import { SaveAnswersInput } from '#app/operations/questionnaire-answers.input.ts'
import { enterAnswers } from '#app/operations/questionnaire-answers.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { AnswerField } from '#app/ui/questionnaires/answer-field.tsx'
import { listAnswers } from '#db/reply-answers.server.ts'

export const meta: MetaFunction = () => [{ title: 'Answers from paper · Caravan' }]

export const loader = inMission('answer.record', async (scope, { params }) => {
  const [request, { paper, questions, wordings }] = await Promise.all([loadRequest(scope, params), loadWhole(scope, params)])
  return { base: inside(scope), request, paper: { language: paper.language }, questions, wordings, answers: await listAnswers(scope.database.read, request.id) }
})

export const action = inMission('answer.record', async (scope, { request, params }) => {
  const found = await loadRequest(scope, params)
  const form = await readForm(request, SaveAnswersInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await enterAnswers(scope, found.id, form.value.answers, form.value.next === 'returned')
  if (outcome.done) return goTo(inside(scope, `/questionnaires/${found.document_id}/requests/${found.id}`), outcome.actId)
  throw outcome.because === 'withdrawn' ? refuse('stale', { title: 'This questionnaire was withdrawn.', next: 'Open it again on its page before you enter answers.' }) : refuse(outcome.because)
})

/** What an organisation answered on paper, typed by one of the team in the language that it was written in. */
export default function PaperAnswers() {
  const { base, request, paper, questions, wordings, answers } = useLoaderData<typeof loader>()
  const back = `${base}/questionnaires/${request.document_id}/requests/${request.id}`
  return (
    <>
      <PageHead eyebrow={<a href={back}>{request.organisation}</a>} title="Answers from paper" lead="Type the words as they are written, in their language. They are marked as entered by you." />
      {Number(request.answers) > 0 && <Note kind="info" title="Some answers are here already">What you change is saved over them; what somebody saves meanwhile is kept beside yours.</Note>}
      <form id="paper" method="post" />
      {questions.map((question) => question.kind === 'part'
        ? <h2 key={question.id} lang={paper.language}>{question.number} {question.title}</h2>
        : <div key={question.id} className="asked stack tight"><AnswerField question={question} own={paper.language} asked={paper.language} wordings={wordings} texts={pageTexts('en')} standing={answers.find(({ questionId }) => questionId === question.id)} form="paper" /></div>)}
      {asked(questions).length === 0 && <p className="soft">It asks nothing yet.</p>}
      <div className="line acts"><Button form="paper" kind="primary" name="next" value="returned">Save as returned</Button><Button form="paper" name="next" value="stay">Save, more to come</Button><ButtonLink href={back}>Not now</ButtonLink></div>
    </>
  )
}
