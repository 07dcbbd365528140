import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asStatus, isAhead } from '#app/domain/meetings/status.ts'
import { can } from '#app/domain/people/access.ts'
import { whenOf } from '#app/domain/roadshow/grid.ts'
import { compareClocks } from '#app/domain/roadshow/clocks.ts'
import { datetimeOf, daysFromTo, formatDay, formatDayLong, formatDays, formatMinute, formatOffset, offsetOf, offsetOfDay, wallOf } from '#app/domain/time.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { StopClock } from '#app/ui/kit/zone-time.tsx'
import { DayList } from '#app/ui/roadshow/day-list.tsx'
import { StopFacts } from '#app/ui/roadshow/stop-facts.tsx'
import { listBlocks } from '#db/roadshow.server.ts'
import { listStops } from '#db/stops.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.stop.city ?? 'Stop'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const stops = await listStops(db, scope.mission.id)
  const at = stops.findIndex((stop) => stop.id === params.stop)
  const stop = stops[at]
  if (!stop) throw refuse('gone')
  const blocks = await listBlocks(db, scope.mission.id, stop.id)
  const days = [...new Set([...daysFromTo(stop.arriveDay, stop.departDay), ...blocks.map((block) => block.day)])].sort()
  return {
    canCallOff: blocks.some(({ status }) => isAhead(asStatus(status))),
    base: inside(scope), stop, at, count: stops.length, canEdit: can(scope.role, 'engagement.edit'), offsetMinutes: offsetOfDay(stop.arriveDay, stop.zone),
    days: days.map((day) => ({ day, own: day >= stop.arriveDay && day <= stop.departDay, offset: formatOffset(offsetOfDay(day, stop.zone)), rows: blocks.filter((block) => block.day === day).map((block) => ({ ...block, when: whenOf(block, stops) })) })),
    previous: neighbour(stops[at - 1]), next: neighbour(stops[at + 1]), clock: clockOf(scope.missionNowMs, stop.zone),
  }
})

function neighbour(stop: { id: string; city: string; zone: string; departDay: string } | undefined) {
  return stop && { id: stop.id, city: stop.city, offsetMinutes: offsetOfDay(stop.departDay, stop.zone) }
}

function clockOf(at: number, zone: string) {
  const wall = wallOf(at, zone)
  const offset = offsetOf(at, zone)
  return { day: formatDay(wall.day), text: formatMinute(wall.minute), datetime: datetimeOf(wall.day, wall.minute, offset), offset: formatOffset(offset) }
}

export default function StopPage() {
  const { base, stop, at, count, days, previous, next, canEdit, canCallOff, offsetMinutes, clock } = useLoaderData<typeof loader>()
  const here = `${base}/stops/${stop.id}`
  const compared = previous ? `, ${compareClocks(offsetMinutes - previous.offsetMinutes, previous.city)}` : ''
  return (
    <>
      <PageHead
        eyebrow={<a href={`${base}/grid`}>Roadshow grid</a>} title={stop.city}
        lead={`Stop ${at + 1} of ${count} · ${formatDays(stop.arriveDay, stop.departDay)} ${stop.departDay.slice(0, 4)} · all times ${stop.city}, ${formatOffset(offsetMinutes)}${compared}`}
        actions={canEdit && <><ButtonLink href={`${here}/edit`} icon="edit">Edit the stop</ButtonLink>{canCallOff && <ButtonLink href={`${here}/cancel`} icon="cancelled">Call off the stop</ButtonLink>}<ButtonLink kind="primary" icon="plus" href={`${base}/engagements/new?stop=${stop.id}&day=${stop.arriveDay}`}>Add engagement</ButtonLink></>}
      />
      <Columns>
        <Stack>
          {days.map(({ day, own, offset, rows }) => (
            <Section key={day} id={`day-${day}`} title={formatDayLong(day)} aside={<>{!own && 'outside the days of the stop · '}{offset} · <a href={`${base}/day-sheets/${stop.id}/${day}`}>Day sheet<span className="vh"> of {formatDay(day)}</span></a></>}>
              {rows.length > 0 ? <DayList label={`Engagements on ${formatDay(day)}`} base={base} rows={rows} /> : <p className="soft">Nothing planned on this day yet.</p>}
              {canEdit && <p className="small acts"><a href={`${base}/engagements/new?stop=${stop.id}&day=${day}`}>Add an engagement<span className="vh"> on {formatDay(day)}</span></a></p>}
            </Section>
          ))}
        </Stack>
        <Stack>
          <StopClock text={clock.text} datetime={clock.datetime} city={stop.city} offset={clock.offset} day={clock.day} />
          <StopFacts stop={stop} here={here} first={at === 0} last={at === count - 1} canEdit={canEdit} previous={previous && { href: `${base}/stops/${previous.id}`, city: previous.city }} next={next && { href: `${base}/stops/${next.id}`, city: next.city }} />
        </Stack>
      </Columns>
    </>
  )
}
