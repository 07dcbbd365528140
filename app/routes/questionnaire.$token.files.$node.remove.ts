import { redirect } from '@remix-run/node'
import { refuse } from '#app/http/answers.server.ts'
import { open } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { enterAsRespondent, refuseRespondent } from '#app/http/respondent.server.ts'
import { RemoveReplyFileInput } from '#app/operations/questionnaire-answers.input.ts'
import { removeReplyFile } from '#app/operations/questionnaire-answers.server.ts'
import { answerFrame, answerHref } from '#app/ui/questionnaires/frame.ts'

export const action = open(async (entered) => {
  const { held, token, language } = await enterAsRespondent(entered)
  const form = await readForm(entered.request, RemoveReplyFileInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await removeReplyFile(entered.app.database, held.id, form.value.file, entered.context.nowMs)
  if (!outcome.done && outcome.because === 'gone') throw refuseRespondent('noFile', language)
  return redirect(answerHref(answerFrame(token, entered.url.searchParams, language, []), outcome.done ? `/files/${outcome.questionId}` : ''), 303)
})
