import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { readFile } from '#app/files/read.server.ts'
import { goTo } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { problemWith } from '#app/http/form.server.ts'
import { idIn, pageIn, paged } from '#app/http/query.server.ts'
import { readUpload, refusedUpload } from '#app/http/upload.server.ts'
import { intakeOf } from '#app/operations/intake.server.ts'
import { StartImportInput } from '#app/operations/imports.input.ts'
import { startImport } from '#app/operations/imports.server.ts'
import { ImportList } from '#app/ui/imports/import-list.tsx'
import { FILES_ACCEPTED, PasteForm } from '#app/ui/imports/paste-form.tsx'
import { unreadSentence } from '#app/ui/imports/unread.ts'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { findEngagement } from '#db/engagements.server.ts'
import { listImports } from '#db/imports.server.ts'

const PAGE = 20

export const meta: MetaFunction = () => [{ title: 'Paste and import · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const id = idIn(url, 'engagement')
  const [imports, engagement] = await Promise.all([
    listImports(db, scope.mission.id, { limit: PAGE, offset: (pageIn(url) - 1) * PAGE }), id === undefined ? undefined : findEngagement(db, scope.mission.id, id),
  ])
  return {
    here: inside(scope, '/imports'), ...paged(url, imports, PAGE), target: engagement ? { id: engagement.id, title: engagement.title } : null,
    clock: { zone: scope.actor.zone, city: scope.actor.city }, canEdit: can(scope.role, 'agenda.edit'),
  }
})

export const action = inMission('agenda.edit', async (scope, entered) => {
  const upload = await readUpload(entered, 'file')
  if (!upload.ok) return refusedUpload(upload)
  const { fields, file } = upload
  const read = file && (await readFile(file.bytes, file.name))
  if (read && 'refused' in read) return problemWith(fields, { file: read.sentence })
  const form = StartImportInput.safeParse({ ...fields, ...(file && read ? { text: read.text, name: file.name, format: read.format } : {}) })
  if (!form.success) return problemWith(fields, { text: 'This could not be read. Paste the text again.' })
  const outcome = await startImport(scope, form.data, intakeOf(scope.mission))
  if (outcome.done) return goTo(inside(scope, `/imports/${outcome.id}`))
  return problemWith(fields, { [file ? 'file' : 'text']: unreadSentence(outcome.because) })
})

export default function Imports() {
  const { here, rows, paging, target, clock, canEdit } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow="Paste, check, store · step 1 of 3" title="Paste and import" lead="An agenda or a schedule, as it is: it is read, checked with you, and stored only when you say so." />
      {canEdit ? <PasteForm here={here} problem={problem} target={target} accept={FILES_ACCEPTED} /> : <Section id="paste" title="Read a text"><p className="soft">A member or coordinator of the mission does this.</p></Section>}
      <ImportList imports={rows} here={here} clock={clock} paging={paging} />
    </>
  )
}
