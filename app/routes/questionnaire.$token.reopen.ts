import { redirect } from '@remix-run/node'
import { refuse } from '#app/http/answers.server.ts'
import { open } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { enterAsRespondent } from '#app/http/respondent.server.ts'
import { AskReopenInput } from '#app/operations/questionnaire-answers.input.ts'
import { askReopen } from '#app/operations/questionnaire-answers.server.ts'
import { answerFrame, answerHref } from '#app/ui/questionnaires/frame.ts'

export const action = open(async (entered) => {
  const { held, token, language } = await enterAsRespondent(entered)
  const form = await readForm(entered.request, AskReopenInput)
  if (!form.ok) throw refuse('bad-request')
  await askReopen(entered.app.database, held.id, form.value, entered.context.nowMs)
  return redirect(answerHref(answerFrame(token, entered.url.searchParams, language, [])), 303)
})
