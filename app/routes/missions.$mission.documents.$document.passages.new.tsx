import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasPassages } from '#app/domain/papers/documents.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { NewPassageInput } from '#app/operations/documents.input.ts'
import { addPassage } from '#app/operations/passages.server.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PassageFields } from '#app/ui/papers/passage-fields.tsx'
import { findRegistered } from '#db/register.server.ts'

export const meta: MetaFunction = () => [{ title: 'Type a passage · Caravan' }]

export const loader = inMission('paper.edit', async (scope, { params }) => {
  const paper = await findRegistered(scope.database.read, scope.mission.id, idOf(params, 'document'))
  if (!paper || !hasPassages(paper.kind)) throw refuse('gone')
  return { here: inside(scope, `/documents/${paper.id}`), paper: { id: paper.id, title: paper.title, language: paper.language } }
})

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const documentId = idOf(params, 'document')
  const form = await readForm(request, NewPassageInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await addPassage(scope, documentId, form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${documentId}?node=${outcome.nodeId}#n-${outcome.nodeId}`), outcome.actId)
  throw refuse(outcome.because)
})

export default function NewPassage() {
  const { here, paper } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={here} lang={paper.language || undefined}>{paper.title}</a>} title="Type a passage" lead="For a scan, a letter on paper, or a page that was read out: what is typed here can be searched and marked as evidence." />
      <ErrorSummary problem={problem} />
      <Form data-keep={`passage of ${paper.id}`}>
        <PassageFields problem={problem} lang={paper.language} />
        <div className="line acts"><Button kind="primary">Add the passage</Button></div>
      </Form>
    </>
  )
}
