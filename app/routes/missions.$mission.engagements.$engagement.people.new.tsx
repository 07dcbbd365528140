import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { idIn, textIn } from '#app/http/query.server.ts'
import { AddParticipationInput } from '#app/operations/participations.input.ts'
import { addParticipation } from '#app/operations/participations.server.ts'
import { KeepBecause } from '#app/ui/agenda/clashes.tsx'
import { CandidateList, EmailField, NewPersonFields, RoleFields, SpeltAlike, TitleFields } from '#app/ui/engagements/participation-fields.tsx'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { listAgendaItems } from '#db/agenda.server.ts'
import { findCandidate, searchCandidates } from '#db/candidates.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Add somebody to ${data?.engagement.title ?? 'engagement'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params, url }) => {
  const engagement = await loadAsked(scope, params)
  const db = scope.database.read
  const text = textIn(url, 'text')
  const person = idIn(url, 'person')
  const [items, found, chosen] = await Promise.all([
    listAgendaItems(db, scope.mission.id, engagement.id), searchCandidates(db, text, engagement.day), person === undefined ? undefined : findCandidate(db, person, engagement.day),
  ])
  if (person !== undefined && !chosen) throw refuse('gone')
  return { base: inside(scope), at: inside(scope, `/engagements/${engagement.id}`), engagement, text, found, chosen, items: items.map(({ id, title, startMinute }) => ({ id, title, startMinute })) }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, AddParticipationInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await addParticipation(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}#who`), outcome.actId)
  switch (outcome.because) {
    case 'gone': throw refuse('gone')
    case 'stale': return overtaken(form.typed, 'Somebody else changed this meanwhile. Add them once more.')
    case 'no-person': return problemWith(form.typed, {}, 'This person is not in the directory any more. Look for them again.')
    case 'no-item': return problemWith(form.typed, { item: 'This item is gone: choose another' })
    case 'already': return problemWith(form.typed, { role: 'They appear here in this role already: choose another' })
    case 'alike': return json({ problem: { values: form.typed, errors: { another: 'Choose the person below, or say that this is another' } }, people: outcome.people }, { status: 422 })
    case 'conflicts': return json({ problem: { values: form.typed, errors: { because: 'They are somewhere else then: say why that may stand' } }, clashes: outcome.clashes }, { status: 422 })
  }
})

export default function AddSomebody() {
  const { base, at, engagement, text, found, chosen, items } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = answer?.problem
  const here = `${at}/people/new`
  return (
    <>
      <PageHead title="Add somebody" eyebrow={<a href={at}>{engagement.title}</a>} lead={<EngagementWhen at={engagement} />} />
      <ErrorSummary problem={problem} />
      {!chosen && (
        <Section id="find" title="From the directory">
          <Filters action={here} label="Look in the directory" submit="Find"><TextField name="text" label="Name or organisation" type="search" value={text} hint="Any spelling and script" /></Filters>
          {found.length > 0 && <CandidateList people={found} at={at} label="Found in the directory" />}
          {text !== '' && found.length === 0 && <p className="soft">Nobody in the directory is called “{text}”. Add them below.</p>}
        </Section>
      )}
      <Section id="add" title={chosen ? [chosen.honorific, chosen.name].filter(Boolean).join(' ') : 'Somebody new, or whom a body sends'} aside={chosen ? <a href={here}>Somebody else</a> : undefined}>
        <Form action={chosen ? `${here}?person=${chosen.id}` : here} hidden={{ person: chosen?.id }}>
          {chosen ? <>{!chosen.hasEmail && <EmailField problem={problem} />}<TitleFields problem={problem} title={chosen.title} body="" /></> : <NewPersonFields problem={problem} name={found.length === 0 ? text : ''} />}
          <RoleFields problem={problem} items={items} />
          <SpeltAlike people={answer && 'people' in answer ? answer.people : []} at={at} problem={problem} />
          <KeepBecause clashes={answer && 'clashes' in answer ? answer.clashes : []} base={base} problem={problem} />
          <CommitBar actions={<><ButtonLink href={at}>Not now</ButtonLink><Button kind="primary">{chosen ? `Add ${chosen.name}` : 'Add to the engagement'}</Button></>}>They stand last in the protocol order; nobody is told before you send.</CommitBar>
        </Form>
      </Section>
    </>
  )
}
