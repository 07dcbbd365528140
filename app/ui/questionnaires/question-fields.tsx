import { ANSWER_KINDS, QUESTION_MAX, UNIT_MAX } from '#app/domain/questionnaires/questions.ts'
import type { Rank } from '#app/domain/questionnaires/questions.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { KIND_WORDS, RANK_WORDS } from '#app/ui/questionnaires/words.ts'

type QuestionFieldsProps = { problem?: Problem | undefined; rank: Rank; values?: { number: string; title: string; kind: string; unit: string; choices: string }; answered?: boolean }

/** What is asked and how it is answered; a part only has a title. */
export function QuestionFields({ problem, rank, values = { number: '', title: '', kind: 'text', unit: '', choices: '' }, answered = false }: QuestionFieldsProps) {
  const field = { problem }
  return (
    <>
      <TextField {...field} name="number" label="Number" optional value={values.number} maxLength={20} hint="As it is printed, such as Q1 or (a)" autoComplete="off" />
      <TextArea {...field} name="title" label={rank === 'part' ? 'Title of the part' : `The ${RANK_WORDS[rank]}`} value={values.title} maxLength={QUESTION_MAX} rows={rank === 'part' ? 2 : 4} />
      {rank !== 'part' && (
        <>
          <SelectField {...field} name="kind" label="Answered with" value={values.kind} options={ANSWER_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind], disabled: answered && kind !== values.kind }))} {...(answered ? { hint: 'It has been answered, so the kind of its answer stays' } : { hint: 'Files can be added to every question' })} />
          <TextField {...field} name="unit" label="Unit of the number" optional value={values.unit} maxLength={UNIT_MAX} hint="Such as km or % of households" autoComplete="off" />
          <TextArea {...field} name="choices" label="Choices" optional value={values.choices} rows={4} hint="One to a line, where one of several is to be chosen" readOnly={answered} />
        </>
      )}
    </>
  )
}
