import { entryWords } from '#app/domain/papers/outline.ts'
import { Translation } from '#app/ui/assessment/said.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { NoteText } from '#app/ui/meetings/note-text.tsx'
import type { TextMark } from '#app/ui/meetings/note-text.tsx'

type NodeLine = { id: string; level: number; number: string; title: string; page: number | null; text: string; translation: string; translation_state: string; marks: readonly TextMark[] }

type DocumentNodeProps = { node: NodeLine; here: string; lang: string; canMark: boolean; canEdit?: boolean }

/** A section of a document in its own language, its marks, its translation and whether somebody reviewed it. */
export function DocumentNode({ node, here, lang, canMark, canEdit = false }: DocumentNodeProps) {
  const address = `${here}/nodes/${node.id}`
  const headed = node.text !== node.title && !node.text.startsWith(node.title)
  return (
    <section className="node" id={`n-${node.id}`} aria-label={entryWords(node)}>
      {headed && <h2 lang={lang || undefined}>{entryWords(node)}</h2>}
      <div className="pair">
        <NoteText plain text={node.text} lang={lang} marks={node.marks} marked={address} />
        <Translation said={node} />
      </div>
      <div className="line small acts">
        {node.page !== null && <span className="soft">page {node.page}</span>}
        {canMark && <ButtonLink tight href={address}>Mark words<span className="vh"> of {entryWords(node).slice(0, 60)}</span></ButtonLink>}
        {canEdit && <ButtonLink tight kind="quiet" icon="edit" href={`${here}/passages/${node.id}/edit`}>Edit<span className="vh"> the passage {entryWords(node).slice(0, 60)}</span></ButtonLink>}
      </div>
    </section>
  )
}
