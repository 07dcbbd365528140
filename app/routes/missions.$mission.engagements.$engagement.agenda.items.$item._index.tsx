import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Clash } from '#app/domain/agenda/clashes.ts'
import { idOf, itemIn, loadAsked } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { EditItemInput } from '#app/operations/agenda.input.ts'
import { editItem } from '#app/operations/agenda.server.ts'
import { AgendaPage, agendaPath } from '#app/ui/agenda/agenda-page.tsx'
import { AgendaTable } from '#app/ui/agenda/agenda-table.tsx'
import { ItemPanel } from '#app/ui/agenda/item-panel.tsx'
import { itemShown, speakersOf } from '#app/ui/agenda/speakers.ts'
import { agendaView } from '#app/ui/agenda/view.ts'
import type { Problem } from '#app/ui/kit/problem.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.item.title ?? 'Agenda item'} · Caravan` }]

export const loader = inMission('agenda.edit', async (scope, { params }) => {
  const { agenda, accepted } = await loadAsked(scope, params)
  const item = itemIn(agenda, params)
  return { base: inside(scope), view: agendaView(agenda, accepted), speakers: speakersOf(agenda.people), item: itemShown(item, agenda.people) }
})

type Sent = { problem: Problem; clashes: Clash[] }
const sendBack = (problem: Problem, clashes: Clash[] = []) => json<Sent>({ problem, clashes }, { status: 422 })

export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const form = await readForm(request, EditItemInput)
  if (!form.ok) return sendBack(form.problem)
  const [engagement, item] = [idOf(params, 'engagement'), idOf(params, 'item')]
  const outcome = await editItem(scope, engagement, item, form.value)
  if (outcome.done) return goTo(`${agendaPath(inside(scope), engagement)}#item-${item}`, outcome.actId)
  if (outcome.because === 'conflicts') return sendBack({ values: form.typed, errors: { because: 'Write why it may stand, or choose somebody else' } }, outcome.clashes)
  if (outcome.because === 'not-here') return sendBack({ values: form.typed, errors: { speakers: 'Choose people who appear in this engagement' } })
  if (outcome.because === 'stale') return sendBack({ values: form.typed, errors: {}, summary: 'Somebody else changed this item meanwhile. What you typed is kept here: compare it with the agenda in a new tab, then save again from there.' })
  throw refuse(outcome.because)
})

export default function Item() {
  const { base, view, speakers, item } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const panel = <ItemPanel base={base} view={view} item={item} speakers={speakers} problem={sent?.problem} clashes={sent?.clashes ?? []} />
  return (
    <AgendaPage base={base} view={view} canEdit>
      <AgendaTable caption="Items in their order" quiet edit={agendaPath(base, view.engagement.id)} rows={view.rows} stamp={view.stamp} day={view.engagement.day} offsetMinutes={view.engagement.offsetMinutes} panelUnder={item.id} panel={panel} />
    </AgendaPage>
  )
}
