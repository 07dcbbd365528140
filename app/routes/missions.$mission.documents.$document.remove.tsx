import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { count } from '#app/domain/text.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { RemoveDocumentInput } from '#app/operations/documents.input.ts'
import { isRemovable, removeDocument } from '#app/operations/documents.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { countDocumentUses, findRegistered } from '#db/register.server.ts'

const IN_USE = 'Evidence, findings or the work plan rest on it, or it belongs to a questionnaire.'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Remove ${data?.paper.title ?? 'a document'} · Caravan` }]

export const loader = inMission('paper.edit', async (scope, { params }) => {
  const db = scope.database.read
  const documentId = idOf(params, 'document')
  const [paper, uses] = await Promise.all([findRegistered(db, scope.mission.id, documentId), countDocumentUses(db, scope.mission.id, documentId)])
  if (!paper) throw refuse('gone')
  return { base: inside(scope), here: inside(scope, `/documents/${documentId}`), paper, uses, removable: isRemovable(paper.kind, uses) }
})

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, RemoveDocumentInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await removeDocument(scope, idOf(params, 'document'), form.value)
  if (outcome.done) return goTo(inside(scope, '/documents'), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'stale') return overtaken(form.typed, 'Somebody else changed this document meanwhile. Look at it again, then remove it once more.')
  return problemWith(form.typed, {}, `This document stays. ${IN_USE}`)
})

export default function RemoveDocument() {
  const { base, here, paper, uses, removable } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const along = [uses.files > 0 && count(uses.files, 'file', 'files'), uses.handOuts > 0 && count(uses.handOuts, 'hand-out', 'hand-outs'), Number(paper.nodes) > 0 && count(Number(paper.nodes), 'passage', 'passages')].filter(Boolean).join(', ')
  return (
    <>
      <PageHead eyebrow={<a href={here} lang={paper.language || undefined}>{paper.title}</a>} title="Remove the document" />
      <ErrorSummary problem={problem} />
      {removable
        ? <Form hidden={{ revision: paper.revision }}><CommitBar actions={<><ButtonLink href={here}>Keep it</ButtonLink><Button kind="danger">Remove the document</Button></>}>{along === '' ? 'It goes out of the register' : `It goes out of the register with ${along}`}{uses.translations > 0 && `; ${count(uses.translations, 'translation', 'translations')} of it stay`}. Undo brings all of it back for a week.</CommitBar></Form>
        : <Empty title="This one stays" action={<ButtonLink href={uses.excerpts > 0 ? `${base}/evidence` : here}>{uses.excerpts > 0 ? 'To the evidence' : 'Back to the document'}</ButtonLink>}>{IN_USE}{uses.excerpts > 0 && ` ${count(uses.excerpts, 'sentence of it is', 'sentences of it are')} marked.`}</Empty>}
    </>
  )
}
