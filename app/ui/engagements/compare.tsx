import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'

type Stored = { name: string; label: string; text: string }

/** After somebody was faster: what is stored now, where it differs from what was typed. */
export function Compare({ problem, revision, stored }: { problem: Problem | undefined; revision: number; stored: readonly Stored[] }) {
  if (!problem || valueOf(problem, 'revision') === String(revision)) return null
  const differing = stored.filter(({ name, text }) => problem.values[name] !== undefined && valueOf(problem, name).replaceAll('\r\n', '\n') !== text)
  if (differing.length === 0) return null
  return (
    <Section id="stored" title="Stored now, other than what you typed" aside="saving replaces it">
      <Facts>{differing.map(({ name, label, text }) => <Fact key={name} term={label}>{text === '' ? <span className="soft">empty</span> : <span className="lines">{text}</span>}</Fact>)}</Facts>
    </Section>
  )
}
