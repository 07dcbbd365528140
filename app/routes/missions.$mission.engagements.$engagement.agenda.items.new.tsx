import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Clash } from '#app/domain/agenda/clashes.ts'
import { formatMinute } from '#app/domain/time.ts'
import { idOf, loadAsked } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { AddItemInput } from '#app/operations/agenda.input.ts'
import { ITEMS_MAX, addItem } from '#app/operations/agenda.server.ts'
import { AgendaPage, agendaPath } from '#app/ui/agenda/agenda-page.tsx'
import { AgendaTable } from '#app/ui/agenda/agenda-table.tsx'
import { NewItemPanel } from '#app/ui/agenda/item-panel.tsx'
import { speakersOf } from '#app/ui/agenda/speakers.ts'
import { agendaView } from '#app/ui/agenda/view.ts'
import type { Problem } from '#app/ui/kit/problem.ts'

export const meta: MetaFunction = () => [{ title: 'New agenda item · Caravan' }]

export const loader = inMission('agenda.edit', async (scope, { params, url }) => {
  const { agenda, accepted } = await loadAsked(scope, params)
  const before = agenda.items.find((item) => item.id === idIn(url, 'after')) ?? agenda.items.at(-1)
  const start = before ? (before.endMinute ?? before.startMinute) : (agenda.engagement.headerStartMinute ?? agenda.engagement.startMinute)
  return { base: inside(scope), view: agendaView(agenda, accepted), speakers: speakersOf(agenda.people), after: before?.id ?? '', start: start === null ? '' : formatMinute(start) }
})

type Sent = { problem: Problem; clashes: Clash[] }
const sendBack = (problem: Problem, clashes: Clash[] = []) => json<Sent>({ problem, clashes }, { status: 422 })

export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const form = await readForm(request, AddItemInput)
  if (!form.ok) return sendBack(form.problem)
  const engagement = idOf(params, 'engagement')
  const outcome = await addItem(scope, engagement, form.value)
  if (outcome.done) return goTo(`${agendaPath(inside(scope), engagement)}#item-${outcome.id}`, outcome.actId)
  const wrong = (errors: Record<string, string>, clashes?: Clash[]) => sendBack({ values: form.typed, errors }, clashes)
  switch (outcome.because) {
    case 'conflicts': return wrong({ because: 'Write why it may stand, or choose another time' }, outcome.clashes)
    case 'leaves-day': return wrong({ start: 'Enter a time with which the agenda stays within its day' })
    case 'no-such-time': return wrong({ start: 'Enter another time: the clocks skip this one on that day' })
    case 'not-here': return wrong({ speakers: 'Choose people who appear in this engagement' })
    case 'full': return wrong({ title: `An agenda holds at most ${ITEMS_MAX} items` })
    default: throw refuse(outcome.because)
  }
})

export default function NewItem() {
  const { base, view, speakers, after, start } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const panel = <NewItemPanel base={base} view={view} speakers={speakers} problem={sent?.problem} clashes={sent?.clashes ?? []} after={after} start={start} end="" />
  return (
    <AgendaPage base={base} view={view} canEdit>
      <AgendaTable caption="Items in their order" quiet edit={agendaPath(base, view.engagement.id)} rows={view.rows} stamp={view.stamp} day={view.engagement.day} offsetMinutes={view.engagement.offsetMinutes} panelUnder={view.rows.some((row) => row.id === after) ? after : ''} panel={panel} />
    </AgendaPage>
  )
}
