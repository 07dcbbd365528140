import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { countDoubles } from '#app/domain/people/duplicates.ts'
import { formatDay } from '#app/domain/time.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { pageIn, paged, textIn, wordIn } from '#app/http/query.server.ts'
import { ORGANISATION_KINDS } from '#app/operations/directory.input.ts'
import { Doubles } from '#app/ui/directory/doubles.tsx'
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
import { listApart } from '#db/apart.server.ts'
import { ORGANISATIONS_PAGE, countOrganisations, listKnownOrganisations, listOrganisations } from '#db/organisations.server.ts'

export const meta: MetaFunction = () => [{ title: 'Organisations · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const asked = { where: wordIn(url, 'in', WHERES) ?? 'all', kind: wordIn(url, 'kind', ORGANISATION_KINDS), text: textIn(url, 'text') }
  const day = await missionDay(scope)
  const [rows, counts, known, apart] = await Promise.all([
    listOrganisations(db, scope.mission.id, { day, everywhere: asked.where === 'all', kind: asked.kind, text: asked.text, page: pageIn(url) }), countOrganisations(db, scope.mission.id, asked.text, asked.kind), listKnownOrganisations(db), listApart(db, scope.mission.id),
  ])
  const lines = rows.map((row) => ({ ...row, people: Number(row.people) }))
  return { base: inside(scope), asked, counts, ...paged(url, lines, ORGANISATIONS_PAGE), day: formatDay(day), doubles: countDoubles(known, apart), canEdit: can(scope.role, 'directory.edit') }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Organisations() {
  const data = useLoaderData<typeof loader>()
  const { base, asked, counts, rows, paging, doubles, canEdit } = data
  return (
    <>
      <PageHead title="Organisations" lead="Shown under the name that held on the day; found under every name."
        actions={canEdit && <ButtonLink href={`${base}/organisations/new`} kind="primary">Add an organisation</ButtonLink>} />
      <Filters action={`${base}/organisations`} label="Find organisations" submit="Find">
        <Hidden values={{ in: asked.where }} />
        <TextField name="text" label="Name, in any spelling" type="search" value={asked.text} />
        <SelectField name="kind" label="Kind" value={asked.kind ?? ''} options={[{ value: '', label: 'All kinds' }, ...ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kind }))]} />
      </Filters>
      <HereTabs path={`${base}/organisations`} where={asked.where} asked={{ text: asked.text, kind: asked.kind }} counts={counts} />
      <Doubles path={`${base}/organisations/duplicates`} doubles={doubles} />
      <h2 className="vh">Which were found</h2>
      {rows.length > 0 ? <OrganisationTable {...data} /> : <NoOrganisations {...data} />}
      <ListFiles base={base} list="organisations" asked={{ in: asked.where, kind: asked.kind, text: asked.text }} />
      <Paging label="Pages of organisations" paging={paging} />
    </>
  )
}

function OrganisationTable({ base, rows, day }: Data) {
  return (
    <Table caption={`Names and people as of ${day}`} fold heads={[{ label: 'Name' }, { label: 'Kind' }, { label: 'Country' }, { label: 'People', num: true }]}>
      {rows.map((row) => (
        <Row key={row.id}>
          <RowHead><a href={`${base}/organisations/${row.id}`}>{row.called}</a>{row.sample === 1 && <> <SampleMark /></>}{row.called !== row.name && <span className="under small soft">{row.name}</span>}</RowHead>
          <Cell label="Kind">{row.kind}</Cell>
          <Cell label="Country">{row.country || undefined}</Cell>
          <Cell label="People" num>{row.people || <span className="soft">none</span>}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function NoOrganisations({ base, asked, counts, canEdit }: Data) {
  const query = new URLSearchParams({ in: 'all', ...(asked.text ? { text: asked.text } : {}), ...(asked.kind ? { kind: asked.kind } : {}) })
  if (asked.where === 'mission' && counts.everywhere > 0) return <Empty title="None of them in this mission" action={<ButtonLink href={`${base}/organisations?${query.toString()}`}>Look in the whole directory</ButtonLink>}>An organisation appears here once one of its people does, or once it is represented.</Empty>
  if (asked.text || asked.kind) return <Empty title="No organisation matches" action={<ButtonLink href={`${base}/organisations`}>Show all organisations</ButtonLink>}>Names are found in other scripts and spellings too; try fewer words.</Empty>
  return <Empty title="No organisation in the directory yet" action={canEdit && <ButtonLink href={`${base}/organisations/new`} kind="primary">Add an organisation</ButtonLink>}>Organisations also join the directory with the titles of people.</Empty>
}
