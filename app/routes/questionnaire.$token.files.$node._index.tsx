import { json, redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { fill } from '#app/domain/calendar/texts/texts.ts'
import { LARGEST_REPLY_FILE } from '#app/domain/questionnaires/answers.ts'
import { partsOf } from '#app/domain/questionnaires/questions.ts'
import { pageLanguageFor, pageTexts } from '#app/domain/questionnaires/texts/texts.ts'
import { formatSize } from '#app/domain/text.ts'
import { attachedFrom } from '#app/files/attached.ts'
import { open } from '#app/http/enter.server.ts'
import { closedFor, enterAsRespondent, faceOf, loadAnswerPage, refuseRespondent, tonguesFor } from '#app/http/respondent.server.ts'
import { readUpload } from '#app/http/upload.server.ts'
import { guestNow } from '#app/operations/guests.server.ts'
import { addReplyFile } from '#app/operations/questionnaire-answers.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { QuestionTitle } from '#app/ui/questionnaires/answer-field.tsx'
import { AnswerHead, AnswerLone, AnswerRefused } from '#app/ui/questionnaires/answer-lone.tsx'
import { FileRow } from '#app/ui/questionnaires/answer-part.tsx'
import { answerFrame, answerHref, answerLanguage, answerTexts } from '#app/ui/questionnaires/frame.ts'

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [{ title: `${answerTexts(data, error).page.fileTitle} · Caravan` }, { name: 'robots', content: 'noindex' }]
export const handle: PageHandle = { script: false, lang: answerLanguage }

export const loader = open(async (entered) => {
  const { held, token, language } = await enterAsRespondent(entered)
  const { questions, wordings, files } = await loadAnswerPage(entered.app, held)
  const part = partsOf(questions).findIndex((one) => one.questions.some(({ id }) => id === entered.params['node'])) + 1
  const question = questions.find(({ id }) => id === entered.params['node'])
  if (!question || part === 0) throw refuseRespondent('noLink', language)
  if (closedFor(held)) throw redirect(answerHref(answerFrame(token, entered.url.searchParams, language, [])))
  return { frame: answerFrame(token, entered.url.searchParams, language, tonguesFor(held, questions, wordings)), face: faceOf(held), now: guestNow(held, entered.context.nowMs), question, part, wordings, files: files.filter((file) => file.question_id === question.id) }
})

/** The answers were saved before this page was reached, so a file that breaks off takes nothing along. */
export const action = open(async (entered) => {
  const { held, token, language } = await enterAsRespondent(entered)
  const { files } = pageTexts(pageLanguageFor(language))
  const wrong = (file: string, status = 422) => json({ problem: { values: {}, errors: { file } } }, { status })
  const large = fill(files.large, { size: formatSize(LARGEST_REPLY_FILE) })
  const upload = await readUpload(entered, 'file', { bytes: LARGEST_REPLY_FILE, sentence: large })
  if (!upload.ok) return wrong(upload.status === 413 ? large : files.several, upload.status)
  if (!upload.file) return wrong(files.missing)
  const kept = attachedFrom(upload.file.bytes)
  if (!kept.ok) return wrong(files.unreadable)
  const node = entered.params['node'] ?? ''
  const outcome = await addReplyFile(entered.app.database, held.id, node, { name: upload.file.name, kind: kept.kind, bytes: kept.bytes }, entered.context.nowMs)
  const frame = answerFrame(token, entered.url.searchParams, language, [])
  if (outcome.done) return redirect(answerHref(frame, `/files/${node}#file-${outcome.id}`), 303)
  if (outcome.because === 'full') return wrong(files.full)
  if (outcome.because === 'gone') throw refuseRespondent('noLink', language)
  return redirect(answerHref(frame), 303)
})

/** The files of one question, and the form that sends another. */
export default function FilesOfQuestion() {
  const { frame, face, now, question, part, wordings, files } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const texts = pageTexts(frame.language)
  const { page } = texts
  return (
    <AnswerLone frame={frame} rest={`/files/${question.id}`}>
      <AnswerHead face={face} frame={frame} wordings={wordings} now={now} small />
      <h1>{page.fileTitle}</h1>
      <p className="answer"><QuestionTitle question={question} own={face.own} asked={frame.asked} wordings={wordings} texts={texts} /></p>
      <div className="asked">{files.length === 0 ? <p className="soft">{page.noFiles}</p> : <ul className="files" aria-label={page.files}>{files.map((file) => <FileRow key={file.id} file={file} frame={frame} face={face} texts={texts} question={question.id} />)}</ul>}</div>
      <Form action={answerHref(frame, `/files/${question.id}?index`)} encType="multipart/form-data">
        <TextField type="file" name="file" label={page.file} problem={problem} hint={fill(page.fileHint, { size: formatSize(LARGEST_REPLY_FILE) })} required />
        <Button kind="primary" wide>{page.send}</Button>
      </Form>
      <p className="soft small">{page.interrupted} {page.another}</p>
      <p><a href={answerHref(frame, `/parts/${part}#q-${question.id}`)}>{page.backToQuestion}</a></p>
    </AnswerLone>
  )
}

export function ErrorBoundary() {
  return <AnswerRefused error={useRouteError()} />
}
