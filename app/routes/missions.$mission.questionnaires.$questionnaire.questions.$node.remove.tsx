import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { numberBefore, rankOf, wordingOf } from '#app/domain/questionnaires/questions.ts'
import { count } from '#app/domain/text.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { loadWhole } from '#app/http/questionnaires.server.ts'
import { RemoveQuestionInput } from '#app/operations/questionnaires.input.ts'
import { removeQuestion } from '#app/operations/questionnaires.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { RANK_WORDS } from '#app/ui/questionnaires/words.ts'

export const meta: MetaFunction = () => [{ title: 'Remove a question · Caravan' }]

export const loader = inMission('paper.edit', async (scope, { params }) => {
  const { paper, questions, wordings } = await loadWhole(scope, params)
  const question = questions.find(({ id }) => id === params.node)
  if (!question) throw refuse('gone')
  const languages = new Set(wordings.filter((one) => one === wordingOf([one], question.id, one.language)).map(({ language }) => language)).size
  return { base: inside(scope), paper: { id: paper.id, title: paper.title, language: paper.language }, question, rank: rankOf(question), languages }
})

const ANSWERED = { title: 'This question has been answered.', next: 'Its answers would lose what they answer, so it stays. Go back; you can say it otherwise for those who are asked from now on.' }

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, RemoveQuestionInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await removeQuestion(scope, params.questionnaire ?? '', params.node ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/questionnaires/${params.questionnaire}`), outcome.actId)
  throw outcome.because === 'answered' ? refuse('stale', ANSWERED) : refuse(outcome.because)
})

/** What goes along with a question, before it goes. */
export default function RemoveQuestion() {
  const { base, paper, question, rank, languages } = useLoaderData<typeof loader>()
  const back = `${base}/questionnaires/${paper.id}`
  return (
    <>
      <PageHead eyebrow={<a href={back} lang={paper.language}>{paper.title}</a>} title={`Remove the ${RANK_WORDS[rank]}?`} />
      <blockquote className="spoken" lang={paper.language}><p>{numberBefore(question.number, question.title)} {question.title}</p></blockquote>
      {question.answers > 0 ? (
        <p>It has {count(question.answers, 'answer or file', 'answers and files')}, so it stays: they would lose what they answer.</p>
      ) : (
        <p>{rank === 'part' ? 'Only the heading goes; its questions stay where they are.' : 'Nobody has answered it yet.'}{languages > 0 && ` Its wording in ${count(languages, 'language', 'languages')} goes along.`} You can undo this.</p>
      )}
      <div className="line">
        {question.answers === 0 && <Form hidden={{ revision: question.revision }} className="line"><Button kind="danger">Remove the {RANK_WORDS[rank]}</Button></Form>}
        <ButtonLink href={back}>Keep it</ButtonLink>
      </div>
    </>
  )
}
