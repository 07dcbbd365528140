import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LARGEST_ATTACHMENT, quotaSentence } from '#app/domain/meetings/attachments.ts'
import { kindsFor } from '#app/domain/papers/documents.ts'
import { attachedFrom } from '#app/files/attached.ts'
import { readPassages } from '#app/files/passages.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readUpload } from '#app/http/upload.server.ts'
import { NewDocumentInput } from '#app/operations/documents.input.ts'
import { createDocument } from '#app/operations/documents.server.ts'
import type { Alike } from '#app/operations/documents.server.ts'
import { placeText } from '#app/operations/passages.server.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { AlikeNote, DOCUMENT_PROBLEMS, DocumentFields, FileField } from '#app/ui/papers/document-fields.tsx'
import { listOrganisationChoices } from '#db/organisations.server.ts'
import { listDocumentChoices } from '#db/register.server.ts'

export const meta: MetaFunction = () => [{ title: 'Add a document · Caravan' }]

export const loader = inMission('paper.edit', async (scope) => {
  const [organisations, papers] = await Promise.all([listOrganisationChoices(scope.database.read), listDocumentChoices(scope.database.read, scope.mission.id)])
  return { base: inside(scope), kinds: kindsFor(''), organisations, papers }
})

const sendBack = (problem: Problem, status = 422, alike: Alike[] = []) => json({ problem, alike }, { status })

export const action = inMission('paper.edit', async (scope, entered) => {
  const upload = await readUpload(entered, 'file', { bytes: LARGEST_ATTACHMENT, sentence: quotaSentence('file') })
  if (!upload.ok) return sendBack(upload.problem, upload.status)
  const { fields } = upload
  const kept = upload.file && attachedFrom(upload.file.bytes)
  if (kept && !kept.ok) return sendBack({ values: fields, errors: { file: kept.sentence } })
  const file = upload.file && kept ? { ...kept, name: upload.file.name } : null
  const form = NewDocumentInput.safeParse(fields)
  const again: Record<string, string> = file ? { file: 'Choose the file again: it was not kept' } : {}
  if (!form.success) return sendBack({ values: fields, errors: { ...again, ...Object.fromEntries(form.error.issues.map((issue) => [issue.path.join('.'), issue.message])) } })
  const outcome = await createDocument(scope, form.data, file)
  if (outcome.done) {
    const read = file && outcome.fileId !== undefined ? await placeText(scope, outcome.documentId, outcome.fileId, await readPassages(file)) : undefined
    return goTo(inside(scope, `/documents/${outcome.documentId}`), (read?.done ? read.actId : undefined) ?? outcome.actId)
  }
  if (outcome.because === 'alike') return sendBack({ values: fields, errors: again }, 422, outcome.alike)
  if (outcome.because === 'stale' || outcome.because === 'gone') throw refuse(outcome.because)
  if (outcome.because in DOCUMENT_PROBLEMS) return sendBack({ values: fields, errors: { ...again, ...DOCUMENT_PROBLEMS[outcome.because as keyof typeof DOCUMENT_PROBLEMS] } })
  return sendBack({ values: fields, errors: { file: quotaSentence(outcome.because as 'document-full') } })
})

export default function NewDocument() {
  const { base, kinds, organisations, papers } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const problem = refused?.problem
  const alike = refused?.alike ?? []
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/documents`}>Documents</a>} title="Add a document" />
      {(alike.length === 0 || problem?.errors['file']) && <ErrorSummary problem={problem} />}
      <Form encType="multipart/form-data">
        <AlikeNote problem={problem} alike={alike} base={base} />
        <DocumentFields problem={problem} kinds={kinds} organisations={organisations} papers={papers} />
        <FileField problem={problem} label="File" optional />
        <div className="line acts"><Button kind="primary">Add to the register</Button></div>
      </Form>
    </>
  )
}
