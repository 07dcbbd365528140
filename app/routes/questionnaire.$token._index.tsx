import { redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteError } from '@remix-run/react'
import { fill } from '#app/domain/calendar/texts/texts.ts'
import { firstOpenPart, progressOf } from '#app/domain/questionnaires/answers.ts'
import { partsOf, worded, wordingOf } from '#app/domain/questionnaires/questions.ts'
import { WORD_MAX } from '#app/domain/questionnaires/requests.ts'
import { pageTexts } from '#app/domain/questionnaires/texts/texts.ts'
import { open } from '#app/http/enter.server.ts'
import { closedFor, enterAsRespondent, faceOf, loadAnswerPage, tonguesFor } from '#app/http/respondent.server.ts'
import { guestNow } from '#app/operations/guests.server.ts'
import { beginAnswering } from '#app/operations/questionnaire-answers.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { AnswerHead, AnswerLone, AnswerRefused, ClosedNotes } from '#app/ui/questionnaires/answer-lone.tsx'
import { answerFrame, answerHref, answerLanguage, answerTexts, momentOf } from '#app/ui/questionnaires/frame.ts'

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [{ title: `${data?.face.title ?? answerTexts(data, error).page.questions} · Caravan` }, { name: 'robots', content: 'noindex' }]
export const handle: PageHandle = { script: false, lang: answerLanguage }

/** Shows and changes nothing: mail scanners press links. */
export const loader = open(async (entered) => {
  const { held, token, language } = await enterAsRespondent(entered)
  const { questions, wordings, answers, files } = await loadAnswerPage(entered.app, held)
  const filed = new Set(files.map((file) => file.question_id))
  return {
    frame: answerFrame(token, entered.url.searchParams, language, tonguesFor(held, questions, wordings)), face: faceOf(held), now: guestNow(held, entered.context.nowMs), closed: closedFor(held), wordings,
    intro: wordingOf(wordings, held.document_id, language)?.body || held.intro, introIn: wordingOf(wordings, held.document_id, language)?.body ? language : held.own_language,
    progress: progressOf(questions, answers, filed), first: firstOpenPart(questions, answers, filed), parts: partsOf(questions).map(({ id, number, title, questions: inside }) => ({ id, number, title, progress: progressOf(inside, answers, filed) })),
  }
})

/** That somebody begins; then the first part that is open. */
export const action = open(async (entered) => {
  const { held, token, language } = await enterAsRespondent(entered)
  const { questions, answers, files } = await loadAnswerPage(entered.app, held)
  await beginAnswering(entered.app.database, held.id, entered.context.nowMs)
  const part = firstOpenPart(questions, answers, new Set(files.map((file) => file.question_id)))
  return redirect(answerHref(answerFrame(token, entered.url.searchParams, language, []), `/parts/${part}`), 303)
})

/** Where a questionnaire stands: its parts, how much is answered, and the way on. */
export default function Overview() {
  const { frame, face, now, closed, wordings, intro, introIn, progress, parts } = useLoaderData<typeof loader>()
  const texts = pageTexts(frame.language)
  const { page } = texts
  return (
    <AnswerLone frame={frame}>
      <AnswerHead face={face} frame={frame} wordings={wordings} now={now} />
      <ClosedNotes closed={closed} face={face} frame={frame} />
      {intro !== '' && <p className="prelined" lang={introIn}>{intro}</p>}
      <p><b>{fill(page.progress, { answered: progress.answered, of: progress.of })}</b>{face.savedMs !== null && <> · {fill(page.saved, { moment: momentOf(texts, face.savedMs, face) })}</>}</p>
      {closed === undefined && (
        <div className="guest-acts">
          <Form action={answerHref(frame, '?index')} className="stack tight"><Button kind="primary" wide>{progress.answered === 0 ? page.begin : page.goOn}</Button></Form>
          {progress.answered > 0 && <ButtonLink wide href={answerHref(frame, '/check')}>{page.check}</ButtonLink>}
        </div>
      )}
      {parts.length > 1 && (
        <nav aria-label={page.contents}>
          <ol className="done-parts">{parts.map((part, at) => {
            const title = part.id === null ? { text: page.questions, language: frame.language } : worded({ id: part.id, title: part.title }, face.own, frame.asked, wordings)
            const words = <><span lang={title.language}>{part.number} {title.text}</span></>
            return <li key={part.id ?? 'first'}>{closed === undefined ? <a href={answerHref(frame, `/parts/${at + 1}`)}>{words}</a> : words}<span className="small soft">{part.progress.answered} / {part.progress.of}</span></li>
          })}</ol>
        </nav>
      )}
      {closed === undefined && <p className="soft small">{page.how}</p>}
      {closed !== undefined && closed !== 'withdrawn' && <div className="guest-acts"><ButtonLink wide href={answerHref(frame, '/check')}>{page.questions}</ButtonLink><ButtonLink wide icon="download" href={answerHref(frame, '/copy.txt')}>{page.copy}</ButtonLink></div>}
      {closed === 'returned' && <AskAgain />}
    </AnswerLone>
  )
}

function AskAgain() {
  const { frame, face } = useLoaderData<typeof loader>()
  const texts = pageTexts(frame.language)
  const { page } = texts
  if (face.reopenAskedMs !== null) return <Note kind="info" role="status" title={fill(page.reopenAsked, { moment: momentOf(texts, face.reopenAskedMs, face) })} />
  return (
    <section className="sec" aria-labelledby="again">
      <h2 id="again">{page.reopen}</h2>
      <Form action={answerHref(frame, '/reopen')}>
        <TextField name="word" label={page.reopenWord} optional={page.optional} maxLength={WORD_MAX} hint={page.reopenWhy} autoComplete="off" />
        <Button>{page.reopenSend}</Button>
      </Form>
    </section>
  )
}

export function ErrorBoundary() {
  return <AnswerRefused error={useRouteError()} />
}
