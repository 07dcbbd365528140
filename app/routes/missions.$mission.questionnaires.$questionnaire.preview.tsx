import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { partsOf } from '#app/domain/questionnaires/questions.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { numberIn, wordIn } from '#app/http/query.server.ts'
import { loadWhole } from '#app/http/questionnaires.server.ts'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { AnswerPart } from '#app/ui/questionnaires/answer-part.tsx'
import { answerFrame } from '#app/ui/questionnaires/frame.ts'
import { QuestionnaireHead } from '#app/ui/questionnaires/questionnaire-head.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Preview of ${data?.paper.title ?? 'a questionnaire'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const { paper, questions, wordings, languages } = await loadWhole(scope, params)
  const shown = [...new Set([...languages, ...wordings.map(({ language }) => language)])]
  const language = wordIn(url, 'language', shown) ?? paper.language
  const parts = partsOf(questions)
  const number = Math.min(numberIn(url, 'part') ?? 1, Math.max(parts.length, 1))
  const face = {
    organisation: '', mission: scope.mission.title, title: paper.title, intro: paper.intro, own: paper.language, documentId: paper.id, state: 'sent', deadlineMs: scope.missionNowMs, zone: 'UTC', city: 'UTC', savedMs: null, openedMs: null, returnedMs: null,
    late: false, reopenedMs: null, reopenAskedMs: null, enteredBy: '', sample: false,
  }
  return { base: inside(scope), paper, language, shown, face, wordings, frame: answerFrame('', url.searchParams, language, []), part: parts[number - 1], number, of: parts.length }
})

/** One part as an organisation sees it, in each language; nothing can be sent from here. */
export default function Preview() {
  const { base, paper, language, shown, face, wordings, frame, part, number, of } = useLoaderData<typeof loader>()
  const at = `${base}/questionnaires/${paper.id}/preview`
  return (
    <>
      <QuestionnaireHead base={base} paper={paper} tab="preview" />
      <Chips label="Languages">{shown.map((code) => <ChipLink key={code} href={`${at}?language=${code}&part=${number}`} current={code === language}>{languageName(code)}</ChipLink>)}</Chips>
      {of > 1 && <Chips label="Parts">{Array.from({ length: of }, (_, i) => <ChipLink key={i} href={`${at}?language=${language}&part=${i + 1}`} current={i + 1 === number}>Part {i + 1}</ChipLink>)}</Chips>}
      {part ? <div className="preview stack" lang={frame.language}><AnswerPart part={part} number={number} of={of} face={face} frame={frame} wordings={wordings} answers={[]} asides={[]} files={[]} heading={2} preview /></div> : <Empty title="It asks nothing yet">Add a question first.</Empty>}
    </>
  )
}
