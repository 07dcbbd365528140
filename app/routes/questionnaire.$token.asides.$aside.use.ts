import { redirect } from '@remix-run/node'
import { open } from '#app/http/enter.server.ts'
import { enterAsRespondent } from '#app/http/respondent.server.ts'
import { takeAside } from '#app/operations/questionnaire-answers.server.ts'
import { answerFrame, answerHref } from '#app/ui/questionnaires/frame.ts'

export const action = open(async (entered) => {
  const { held, token, language } = await enterAsRespondent(entered)
  const form = await entered.request.formData()
  const outcome = await takeAside(entered.app.database, held.id, entered.params['aside'] ?? '', entered.context.nowMs)
  const part = /^[1-9]\d{0,2}$/.exec(String(form.get('part') ?? ''))?.[0] ?? '1'
  return redirect(answerHref(answerFrame(token, entered.url.searchParams, language, []), outcome.done ? `/parts/${part}#q-${outcome.questionId}` : ''), 303)
})
