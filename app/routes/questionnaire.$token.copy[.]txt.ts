import { fill } from '#app/domain/calendar/texts/texts.ts'
import { copyText } from '#app/domain/questionnaires/copy.ts'
import { momentIn, pageLanguageFor, pageTexts } from '#app/domain/questionnaires/texts/texts.ts'
import { open } from '#app/http/enter.server.ts'
import { enterAsRespondent, loadAnswerPage } from '#app/http/respondent.server.ts'

/** What the organisation answered, to keep. */
export const loader = open(async (entered) => {
  const { held, language } = await enterAsRespondent(entered)
  const { questions, wordings, answers, files } = await loadAnswerPage(entered.app, held)
  const texts = pageTexts(pageLanguageFor(language))
  const at = held.returned_ms ?? held.saved_ms
  const when = at === null ? '' : fill(held.returned_ms === null ? texts.page.saved : texts.page.returned, { moment: momentIn(texts, at, held.deadline_zone, held.deadline_city) })
  const text = copyText({ paper: { id: held.document_id, title: held.title, language: held.own_language }, organisation: held.organisation, when, questions, wordings, answers, files, language, texts })
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Disposition': 'attachment; filename="answers.txt"' } })
})
