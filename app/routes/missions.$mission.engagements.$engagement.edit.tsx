import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { EditEngagementInput } from '#app/operations/engagements.input.ts'
import { editEngagement } from '#app/operations/engagements.server.ts'
import { KeepBecause } from '#app/ui/agenda/clashes.tsx'
import { PlaceFields, TitleAndKind, WordsFields } from '#app/ui/engagements/engagement-fields.tsx'
import { Compare } from '#app/ui/engagements/compare.tsx'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { listVenues } from '#db/engagements.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Edit ${data?.engagement.title ?? 'engagement'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const engagement = await loadAsked(scope, params)
  const venues = await listVenues(scope.database.read, scope.mission.id, engagement.stopId)
  return { base: inside(scope), at: inside(scope, `/engagements/${engagement.id}`), engagement, venues }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, EditEngagementInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await editEngagement(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}`), outcome.actId)
  switch (outcome.because) {
    case 'stale': return overtaken(form.typed, 'Somebody else changed this meanwhile. What you typed is kept: compare it below, then save again.')
    case 'no-venue': return problemWith(form.typed, { venueId: 'This place is gone: choose another' })
    case 'conflicts': return json({ problem: { values: form.typed, errors: { because: 'Choose another place, or say why it may stand' } }, clashes: outcome.clashes }, { status: 422 })
    case 'gone': throw refuse('gone')
  }
})

export default function EditEngagement() {
  const { base, at, engagement, venues } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = answer?.problem
  const { revision, title, kind } = engagement
  return (
    <>
      <PageHead title="Edit engagement" eyebrow={<a href={at}>{title}</a>} lead={<><EngagementWhen at={engagement} /> · <a href={`${at}/move`}>Move…</a></>} />
      <ErrorSummary problem={problem} />
      <Compare problem={problem} revision={revision} stored={storedWords(engagement)} />
      <Form hidden={{ revision }}>
        <TitleAndKind problem={problem} title={title} kind={kind} />
        <PlaceFields problem={problem} values={engagement} venues={venues} city={engagement.city} />
        <WordsFields problem={problem} values={engagement} />
        <KeepBecause clashes={answer && 'clashes' in answer ? answer.clashes : []} base={base} problem={problem} />
        <CommitBar actions={<><ButtonLink href={at}>Not now</ButtonLink><Button kind="primary">Save</Button></>}>Whoever is invited learns of it when somebody sends.</CommitBar>
      </Form>
    </>
  )
}

type Stored = ReturnType<typeof useLoaderData<typeof loader>>['engagement']

/** The stored text under the name of each field, for the comparison after somebody was faster. */
function storedWords({ title, venueText, room, team, language, interpretation, purpose, questions, brief, publicText }: Stored) {
  return [
    { name: 'title', label: 'Title', text: title }, { name: 'venue', label: 'Venue', text: venueText }, { name: 'room', label: 'Room', text: room }, { name: 'team', label: 'Team', text: team },
    { name: 'language', label: 'Language', text: language }, { name: 'interpretation', label: 'Interpretation', text: interpretation }, { name: 'purpose', label: 'Purpose', text: purpose },
    { name: 'questions', label: 'Questions', text: questions }, { name: 'brief', label: 'Brief', text: brief }, { name: 'publicText', label: 'Text in the invitation', text: publicText },
  ]
}
