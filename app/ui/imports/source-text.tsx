import type { MarkedLine } from '#app/domain/intake/marking.ts'
import { HEAD_KEY } from '#app/domain/intake/marking.ts'
import { count } from '#app/domain/text.ts'
import { langOf } from '#app/ui/imports/language.ts'
import { rowAnchor } from '#app/ui/imports/rows.ts'
import { Section } from '#app/ui/kit/section.tsx'

export type SourceView = { name: string; lines: readonly MarkedLine[]; total: number; /** The language that most of it is in, '' when not known. */ language: string }

/** The text as given, what was understood underlined; the number of a line leads to its row, unless the text stands alone. */
export function SourceText({ source: { name, lines, total, language }, alone = false }: { source: SourceView; alone?: boolean }) {
  const wrong = (line: MarkedLine): boolean => line.pieces.some(({ place }) => place?.tone === 'error')
  return (
    <div className="stick">
      <Section id="text" title={name === '' ? 'Text as pasted' : name} aside={alone ? count(total, 'line', 'lines') : <a href="#understood">{count(total, 'line', 'lines')}, what was understood ↓</a>}>
        <ol className="source" role="list" tabIndex={0} aria-label="The text, line by line">
          {lines.map((line) => (
            <li key={line.number} id={`line-${line.number}`} data-s={wrong(line) ? 'error' : undefined} data-of={line.keys.join(' ') || undefined}>
              <LineNumber line={line} alone={alone} />
              <span lang={langOf(line.pieces.map(({ text }) => text).join(''), language)}>{line.pieces.map((piece, at) => <Piece key={at} {...piece} />)}</span>
            </li>
          ))}
        </ol>
        {total > lines.length && <p className="small soft">The first {lines.length.toLocaleString('en')} of {total.toLocaleString('en')} lines are shown; all of them were read.</p>}
      </Section>
    </div>
  )
}

function LineNumber({ line: { number, keys }, alone }: { line: MarkedLine; alone: boolean }) {
  const row = keys.find((key) => key !== HEAD_KEY)
  if (row === undefined || alone) return <span className="no">{number}</span>
  return <a className="no" href={`#${rowAnchor(row)}`} aria-label={`${number}: to the row read from it`}>{number}</a>
}

function Piece({ text, place }: MarkedLine['pieces'][number]) {
  if (!place) return <>{text}</>
  return <mark data-key={place.key} data-s={place.tone === 'read' ? undefined : place.tone}>{text}</mark>
}
