import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import { can } from '#app/domain/people/access.ts'
import { coverageOf } from '#app/domain/questionnaires/questions.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { wordIn } from '#app/http/query.server.ts'
import { loadWhole } from '#app/http/questionnaires.server.ts'
import { WordingInput } from '#app/operations/questionnaires.input.ts'
import { wordQuestionnaire } from '#app/operations/questionnaires.server.ts'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { QuestionnaireHead } from '#app/ui/questionnaires/questionnaire-head.tsx'
import { LanguageChips, WordingForm } from '#app/ui/questionnaires/wording-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Languages of ${data?.paper.title ?? 'a questionnaire'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const { paper, questions, wordings } = await loadWhole(scope, params)
  const others = LANGUAGES.filter((language) => language !== paper.language)
  const language = wordIn(url, 'language', others) ?? others.find((code) => wordings.some((wording) => wording.language === code)) ?? others[0] ?? 'en'
  return { base: inside(scope), paper, questions, language, coverages: others.map((code) => coverageOf(paper, questions, code, wordings)), wordings: wordings.filter((wording) => wording.language === language), canEdit: can(scope.role, 'paper.edit') }
})

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, WordingInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await wordQuestionnaire(scope, params.questionnaire ?? '', form.value)
  const back = inside(scope, `/questionnaires/${params.questionnaire}/wording?language=${form.value.language}`)
  if (outcome.done) return goTo(back, outcome.actId)
  if (outcome.because === 'nothing') return goTo(back)
  if (outcome.because === 'own') return problemWith(form.typed, {}, 'This is the language of the original: change the questions themselves.')
  throw refuse(outcome.because)
})

/** The texts of one language beside their originals. */
export default function Wording() {
  const { base, paper, language, coverages, canEdit, questions, wordings } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const coverage = coverages.find((one) => one.language === language)
  return (
    <>
      <QuestionnaireHead base={base} paper={paper} tab="wording" />
      <p className="soft">An organisation is asked in a language once all of it is worded there; a text that is missing is shown in {languageName(paper.language)}, the original, and says so. Nothing is translated by itself.</p>
      <LanguageChips at={`${base}/questionnaires/${paper.id}/wording`} language={language} coverages={coverages} />
      <ErrorSummary problem={problem} />
      {coverage && <WordingForm key={language} paper={paper} questions={questions} coverage={coverage} wordings={wordings} canEdit={canEdit} problem={problem} />}
    </>
  )
}
