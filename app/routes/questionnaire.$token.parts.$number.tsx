import { json, redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { fill } from '#app/domain/calendar/texts/texts.ts'
import { ANSWER_MAX, progressOf } from '#app/domain/questionnaires/answers.ts'
import { partsOf } from '#app/domain/questionnaires/questions.ts'
import { pageLanguageFor, pageTexts } from '#app/domain/questionnaires/texts/texts.ts'
import { refuse } from '#app/http/answers.server.ts'
import { open } from '#app/http/enter.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { closedFor, enterAsRespondent, faceOf, loadAnswerPage, refuseRespondent, tonguesFor } from '#app/http/respondent.server.ts'
import type { Request as Held } from '#app/http/respondent.server.ts'
import { guestNow } from '#app/operations/guests.server.ts'
import { SaveAnswersInput } from '#app/operations/questionnaire-answers.input.ts'
import { saveAnswers } from '#app/operations/questionnaire-answers.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { AnswerHead, AnswerLone, AnswerRefused, ClosedNotes } from '#app/ui/questionnaires/answer-lone.tsx'
import { AnswerPart, PartWays } from '#app/ui/questionnaires/answer-part.tsx'
import type { Typed } from '#app/ui/questionnaires/answer-part.tsx'
import { answerFrame, answerHref, answerLanguage, answerTexts } from '#app/ui/questionnaires/frame.ts'

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [{ title: `${data?.part.title || data?.face.title || answerTexts(data, error).page.questions} · Caravan` }, { name: 'robots', content: 'noindex' }]
export const handle: PageHandle = { script: false, answers: true, lang: answerLanguage }

export const loader = open(async (entered) => {
  const { held, token, language } = await enterAsRespondent(entered)
  const { questions, wordings, answers, asides, files } = await loadAnswerPage(entered.app, held)
  const parts = partsOf(questions)
  const number = Number(entered.params['number'])
  const part = parts[number - 1]
  if (!part) throw refuseRespondent('noLink', language)
  const closed = closedFor(held)
  if (closed) throw redirect(answerHref(answerFrame(token, entered.url.searchParams, language, [])))
  return {
    frame: answerFrame(token, entered.url.searchParams, language, tonguesFor(held, questions, wordings)), face: faceOf(held), now: guestNow(held, entered.context.nowMs), part, number, of: parts.length,
    wordings, answers, asides, files, progress: progressOf(questions, answers, new Set(files.map((file) => file.question_id))),
  }
})

export const action = open(async (entered) => {
  const { held, token, language } = await enterAsRespondent(entered)
  const texts = pageTexts(pageLanguageFor(language))
  const form = await readForm(entered.request, SaveAnswersInput)
  if (!form.ok) throw refuse('bad-request', { title: texts.refused.broken.title, next: texts.refused.broken.words, language: pageLanguageFor(language) })
  const outcome = await saveAnswers(entered.app.database, held.id, form.value.answers, entered.context.nowMs)
  const frame = answerFrame(token, entered.url.searchParams, language, [])
  if (!outcome.done) return redirect(answerHref(frame), 303)
  const tooLong = form.value.tooLong.map((id): [string, string] => [id, fill(texts.refused.tooMuch, { max: ANSWER_MAX })])
  const wrong = Object.fromEntries([...outcome.wrong.map((one): [string, string] => [one.questionId, texts.page.wrong[one.wrong]]), ...tooLong])
  if (Object.keys(wrong).length > 0 || outcome.aside.length > 0) return json({ wrong, aside: outcome.aside, typed: typedOf(form.typed, form.value.tooLong) }, { status: outcome.aside.length > 0 ? 409 : 422 })
  return redirect(answerHref(frame, nextOf(entered, form.value.next, held, outcome.saved.length)), 303)
})

function nextOf({ params }: Entered, next: string, held: Held, saved: number): string {
  const number = Number(params['number'])
  const question = /^file:([a-z0-9-]{1,64})$/.exec(next)?.[1]
  if (question !== undefined) return `/files/${question}`
  if (next === 'next') return `/parts/${number + 1}`
  return next === 'check' ? '/check' : `/parts/${number}?${saved > 0 || held.saved_ms !== null ? 'saved' : 'none'}=1`
}

function typedOf(fields: Record<string, unknown>, ids: readonly string[]): Typed {
  const text = (name: string): string => String(fields[name] ?? '')
  return Object.fromEntries(ids.map((id) => [id, { value: text(`a-${id}`), seen: Number(text(`r-${id}`)) || 0, shown: text(`s-${id}`) }]))
}

/** The questions of one part. */
export default function PartPage() {
  const data = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>() as { wrong: Record<string, string>; aside: string[]; typed: Typed } | undefined
  const { frame, face, number, progress } = data
  const { page } = pageTexts(frame.language)
  const wrong = problem?.wrong ?? {}
  return (
    <AnswerLone frame={frame} rest={`/parts/${number}`}>
      <AnswerHead face={face} frame={frame} wordings={data.wordings} now={data.now} small />
      <ClosedNotes closed={undefined} face={face} frame={frame} />
      {Object.keys(wrong).length > 0 && <Note kind="warning" role="alert" title={page.notSaved}>{data.part.questions.filter(({ id }) => wrong[id] !== undefined).map((question) => <a key={question.id} className="under" href={`#a-${question.id}`}>{question.number || question.title.slice(0, 60)}: {wrong[question.id]}</a>)}</Note>}
      {problem && problem.aside.length > 0 && <Note kind="warning" role="alert" title={page.asideTitle}>{data.part.questions.filter(({ id }) => problem.aside.includes(id)).map((question) => <a key={question.id} className="under" href={`#q-${question.id}`}>{question.number || question.title.slice(0, 60)}</a>)}</Note>}
      <p className="soft small">{fill(page.progress, { answered: progress.answered, of: progress.of })}</p>
      <AnswerPart {...data} wrong={wrong} typed={problem?.typed ?? {}} />
      <PartWays frame={frame} number={number} />
    </AnswerLone>
  )
}

export function ErrorBoundary() {
  return <AnswerRefused error={useRouteError()} />
}
