import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { AddPersonNameInput, PERSON_NAME_MAX } from '#app/operations/directory.input.ts'
import { addPersonName } from '#app/operations/people.server.ts'
import { NameLanguageField, nameLanguage } from '#app/ui/directory/names.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { findPerson, listPersonNames } from '#db/people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Spellings of ${data?.person.name ?? 'a person'} · Caravan` }]

export const loader = inMission('directory.edit', async (scope, { params }) => {
  const personId = params['person'] ?? ''
  const person = isId(personId) ? await findPerson(scope.database.read, personId) : undefined
  if (!person || person.merged_into_id) throw refuse('gone')
  const { names } = await listPersonNames(scope.database.read, personId)
  return { base: inside(scope), person: { id: person.id, name: person.name }, names }
})

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const personId = params['person'] ?? ''
  const form = await readForm(request, AddPersonNameInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = isId(personId) ? await addPersonName(scope, personId, form.value) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(inside(scope, `/people/${personId}/names`), outcome.actId)
  if (outcome.because === 'known') return problemWith(form.typed, { name: 'This spelling is known already: enter another one' })
  throw refuse(outcome.because)
})

export default function PersonNames() {
  const { base, person, names } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const path = `${base}/people/${person.id}`
  return (
    <>
      <PageHead eyebrow={<a href={path}>{person.name}</a>} title="Other spellings" lead="In other scripts and languages, or as others print them. All of them are found by the search." />
      <ErrorSummary problem={problem} />
      <List label="Spellings">
        <ListRow under="the name as printed">{person.name}</ListRow>
        {names.map((row) => (
          <ListRow key={row.id} under={[nameLanguage(row.language), row.script].filter(Boolean).join(', ') || 'any language'}
            mark={row.person_id === person.id ? <ActionButton action={`${path}/names/remove`} hidden={{ name: row.id, revision: row.revision }} tight aria-label={`Remove ${row.name}`}>Remove</ActionButton> : <span className="small soft">of a merged entry</span>}>
            <span lang={row.language || undefined}>{row.name}</span>
          </ListRow>
        ))}
      </List>
      <Section id="add" title="Add a spelling">
        <Form>
          <TextField name="name" label="Name" problem={problem} maxLength={PERSON_NAME_MAX} required autoComplete="off" />
          <NameLanguageField problem={problem} />
          <div className="line"><Button kind="primary">Add the spelling</Button></div>
        </Form>
      </Section>
    </>
  )
}
