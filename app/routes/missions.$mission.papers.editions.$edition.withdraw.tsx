import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { WITHDRAW_REASON_MAX, WithdrawInput } from '#app/operations/editions.input.ts'
import { withdrawEdition } from '#app/operations/editions.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { editionTitle } from '#app/ui/papers/edition-list.tsx'
import { findEdition } from '#db/editions.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Withdraw ${data?.title ?? 'an edition'} · Caravan` }]

export const loader = inMission('paper.issue', async (scope, { params }) => {
  const edition = await findEdition(scope.database.read, scope.mission.id, idOf(params, 'edition'))
  if (!edition) throw refuse('gone')
  return { at: inside(scope, `/papers/editions/${edition.id}`), title: `${editionTitle(edition)}, edition ${edition.number}`, number: edition.number, revision: edition.revision, stands: edition.withdrawn_ms === null }
})

export const action = inMission('paper.issue', async (scope, { request, params }) => {
  const form = await readForm(request, WithdrawInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await withdrawEdition(scope, idOf(params, 'edition'), form.value)
  if (outcome.done) return goTo(inside(scope, `/papers/editions/${params.edition}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  return overtaken(form.typed, outcome.because === 'withdrawn-already' ? 'Somebody withdrew this edition already.' : 'Somebody else changed this meanwhile. Look at it again, then withdraw it once more.')
})

export default function WithdrawEdition() {
  const { at, title, number, revision, stands } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={at}>{title}</a>} title={`Withdraw edition ${number}`} lead="It stays to be read, marked as withdrawn. Its number is not used again, and the next edition tells its changes from the last one that stands." />
      <ErrorSummary problem={problem} />
      {stands ? (
        <Form hidden={{ revision }}>
          <TextField name="reason" label="Why" problem={problem} maxLength={WITHDRAW_REASON_MAX} hint="Whoever holds this edition will ask." />
          <CommitBar actions={<><ButtonLink href={at}>Let it stand</ButtonLink><Button kind="danger">Withdraw edition {number}</Button></>}>Nobody is told by itself: tell those who hold it.</CommitBar>
        </Form>
      ) : <Empty title="It is withdrawn already" action={<ButtonLink href={at}>To the edition</ButtonLink>} />}
    </>
  )
}
