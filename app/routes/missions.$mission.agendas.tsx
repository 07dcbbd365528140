import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { formatRange } from '#app/domain/time.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, pageIn, paged } from '#app/http/query.server.ts'
import { agendaPath } from '#app/ui/agenda/agenda-page.tsx'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { listEngagements } from '#db/engagements.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

const PAGE = 40
const WITH_AGENDA_MAX = 200

export const meta: MetaFunction = () => [{ title: 'Agendas · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const stopId = idIn(url, 'stop')
  const narrowed = stopId === undefined ? {} : { stopId }
  const [built, missing, stops] = await Promise.all([
    listEngagements(db, scope.mission.id, { ...narrowed, withAgenda: true, limit: WITH_AGENDA_MAX }),
    listEngagements(db, scope.mission.id, { ...narrowed, withAgenda: false, limit: PAGE + 1, offset: (pageIn(url) - 1) * PAGE }), listStopFaces(db, scope.mission.id),
  ])
  return { base: inside(scope), stopId, built, ...paged(url, missing, PAGE), stops: stops.map(({ id, city }) => ({ id, city })), canEdit: can(scope.role, 'agenda.edit') }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Agendas() {
  const data = useLoaderData<typeof loader>()
  const { base, stops, stopId, canEdit } = data
  return (
    <>
      <PageHead title="Agendas" lead="What happens when within a meeting or workshop, and who speaks." actions={<><ButtonLink href={`${base}/published`}>Published</ButtonLink>{canEdit && <><ButtonLink href={`${base}/imports`} icon="document">Paste and import</ButtonLink><ButtonLink href={`${base}/engagements/new`} icon="plus">New engagement</ButtonLink></>}</>} />
      <Filters action={`${base}/agendas`} label="Narrow the agendas">
        <SelectField name="stop" label="Stop" value={stopId ?? ''} options={[{ value: '', label: 'All stops' }, ...stops.map(({ id, city }) => ({ value: id, label: city }))]} />
      </Filters>
      <Section id="built" title="With an agenda"><Built {...data} /></Section>
      <Section id="missing" title="Without one yet"><Missing {...data} /></Section>
    </>
  )
}

function Built({ base, built }: Data) {
  if (built.length === 0) return <Empty title="No agenda here yet">Paste one as it is, or choose an engagement below and add its first item.</Empty>
  return (
    <Table caption="Engagements with an agenda" quiet fold heads={[{ label: 'When' }, { label: 'Engagement' }, { label: 'Items', num: true }, { label: 'Status' }]}>
      {built.map((row) => (
        <Row key={row.id}>
          <Cell><EngagementWhen at={row} /></Cell>
          <RowHead><a href={agendaPath(base, row.id)}>{row.title}</a></RowHead>
          <Cell num label="Items">{row.items}</Cell>
          <Cell label="Status"><StatusMark status={row.status as StatusWord} /></Cell>
        </Row>
      ))}
    </Table>
  )
}

function Missing({ base, rows, paging, canEdit }: Data) {
  if (rows.length === 0) return <Empty title="Every engagement has an agenda" />
  return (
    <>
      <List label="Engagements without an agenda">
        {rows.map((row) => (
          <ListRow key={row.id} under={<EngagementWhen at={row} />} mark={canEdit ? <ButtonLink tight href={`${agendaPath(base, row.id)}/items/new#panel`}>Start the agenda<span className="vh"> of {row.title}{row.startMinute === null ? '' : `, ${formatRange(row.startMinute, row.endMinute)}`}</span></ButtonLink> : undefined}>
            <a href={`${base}/engagements/${row.id}`}>{row.title}</a>
          </ListRow>
        ))}
      </List>
      <Paging label="Pages of engagements" paging={paging} />
    </>
  )
}
