import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { ChangeLinkInput, REASON_MAX } from '#app/operations/evidence.input.ts'
import { changeLink } from '#app/operations/evidence.server.ts'
import { RelationChips } from '#app/ui/assessment/link-fields.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Quote } from '#app/ui/kit/quote.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { findLink } from '#db/evidence.server.ts'

export const meta: MetaFunction = () => [{ title: 'Change a link · Caravan' }]

export const loader = inMission('evidence.edit', async (scope, { params }) => {
  const link = await findLink(scope.database.read, scope.mission.id, params.link ?? '')
  if (!link || link.excerpt_id !== params.excerpt) throw refuse('gone')
  return { base: inside(scope), link }
})

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, ChangeLinkInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await changeLink(scope, { ...form.value, link: params.link ?? '' })
  if (outcome.done) return goTo(inside(scope, `/evidence/${params.excerpt}`), outcome.actId)
  if (outcome.because === 'stale') return problemWith(form.typed, {}, 'Not saved: somebody else changed this link meanwhile. Your reason is kept here; look at theirs in a new tab, then reload this page.')
  throw refuse(outcome.because)
})

export default function ChangeLink() {
  const { base, link } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const here = `${base}/evidence/${link.excerpt_id}`
  return (
    <>
      <PageHead title="Change how it bears on the finding" lead={<>Finding: <a href={`${base}/findings/${link.finding_id}`}>{link.statement}</a></>} />
      <ErrorSummary problem={problem} />
      <Quote lang={link.language}>{link.body}</Quote>
      <Form hidden={{ link: link.id, revision: link.revision }}>
        <RelationChips problem={problem} relation={link.relation} />
        <TextField name="reason" label="Why" problem={problem} value={link.reason} maxLength={REASON_MAX} autoComplete="off" />
        <div className="line"><Button kind="primary">Save the link</Button><ButtonLink href={here}>Not now</ButtonLink></div>
      </Form>
      <div className="line acts"><ActionButton action={`${here}/unlink`} hidden={{ link: link.id, revision: link.revision }} kind="danger" icon="trash">Unlink; the sentence and the finding stay</ActionButton></div>
    </>
  )
}
