import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSheetDays } from '#app/domain/papers/day-days.ts'
import { count } from '#app/domain/text.ts'
import { formatDay, formatMinute, formatOffset, offsetOfDay } from '#app/domain/time.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { Zone } from '#app/ui/kit/zone-time.tsx'
import { listBlocks } from '#db/roadshow.server.ts'
import { listStops } from '#db/stops.server.ts'

export const meta: MetaFunction = () => [{ title: 'Day sheets · Caravan' }]

export const loader = inMission('mission.read', async (scope) => {
  const [stops, blocks] = await Promise.all([listStops(scope.database.read, scope.mission.id), listBlocks(scope.database.read, scope.mission.id)])
  const days = listSheetDays(stops, blocks, scope.missionNowMs)
  return { base: inside(scope), days: days.map((day) => ({ ...day, offset: formatOffset(offsetOfDay(day.day, day.zone)) })) }
})

type SheetDays = ReturnType<typeof useLoaderData<typeof loader>>['days']

export default function DaySheets() {
  const { base, days } = useLoaderData<typeof loader>()
  const next = days.find((day) => day.state === 'next')
  const action = next && <ButtonLink kind="primary" href={`${base}/day-sheets/${next.stopId}/${next.day}`}>Next: {formatDay(next.day)}, {next.city}</ButtonLink>
  return (
    <>
      <PageHead title="Day sheets" lead="One printed page for each stop and day, and the same as a text for a messenger." actions={action} />
      {days.length > 0 ? <DayTable base={base} days={days} /> : (
        <Empty title="No day sheets yet" action={<ButtonLink href={`${base}/grid`} kind="primary">To the roadshow grid</ButtonLink>}>
          Each day of a stop has a sheet. Add the first stop in the grid.
        </Empty>
      )}
    </>
  )
}

function DayTable({ base, days }: { base: string; days: SheetDays }) {
  return (
    <Table caption="Days of the mission in order" quiet fold heads={[{ label: 'Day' }, { label: 'Stop' }, { label: 'Begins' }, { label: 'Engagements' }, { label: 'State', hidden: true }]}>
      {days.map(({ stopId, city, day, offset, engagements, untimed, firstMinute, state }) => (
        <Row key={`${stopId} ${day}`}>
          <RowHead><a href={`${base}/day-sheets/${stopId}/${day}`}>{formatDay(day)}<span className="vh">, {city}</span></a></RowHead>
          <Cell label="Stop"><a href={`${base}/stops/${stopId}`}>{city}</a></Cell>
          <Cell label="Begins">{firstMinute === null ? <span className="soft">no time yet</span> : <time>{formatMinute(firstMinute)}</time>} <Zone city={city} offset={offset} /></Cell>
          <Cell label="Engagements">{engagements === 0 ? <span className="soft">none</span> : count(engagements, 'engagement', 'engagements')}{untimed > 0 && <span className="soft">, {untimed} without a time</span>}</Cell>
          <Cell>{state === 'next' ? <Mark icon="forward" state="confirmed">next</Mark> : state === 'past' && <Mark icon="held" state="held">over</Mark>}</Cell>
        </Row>
      ))}
    </Table>
  )
}
