import { fill } from '#app/domain/calendar/texts/texts.ts'
import { ANSWER_MAX, YES_NO, fingerprint } from '#app/domain/questionnaires/answers.ts'
import { numberBefore, rankOf, worded, wordedChoices } from '#app/domain/questionnaires/questions.ts'
import type { Question, Wording } from '#app/domain/questionnaires/questions.ts'
import type { QuestionnaireTexts } from '#app/domain/questionnaires/texts/texts.ts'
import { Icon } from '#app/ui/kit/icon.tsx'

export type Standing = { questionId: string; value: string; revision: number }
type Typed = { value: string; seen: number; shown: string }

type AnswerFieldProps = {
  question: Question
  own: string
  asked: string
  wordings: readonly Wording[]
  texts: QuestionnaireTexts
  standing: Standing | undefined
  /** What was typed and could not be saved. */
  typed?: Typed | undefined
  /** What needs the person, in words. */
  wrong?: string | undefined
  /** The id of the form that the field belongs to. */
  form: string
}

/** A question and the place for its answer, with the revision that the page shows: so two pages never write over each other. */
export function AnswerField({ question, own, asked, wordings, texts, standing, typed, wrong, form }: AnswerFieldProps) {
  const value = typed?.value ?? standing?.value ?? ''
  const id = `a-${question.id}`
  const describedBy = [wrong !== undefined && `${id}-e`, question.kind === 'number' && `${id}-h`].filter(Boolean).join(' ') || undefined
  const common = { id, name: id, form, 'aria-describedby': describedBy, 'aria-invalid': wrong === undefined ? undefined : (true as const) }
  const title = <QuestionTitle question={question} own={own} asked={asked} wordings={wordings} texts={texts} />
  return (
    <>
      <input type="hidden" form={form} name={`r-${question.id}`} value={typed?.seen ?? standing?.revision ?? 0} />
      <input type="hidden" form={form} name={`s-${question.id}`} value={typed?.shown ?? fingerprint(standing?.value ?? '')} />
      {question.kind === 'choice' || question.kind === 'yes-no' ? (
        <fieldset className="field" aria-describedby={describedBy}>
          <legend className="question">{title}</legend>
          <Wrong id={id} words={wrong} />
          <div>
            {[...choicesOf(question, asked, wordings, texts), { value: '', label: texts.page.none, lang: undefined }].map((choice, at) => (
              <label key={choice.value} className="pick" lang={choice.lang}>
                <input type="radio" id={at === 0 ? id : `${id}-${at}`} name={id} form={form} value={choice.value} defaultChecked={choice.value === value} />
                <span>{choice.label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <div className="field" data-s={wrong === undefined ? undefined : 'error'}>
          <label htmlFor={id} className="question">{title}</label>
          {question.kind === 'number' && <small id={`${id}-h`}>{texts.page.number}{question.unit !== '' && <>. {fill(texts.page.unit, { unit: question.unit })}</>}</small>}
          <Wrong id={id} words={wrong} />
          {question.kind === 'number'
            ? <input {...common} type="text" inputMode="decimal" autoComplete="off" maxLength={60} defaultValue={value} />
            : <textarea {...common} rows={question.kind === 'file' ? 2 : 5} maxLength={ANSWER_MAX} defaultValue={value} />}
        </div>
      )}
    </>
  )
}

/** The number and the words of a question, in the language asked for or else in its own, which is then said. */
export function QuestionTitle({ question, own, asked, wordings, texts }: Pick<AnswerFieldProps, 'question' | 'own' | 'asked' | 'wordings' | 'texts'>) {
  const { text, language, missing } = worded(question, own, asked, wordings)
  const number = numberBefore(question.number, text)
  return (
    <>
      {number !== '' && <span className="soft">{number} </span>}
      <span lang={language} data-rank={rankOf(question)}>{text}</span>
      {missing && <small className="soft under">{texts.page.missing}</small>}
    </>
  )
}

function choicesOf(question: Question, asked: string, wordings: readonly Wording[], { page }: QuestionnaireTexts): { value: string; label: string; lang: string | undefined }[] {
  if (question.kind === 'yes-no') return YES_NO.map((value) => ({ value, label: page[value], lang: undefined }))
  return wordedChoices(question, asked, wordings).map((label, at) => ({ value: String(at + 1), label, lang: asked }))
}

function Wrong({ id, words }: { id: string; words: string | undefined }) {
  return words === undefined ? null : <p className="wrong" id={`${id}-e`}><Icon name="error" /> {words}</p>
}
