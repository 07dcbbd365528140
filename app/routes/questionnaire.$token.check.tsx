import { redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteError } from '@remix-run/react'
import { fill } from '#app/domain/calendar/texts/texts.ts'
import { answerWords, progressOf } from '#app/domain/questionnaires/answers.ts'
import { partsOf, rankOf, worded, wordedChoices } from '#app/domain/questionnaires/questions.ts'
import { pageTexts } from '#app/domain/questionnaires/texts/texts.ts'
import { open } from '#app/http/enter.server.ts'
import { closedFor, enterAsRespondent, faceOf, loadAnswerPage, tonguesFor } from '#app/http/respondent.server.ts'
import { guestNow } from '#app/operations/guests.server.ts'
import { handIn } from '#app/operations/questionnaire-answers.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { QuestionTitle } from '#app/ui/questionnaires/answer-field.tsx'
import { AnswerHead, AnswerLone, AnswerRefused, ClosedNotes } from '#app/ui/questionnaires/answer-lone.tsx'
import { FileRow } from '#app/ui/questionnaires/answer-part.tsx'
import { answerFrame, answerHref, answerLanguage, answerTexts } from '#app/ui/questionnaires/frame.ts'

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [{ title: `${answerTexts(data, error).page.check} · Caravan` }, { name: 'robots', content: 'noindex' }]
export const handle: PageHandle = { script: false, lang: answerLanguage }

export const loader = open(async (entered) => {
  const { held, token, language } = await enterAsRespondent(entered)
  const { questions, wordings, answers, files } = await loadAnswerPage(entered.app, held)
  return {
    frame: answerFrame(token, entered.url.searchParams, language, tonguesFor(held, questions, wordings)), face: faceOf(held), now: guestNow(held, entered.context.nowMs), closed: closedFor(held), parts: partsOf(questions), wordings, answers, files,
    progress: progressOf(questions, answers, new Set(files.map((file) => file.question_id))),
  }
})

export const action = open(async (entered) => {
  const { held, token, language } = await enterAsRespondent(entered)
  await handIn(entered.app.database, held.id, entered.context.nowMs)
  return redirect(answerHref(answerFrame(token, entered.url.searchParams, language, [])), 303)
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

/** Every answer as it stands, and the button that hands all of it in. */
export default function Check() {
  const data = useLoaderData<typeof loader>()
  const { frame, face, closed, parts, progress } = data
  const { page } = pageTexts(frame.language)
  const open = progress.of - progress.answered
  return (
    <AnswerLone frame={frame} rest="/check">
      <AnswerHead face={face} frame={frame} wordings={data.wordings} now={data.now} small />
      <h1>{closed === undefined ? page.check : page.questions}</h1>
      <ClosedNotes closed={closed} face={face} frame={frame} />
      {closed === undefined && <p className="soft">{page.checkLead} {fill(page.progress, { answered: progress.answered, of: progress.of })}.</p>}
      {parts.map((part, at) => {
        const title = part.id === null ? undefined : worded({ id: part.id, title: part.title }, face.own, frame.asked, data.wordings)
        return (
          <section key={part.id ?? 'first'} aria-label={title?.text ?? page.questions}>
            {title && <h2 lang={title.language}>{part.number} {title.text}</h2>}
            {part.questions.map((question) => <Answered key={question.id} data={data} question={question} part={at + 1} />)}
          </section>
        )
      })}
      {closed === undefined && (
        <div className="guest-acts">
          {open > 0 && <p>{fill(page.openAnswers, { n: open })}</p>}
          <Form action={answerHref(frame, '/check')} className="stack tight"><Button kind="primary" wide>{page.handIn}</Button></Form>
          <p className="soft small">{page.handInWhy}</p>
        </div>
      )}
      {closed !== 'withdrawn' && <div className="guest-acts"><ButtonLink wide icon="download" href={answerHref(frame, '/copy.txt')}>{page.copy}</ButtonLink></div>}
      <p><a href={answerHref(frame)}>{page.back}</a></p>
    </AnswerLone>
  )
}

function Answered({ data, question, part }: { data: Data; question: Data['parts'][number]['questions'][number]; part: number }) {
  const { frame, face, closed, answers, files, wordings } = data
  const texts = pageTexts(frame.language)
  const { page } = texts
  const value = answers.find(({ questionId }) => questionId === question.id)?.value ?? ''
  const words = answerWords(question, value, { choices: wordedChoices(question, frame.asked, wordings), yes: page.yes, no: page.no })
  const own = files.filter((file) => file.question_id === question.id)
  return (
    <div className="asked stack tight" data-rank={rankOf(question)}>
      <p className="question"><QuestionTitle question={question} own={face.own} asked={frame.asked} wordings={wordings} texts={texts} /></p>
      {words === '' ? (own.length === 0 && <p className="soft">{page.empty}</p>) : <p className="answer">{words}</p>}
      {own.length > 0 && <ul className="files">{own.map((file) => <FileRow key={file.id} file={file} frame={frame} face={face} texts={texts} question={question.id} readOnly />)}</ul>}
      {closed === undefined && <p className="small"><a href={answerHref(frame, `/parts/${part}#q-${question.id}`)}>{page.change}<span className="vh"> {question.number}</span></a></p>}
    </div>
  )
}

export function ErrorBoundary() {
  return <AnswerRefused error={useRouteError()} />
}
