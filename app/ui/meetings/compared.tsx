import type { Row, Words } from '#app/domain/meetings/compare.ts'
import { count } from '#app/domain/text.ts'

/** Equal lines shown around a line that changed; more are gathered. */
const AROUND = 2

type ComparedProps = { rows: readonly Row[]; lang: string; /** What the two texts are called, the earlier first. */ names: readonly [string, string] }

/** Two texts line by line: what only the left one has, what only the right one has, and how many lines are the same. */
export function Compared({ rows, lang, names }: ComparedProps) {
  return (
    <div className="compared" lang={lang}>
      {rows.map((row, i) => row.kind === 'same'
        ? <Same key={i} lines={row.lines} first={i === 0} last={i === rows.length - 1} />
        : <div key={i} className="differing"><Side words={row.before} name={names[0]} kind="del" /><Side words={row.after} name={names[1]} kind="ins" /></div>)}
    </div>
  )
}

/** The lines next to what changed, and behind their number the rest. */
function Same({ lines, first, last }: { lines: readonly string[]; first: boolean; last: boolean }) {
  const head = first ? [] : lines.slice(0, AROUND)
  const tail = last ? [] : lines.slice(Math.max(head.length, lines.length - AROUND))
  const between = lines.slice(head.length, lines.length - tail.length)
  return (
    <>
      {head.map((line, i) => <p key={i}>{line}</p>)}
      {between.length > 0 && (
        <details>
          <summary>{count(between.length, 'line is', 'lines are')} the same</summary>
          {between.map((line, i) => <p key={i}>{line}</p>)}
        </details>
      )}
      {tail.map((line, i) => <p key={`t${i}`}>{line}</p>)}
    </>
  )
}

function Side({ words, name, kind: Kind }: { words: readonly Words[] | undefined; name: string; kind: 'del' | 'ins' }) {
  if (words === undefined) return <p className="none" />
  return (
    <p data-side={Kind}>
      <span className="vh" lang="en">Only in {name}: </span>
      {words.map(({ text, changed }, i) => (changed ? <Kind key={i}>{text}</Kind> : <span key={i}>{text}</span>))}
    </p>
  )
}
