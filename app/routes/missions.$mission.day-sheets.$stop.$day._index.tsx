import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { kindsFor } from '#app/domain/papers/choice.ts'
import { listSheetDays } from '#app/domain/papers/day-days.ts'
import { fitPage } from '#app/domain/papers/day-page.ts'
import { TEXT_MAX, composeText } from '#app/domain/papers/day-text.ts'
import { can } from '#app/domain/people/access.ts'
import { stateOfStop } from '#app/domain/roadshow/stops.ts'
import { formatDayShort, formatDays, formatMinute, isDay, wallOf } from '#app/domain/time.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Line } from '#app/ui/kit/columns.tsx'
import { Pager } from '#app/ui/kit/pager.tsx'
import { PrintButton } from '#app/ui/kit/print-button.tsx'
import { Route } from '#app/ui/kit/route.tsx'
import { DaySheet } from '#app/ui/papers/day-sheet.tsx'
import { MessengerText } from '#app/ui/papers/messenger-text.tsx'
import { PapersHere } from '#app/ui/papers/papers-here.tsx'
import { loadDaySheet } from '#db/day-sheets.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${formatDayShort(data.sheet.day)}, ${data.sheet.city} · Caravan` : 'Day sheet · Caravan' }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const { stop: stopId = '', day = '' } = params
  const mayPhone = can(scope.role, 'engagement.edit')
  const phones = mayPhone && url.searchParams.get('phones') !== 'no'
  const loaded = isDay(day) && (await loadDaySheet(scope.database.read, { missionId: scope.mission.id, missionTitle: scope.mission.title, stopId, day, phones }))
  if (!loaded) throw refuse('gone')
  const { sheet, stops, blocks } = loaded
  const here = stops.find((stop) => stop.id === stopId)
  const wall = wallOf(scope.missionNowMs, here?.zone ?? 'UTC')
  const days = listSheetDays(stops, blocks, scope.missionNowMs)
  const at = days.findIndex((each) => each.stopId === stopId && each.day === day)
  return {
    base: inside(scope), stopId, sheet, fit: fitPage(sheet), text: composeText(sheet), phones, mayPhone, before: days[at - 1], after: days[at + 1],
    printed: `${formatDayShort(wall.day)}, ${formatMinute(wall.minute)} ${sheet.city}`,
    route: stops.map((stop) => ({ id: stop.id, name: stop.city, zone: formatDays(stop.arriveDay, stop.departDay), state: stop.id === stopId ? ('now' as const) : stateOfStop(stop, scope.missionNowMs) === 'done' ? ('done' as const) : ('next' as const) })),
  }
})

export default function DaySheetPage() {
  const { base, stopId, sheet, fit, text, phones, mayPhone, before, after, printed, route } = useLoaderData<typeof loader>()
  const here = `${base}/day-sheets/${stopId}/${sheet.day}`
  const near = (day: typeof before) => day && { href: `${base}/day-sheets/${day.stopId}/${day.day}`, label: `${formatDayShort(day.day)}, ${day.city}` }
  return (
    <>
      <Line acts>
        <PrintButton kind="primary" />
        {mayPhone && <ButtonLink href={phones ? `${here}?phones=no` : here}>{phones ? 'Leave phones out' : 'With phones'}</ButtonLink>}
        <ButtonLink href={`${base}/stops/${stopId}`}>To the stop</ButtonLink>
        <ButtonLink href={`${base}/grid#stop-${stopId}`}>In the grid</ButtonLink>
      </Line>
      <Columns>
        <DaySheet sheet={sheet} fit={fit} printed={printed} route={<Route label="Stops" stops={route} />} />
        <aside className="stack tight acts" aria-label="For a messenger">
          <MessengerText text={text} max={TEXT_MAX} rows={22} />
          <p className="small"><a href={`${here}/text`}>The text on a page of its own</a></p>
          <PapersHere papers={kindsFor('day').map((kind) => ({ kind, subject: `${stopId}.${sheet.day}` }))} base={base} />
        </aside>
      </Columns>
      <Pager label="Day sheets" words={<a href={`${base}/day-sheets`}>All day sheets</a>} previous={near(before)} next={near(after)} />
    </>
  )
}
