import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { asked } from '#app/domain/questionnaires/questions.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { loadWhole } from '#app/http/questionnaires.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { QuestionList } from '#app/ui/questionnaires/question-list.tsx'
import { QuestionnaireHead } from '#app/ui/questionnaires/questionnaire-head.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.paper.title ?? 'Questionnaire'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const { paper, questions, languages } = await loadWhole(scope, params)
  return { base: inside(scope), paper, questions, languages, canEdit: can(scope.role, 'paper.edit') }
})

/** The questions in order, with everything that can be done to them. */
export default function Questionnaire() {
  const { base, paper, questions, languages, canEdit } = useLoaderData<typeof loader>()
  const at = `${base}/questionnaires/${paper.id}`
  return (
    <>
      <QuestionnaireHead base={base} paper={paper} tab="questions" actions={canEdit ? <><ButtonLink href={`${at}/edit`}>Title and introduction</ButtonLink><ButtonLink kind="primary" href={`${at}/requests`}>Ask organisations</ButtonLink></> : undefined} />
      {paper.intro !== '' && <p className="prelined" lang={paper.language}>{paper.intro}</p>}
      <Section id="questions" title={`${asked(questions).length} questions`} aside={`all of it in ${languages.map(languageName).join(', ')}`}>
        {questions.length > 0 && <QuestionList questions={questions} at={at} lang={paper.language} canEdit={canEdit} />}
        {questions.length === 0 && <Empty title="It asks nothing yet">Begin with a part, or with a question where there are no parts.</Empty>}
        {canEdit && <div className="line acts"><ButtonLink icon="plus" href={`${at}/questions/new?rank=question`}>Add a question at the end</ButtonLink><ButtonLink icon="plus" href={`${at}/questions/new?rank=part`}>Add a part at the end</ButtonLink></div>}
      </Section>
    </>
  )
}
