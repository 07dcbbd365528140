import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { EditHolidayInput } from '#app/operations/directory.input.ts'
import { editHoliday } from '#app/operations/holidays.server.ts'
import { HolidayFields } from '#app/ui/directory/holiday-fields.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { findHoliday, listHolidayCountries } from '#db/holidays.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.values.name ?? 'A holiday'} · Caravan` }]

export const loader = inMission('directory.edit', async (scope, { params }) => {
  const id = params['holiday'] ?? ''
  const row = isId(id) ? await findHoliday(scope.database.read, id) : undefined
  if (!row) throw refuse('gone')
  const { known, visited } = await listHolidayCountries(scope.database.read, scope.mission.id)
  return {
    id, path: inside(scope, '/holidays'), revision: row.revision, countries: [...new Set([...visited, ...known])],
    values: {
      country: row.country, name: row.name, kind: row.kind, startDay: row.startDay, endDay: row.endDay === row.startDay ? '' : row.endDay, everyYear: row.yearly,
      untilYear: row.untilYear === null ? '' : String(row.untilYear), source: row.source, verified: row.verified,
    },
  }
})

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const id = params['holiday'] ?? ''
  const form = await readForm(request, EditHolidayInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = isId(id) ? await editHoliday(scope, id, form.value) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(inside(scope, `/holidays?country=${encodeURIComponent(form.value.country)}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  return problemWith(form.typed, {}, 'Somebody else changed this holiday meanwhile. What you typed is kept here: compare it with the page in a new tab, then save again.')
})

export default function EditHoliday() {
  const { id, path, revision, countries, values } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={path}>Holidays</a>} title={`Edit ${values.name}`} lead="All missions of this installation go by it."
        actions={<ActionButton action={`${path}/remove`} hidden={{ holiday: id, revision }} kind="danger">Remove the holiday</ActionButton>} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision }}>
        <HolidayFields problem={problem} values={values} countries={countries} />
        <div className="line"><Button kind="primary">Save the holiday</Button><ButtonLink href={path}>Cancel</ButtonLink></div>
      </Form>
    </>
  )
}
