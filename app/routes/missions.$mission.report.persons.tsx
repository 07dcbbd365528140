import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged } from '#app/http/query.server.ts'
import { Mark } from '#app/ui/kit/mark.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'
import { LIST_PAGE } from '#db/notes.server.ts'
import { countAppearances, listAppearances } from '#db/persons-met.server.ts'

export const meta: MetaFunction = () => [{ title: 'Persons met · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const [found, people] = await Promise.all([listAppearances(db, scope.mission.id, pageIn(url)), countAppearances(db, scope.mission.id)])
  return { base: inside(scope), people, ...paged(url, found, LIST_PAGE) }
})

const HEADS = [{ label: 'Name' }, { label: 'Title as printed there' }, { label: 'Meeting' }, { label: 'Met' }]

export default function PersonsMet() {
  const { base, people, rows, paging } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/report`}>Report and plan</a>} title="Persons met" lead={`${people.met} of ${people.all} persons met so far. Somebody counts as met once a meeting with them was held, unless their absence was noted.`} />
      {rows.length === 0 && <p className="soft">Nobody is expected yet. People appear here once they take part in a meeting.</p>}
      {rows.length > 0 && (
        <Table caption="Persons by name, once per meeting" quiet fold heads={HEADS}>
          {rows.map((row) => (
            <Row key={`${row.engagement_id} ${row.person_id ?? row.name}`}>
              <RowHead>{row.person_id === null ? row.name : <a href={`${base}/people/${row.person_id}`}>{row.name}</a>} {Number(row.sample) === 1 && <SampleMark />}</RowHead>
              <Cell label="Title">{row.printed_title || <span className="soft">none printed</span>}</Cell>
              <Cell label="Meeting"><a href={`${base}/engagements/${row.engagement_id}`}>{row.title}</a><span className="under small"><MeetingWhen meeting={row} /></span></Cell>
              <Cell label="Met">{row.met ? <Mark icon="confirmed" state="confirmed">met</Mark> : row.attended === 0 ? <Mark icon="no-show" state="no-show">absent</Mark> : <Mark icon="requested" state="requested">expected</Mark>}</Cell>
            </Row>
          ))}
        </Table>
      )}
      <Paging label="Pages of persons" paging={paging} />
    </>
  )
}
