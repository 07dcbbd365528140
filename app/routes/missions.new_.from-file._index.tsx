import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo } from '#app/http/answers.server.ts'
import { signedIn } from '#app/http/enter.server.ts'
import { problemWith } from '#app/http/form.server.ts'
import { LARGEST_MISSION } from '#app/http/guard.server.ts'
import { readUpload, refusedUpload } from '#app/http/upload.server.ts'
import { readMissionFile, stageMissionFile } from '#app/operations/mission-files.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Field, wireField } from '#app/ui/kit/field.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PlainShell } from '#app/ui/shell/plain-shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Bring a mission in · Caravan' }]

export const loader = signedIn(async ({ actor, theme }) => ({ person: { name: actor.name, role: '' }, theme }))

const LARGEST = 64
const LIMIT = { bytes: LARGEST_MISSION, sentence: `A file may hold ${LARGEST} MB here. Export the mission without its photos and papers, or let your operator bring it in: caravan mission import FILE.` }

export const action = signedIn(async ({ actor }, entered) => {
  const upload = await readUpload(entered, 'file', LIMIT)
  if (!upload.ok) return refusedUpload(upload)
  const { fields, file } = upload
  if (!file) return problemWith(fields, { file: 'Choose the file that was taken out' })
  const { database } = entered.app
  const read = await readMissionFile(database.read, Buffer.from(file.bytes).toString('utf8'))
  if (!read.ok) return problemWith(fields, { file: read.sentence })
  const id = await stageMissionFile({ database, nowMs: entered.context.nowMs }, actor.accountId, file)
  return goTo(`/missions/new/from-file/${id}`)
})

export default function BringIn() {
  const { person, theme } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const file = { name: 'file', label: 'File of a mission', hint: `JSON, at most ${LARGEST} MB`, ...(problem && { problem }) }
  return (
    <PlainShell person={person} theme={theme}>
      <PageHead eyebrow={<a href="/missions">Missions</a>} title="Bring a mission in" lead="A file that was made with “Export the mission”, here or in another installation. You see what it holds before anything comes in, and you will coordinate the mission." />
      <ErrorSummary problem={problem} />
      <Form encType="multipart/form-data" action="/missions/new/from-file?index">
        <Field {...file}><input {...wireField(file)} type="file" accept=".json,application/json" /></Field>
        <div className="line"><Button kind="primary">Look at it</Button><ButtonLink href="/missions" kind="quiet">Not now</ButtonLink></div>
      </Form>
    </PlainShell>
  )
}
