import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { STATUSES } from '#app/domain/meetings/status.ts'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, pageIn, paged, wordIn } from '#app/http/query.server.ts'
import { ENGAGEMENT_KINDS } from '#app/operations/engagements.input.ts'
import { KIND_OPTIONS } from '#app/ui/engagements/engagement-fields.tsx'
import { EngagementList } from '#app/ui/engagements/engagement-list.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { Hidden } from '#app/ui/kit/form.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { countByStatus, listEngagements } from '#db/engagements.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

const PAGE = 50

export const meta: MetaFunction = () => [{ title: 'Meetings · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const asked = { stopId: idIn(url, 'stop'), status: wordIn(url, 'status', STATUSES), kind: wordIn(url, 'kind', ENGAGEMENT_KINDS) }
  const [rows, counts, stops] = await Promise.all([
    listEngagements(db, scope.mission.id, { ...asked, limit: PAGE + 1, offset: (pageIn(url) - 1) * PAGE }), countByStatus(db, scope.mission.id, asked), listStopFaces(db, scope.mission.id),
  ])
  return { base: inside(scope), ...paged(url, rows, PAGE), asked, counts, stops: stops.map(({ id, city }) => ({ id, city })), canEdit: can(scope.role, 'engagement.edit') }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Engagements() {
  const data = useLoaderData<typeof loader>()
  const { base, rows, paging, asked, stops, canEdit } = data
  const narrowed = asked.stopId !== undefined || asked.status !== undefined || asked.kind !== undefined
  const add = canEdit && stops.length > 0 && <ButtonLink href={`${base}/engagements/new${asked.stopId ? `?stop=${asked.stopId}` : ''}`} kind="primary" icon="plus">Add engagement</ButtonLink>
  return (
    <>
      <PageHead title="Meetings" lead="Every engagement of the mission, day by day on the clock of its stop." actions={add || undefined} />
      <StatusChips {...data} />
      <Filters action={`${base}/engagements`} label="Narrow the meetings">
        <Hidden values={{ status: asked.status }} />
        <SelectField name="stop" label="Stop" value={asked.stopId ?? ''} options={[{ value: '', label: 'All stops' }, ...stops.map(({ id, city }) => ({ value: id, label: city }))]} />
        <SelectField name="kind" label="Kind" value={asked.kind ?? ''} options={[{ value: '', label: 'All, without travel, meals and buffers' }, ...KIND_OPTIONS]} />
      </Filters>
      {rows.length > 0 && <EngagementList rows={rows} base={base} canEdit={canEdit} />}
      {rows.length === 0 && (narrowed
        ? <Empty title="No meeting matches" action={<ButtonLink href={`${base}/engagements`}>Show all meetings</ButtonLink>}>Try all stops, or another status.</Empty>
        : <NoneYet {...data} />)}
      <ListFiles base={base} list="engagements" asked={{ stop: asked.stopId, status: asked.status, kind: asked.kind }} />
      <Paging label="Pages of meetings" paging={paging} />
    </>
  )
}

/** How many stand where; each count is the way to them. */
function StatusChips({ base, asked, counts }: Data) {
  const kept = new URLSearchParams({ ...(asked.stopId ? { stop: asked.stopId } : {}), ...(asked.kind ? { kind: asked.kind } : {}) })
  const hrefOf = (status?: string): string => `${base}/engagements?${new URLSearchParams({ ...Object.fromEntries(kept), ...(status ? { status } : {}) }).toString()}`
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  if (all === 0) return null
  return (
    <Chips label="Status">
      <ChipLink href={hrefOf()} current={asked.status === undefined}>{count(all, 'meeting', 'meetings')}</ChipLink>
      {STATUSES.filter((status) => (counts[status] ?? 0) > 0).map((status) => <ChipLink key={status} href={hrefOf(status)} current={asked.status === status}>{counts[status]} {status}</ChipLink>)}
    </Chips>
  )
}

function NoneYet({ base, stops, canEdit }: Data) {
  if (!canEdit) return <Empty title="No meetings yet">The team has not planned any so far.</Empty>
  if (stops.length === 0) return <Empty title="No meetings yet" action={<ButtonLink kind="primary" href={`${base}/stops/new`}>Add the first stop</ButtonLink>}>A meeting stands on the clock of its stop, so a stop comes first.</Empty>
  return <Empty title="No meetings yet" action={<ButtonLink kind="primary" href={`${base}/engagements/new`}>Add the first engagement</ButtonLink>}>A day is enough to begin with; the time may follow.</Empty>
}
