import { fill } from '#app/domain/calendar/texts/texts.ts'
import { numberBefore, rankOf } from '#app/domain/questionnaires/questions.ts'
import type { Part, Question, Wording } from '#app/domain/questionnaires/questions.ts'
import { worded } from '#app/domain/questionnaires/questions.ts'
import { pageTexts } from '#app/domain/questionnaires/texts/texts.ts'
import type { QuestionnaireTexts } from '#app/domain/questionnaires/texts/texts.ts'
import { formatSize } from '#app/domain/text.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { AnswerField } from '#app/ui/questionnaires/answer-field.tsx'
import type { Standing } from '#app/ui/questionnaires/answer-field.tsx'
import type { Face } from '#app/ui/questionnaires/answer-lone.tsx'
import { answerHref, momentOf } from '#app/ui/questionnaires/frame.ts'
import type { AnswerFrame } from '#app/ui/questionnaires/frame.ts'

const FORM = 'answers'

export type ReplyFile = { id: string; name: string; size: number; created_ms: number; question_id: string }
export type Aside = { id: string; questionId: string; value: string; savedMs: number }
export type Typed = Record<string, { value: string; seen: number; shown: string }>

type PartProps = {
  part: Part
  number: number
  of: number
  face: Face
  frame: AnswerFrame
  wordings: readonly Wording[]
  answers: readonly Standing[]
  asides: readonly Aside[]
  files: readonly ReplyFile[]
  /** Answers that need the person, by question, in words. */
  wrong?: Record<string, string>
  typed?: Typed
  /** Only shown: nothing can be sent. */
  preview?: boolean
  /** The rank of its heading; the first of its page where nothing else is said. */
  heading?: 1 | 2
}

/** The questions of one part, each with its answer and its files. The fields name their form, so that other forms can stand between them. */
export function AnswerPart(props: PartProps) {
  const { part, number, of, face, frame, preview, heading = 1 } = props
  const Heading = `h${heading}` as const
  const texts = pageTexts(frame.language)
  const { page, script } = texts
  const title = part.id === null ? undefined : worded({ id: part.id, title: part.title }, face.own, frame.asked, props.wordings)
  return (
    <>
      <div>
        {of > 1 && <p className="soft small">{fill(page.part, { n: number, of })}</p>}
        {title ? <Heading lang={title.language}>{part.number} {title.text}</Heading> : <Heading>{page.questions}</Heading>}
      </div>
      <form id={FORM} method="post" action={preview ? undefined : answerHref(frame, `/parts/${number}`)} data-answers={preview ? undefined : answerHref(frame, '/keep')} data-saving={script.saving} data-typing={script.typing} data-saved={script.saved} data-kept={script.kept} data-aside={script.aside} />
      <div>{part.questions.map((question) => <Asked key={question.id} question={question} {...props} texts={texts} />)}</div>
      {!preview && (
        <div className="guest-acts saving">
          <p className="small soft" data-status="" role="status">{face.savedMs !== null && fill(page.saved, { moment: momentOf(texts, face.savedMs, face) })}</p>
          <Button form={FORM} kind="primary" wide name="next" value={number < of ? 'next' : 'check'}>{number < of ? page.saveGoOn : page.saveCheck}</Button>
          <Button form={FORM} wide name="next" value="stay">{page.save}</Button>
        </div>
      )}
    </>
  )
}

function Asked({ question, texts, frame, face, wordings, answers, asides, files, wrong, typed, number, preview }: PartProps & { question: Question; texts: QuestionnaireTexts }) {
  const { page } = texts
  const own = files.filter((file) => file.question_id === question.id)
  return (
    <div className="asked stack tight" id={`q-${question.id}`} data-rank={rankOf(question)}>
      <AnswerField question={question} own={face.own} asked={frame.asked} wordings={wordings} texts={texts} form={FORM} standing={answers.find(({ questionId }) => questionId === question.id)} typed={typed?.[question.id]} wrong={wrong?.[question.id]} />
      {asides.filter(({ questionId }) => questionId === question.id).map((aside) => (
        <Note key={aside.id} kind="warning" title={page.asideTitle} actions={<>
          <ActionButton action={answerHref(frame, `/asides/${aside.id}/use`)} hidden={{ part: number }}>{page.asideUse}</ActionButton>
          <ActionButton action={answerHref(frame, `/asides/${aside.id}/drop`)} hidden={{ part: number }}>{page.asideDrop}</ActionButton>
        </>}>
          <span className="under">{fill(page.asideYours, { moment: momentOf(texts, aside.savedMs, face) })}</span>
          <span className="answer under">{aside.value}</span>
          <span className="under small">{page.asideNow}</span>
        </Note>
      ))}
      {own.length > 0 && <ul className="files" aria-label={page.files}>{own.map((file) => <FileRow key={file.id} file={file} frame={frame} face={face} texts={texts} question={question.id} />)}</ul>}
      {!preview && <Button form={FORM} name="next" value={`file:${question.id}`} icon="plus">{page.addFile}<span className="vh"> {numberBefore(question.number, question.title)} {question.title.slice(0, 60)}</span></Button>}
    </div>
  )
}

type FileRowProps = { file: ReplyFile; frame: AnswerFrame; face: Face; texts: QuestionnaireTexts; question: string; readOnly?: boolean }

/** A file that was sent, with the way to take it away. */
export function FileRow({ file, frame, face, texts, question, readOnly }: FileRowProps) {
  const { page } = texts
  return (
    <li>
      <span><a href={answerHref(frame, `/file/${file.id}`)}>{file.name}</a> <span className="small soft">{formatSize(file.size)} · {fill(page.sent, { moment: momentOf(texts, file.created_ms, face) })}</span></span>
      {!readOnly && <ActionButton tight action={answerHref(frame, `/files/${question}/remove`)} hidden={{ file: file.id }}>{fill(page.remove, { name: file.name })}</ActionButton>}
    </li>
  )
}

/** The way back to all parts and to the part before. */
export function PartWays({ frame, number }: { frame: AnswerFrame; number: number }) {
  const { page } = pageTexts(frame.language)
  return (
    <div className="guest-acts">
      {number > 1 && <ButtonLink href={answerHref(frame, `/parts/${number - 1}`)}>{page.previous}</ButtonLink>}
      <p><a href={answerHref(frame)}>{page.back}</a></p>
    </div>
  )
}
