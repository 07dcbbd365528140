import type { ReactNode } from 'react'

export type SourceLine = { number: number; wrong?: boolean; lang?: string; words: ReactNode }

/** A text as it was pasted or printed, with its own line numbers; each line is `#line-<number>`. */
export function SourceText({ lines, label }: { lines: readonly SourceLine[]; label: string }) {
  return (
    <ol className="source" aria-label={label}>
      {lines.map((line) => (
        <li key={line.number} id={`line-${line.number}`} value={line.number} data-s={line.wrong ? 'error' : undefined} lang={line.lang}>
          <span>{line.words}</span>
        </li>
      ))}
    </ol>
  )
}
