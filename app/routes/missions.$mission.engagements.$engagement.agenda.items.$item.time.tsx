import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Clash } from '#app/domain/agenda/clashes.ts'
import { stampOf } from '#app/domain/agenda/ripple.ts'
import { formatMinute, formatRange } from '#app/domain/time.ts'
import { idOf, itemIn, loadAsked, readQuery } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { problemWith, readForm } from '#app/http/form.server.ts'
import { planRetime } from '#app/operations/agenda-plans.server.ts'
import { RetimeItemInput } from '#app/operations/agenda.input.ts'
import { retimeItem } from '#app/operations/agenda.server.ts'
import { AgendaPage, agendaPath } from '#app/ui/agenda/agenda-page.tsx'
import { AgendaTable } from '#app/ui/agenda/agenda-table.tsx'
import { ItemPanel } from '#app/ui/agenda/item-panel.tsx'
import type { ItemShown } from '#app/ui/agenda/item-panel.tsx'
import type { Speaker } from '#app/ui/agenda/item-fields.tsx'
import { PreviewBar } from '#app/ui/agenda/preview-bar.tsx'
import { itemShown, speakersOf } from '#app/ui/agenda/speakers.ts'
import { agendaView } from '#app/ui/agenda/view.ts'
import type { AgendaView } from '#app/ui/agenda/view.ts'
import type { Problem } from '#app/ui/kit/problem.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.item.title ?? 'Agenda item'}: another time · Caravan` }]

const WRONG = { 'leaves-day': 'Enter a time with which the agenda stays within its day', 'no-such-time': 'Enter another time: the clocks skip this one on that day' }

type Preview = { clashes: Clash[]; people: number; along: number; changed: boolean; start: number; end: number | null; ripple: string; query: string }
type Data = { base: string; view: AgendaView; speakers: Speaker[]; item: ItemShown; preview: Preview | null; problem: Problem | null }

/** What another time would change, before anything is saved. */
export const loader = inMission('agenda.edit', async (scope, { params, url }) => {
  const { agenda, accepted } = await loadAsked(scope, params)
  const item = itemIn(agenda, params)
  const asked = readQuery(url, RetimeItemInput)
  const plan = asked.ok ? planRetime(agenda, item.id, { ...asked.value, seen: stampOf(agenda.items) }) : undefined
  const common = { base: inside(scope), speakers: speakersOf(agenda.people), item: itemShown(item, agenda.people) }
  if (asked.ok && plan?.done) {
    const along = plan.changes.filter((change) => change.moved && change.now.id !== item.id).length
    const preview = { clashes: plan.clashes, people: plan.people, along, changed: plan.changes.length > 0, start: asked.value.start, end: asked.value.end, ripple: asked.value.ripple, query: url.search }
    return json<Data>({ ...common, view: agendaView({ ...agenda, items: plan.after }, accepted, agenda.items), preview, problem: null })
  }
  const errors: Record<string, string> = plan?.done === false && plan.because in WRONG ? { start: WRONG[plan.because as keyof typeof WRONG] } : {}
  return json<Data>({ ...common, view: agendaView(agenda, accepted), preview: null, problem: asked.ok ? { values: asked.typed, errors } : asked.problem }, { status: 422 })
})

export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const form = await readForm(request, RetimeItemInput)
  if (!form.ok) throw refuse('bad-request')
  const [engagement, item] = [idOf(params, 'engagement'), idOf(params, 'item')]
  const outcome = await retimeItem(scope, engagement, item, form.value)
  const here = `${agendaPath(inside(scope), engagement)}#item-${item}`
  if (outcome.done) return goTo(here, outcome.actId)
  switch (outcome.because) {
    case 'unchanged': return goTo(here)
    case 'conflicts': return problemWith(form.typed, { because: 'Write why it may stand, or discard the change' })
    case 'leaves-day': case 'no-such-time': return problemWith(form.typed, { start: WRONG[outcome.because] })
    default: throw refuse(outcome.because)
  }
})

export default function ItemTime() {
  const { base, view, item, speakers, preview, problem } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const here = agendaPath(base, view.engagement.id)
  const table = { rows: view.rows, stamp: view.stamp, day: view.engagement.day, offsetMinutes: view.engagement.offsetMinutes }
  if (!preview) {
    const panel = <ItemPanel base={base} view={view} item={item} speakers={speakers} timeProblem={problem ?? undefined} clashes={[]} />
    return <AgendaPage base={base} view={view} canEdit><AgendaTable caption="Items in their order" quiet edit={here} {...table} panelUnder={item.id} panel={panel} /></AgendaPage>
  }
  const hidden = { seen: view.stamp, start: formatMinute(preview.start), end: preview.end === null ? '' : formatMinute(preview.end), ripple: preview.ripple }
  const what = <>{item.title}: {formatRange(item.start, item.end)} → {formatRange(preview.start, preview.end)}.</>
  return (
    <AgendaPage base={base} view={view} canEdit>
      <AgendaTable
        caption={preview.changed ? 'Preview: nothing is saved yet. Shaded rows show the new time first, the stored time struck out.' : 'Nothing would change.'} {...table} panelUnder=""
        panel={<PreviewBar base={base} action={`${here}/items/${item.id}/time${preview.query}`} hidden={hidden} what={what} along={preview.along} people={preview.people} clashes={preview.clashes} problem={sent?.problem} discard={`${here}/items/${item.id}#panel`} />}
      />
    </AgendaPage>
  )
}
