import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { EditPersonInput } from '#app/operations/directory.input.ts'
import { editPerson } from '#app/operations/people.server.ts'
import { ContactFields, PersonFields } from '#app/ui/directory/person-fields.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { findContact, findPerson } from '#db/people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Edit ${data?.person.name ?? 'a person'} · Caravan` }]

export const loader = inMission('directory.edit', async (scope, { params }) => {
  const personId = params['person'] ?? ''
  const person = isId(personId) ? await findPerson(scope.database.read, personId) : undefined
  if (!person || person.merged_into_id) throw refuse('gone')
  const contact = await findContact(scope.database.read, scope.actor.accountId, personId)
  return { base: inside(scope), person: { id: person.id, name: person.name, honorific: person.honorific, languages: person.languages, revision: person.revision }, contact }
})

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const personId = params['person'] ?? ''
  const form = await readForm(request, EditPersonInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = isId(personId) ? await editPerson(scope, personId, form.value) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(inside(scope, `/people/${personId}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  return problemWith(form.typed, {}, 'Somebody else changed this person meanwhile. What you typed is kept here: compare it with the page in a new tab, then save again.')
})

export default function EditPerson() {
  const { base, person, contact } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const path = `${base}/people/${person.id}`
  return (
    <>
      <PageHead eyebrow={<a href={path}>{person.name}</a>} title="Edit the person" actions={<><ButtonLink href={`${path}/names`}>Other spellings</ButtonLink><ButtonLink href={`${path}/titles`}>Titles</ButtonLink></>} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision: person.revision, contact: contact ? 'yes' : undefined }}>
        <PersonFields problem={problem} values={person} />
        {contact ? <ContactFields problem={problem} values={contact} /> : <Note title="E-mail, phone and remark stay as they are.">They show to members of a mission in which this person appears.</Note>}
        <div className="line"><Button kind="primary">Save the person</Button><ButtonLink href={path}>Cancel</ButtonLink></div>
      </Form>
    </>
  )
}
