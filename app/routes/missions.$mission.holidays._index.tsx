import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged, textIn } from '#app/http/query.server.ts'
import { HolidayTable } from '#app/ui/directory/holiday-table.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { HOLIDAYS_PAGE, listHolidayCountries, listHolidays } from '#db/holidays.server.ts'

export const meta: MetaFunction = () => [{ title: 'Holidays · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const { known, visited } = await listHolidayCountries(db, scope.mission.id)
  const country = known.find((name) => name === textIn(url, 'country'))
  const countries = country !== undefined ? [country] : url.searchParams.get('country') === 'all' || visited.length === 0 ? undefined : visited
  const { startDay, endDay } = scope.mission
  const rows = await listHolidays(db, { countries, years: country === undefined && countries ? [startDay.slice(0, 4), endDay.slice(0, 4)] : undefined, page: pageIn(url) })
  return { base: inside(scope), country, everywhere: countries === undefined, known, visited, ...paged(url, rows, HOLIDAYS_PAGE), canEdit: can(scope.role, 'directory.edit') }
})

export default function Holidays() {
  const { base, country, everywhere, known, visited, rows, paging, canEdit } = useLoaderData<typeof loader>()
  const path = `${base}/holidays`
  return (
    <>
      <PageHead title="Holidays" lead="Public holidays and moved working days, once for all missions. The grid and the issues go by them; weekends are not in the table."
        actions={canEdit && <ButtonLink href={`${path}/new`} kind="primary">Add a holiday</ButtonLink>} />
      <Chips label="Country">
        {visited.length > 0 && <ChipLink href={path} current={country === undefined && !everywhere}>Of this mission’s stops and year</ChipLink>}
        {known.map((name) => <ChipLink key={name} href={`${path}?country=${encodeURIComponent(name)}`} current={name === country}>{name}</ChipLink>)}
        <ChipLink href={`${path}?country=all`} current={everywhere}>All</ChipLink>
      </Chips>
      <h2 className="vh">Which days</h2>
      {rows.length > 0 ? <HolidayTable rows={rows} base={base} canEdit={canEdit} /> : (
        <Empty title="No holidays known here" action={canEdit && <ButtonLink href={`${path}/new`} kind="primary">Add a holiday</ButtonLink>}>
          Days off of a country are announced by law and by decree. What is not in this table, Caravan cannot warn of.
        </Empty>
      )}
      <Paging label="Pages of holidays" paging={paging} />
    </>
  )
}
