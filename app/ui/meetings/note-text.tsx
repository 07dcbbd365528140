import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { piecesOf } from '#app/domain/meetings/excerpts.ts'
import { linesIn, plainLines, readMarkdown } from '#app/domain/meetings/markdown.ts'
import type { Block, Line, Run, Style } from '#app/domain/meetings/markdown.ts'
import { splitSentences, trimSpan } from '#app/domain/meetings/sentences.ts'
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
  /** The text is no markup: a document's. */
  plain?: boolean
  /** The rank of a heading in the text: one below the heading that it stands under. */
  rank?: 2 | 3 | 4
}

/** A text with its excerpts marked; where a form is named, each sentence is a choice of it. The one place that shows markup. */
export function NoteText({ plain = false, ...shown }: NoteTextProps) {
  const blocks: Block[] = plain ? [{ kind: 'words', lines: plainLines(shown.text, { start: 0, end: shown.text.length }) }] : readMarkdown(shown.text)
  return <div className="spoken" lang={shown.lang || undefined} data-mark-text={shown.form}><Blocks blocks={blocks} shown={shown} /></div>
}

type PassageProps = { text: string; lang: string; /** The words that are marked. */ words: Span; /** What is shown of the text around them. */ around: Span; plain?: boolean }

/** Some lines out of a text with words marked in them, as the whole text shows them. */
export function Passage({ text, lang, words, around, plain = false }: PassageProps) {
  const lines = plain ? plainLines(text, around) : linesIn(readMarkdown(text))
  const shown = lines.map((line) => within(line, around)).filter((line) => line.length > 0)
  return (
    <blockquote className="spoken" lang={lang}>
      {shown.map((line, i) => (
        <p key={line[0]?.start}>
          {i === 0 && around.start > 0 && '… '}<Runs runs={line} shown={{ text, lang, marks: [{ id: 'words', number: 1, ...words }] }} />{i === shown.length - 1 && around.end < text.length && ' …'}
        </p>
      ))}
    </blockquote>
  )
}

type Shown = Omit<NoteTextProps, 'plain'>

function Blocks({ blocks, shown }: { blocks: readonly Block[]; shown: Shown }) {
  return <>{blocks.map((block, i) => <OneBlock key={i} block={block} shown={shown} />)}</>
}

function OneBlock({ block, shown }: { block: Block; shown: Shown }): ReactNode {
  if (block.kind === 'words') return block.lines.map((line) => <p key={line[0]?.start}><Sentences line={line} shown={shown} /></p>)
  if (block.kind === 'rule') return <hr />
  if (block.kind === 'quote') return <blockquote><Blocks blocks={block.blocks} shown={shown} /></blockquote>
  if (block.kind === 'code') return <pre>{block.lines.map((line) => <Fragment key={line[0]?.start}><Runs runs={line} shown={shown} />{'\n'}</Fragment>)}</pre>
  if (block.kind === 'heading') {
    const Heading = `h${shown.rank ?? 3}` as const
    return <Heading data-level={block.level}>{block.lines.map((line) => <Runs key={line[0]?.start} runs={line} shown={shown} />)}</Heading>
  }
  const items = block.items.map((item, i) => <li key={i} value={block.ordered ? item.value : undefined}><Blocks blocks={item.blocks} shown={shown} /></li>)
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

/** The sentences of a line and what stands between them, such as bullets and spaces. */
function Sentences({ line, shown }: { line: Line; shown: Shown }) {
  return (
    <>
      {partsOf(shown.text, line).map(({ span, sentence }) => {
        const runs = within(line, span)
        const seen = sentence ? chosenOf(shown.text, span, runs) : undefined
        return seen ? <Sentence key={span.start} span={seen} runs={runs} shown={shown} /> : <Runs key={span.start} runs={runs} shown={shown} />
      })}
    </>
  )
}

/** What is chosen with a sentence: all of it, without the signs around it where they hold the whole. */
function chosenOf(text: string, span: Span, runs: readonly Run[]): Span | undefined {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return undefined
  const whole = runs.every((run) => run.styles.length > 0 && run.styles[0] === first.styles[0])
  return trimSpan(text, whole ? { start: first.start, end: last.end } : span)
}

function Sentence({ span, runs, shown }: { span: Span; runs: readonly Run[]; shown: Shown }) {
  const { form, chosen, marks, marked = '' } = shown
  const value = `${span.start}-${span.end}`
  const ending = marks.filter((mark) => mark.end > span.start && mark.end <= span.end)
  return (
    <>
      {form === undefined ? <Runs runs={runs} shown={shown} /> : (
        <label className="sentence">
          <input type="radio" form={form} name="sentence" value={value} defaultChecked={chosen === value} />
          <Runs runs={runs} shown={shown} />
        </label>
      )}
      {ending.map((mark) => (
        <a key={mark.id} className="ref" href={`${marked}#m-${mark.id}`} aria-label={`Mark ${mark.number}`}>{mark.number}</a>
      ))}
    </>
  )
}

function Runs({ runs, shown }: { runs: readonly Run[]; shown: Shown }) {
  return <>{runs.map((run) => <Fragment key={run.start}>{looking(run, <Pieces span={run} shown={shown} />)}</Fragment>)}</>
}

const TAGS = { strong: 'strong', em: 'em', code: 'code', gone: 's' } as const satisfies Record<Style, string>

/** Words as the markup wants them; a link tells nobody where it was followed from. */
function looking({ styles, href }: Run, words: ReactNode): ReactNode {
  const styled = styles.reduceRight<ReactNode>((inner, style) => {
    const Tag = TAGS[style]
    return <Tag>{inner}</Tag>
  }, words)
  return href === undefined ? styled : <a href={href} rel="noopener noreferrer nofollow">{styled}</a>
}

/** The words of a span; `data-at` says where they stand in the text, so that a selection can be placed. */
function Pieces({ span, shown: { text, marks } }: { span: Span; shown: Shown }) {
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

/** A line cut into its sentences and what stands between them. */
function partsOf(text: string, line: Line): { span: Span; sentence: boolean }[] {
  const { start: from, end: to } = writtenAs(text, line)
  const parts: { span: Span; sentence: boolean }[] = []
  let at = from
  for (const { start, end } of splitSentences(text.slice(from, to))) {
    if (from + start > at) parts.push({ span: { start: at, end: from + start }, sentence: false })
    parts.push({ span: { start: from + start, end: from + end }, sentence: true })
    at = from + end
  }
  return at < to ? [...parts, { span: { start: at, end: to }, sentence: false }] : parts
}

/** A line as it was typed, with the signs at its ends. */
function writtenAs(text: string, line: Line): Span {
  let start = line[0]?.start ?? 0
  while (start > 0 && '*_~`[\\'.includes(text[start - 1] as string)) start--
  const end = text.indexOf('\n', line.at(-1)?.end)
  return { start, end: end === -1 ? text.length : end }
}

/** What of a line's runs lies in a span. */
function within(line: Line, span: Span): Run[] {
  return line.flatMap((run) => {
    const [start, end] = [Math.max(run.start, span.start), Math.min(run.end, span.end)]
    return start < end ? [{ ...run, start, end }] : []
  })
}
