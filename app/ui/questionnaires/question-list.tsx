import { choicesIn, numberBefore, rankOf } from '#app/domain/questionnaires/questions.ts'
import type { Question } from '#app/domain/questionnaires/questions.ts'
import { count } from '#app/domain/text.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { ANSWERED_WITH } from '#app/ui/questionnaires/words.ts'

type Row = Question & { revision: number; answers: number; source_line: number | null }
type QuestionListProps = { questions: readonly Row[]; at: string; lang: string; canEdit: boolean }

/** Parts, questions and sub-questions in order, each with how it is answered and what can be done with it. */
export function QuestionList(props: QuestionListProps) {
  return <ol className="questions" aria-label="Questions in order">{props.questions.map((question) => <Entry key={question.id} question={question} {...props} />)}</ol>
}

function Entry({ question, at, lang, canEdit }: QuestionListProps & { question: Row }) {
  const rank = rankOf(question)
  const here = `${at}/questions/${question.id}`
  const name = `${numberBefore(question.number, question.title)} ${question.title}`.trim().slice(0, 60)
  return (
    <li id={`q-${question.id}`} data-rank={rank}>
      <div>
        <p className={rank === 'part' ? 'part' : undefined} lang={lang}>{numberBefore(question.number, question.title) !== '' && <b className="no">{question.number}</b>} {question.title}</p>
        {question.kind === 'choice' && <p className="small soft" lang={lang}>{choicesIn(question.choices).join(' · ')}</p>}
        <p className="small soft">
          {ANSWERED_WITH[question.kind]}
          {question.unit !== '' && `, in ${question.unit}`}{question.answers > 0 && ` · ${count(question.answers, 'answer', 'answers')}`}{question.source_line !== null && ` · deck, line ${question.source_line}`}
        </p>
      </div>
      {canEdit && (
        <div className="line acts">
          {rank !== 'sub-question' && <ButtonLink tight kind="quiet" href={`${at}/questions/new?rank=${rank === 'part' ? 'question' : 'sub-question'}&after=${question.id}`}>{rank === 'part' ? 'Add a question' : 'Add a sub-question'}<span className="vh"> to {name}</span></ButtonLink>}
          <ButtonLink tight href={here}>Edit<span className="vh"> {name}</span></ButtonLink>
          <ActionButton tight action={`${here}/move`} hidden={{ way: 'up', revision: question.revision }} aria-label={`Move up: ${name}`}>Up</ActionButton>
          <ActionButton tight action={`${here}/move`} hidden={{ way: 'down', revision: question.revision }} aria-label={`Move down: ${name}`}>Down</ActionButton>
        </div>
      )}
    </li>
  )
}
