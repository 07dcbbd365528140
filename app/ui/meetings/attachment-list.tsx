import type { ReactNode } from 'react'
import { hasThumbnail, kindFacts } from '#app/domain/meetings/attachments.ts'
import { count, formatSize } from '#app/domain/text.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Icon } from '#app/ui/kit/icon.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

export type FileFace = { id: string; note_id: string | null; name: string; kind: string; size: number; caption: string; author_name: string; created_ms: number; sample: number; revision: number; private: number | null; note_author: string | null }
type ListProps = { files: readonly FileFace[]; base: string; clock: Clock; canWrite?: boolean }

/** Files with what they show, by whom and when; a picture that is safe to look at shows itself. */
export function AttachmentList({ files, base, clock, canWrite = false }: ListProps) {
  if (files.length === 0) return null
  return <ul className="files">{files.map((file) => <FileRow key={file.id} file={file} base={base} clock={clock} canWrite={canWrite} />)}</ul>
}

/** One file; `more` is what else there is to say about it, with its buttons. */
export function FileRow({ file, base, clock, canWrite, more }: { file: FileFace; base: string; clock: Clock; canWrite: boolean; more?: ReactNode }) {
  const { id, name, kind, size, caption, author_name, created_ms, note_id, note_author } = file
  const at = `${base}/attachments/${id}`
  const { word, inline } = kindFacts(kind)
  return (
    <li id={`file-${id}`}>
      {hasThumbnail(file)
        ? <a className="thumb" href={at} tabIndex={-1} aria-hidden="true"><img src={at} alt="" loading="lazy" decoding="async" width="96" height="72" /></a>
        : <span className="thumb" aria-hidden="true"><Icon name="document" /></span>}
      <div>
        <a href={at} download={inline ? undefined : ''}>{caption || name}</a> {file.sample === 1 && <SampleMark />}
        <div className="small soft">{caption !== '' && <>{name} · </>}{word}, {formatSize(size)}{!inline && ' · to save, not shown here'}</div>
        <div className="small soft">{author_name}, <At ms={created_ms} clock={clock} />{note_id !== null && <> · {file.private === 1 ? <Mark icon="lock" state="info">with your private note</Mark> : <a href={`${base}/notes/${note_id}`}>with the note of {note_author}</a>}</>}</div>
        {more}
      </div>
      {canWrite && <ActionButton action={`${at}/remove`} hidden={{ revision: file.revision }} kind="quiet" tight icon="trash" aria-label={`Remove ${caption || name}`}>Remove</ActionButton>}
    </li>
  )
}

/** What was removed and can still come back. */
export function RemovedList({ files, base }: Pick<ListProps, 'files' | 'base'>) {
  if (files.length === 0) return null
  return (
    <Disclosure words={`${count(files.length, 'removed file', 'removed files')}, kept for a week`}>
      <List label="Removed files">{files.map((file) => <ListRow key={file.id} under={`${kindFacts(file.kind).word}, ${formatSize(file.size)}`} mark={<ActionButton action={`${base}/attachments/${file.id}/back`} hidden={{ revision: file.revision }} tight icon="undo" aria-label={`Bring ${file.caption || file.name} back`}>Bring back</ActionButton>}>{file.caption || file.name}</ListRow>)}</List>
    </Disclosure>
  )
}

/** The files of a meeting or a note, as a section of its page. */
export function Files({ files, base, clock, at, canWrite }: ListProps & { /** The page where files are added and removed. */ at: string }) {
  if (files.length === 0 && !canWrite) return null
  return (
    <Section id="files" title="Photos, scans and papers" aside={files.length > 0 ? <a href={at}>All, and remove</a> : undefined}>
      <AttachmentList files={files} base={base} clock={clock} />
      {files.length === 0 && <p className="soft">No photo or paper is kept here yet.</p>}
      {canWrite && <div className="line acts"><ButtonLink href={at} icon="plus">Keep a file</ButtonLink></div>}
    </Section>
  )
}
