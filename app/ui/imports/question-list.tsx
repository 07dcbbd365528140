import { count } from '#app/domain/text.ts'
import type { Question } from '#app/ui/imports/questions.ts'
import { rowAnchor } from '#app/ui/imports/rows.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'

/** What is asked before anything is stored; the likely answer is chosen. */
export function QuestionList({ questions, rows }: { questions: readonly Question[]; rows: number }) {
  if (questions.length === 0) return null
  return (
    <Section id="questions" title={count(questions.length, 'question', 'questions')} aside={`${count(rows, 'row hangs', 'rows hang')} on ${questions.length === 1 ? 'it' : 'them'}`}>
      {questions.map((question, at) => <Asked key={question.id} question={question} words={`question ${at + 1} of ${questions.length}`} />)}
      <div className="line acts"><Button>Show it with these answers</Button></div>
    </Section>
  )
}

function Asked({ question: { id, severity, title, detail, place, row, answers }, words }: { question: Question; words: string }) {
  return (
    <fieldset className="sec ask" id={`q-${id}`}>
      <legend><LintMark severity={severity}>{words}</LintMark><br />{title}</legend>
      <p className="small soft">{row === null ? place : <a href={`#${rowAnchor(row)}`}>{place}</a>}{answers.some(({ hint }) => hint === detail) ? '' : ` · ${detail}`}</p>
      <Answers id={id} answers={answers} />
    </fieldset>
  )
}

function Answers({ id, answers }: Pick<Question, 'id' | 'answers'>) {
  return (
    <div>
      {answers.map(({ value, label, hint, checked }) => (
        <label key={value} className="pick">
          <input type="radio" name={`answer:${id}`} value={value} defaultChecked={checked} />
          <span>{label}{checked && value !== '[]' && <> <b className="likely">likely</b></>}</span>
          {hint !== undefined && <small>{hint}</small>}
        </label>
      ))}
    </div>
  )
}

/** What is worth knowing and asks for nothing; folded where it is soft. */
export function Told({ told }: { told: readonly Question[] }) {
  const warnings = told.filter(({ severity }) => severity !== 'note')
  const notes = told.filter(({ severity }) => severity === 'note')
  if (told.length === 0) return null
  return (
    <Section id="told" title="Worth knowing" aside="nothing has to be decided">
      {warnings.length > 0 && <Remarks told={warnings} />}
      {notes.length > 0 && <Disclosure words={count(notes.length, 'note', 'notes')}><Remarks told={notes} /></Disclosure>}
    </Section>
  )
}

function Remarks({ told }: { told: readonly Question[] }) {
  return (
    <ul className="told">
      {told.map(({ id, severity, title, detail, place, row, answers }) => (
        <li key={id} id={`q-${id}`}>
          <LintMark severity={severity} />
          <div>
            {title} <span className="small soft">{detail} {row === null ? place : <a href={`#${rowAnchor(row)}`}>{place}</a>}</span>
            {answers.length > 0 && <details><summary className="small">Decide<span className="vh">: {title}</span></summary><fieldset><legend className="vh">{title}</legend><Answers id={id} answers={answers} /></fieldset></details>}
          </div>
        </li>
      ))}
    </ul>
  )
}
