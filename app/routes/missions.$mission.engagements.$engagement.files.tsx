import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LARGEST_ATTACHMENT, quotaSentence } from '#app/domain/meetings/attachments.ts'
import { canRewrite } from '#app/domain/meetings/notes.ts'
import { can } from '#app/domain/people/access.ts'
import { attachedFrom } from '#app/files/attached.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { problemWith } from '#app/http/form.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { readUpload, refusedUpload } from '#app/http/upload.server.ts'
import { AttachInput } from '#app/operations/attachments.input.ts'
import { attachFile } from '#app/operations/attachments.server.ts'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { AttachForm } from '#app/ui/meetings/attach-form.tsx'
import { AttachmentList, RemovedList } from '#app/ui/meetings/attachment-list.tsx'
import { listAttachments } from '#db/attachments.server.ts'
import { listNotes } from '#db/notes.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Files of ${data?.engagement.title ?? 'the meeting'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const engagement = await loadAsked(scope, params)
  const db = scope.database.read
  const reader = scope.actor.accountId
  const [files, notes] = await Promise.all([listAttachments(db, scope.mission.id, { engagementId: engagement.id, reader }), listNotes(db, scope.mission.id, { engagementId: engagement.id, reader })])
  return {
    base: inside(scope), at: inside(scope, `/engagements/${engagement.id}`), engagement, canWrite: can(scope.role, 'note.write'), note: idIn(url, 'note') ?? '',
    files: files.filter((file) => file.removed_ms === null), removed: files.filter((file) => file.removed_ms !== null),
    notes: notes.filter((note) => canRewrite(note.status)).map((note) => ({ id: note.id, author: note.author_name, isPrivate: note.private === 1, opening: note.opening.slice(0, 60) })),
  }
})

export const action = inMission('note.write', async (scope, entered) => {
  const engagement = engagementIn(entered.params)
  const upload = await readUpload(entered, 'file', { bytes: LARGEST_ATTACHMENT, sentence: quotaSentence('file') })
  if (!upload.ok) return refusedUpload(upload)
  const { fields, file } = upload
  const form = AttachInput.safeParse(fields)
  if (!form.success) return problemWith(fields, Object.fromEntries(form.error.issues.map((issue) => [issue.path.join('.'), issue.message])))
  if (!file) return problemWith(fields, { file: 'Choose the file that belongs here.' })
  const kept = attachedFrom(file.bytes)
  if (!kept.ok) return problemWith(fields, { file: kept.sentence })
  const outcome = await attachFile(scope, engagement, form.data, { name: file.name, kind: kept.kind, bytes: kept.bytes })
  if (outcome.done) return goTo(inside(scope, `/engagements/${engagement}/files${form.data.note === null ? '' : `?note=${form.data.note}`}#file-${outcome.id}`), outcome.actId)
  if (outcome.because === 'gone' || outcome.because === 'stale') throw refuse(outcome.because)
  return outcome.because === 'cleared' ? problemWith(fields, { note: 'This note is cleared: its files are settled. Reopen it first, or keep the file with the meeting.' }) : problemWith(fields, { file: quotaSentence(outcome.because) })
})

export default function FilesPage() {
  const { base, at, engagement, files, removed, notes, note, canWrite } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead title="Photos, scans and papers" eyebrow={<a href={`${at}#notes`}>{engagement.title}</a>} lead={<EngagementWhen at={engagement} />} />
      {canWrite && <AttachForm action={`${at}/files`} notes={notes} note={note} problem={problem} />}
      <Section id="files" title="Kept here" aside={files.length === 0 ? undefined : String(files.length)}>
        {files.length === 0 && <p className="soft">Nothing is kept with this meeting or its notes yet.</p>}
        <AttachmentList files={files} base={base} clock={engagement} canWrite={canWrite} />
      </Section>
      {canWrite && <RemovedList files={removed} base={base} />}
    </>
  )
}
