import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stampOf } from '#app/domain/agenda/ripple.ts'
import { idOf, loadAsked, readQuery } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { problemWith, readForm } from '#app/http/form.server.ts'
import { planPlace } from '#app/operations/agenda-plans.server.ts'
import { PlaceItemInput } from '#app/operations/agenda.input.ts'
import { placeItem } from '#app/operations/agenda.server.ts'
import { AgendaPage, agendaPath } from '#app/ui/agenda/agenda-page.tsx'
import { AgendaTable } from '#app/ui/agenda/agenda-table.tsx'
import { PreviewBar } from '#app/ui/agenda/preview-bar.tsx'
import { agendaView } from '#app/ui/agenda/view.ts'

export const meta: MetaFunction = () => [{ title: 'Another order · Caravan' }]

const LEAVES = { title: 'The agenda would leave its day.', next: 'Nothing was changed. Give the last items an earlier time first.' }

/** What another place for an item would change, before anything is saved. */
export const loader = inMission('agenda.edit', async (scope, { params, url }) => {
  const { agenda, accepted } = await loadAsked(scope, params)
  const asked = readQuery(url, PlaceItemInput)
  if (!asked.ok) throw refuse('bad-request')
  const plan = planPlace(agenda, { ...asked.value, seen: stampOf(agenda.items) })
  if (!plan.done) throw plan.because === 'leaves-day' ? refuse('bad-request', LEAVES) : refuse(plan.because)
  const along = plan.changes.filter((change) => change.moved && change.now.id !== plan.item.id).length
  return {
    base: inside(scope), view: agendaView({ ...agenda, items: plan.after }, accepted, agenda.items), clashes: plan.clashes, people: plan.people, along,
    item: { id: plan.item.id, title: plan.item.title }, to: plan.after.findIndex((each) => each.id === plan.item.id) + 1, query: url.search,
  }
})

export const action = inMission('agenda.edit', async (scope, { request, params, url }) => {
  const form = await readForm(request, PlaceItemInput)
  if (!form.ok) throw refuse('bad-request')
  const engagement = idOf(params, 'engagement')
  const here = agendaPath(inside(scope), engagement)
  const outcome = await placeItem(scope, engagement, form.value)
  if (outcome.done) return goTo(`${here}#item-${form.value.item}`, outcome.actId)
  switch (outcome.because) {
    case 'unchanged': return goTo(`${here}#item-${form.value.item}`)
    case 'conflicts': return url.search === '' ? goTo(`${here}/order?item=${form.value.item}&to=${form.value.to}#panel`) : problemWith(form.typed, { because: 'Write why it may stand, or discard the change' })
    case 'leaves-day': throw refuse('bad-request', LEAVES)
    default: throw refuse(outcome.because)
  }
})

export default function Order() {
  const { base, view, item, to, clashes, people, along, query } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const here = agendaPath(base, view.engagement.id)
  return (
    <AgendaPage base={base} view={view} canEdit>
      <AgendaTable
        caption="Preview: nothing is saved yet. Shaded rows show the new time first, the stored time struck out." rows={view.rows} stamp={view.stamp} day={view.engagement.day} offsetMinutes={view.engagement.offsetMinutes} panelUnder=""
        panel={<PreviewBar base={base} action={`${here}/order${query}`} hidden={{ seen: view.stamp, item: item.id, to }} what={<>{item.title} becomes item {to}.</>} along={along} people={people} clashes={clashes} problem={sent?.problem} discard={here} />}
      />
    </AgendaPage>
  )
}
