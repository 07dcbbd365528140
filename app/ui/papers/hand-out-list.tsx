import { kindFacts } from '#app/domain/meetings/attachments.ts'
import { numberWords } from '#app/domain/papers/documents.ts'
import { formatSize } from '#app/domain/text.ts'
import { formatDay } from '#app/domain/time.ts'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { kindLabel, levelOf } from '#app/ui/papers/document-words.ts'

export type HandOutLine = {
  id: string; revision: number; itemId: string | null; itemTitle: string; documentId: string; title: string; kind: string; number: string; day: string | null; language: string; confidentiality: string; sample: boolean
  files: readonly { id: string; name: string; kind: string; size: number }[]
}
type HandOutsProps = { handOuts: readonly HandOutLine[]; base: string; /** Where they are taken back; none: they are shown. */ takeBack?: string | undefined }

/** Documents that are handed out, each with when, who may have it, and its file. */
export function HandOutList({ handOuts, base, takeBack }: HandOutsProps) {
  if (handOuts.length === 0) return null
  return (
    <div className="handed"><List label="Hand-outs">
      {handOuts.map((paper) => {
        const level = levelOf(paper.confidentiality)
        return (
          <ListRow key={paper.id} id={`h-${paper.id}`} mark={takeBack && <ActionButton action={takeBack} hidden={{ handOut: paper.id, revision: paper.revision }} kind="quiet" tight icon="trash" aria-label={`Take ${paper.title} back from the hand-outs`}>Take back</ActionButton>}
            under={<>{[kindLabel(paper.kind), numberWords(paper.number), paper.day === null ? '' : formatDay(paper.day), paper.language && languageName(paper.language), paper.itemId === null ? 'for the whole engagement' : `at “${paper.itemTitle}”`].filter(Boolean).join(' · ')} {paper.sample && <SampleMark />} <Mark icon={level.icon} state={level.state}>{level.word}</Mark></>}>
            <a href={`${base}/documents/${paper.documentId}`} lang={paper.language || undefined}>{paper.title}</a>
            {paper.files.map((file) => <span key={file.id} className="under small"><a href={`${base}/attachments/${file.id}`} download={kindFacts(file.kind).inline ? undefined : ''}>{file.name}</a> <span className="soft">{kindFacts(file.kind).word}, {formatSize(file.size)}</span></span>)}
          </ListRow>
        )
      })}
    </List></div>
  )
}

/** The hand-outs of an engagement as a section of its page. */
export function HandOuts({ handOuts, base, at, canEdit }: { handOuts: readonly HandOutLine[]; base: string; /** The address of the engagement. */ at: string; canEdit: boolean }) {
  if (handOuts.length === 0 && !canEdit) return null
  return (
    <Section id="hand-outs" title="Hand-outs" aside={canEdit ? <a href={`${at}/hand-outs`}>{handOuts.length === 0 ? 'Hand something out' : 'Add, and take back'}</a> : undefined}>
      {handOuts.length === 0 && <p className="soft">No document of the register is handed out here.</p>}
      <HandOutList handOuts={handOuts} base={base} />
    </Section>
  )
}
