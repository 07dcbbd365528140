import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { loadAsked } from '#app/http/agenda.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { AgendaPage, agendaPath } from '#app/ui/agenda/agenda-page.tsx'
import { AgendaTable } from '#app/ui/agenda/agenda-table.tsx'
import { agendaView } from '#app/ui/agenda/view.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { HandOuts } from '#app/ui/papers/hand-out-list.tsx'
import { listHandOuts } from '#db/hand-outs.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.view.title ?? 'Agenda'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const { agenda, accepted } = await loadAsked(scope, params)
  const handOuts = await listHandOuts(scope.database.read, scope.mission.id, agenda.engagement.id, 'team')
  return { base: inside(scope), handOuts, canEdit: can(scope.role, 'agenda.edit'), view: agendaView(agenda, accepted) }
})

export default function Agenda() {
  const { base, view, canEdit, handOuts } = useLoaderData<typeof loader>()
  const here = agendaPath(base, view.engagement.id)
  const empty = view.rows.length === 0
  const add = canEdit && <ButtonLink {...(empty && { kind: 'primary' })} icon="plus" href={`${here}/items/new#panel`}>Add an item</ButtonLink>
  const paste = canEdit && <ButtonLink icon="document" href={`${base}/imports?engagement=${view.engagement.id}`}>{empty ? 'Paste an agenda' : 'Paste a newer version'}</ButtonLink>
  if (empty) {
    return <AgendaPage base={base} view={view} canEdit={canEdit}><Empty title="No items yet" action={canEdit ? <>{add}{paste}</> : undefined}>An agenda needs at least one item: registration, remarks, a talk, a break. One that you have as a text is read whole.</Empty></AgendaPage>
  }
  return (
    <AgendaPage base={base} view={view} canEdit={canEdit} actions={<>{add}{paste}<ButtonLink icon="print" href={`${base}/papers/agenda/${view.engagement.id}`}>On paper</ButtonLink><ButtonLink kind="primary" href={`${here}/publish`}>Publish…</ButtonLink></>}>
      <AgendaTable caption="Items in their order" quiet edit={canEdit ? here : undefined} rows={view.rows} stamp={view.stamp} day={view.engagement.day} offsetMinutes={view.engagement.offsetMinutes} />
      <HandOuts handOuts={handOuts} base={base} at={`${base}/engagements/${view.engagement.id}`} canEdit={canEdit} />
    </AgendaPage>
  )
}
