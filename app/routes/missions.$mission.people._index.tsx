import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { countDoubles } from '#app/domain/people/duplicates.ts'
import { holdsOn } from '#app/domain/people/tenure.ts'
import { formatDay } from '#app/domain/time.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { pageIn, paged, textIn, wordIn } from '#app/http/query.server.ts'
import { Doubles } from '#app/ui/directory/doubles.tsx'
import { HereTabs, WHERES } from '#app/ui/directory/here-tabs.tsx'
import { PersonName } from '#app/ui/directory/names.tsx'
import { TitleLines } from '#app/ui/directory/title-line.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { Hidden } from '#app/ui/kit/form.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { listApart } from '#db/apart.server.ts'
import { DIRECTORY_PAGE, countPeople, listAffiliations, listKnownPeople, listPeople } from '#db/people.server.ts'

export const meta: MetaFunction = () => [{ title: 'People · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const asked = { where: wordIn(url, 'in', WHERES) ?? 'mission', text: textIn(url, 'text') }
  const [day, rows, counts, known, apart] = await Promise.all([
    missionDay(scope), listPeople(db, scope.mission.id, { everywhere: asked.where === 'all', text: asked.text, page: pageIn(url) }), countPeople(db, scope.mission.id, asked.text), listKnownPeople(db), listApart(db, scope.mission.id),
  ])
  const titles = (await listAffiliations(db, rows.map((row) => row.id), day)).filter((held) => holdsOn(held, day))
  const people = rows.map((row) => ({ ...row, appearances: Number(row.appearances), titles: titles.filter((held) => held.personId === row.id) }))
  return { base: inside(scope), asked, counts, ...paged(url, people, DIRECTORY_PAGE), day: formatDay(day), doubles: countDoubles(known, apart), canEdit: can(scope.role, 'directory.edit') }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function People() {
  const data = useLoaderData<typeof loader>()
  const { base, asked, counts, rows, paging, day, doubles, canEdit } = data
  return (
    <>
      <PageHead title="People" lead="Counterparts, speakers and colleagues, once for all missions. What was printed at an appearance stays with it."
        actions={canEdit && <ButtonLink href={`${base}/people/new`} kind="primary">Add a person</ButtonLink>} />
      <Filters action={`${base}/people`} label="Find people" submit="Find">
        <Hidden values={{ in: asked.where }} />
        <TextField name="text" label="Name, in any spelling" type="search" value={asked.text} />
      </Filters>
      <HereTabs path={`${base}/people`} where={asked.where} asked={{ text: asked.text }} counts={counts} />
      <Doubles path={`${base}/people/duplicates`} doubles={doubles} />
      <h2 className="vh">Who was found</h2>
      {rows.length > 0 && <PeopleTable {...data} day={day} />}
      {rows.length === 0 && <NoPeople {...data} />}
      <ListFiles base={base} list="people" asked={{ in: asked.where, text: asked.text }} />
      <Paging label="Pages of people" paging={paging} />
    </>
  )
}

function PeopleTable({ base, rows, day }: Data) {
  return (
    <Table caption={`Titles as of ${day}`} fold heads={[{ label: 'Name' }, { label: 'Title and organisation' }, { label: 'Languages' }, { label: 'Meetings here', num: true }]}>
      {rows.map((person) => (
        <Row key={person.id}>
          <RowHead><a href={`${base}/people/${person.id}`}><PersonName {...person} /></a></RowHead>
          <Cell label="Title"><TitleLines base={base} titles={person.titles} /></Cell>
          <Cell label="Languages">{person.languages || undefined}</Cell>
          <Cell label="Meetings here" num>{person.appearances || <span className="soft">none</span>}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function NoPeople({ base, asked, counts, canEdit }: Data) {
  const everywhere = <ButtonLink href={`${base}/people?in=all${asked.text ? `&text=${encodeURIComponent(asked.text)}` : ''}`}>Look in the whole directory</ButtonLink>
  if (asked.where === 'mission' && counts.everywhere > 0) return <Empty title={asked.text ? 'Nobody of this name appears in this mission' : 'Nobody appears in this mission yet'} action={everywhere}>People appear here once they are added to an engagement.</Empty>
  if (asked.text) return <Empty title="Nobody of this name" action={canEdit && <ButtonLink href={`${base}/people/new?name=${encodeURIComponent(asked.text)}`}>Add “{asked.text}”</ButtonLink>}>Names are found in other scripts and spellings too; try fewer words.</Empty>
  return <Empty title="Nobody in the directory yet" action={canEdit && <ButtonLink href={`${base}/people/new`} kind="primary">Add a person</ButtonLink>}>People also join the directory when they are added to an engagement.</Empty>
}
