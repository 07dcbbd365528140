import type { Gap } from '#app/domain/papers/paper.ts'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { sourcePath } from '#app/ui/papers/source-path.ts'

const SHOWN = 12
const KINDS: Record<Gap['kind'], string> = { translation: 'Translation', evidence: 'Evidence', date: 'Date', person: 'Person', decision: 'Decision', contradiction: 'Contradiction', other: 'Other' }
const ORDER = Object.keys(KINDS)

/** What is missing, missing translations first, each with the way to where it can be mended. */
export function GapList({ gaps, base }: { gaps: readonly Gap[]; base: string }) {
  const sorted = gaps.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
  return (
    <>
      <Gaps gaps={sorted.slice(0, SHOWN)} base={base} />
      {sorted.length > SHOWN && <Disclosure words={`${sorted.length - SHOWN} more`}><Gaps gaps={sorted.slice(SHOWN)} base={base} /></Disclosure>}
    </>
  )
}

function Gaps({ gaps, base }: { gaps: readonly Gap[]; base: string }) {
  return (
    <ul className="timeline plain">
      {gaps.map(({ kind, words, source }, at) => (
        <li key={at}><span><span className="small soft">{KINDS[kind]}</span><br />{source ? <a href={`${base}/${sourcePath(source)}`}>{words}</a> : words}</span></li>
      ))}
    </ul>
  )
}
