import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { hasPassages } from '#app/domain/papers/documents.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { EditPassageInput } from '#app/operations/documents.input.ts'
import { editPassage } from '#app/operations/passages.server.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PassageFields } from '#app/ui/papers/passage-fields.tsx'
import { findPassage } from '#db/register.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Edit ${openingOf(data?.node.title ?? 'a passage', 60)} · Caravan` }]

export const loader = inMission('paper.edit', async (scope, { params }) => {
  const node = await findPassage(scope.database.read, scope.mission.id, idOf(params, 'document'), idOf(params, 'node'))
  if (!node || !hasPassages(node.kind)) throw refuse('gone')
  return { here: inside(scope, `/documents/${params.document}`), node: { ...node, body: node.body === '' ? node.title : node.body } }
})

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const [documentId, nodeId] = [idOf(params, 'document'), idOf(params, 'node')]
  const form = await readForm(request, EditPassageInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await editPassage(scope, documentId, nodeId, form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${documentId}?node=${nodeId}#n-${nodeId}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'stale') return overtaken(form.typed, 'Somebody else changed this passage meanwhile. What you typed is kept here: compare it with the document in a new tab, then save again from there.')
  return problemWith(form.typed, { body: 'Words of this passage are marked as evidence: leave them as they are, or take the marks away first' })
})

export default function EditPassage() {
  const { here, node } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={`${here}?node=${node.id}#n-${node.id}`} lang={node.language || undefined}>{node.document_title}</a>} title="Edit the passage"
        actions={node.excerpts + node.findings === 0 ? <ActionButton action={`${here}/passages/${node.id}/remove`} hidden={{ revision: node.revision }} kind="quiet" icon="trash">Remove the passage</ActionButton> : undefined} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision: node.revision }} data-keep={`passage ${node.id}`}>
        <PassageFields problem={problem} values={node} lang={node.language} marked={node.excerpts} />
        <div className="line acts"><Button kind="primary">Save the passage</Button></div>
      </Form>
    </>
  )
}
