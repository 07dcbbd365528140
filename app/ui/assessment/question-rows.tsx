import { groupPeople } from '#app/domain/assessment/sources.ts'
import type { SourceGroup } from '#app/domain/assessment/sources.ts'
import { count } from '#app/domain/text.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'

/** `evidence`: sentences that stand in its cell by now. */
type Question = { id: string; group: SourceGroup; body: string; by: string; revision: number; evidence: number }

/** Questions that a meeting took over, each to be worded anew or taken out. */
export function QuestionRows({ at, questions, canEdit }: { at: string; questions: readonly Question[]; canEdit: boolean }) {
  return (
    <div className="asks"><List label="Questions taken over from gaps">
      {questions.map((question) => (
        <ListRow key={question.id} under={<>asked of {groupPeople(question.group)}{question.by !== '' && ` · ${question.by}`}{question.evidence > 0 && ` · ${count(question.evidence, 'sentence', 'sentences')} by now`}</>}
          mark={canEdit ? <div className="line acts">
            <ButtonLink tight icon="edit" href={`${at}/questions/${question.id}`}>Reword<span className="vh"> “{question.body}”</span></ButtonLink>
            <ActionButton tight icon="trash" action={`${at}/questions/remove`} hidden={{ question: question.id, revision: question.revision }}>Take out<span className="vh"> “{question.body}”</span></ActionButton>
          </div> : undefined}>{question.body}</ListRow>
      ))}
    </List></div>
  )
}
