import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { textIn } from '#app/http/query.server.ts'
import { CreatePersonInput, ENTRY_NAME_MAX, TITLE_MAX } from '#app/operations/directory.input.ts'
import { createPerson } from '#app/operations/people.server.ts'
import type { Similar } from '#app/operations/people.server.ts'
import { PersonName } from '#app/ui/directory/names.tsx'
import { ContactFields, PersonFields } from '#app/ui/directory/person-fields.tsx'
import { ProposedField } from '#app/ui/directory/proposed.tsx'
import { SimilarNote } from '#app/ui/directory/similar.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { listOrganisationChoices } from '#db/organisations.server.ts'

export const meta: MetaFunction = () => [{ title: 'Add a person · Caravan' }]

export const loader = inMission('directory.edit', async (scope, { url }) => ({
  base: inside(scope), name: textIn(url, 'name'), organisations: await listOrganisationChoices(scope.database.read),
}))

export const action = inMission('directory.edit', async (scope, { request }) => {
  const form = await readForm(request, CreatePersonInput)
  if (!form.ok) return json({ problem: form.problem, similar: [] as Similar[] }, { status: 422 })
  const outcome = await createPerson(scope, form.value)
  if (outcome.done) return goTo(inside(scope, `/people/${outcome.personId}`), outcome.actId)
  if (outcome.because === 'similar') return json({ problem: { values: form.typed, errors: {} }, similar: outcome.similar }, { status: 422 })
  throw refuse(outcome.because)
})

export default function NewPerson() {
  const { base, name, organisations } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const problem = refused?.problem
  const similar = refused?.similar ?? []
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/people`}>People</a>} title="Add a person" />
      {similar.length === 0 && <ErrorSummary problem={problem} />}
      <Form data-keep="new person">
        <SimilarNote problem={problem} noun="person" similar={similar.map((person) => ({ id: person.id, href: `${base}/people/${person.id}`, name: <PersonName {...person} /> }))} />
        <PersonFields problem={problem} values={{ name }} />
        <Section id="title-now" title="Title now">
          <TextField name="title" label="Title" optional problem={problem} maxLength={TITLE_MAX} autoComplete="off" hint="Another one can stand beside it later; two at once are normal." />
          <ProposedField name="organisation" label="Organisation" optional problem={problem} maxLength={ENTRY_NAME_MAX} choices={organisations} hint="A name that the directory does not know joins it." />
        </Section>
        <ContactFields problem={problem} />
        <div className="line"><Button kind="primary">Add to the directory</Button></div>
      </Form>
    </>
  )
}
