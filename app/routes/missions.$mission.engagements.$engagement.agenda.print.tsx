import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDay, formatMinute, formatOffset, offsetOf, wallOf } from '#app/domain/time.ts'
import { loadAsked } from '#app/http/agenda.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { agendaPath } from '#app/ui/agenda/agenda-page.tsx'
import { AgendaSheet } from '#app/ui/agenda/agenda-sheet.tsx'
import type { PrintedPerson } from '#app/ui/agenda/agenda-sheet.tsx'
import { agendaView, fullName } from '#app/ui/agenda/view.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Line } from '#app/ui/kit/columns.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.view.title ?? 'Agenda'} on paper · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const { agenda, accepted } = await loadAsked(scope, params)
  const people: Record<string, PrintedPerson[]> = {}
  for (const each of agenda.people) {
    const known = each.itemId === null ? undefined : (people[each.itemId] ??= [])
    if (known && !known.some((other) => other.name === fullName(each))) known.push({ name: fullName(each), title: each.printedTitle })
  }
  const { zone, city } = agenda.engagement
  const wall = wallOf(scope.missionNowMs, zone)
  const printed = `${formatDay(wall.day)}, ${formatMinute(wall.minute)} ${city}, ${formatOffset(offsetOf(scope.missionNowMs, zone))}`
  return { base: inside(scope), view: agendaView(agenda, accepted), people, printed, programme: scope.mission.title }
})

export default function AgendaOnPaper() {
  const { base, view, people, printed, programme } = useLoaderData<typeof loader>()
  const here = agendaPath(base, view.engagement.id)
  return (
    <>
      <Line acts><ButtonLink href={here} icon="back">Back to the agenda</ButtonLink><Button type="button" icon="print" hidden data-print="">Print</Button></Line>
      {view.rows.length === 0 ? <Empty title="No items yet" action={<ButtonLink href={here}>To the agenda</ButtonLink>}>There is nothing to print before the first item.</Empty> : <AgendaSheet view={view} programme={programme} people={people} printed={printed} />}
    </>
  )
}
