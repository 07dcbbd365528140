import { formatMinute, formatOffset, offsetOf, wallOf } from '#app/domain/time.ts'
import { open } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { enterAsRespondent } from '#app/http/respondent.server.ts'
import { tell } from '#app/http/told.server.ts'
import { SaveAnswersInput } from '#app/operations/questionnaire-answers.input.ts'
import { saveAnswers } from '#app/operations/questionnaire-answers.server.ts'

/** For the script of the page: saves what is typed and tells what stands now, so that the next text is measured by it. */
export const action = open(async (entered) => {
  const { held } = await enterAsRespondent(entered)
  const form = await readForm(entered.request, SaveAnswersInput)
  if (!form.ok) return tell(400, {})
  const outcome = await saveAnswers(entered.app.database, held.id, form.value.answers, entered.context.nowMs)
  if (!outcome.done) return tell(409, { closed: true })
  const zone = held.deadline_zone
  return tell(200, {
    time: `${formatMinute(wallOf(outcome.atMs, zone).minute)} ${formatOffset(offsetOf(outcome.atMs, zone))}`, aside: outcome.aside.length > 0,
    answers: outcome.measures.map(({ questionId, revision, shown }) => ({ id: questionId, revision, shown })),
  })
})
