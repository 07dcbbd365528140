import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LARGEST_ATTACHMENT, quotaSentence } from '#app/domain/meetings/attachments.ts'
import { currentFiles } from '#app/domain/papers/documents.ts'
import { can } from '#app/domain/people/access.ts'
import { attachedFrom } from '#app/files/attached.ts'
import { readPassages } from '#app/files/passages.server.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { problemWith } from '#app/http/form.server.ts'
import { readUpload, refusedUpload } from '#app/http/upload.server.ts'
import { AttachToDocumentInput } from '#app/operations/attachments.input.ts'
import { attachToDocument } from '#app/operations/document-files.server.ts'
import { placeText } from '#app/operations/passages.server.ts'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { RemovedList } from '#app/ui/meetings/attachment-list.tsx'
import { AttachPaperForm } from '#app/ui/papers/attach-paper-form.tsx'
import { FileVersions } from '#app/ui/papers/document-files.tsx'
import { listDocumentFiles } from '#db/attachments.server.ts'
import { findRegistered } from '#db/register.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Files of ${data?.paper.title ?? 'the document'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const documentId = idOf(params, 'document')
  const [paper, files] = await Promise.all([findRegistered(db, scope.mission.id, documentId), listDocumentFiles(db, scope.mission.id, [documentId])])
  if (!paper) throw refuse('gone')
  return {
    base: inside(scope), here: inside(scope, `/documents/${documentId}`), paper: { title: paper.title, language: paper.language }, files: currentFiles(files), removed: files.filter((file) => file.removed_ms !== null),
    clock: { zone: scope.actor.zone, city: scope.actor.city || scope.actor.zone }, canEdit: can(scope.role, 'paper.edit'),
  }
})

export const action = inMission('paper.edit', async (scope, entered) => {
  const documentId = idOf(entered.params, 'document')
  const upload = await readUpload(entered, 'file', { bytes: LARGEST_ATTACHMENT, sentence: quotaSentence('file') })
  if (!upload.ok) return refusedUpload(upload)
  const { fields } = upload
  const form = AttachToDocumentInput.safeParse(fields)
  if (!form.success) return problemWith(fields, Object.fromEntries(form.error.issues.map((issue) => [issue.path.join('.'), issue.message])))
  if (!upload.file) return problemWith(fields, { file: 'Choose the file that belongs here.' })
  const kept = attachedFrom(upload.file.bytes)
  if (!kept.ok) return problemWith(fields, { file: kept.sentence })
  const file = { name: upload.file.name, kind: kept.kind, bytes: kept.bytes }
  const outcome = await attachToDocument(scope, documentId, form.data, file)
  if (outcome.done) {
    const read = await placeText(scope, documentId, outcome.id, await readPassages(file))
    return goTo(inside(scope, `/documents/${documentId}`), (read.done ? read.actId : undefined) ?? outcome.actId)
  }
  if (outcome.because === 'gone' || outcome.because === 'stale') throw refuse(outcome.because)
  return problemWith(fields, { file: quotaSentence(outcome.because) })
})

export default function DocumentFilesPage() {
  const { base, here, paper, files, removed, clock, canEdit } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={here} lang={paper.language || undefined}>{paper.title}</a>} title="Files of the document" lead="A newer version takes the place of the one before it, which stays kept. Passages that are marked stay as well." />
      {canEdit && <AttachPaperForm action={`${here}/files?index`} files={files.map(({ file }) => file)} problem={problem} />}
      <Section id="files" title="Kept here" aside={files.length === 0 ? undefined : String(files.length)}>
        {files.length === 0 && <p className="soft">No file is kept with this document yet.</p>}
        <FileVersions files={files} base={base} here={here} clock={clock} canEdit={canEdit} />
      </Section>
      {canEdit && <RemovedList files={removed} base={base} />}
    </>
  )
}
