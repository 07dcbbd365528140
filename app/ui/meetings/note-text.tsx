import { Fragment } from 'react'
import { piecesOf } from '#app/domain/meetings/excerpts.ts'
import { splitSentences } from '#app/domain/meetings/sentences.ts'
import type { Span } from '#app/domain/meetings/sentences.ts'

export type TextMark = Span & { id: string; number: number }

type NoteTextProps = {
  text: string
  lang: string
  marks: readonly TextMark[]
  /** The id of the form that a chosen sentence belongs to; without it the text is only read. */
  form?: string
  /** The sentence chosen before, as 'start-end'. */
  chosen?: string
  /** The page that lists the marks, where it is another one. */
  marked?: string
}

/** A text with its excerpts marked; where a form is named, each sentence is a choice of it. */
export function NoteText({ text, lang, marks, form, chosen, marked }: NoteTextProps) {
  return (
    <div className="spoken" lang={lang || undefined} data-mark-text={form}>
      {linesOf(text).map(({ line, sentences }) => (
        <p key={line.start}>
          {partsOf(line, sentences).map(({ span, sentence }) =>
            sentence ? <Sentence key={span.start} {...{ text, span, marks, form, chosen, marked }} /> : <Runs key={span.start} {...{ text, span, marks }} />,
          )}
        </p>
      ))}
    </div>
  )
}

type SentenceProps = Omit<NoteTextProps, 'lang'> & { span: Span }

function Sentence({ text, span, marks, form, chosen, marked = '' }: SentenceProps) {
  const value = `${span.start}-${span.end}`
  const ending = marks.filter((mark) => mark.end > span.start && mark.end <= span.end)
  return (
    <>
      {form === undefined ? <Runs {...{ text, span, marks }} /> : (
        <label className="sentence">
          <input type="radio" form={form} name="sentence" value={value} defaultChecked={chosen === value} />
          <Runs {...{ text, span, marks }} />
        </label>
      )}
      {ending.map((mark) => (
        <a key={mark.id} className="ref" href={`${marked}#m-${mark.id}`} aria-label={`Mark ${mark.number}`}>{mark.number}</a>
      ))}
    </>
  )
}

/** The words of a span; `data-at` says where they stand in the text, so that a selection can be placed. */
function Runs({ text, span, marks }: { text: string; span: Span; marks: readonly TextMark[] }) {
  return (
    <>
      {piecesOf(text, marks, span).map((piece) => {
        if (piece.marks.length === 0) return <span key={piece.start} data-at={piece.start}>{piece.text}</span>
        const [first, ...more] = piece.marks.filter((mark) => mark.start === piece.start)
        return (
          <Fragment key={piece.start}>
            {more.map((mark) => <span key={mark.id} id={`e-${mark.id}`} />)}
            <mark data-at={piece.start} id={first && `e-${first.id}`}>{piece.text}</mark>
          </Fragment>
        )
      })}
    </>
  )
}

type Line = { line: Span; sentences: Span[] }

/** The lines that hold words, each with its sentences. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const sentence of splitSentences(text)) {
    const last = lines.at(-1)
    if (last && sentence.start < last.line.end) last.sentences.push(sentence)
    else lines.push({ line: lineAround(text, sentence.start), sentences: [sentence] })
  }
  return lines
}

function lineAround(text: string, at: number): Span {
  const end = text.indexOf('\n', at)
  return { start: text.lastIndexOf('\n', at) + 1, end: end === -1 ? text.length : end }
}

/** Sentences and what stands between them, such as bullets and spaces. */
function partsOf(line: Span, sentences: readonly Span[]): { span: Span; sentence: boolean }[] {
  const parts: { span: Span; sentence: boolean }[] = []
  let at = line.start
  for (const span of sentences) {
    if (span.start > at) parts.push({ span: { start: at, end: span.start }, sentence: false })
    parts.push({ span, sentence: true })
    at = span.end
  }
  return at < line.end ? [...parts, { span: { start: at, end: line.end }, sentence: false }] : parts
}
