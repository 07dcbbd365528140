import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { AliasInput, ENGAGEMENT_TITLE_MAX } from '#app/operations/engagements.input.ts'
import { addAlias } from '#app/operations/engagements.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { listAliases } from '#db/engagements.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Other titles of ${data?.title ?? 'engagement'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const { id, title } = await loadAsked(scope, params)
  return { at: inside(scope, `/engagements/${id}`), title, aliases: await listAliases(scope.database.read, scope.mission.id, id) }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, AliasInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await addAlias(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}/aliases`), outcome.actId)
  if (outcome.because === 'already') return problemWith(form.typed, { title: 'It is known under this title already' })
  throw refuse(outcome.because)
})

export default function Aliases() {
  const { at, title, aliases } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead title="Other titles" eyebrow={<a href={at}>{title}</a>} lead={<>Invitations say “{title}”. It is found under these as well.</>} />
      <ErrorSummary problem={problem} />
      {aliases.length === 0 && <p className="soft">It is known under no other title yet.</p>}
      <List label="Other titles">
        {aliases.map((alias) => (
          <ListRow key={alias.id} under={alias.sourceLine === null ? undefined : `line ${alias.sourceLine} of the deck`}
            mark={<ActionButton tight action={`${at}/aliases/remove`} hidden={{ alias: alias.id }} aria-label={`Remove “${alias.title}”`}>Remove</ActionButton>}>“{alias.title}”</ListRow>
        ))}
      </List>
      <Form action={`${at}/aliases?index`}>
        <TextField name="title" label="Another title" problem={problem} maxLength={ENGAGEMENT_TITLE_MAX} required autoComplete="off" />
        <div className="line"><Button kind="primary">Add the title</Button><ButtonLink href={at}>Back to the engagement</ButtonLink></div>
      </Form>
    </>
  )
}
