import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatTenure, latestFirst } from '#app/domain/people/tenure.ts'
import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { AddTitleInput } from '#app/operations/directory.input.ts'
import { addTitle } from '#app/operations/people.server.ts'
import { TitleFields } from '#app/ui/directory/title-fields.tsx'
import { TitleLine } from '#app/ui/directory/title-line.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { listOrganisationChoices } from '#db/organisations.server.ts'
import { findPerson, listAffiliations } from '#db/people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Titles of ${data?.person.name ?? 'a person'} · Caravan` }]

export const loader = inMission('directory.edit', async (scope, { params }) => {
  const db = scope.database.read
  const personId = params['person'] ?? ''
  const person = isId(personId) ? await findPerson(db, personId) : undefined
  if (!person || person.merged_into_id) throw refuse('gone')
  const [titles, organisations] = await Promise.all([listAffiliations(db, [personId], await missionDay(scope)), listOrganisationChoices(db)])
  return { base: inside(scope), person: { id: person.id, name: person.name }, titles: latestFirst(titles).map((held) => ({ ...held, period: formatTenure(held) })), organisations }
})

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const personId = params['person'] ?? ''
  const form = await readForm(request, AddTitleInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = isId(personId) ? await addTitle(scope, personId, form.value) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(inside(scope, `/people/${personId}/titles`), outcome.actId)
  throw refuse(outcome.because)
})

export default function PersonTitles() {
  const { base, person, titles, organisations } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const path = `${base}/people/${person.id}`
  return (
    <>
      <PageHead eyebrow={<a href={path}>{person.name}</a>} title="Titles over time" lead="End a title rather than write over it: appearances before that day keep what was printed, and lists follow the day." />
      <ErrorSummary problem={problem} />
      <List label="Titles, the latest first">
        {titles.map((held) => (
          <ListRow key={held.id} under={held.period || 'from when until when is not known'} mark={<span className="line">
            <ButtonLink tight href={`${path}/titles/${held.id}`}>Change<span className="vh"> {held.title}</span></ButtonLink>
            <ActionButton action={`${path}/titles/remove`} hidden={{ affiliation: held.id, revision: held.revision }} tight aria-label={`Remove ${held.title}`}>Remove</ActionButton>
          </span>}><TitleLine base={base} held={held} /></ListRow>
        ))}
      </List>
      {titles.length === 0 && <p className="soft">No title known yet.</p>}
      <Section id="add" title="Add a title" aside="two at once are normal">
        <Form>
          <TitleFields problem={problem} organisations={organisations} />
          <div className="line"><Button kind="primary">Add the title</Button></div>
        </Form>
      </Section>
    </>
  )
}
