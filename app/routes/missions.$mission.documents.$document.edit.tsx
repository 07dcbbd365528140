import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { kindsFor } from '#app/domain/papers/documents.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { EditDocumentInput } from '#app/operations/documents.input.ts'
import { editDocument } from '#app/operations/documents.server.ts'
import type { Alike } from '#app/operations/documents.server.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { AlikeNote, DOCUMENT_PROBLEMS, DocumentFields } from '#app/ui/papers/document-fields.tsx'
import { listOrganisationChoices } from '#db/organisations.server.ts'
import { findRegistered, listDocumentChoices } from '#db/register.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Edit ${data?.paper.title ?? 'a document'} · Caravan` }]

export const loader = inMission('paper.edit', async (scope, { params }) => {
  const db = scope.database.read
  const paper = await findRegistered(db, scope.mission.id, idOf(params, 'document'))
  if (!paper) throw refuse('gone')
  const [organisations, papers] = await Promise.all([listOrganisationChoices(db), listDocumentChoices(db, scope.mission.id)])
  return { base: inside(scope), paper, kinds: kindsFor(paper.kind), organisations, papers: papers.filter(({ id }) => id !== paper.id) }
})

const sendBack = (problem: Problem, status = 422, alike: Alike[] = []) => json({ problem, alike }, { status })

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const documentId = idOf(params, 'document')
  const form = await readForm(request, EditDocumentInput)
  if (!form.ok) return sendBack(form.problem)
  const outcome = await editDocument(scope, documentId, form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${documentId}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'stale') return sendBack({ values: form.typed, errors: {}, summary: 'Somebody else changed this document meanwhile. What you typed is kept here: compare it with the document in a new tab, then save again from there.' }, 409)
  if (outcome.because === 'alike') return sendBack({ values: form.typed, errors: {} }, 422, outcome.alike)
  return sendBack({ values: form.typed, errors: DOCUMENT_PROBLEMS[outcome.because] })
})

export default function EditDocument() {
  const { base, paper, kinds, organisations, papers } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const problem = refused?.problem
  const alike = refused?.alike ?? []
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/documents/${paper.id}`} lang={paper.language || undefined}>{paper.title}</a>} title="Edit the document" />
      {alike.length === 0 && <ErrorSummary problem={problem} />}
      <Form hidden={{ revision: paper.revision }} data-keep={`document ${paper.id}`}>
        <AlikeNote problem={problem} alike={alike} base={base} />
        <DocumentFields problem={problem} values={paper} kinds={kinds} organisations={organisations} papers={papers} />
        <div className="line acts"><Button kind="primary">Save the document</Button></div>
      </Form>
    </>
  )
}
