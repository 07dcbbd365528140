import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { textIn } from '#app/http/query.server.ts'
import { AddHolidayInput } from '#app/operations/directory.input.ts'
import { addHoliday } from '#app/operations/holidays.server.ts'
import { HolidayFields } from '#app/ui/directory/holiday-fields.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { listHolidayCountries } from '#db/holidays.server.ts'

export const meta: MetaFunction = () => [{ title: 'Add a holiday · Caravan' }]

export const loader = inMission('directory.edit', async (scope, { url }) => {
  const { known, visited } = await listHolidayCountries(scope.database.read, scope.mission.id)
  return { path: inside(scope, '/holidays'), countries: [...new Set([...visited, ...known])], country: textIn(url, 'country') }
})

export const action = inMission('directory.edit', async (scope, { request }) => {
  const form = await readForm(request, AddHolidayInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await addHoliday(scope, form.value)
  if (outcome.done) return goTo(inside(scope, `/holidays?country=${encodeURIComponent(form.value.country)}`), outcome.actId)
  throw refuse(outcome.because)
})

export default function NewHoliday() {
  const { path, countries, country } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={path}>Holidays</a>} title="Add a holiday" lead="All missions of this installation go by it." />
      <ErrorSummary problem={problem} />
      <Form data-keep="new holiday">
        <HolidayFields problem={problem} countries={countries} values={{ country }} />
        <div className="line"><Button kind="primary">Add the holiday</Button><ButtonLink href={path}>Cancel</ButtonLink></div>
      </Form>
    </>
  )
}
