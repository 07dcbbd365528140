import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { holidayWords } from '#app/domain/roadshow/days-off.ts'
import { layGrid, wordsOfDays, wrongDays } from '#app/domain/roadshow/grid.ts'
import { formatDays } from '#app/domain/time.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { textIn } from '#app/http/query.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PrintButton } from '#app/ui/kit/print-button.tsx'
import { Grid, GridLegend } from '#app/ui/roadshow/grid.tsx'
import { listStopHolidays } from '#db/holidays.server.ts'
import { listBlocks, listSettledDays } from '#db/roadshow.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

export const meta: MetaFunction = () => [{ title: 'Roadshow grid · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const { mission, missionNowMs } = scope
  const db = scope.database.read
  const [stops, blocks, holidays] = await Promise.all([listStopFaces(db, mission.id), listBlocks(db, mission.id), listStopHolidays(db, mission.id)])
  const wrong = wrongDays(blocks)
  const teams = [...new Set(blocks.map((block) => block.team).filter(Boolean))].sort()
  const team = teams.find((name) => name === textIn(url, 'team'))
  const shown = team === undefined ? blocks : blocks.filter((block) => block.team === '' || block.team === team)
  return {
    base: inside(scope), canEdit: can(scope.role, 'engagement.edit'), teams, team, days: `${formatDays(mission.startDay, mission.endDay)} ${mission.endDay.slice(0, 4)}`,
    grid: stops.length === 0 ? undefined : layGrid(stops, mission, shown, missionNowMs, holidayWords(holidays, mission.startDay, mission.endDay)), wrong: wrong.length === 0 ? {} : wordsOfDays(wrong, await listSettledDays(db, mission.id)),
  }
})

export default function GridPage() {
  const { base, canEdit, teams, team, days, grid, wrong } = useLoaderData<typeof loader>()
  const actions = (
    <>
      {grid && <PrintButton />}
      {canEdit && <ButtonLink href={`${base}/imports`} icon="document">Paste and import</ButtonLink>}
      {canEdit && <ButtonLink href={`${base}/stops/new`} icon="plus">Add stop</ButtonLink>}
      {canEdit && grid && <ButtonLink href={`${base}/engagements/new`} kind="primary" icon="plus">Add engagement</ButtonLink>}
    </>
  )
  return (
    <>
      <PageHead eyebrow={days} title="Roadshow grid" lead={`${team === undefined ? '' : `${team}, with what concerns everybody. `}Hours are each stop’s own clock, never yours.`} actions={actions} />
      {teams.length > 0 && (
        <Chips label="Show">
          <ChipLink href={`${base}/grid`} current={team === undefined}>Everyone</ChipLink>
          {teams.map((name) => <ChipLink key={name} href={`${base}/grid?team=${encodeURIComponent(name)}`} current={name === team}>{name}</ChipLink>)}
        </Chips>
      )}
      {grid ? <><Grid grid={grid} base={base} canEdit={canEdit} wrongDays={wrong} /><GridLegend /></> : <NoStops base={base} canEdit={canEdit} />}
    </>
  )
}

function NoStops({ base, canEdit }: { base: string; canEdit: boolean }) {
  return (
    <Empty title="No stops yet" action={canEdit && <ButtonLink href={`${base}/stops/new`} kind="primary">Add the first stop</ButtonLink>}>
      A stop is a city with its days. Meetings stand at a stop and live by its clock, so the route comes first. A schedule that you have as a text brings both: paste it.
    </Empty>
  )
}
