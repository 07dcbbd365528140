import type { PaperKind } from '#app/domain/papers/kinds.ts'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { PaperFiles } from '#app/ui/papers/paper-files.tsx'

type Here = { kind: PaperKind; /** Of the paper; without one the kind has several here, below `of`. */ subject?: string }

/** The papers of a thing, each as a page and as files in one step. Nothing where nobody writes any. */
export function PapersHere({ papers, base, of = '' }: { papers: readonly Here[]; base: string; of?: string }) {
  if (papers.length === 0) return null
  return (
    <div className="acts">
      <Section id="papers" title="Papers" aside={<a href={`${base}/papers`}>All papers</a>}>
        <List label="Papers">
          {papers.map(({ kind, subject }) => (
            <ListRow key={kind.id} under={subject === undefined ? undefined : <span className="line paper-files"><PaperFiles at={`${base}/papers/${kind.id}/${subject}`} of={kind.words} /></span>}>
              <a href={subject === undefined ? `${base}/papers/${kind.id}?of=${of}` : `${base}/papers/${kind.id}/${subject}`}>{kind.words}</a>
            </ListRow>
          ))}
        </List>
      </Section>
    </div>
  )
}
