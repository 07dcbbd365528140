import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { formatDay, formatOffset, offsetOfDay } from '#app/domain/time.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { pageIn, paged, textIn, wordIn } from '#app/http/query.server.ts'
import { PLACE_KINDS } from '#app/operations/directory.input.ts'
import { HereTabs, WHERES } from '#app/ui/directory/here-tabs.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { Hidden } from '#app/ui/kit/form.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { PLACES_PAGE, countPlaces, listPlaces } from '#db/places.server.ts'

export const meta: MetaFunction = () => [{ title: 'Places · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const asked = { where: wordIn(url, 'in', WHERES) ?? 'mission', kind: wordIn(url, 'kind', PLACE_KINDS), text: textIn(url, 'text') }
  const day = await missionDay(scope)
  const [rows, counts] = await Promise.all([
    listPlaces(db, scope.mission.id, { day, everywhere: asked.where === 'all', kind: asked.kind, text: asked.text, page: pageIn(url) }), countPlaces(db, scope.mission.id, asked.text, asked.kind),
  ])
  const lines = rows.map((row) => ({ ...row, engagements: Number(row.engagements), offset: row.zone === null ? '' : formatOffset(offsetOfDay(day, row.zone)) }))
  return { base: inside(scope), asked, counts, ...paged(url, lines, PLACES_PAGE), day: formatDay(day), canEdit: can(scope.role, 'directory.edit') }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Places() {
  const data = useLoaderData<typeof loader>()
  const { base, asked, counts, rows, paging, canEdit } = data
  return (
    <>
      <PageHead title="Places" lead="Cities, venues, hotels and airports, once for all missions; called as they were on the day."
        actions={canEdit && <ButtonLink href={`${base}/places/new`} kind="primary">Add a place</ButtonLink>} />
      <Filters action={`${base}/places`} label="Find places" submit="Find">
        <Hidden values={{ in: asked.where }} />
        <TextField name="text" label="Name, in any spelling" type="search" value={asked.text} />
        <SelectField name="kind" label="Kind" value={asked.kind ?? ''} options={[{ value: '', label: 'All kinds' }, ...PLACE_KINDS.map((kind) => ({ value: kind, label: kind }))]} />
      </Filters>
      <HereTabs path={`${base}/places`} where={asked.where} asked={{ text: asked.text, kind: asked.kind }} counts={counts} />
      <h2 className="vh">Which were found</h2>
      {rows.length > 0 ? <PlaceTable {...data} /> : <NoPlaces {...data} />}
      <ListFiles base={base} list="places" asked={{ in: asked.where, kind: asked.kind, text: asked.text }} />
      <Paging label="Pages of places" paging={paging} />
    </>
  )
}

function PlaceTable({ base, rows, day }: Data) {
  return (
    <Table caption={`Names and offsets as of ${day}`} fold heads={[{ label: 'Name' }, { label: 'Kind' }, { label: 'Where' }, { label: 'Clock' }, { label: 'Meetings here', num: true }]}>
      {rows.map((row) => (
        <Row key={row.id}>
          <RowHead><a href={`${base}/places/${row.id}`}>{row.called}</a>{row.sample === 1 && <> <SampleMark /></>}{row.called !== row.name && <span className="under small soft">now {row.name}</span>}</RowHead>
          <Cell label="Kind">{row.kind}</Cell>
          <Cell label="Where">{[row.address, row.city, row.country].filter(Boolean).join(', ') || undefined}</Cell>
          <Cell label="Clock">{row.offset || <span className="soft">not known</span>}</Cell>
          <Cell label="Meetings here" num>{row.engagements || <span className="soft">none</span>}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function NoPlaces({ base, asked, counts, canEdit }: Data) {
  const query = new URLSearchParams({ in: 'all', ...(asked.text ? { text: asked.text } : {}), ...(asked.kind ? { kind: asked.kind } : {}) })
  if (asked.where === 'mission' && counts.everywhere > 0) return <Empty title="None of them in this mission" action={<ButtonLink href={`${base}/places?${query.toString()}`}>Look in the whole directory</ButtonLink>}>A place appears here once a stop or an engagement is there.</Empty>
  if (asked.text || asked.kind) return <Empty title="No place matches" action={<ButtonLink href={`${base}/places`}>Show all places</ButtonLink>}>Names are found in other scripts and spellings too, also names of the past.</Empty>
  return <Empty title="No place in the directory yet" action={canEdit && <ButtonLink href={`${base}/places/new`} kind="primary">Add a place</ButtonLink>}>A stop needs its city first.</Empty>
}
