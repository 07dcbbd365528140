import { textStateWords } from '#app/domain/papers/file-text.ts'
import { count } from '#app/domain/text.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { FileRow } from '#app/ui/meetings/attachment-list.tsx'
import type { FileFace } from '#app/ui/meetings/attachment-list.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

export type PaperFile = FileFace & { version: number; text_state: string; series_id: string | null }
type Shown = { base: string; here: string; clock: Clock; canEdit: boolean }

/** The newest version of each file of a document, with what came of reading its text. */
export function DocumentFiles({ files, base, here, clock, canEdit }: Shown & { files: readonly { file: PaperFile; older: number }[] }) {
  return (
    <Section id="files" title="Files" aside={files.length > 0 && canEdit ? <a href={`${here}/files`}>Versions, and remove</a> : undefined}>
      {files.length === 0 && <p className="soft">No file is kept with this document.</p>}
      <ul className="files">
        {files.map(({ file, older }) => <FileRow key={file.id} file={file} base={base} clock={clock} canWrite={false} more={<State file={file} older={older} here={here} />} />)}
      </ul>
      {canEdit && <div className="line acts"><ButtonLink href={`${here}/files`} icon="plus">{files.length === 0 ? 'Keep a file' : 'Newer version or another file'}</ButtonLink></div>}
    </Section>
  )
}

function State({ file, older, here }: { file: PaperFile; older: number; here: string }) {
  return <div className="small soft">{file.version > 1 && `Version ${file.version}. `}{textStateWords(file.text_state)}{older > 0 && <> <a href={`${here}/files`}>{count(older, 'older version', 'older versions')}</a></>}</div>
}

/** All files with their older versions, where they are removed and read again. */
export function FileVersions({ files, base, here, clock, canEdit }: Shown & { files: readonly { file: PaperFile; older: readonly PaperFile[] }[] }) {
  return (
    <ul className="files">
      {files.map(({ file, older }) => (
        <FileRow key={file.id} file={file} base={base} clock={clock} canWrite={canEdit} more={<>
          <div className="small soft">{file.version > 1 && `Version ${file.version}. `}{textStateWords(file.text_state)}</div>
          {canEdit && <div className="line acts"><ActionButton action={`${here}/files/${file.id}/text`} kind="quiet" tight icon="document" aria-label={`Read the text of ${file.caption || file.name}`}>{file.text_state === 'read' || file.text_state === 'cut' ? 'Read its text again' : 'Read its text'}</ActionButton></div>}
          {older.length > 0 && <Disclosure words={count(older.length, 'older version', 'older versions')}><ul className="files">{older.map((each) => <FileRow key={each.id} file={each} base={base} clock={clock} canWrite={canEdit} more={<div className="small soft">Version {each.version}</div>} />)}</ul></Disclosure>}
        </>} />
      ))}
    </ul>
  )
}
