import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { EditTitleInput } from '#app/operations/directory.input.ts'
import { editTitle } from '#app/operations/people.server.ts'
import { TitleFields } from '#app/ui/directory/title-fields.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { listOrganisationChoices } from '#db/organisations.server.ts'
import { findPerson, listAffiliations } from '#db/people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Title of ${data?.person.name ?? 'a person'} · Caravan` }]

export const loader = inMission('directory.edit', async (scope, { params }) => {
  const db = scope.database.read
  const personId = params['person'] ?? ''
  const person = isId(personId) ? await findPerson(db, personId) : undefined
  const held = person && (await listAffiliations(db, [personId], await missionDay(scope))).find((each) => each.id === params['title'])
  if (!person || !held) throw refuse('gone')
  return {
    base: inside(scope), person: { id: person.id, name: person.name }, revision: held.revision, organisations: await listOrganisationChoices(db),
    values: { title: held.title, organisation: held.organisation, fromDay: held.fromDay ?? '', toDay: held.toDay ?? '' },
  }
})

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const { person: personId = '', title: affiliationId = '' } = params
  const form = await readForm(request, EditTitleInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = isId(personId) && isId(affiliationId) ? await editTitle(scope, personId, affiliationId, form.value) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(inside(scope, `/people/${personId}/titles`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  return problemWith(form.typed, {}, 'Somebody else changed this title meanwhile. What you typed is kept here: compare it with the page in a new tab, then save again.')
})

export default function PersonTitle() {
  const { base, person, revision, values, organisations } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const path = `${base}/people/${person.id}`
  return (
    <>
      <PageHead eyebrow={<a href={path}>{person.name}</a>} title="Change a title" lead="What was printed at an appearance stays as it was." />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision }}>
        <TitleFields problem={problem} values={values} organisations={organisations} />
        <div className="line"><Button kind="primary">Save the title</Button><ButtonLink href={`${path}/titles`}>Cancel</ButtonLink></div>
      </Form>
    </>
  )
}
