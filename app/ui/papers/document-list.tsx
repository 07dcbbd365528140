import { numberWords } from '#app/domain/papers/documents.ts'
import { count } from '#app/domain/text.ts'
import { formatDay } from '#app/domain/time.ts'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'

type DocumentLine = { id: string; kind: string; title: string; number: string; dated_day: string | null; language: string; author: string; sample: number; nodes: number | null; excerpts: number | null }

/** Papers of the mission, each with what it is and how much of it is evidence. */
export function DocumentList({ documents, base }: { documents: readonly DocumentLine[]; base: string }) {
  return (
    <List label="Documents">
      {documents.map((paper) => (
        <ListRow key={paper.id} under={<>{documentFacts(paper).join(' · ')} {paper.sample === 1 && <SampleMark />}</>}>
          <a href={`${base}/documents/${paper.id}`} lang={paper.language || undefined}>{paper.title}</a>
        </ListRow>
      ))}
    </List>
  )
}

/** What a paper is: kind, number, day, language, author, size. */
export function documentFacts(paper: DocumentLine): string[] {
  const marked = Number(paper.excerpts)
  return [
    paper.kind, numberWords(paper.number), paper.dated_day === null ? '' : formatDay(paper.dated_day), paper.language && languageName(paper.language), paper.author,
    count(Number(paper.nodes), 'section', 'sections'), marked > 0 ? count(marked, 'sentence marked', 'sentences marked') : '',
  ].filter(Boolean)
}
