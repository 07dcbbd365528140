import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { formatDay, formatMinute, formatOffset, offsetOf, wallOf } from '#app/domain/time.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { AddressLine } from '#app/ui/agenda/address-line.tsx'
import { agendaPath } from '#app/ui/agenda/agenda-page.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { findPublicationOf, listPublished } from '#db/published.server.ts'
import { publishedToken } from '#db/tokens.server.ts'

export const meta: MetaFunction = () => [{ title: 'Published agendas · Caravan' }]

export const loader = inMission('mission.read', async (scope, { app }) => {
  const db = scope.database.read
  const [rows, programme] = await Promise.all([listPublished(db, scope.mission.id), findPublicationOf(db, scope.mission.id, null)])
  const pathOf = ({ id, generation }: { id: string; generation: number }): string => `/agenda/${publishedToken(app.config.secret, id, generation)}`
  return {
    base: inside(scope), baseUrl: app.config.baseUrl, canPublish: can(scope.role, 'paper.issue') && scope.mission.archivedMs === null,
    programme: programme?.state === 'open' ? { id: programme.id, path: pathOf(programme) } : null,
    rows: rows.map((row) => ({ engagementId: row.engagementId, title: row.title, day: formatDay(row.day), number: row.number, by: row.accountName, at: whenOf(row), path: row.state === 'open' ? pathOf(row) : '' })),
  }
})

function whenOf({ atMs, zone, city }: { atMs: number; zone: string; city: string }): string {
  const { day, minute } = wallOf(atMs, zone)
  return `${formatDay(day)}, ${formatMinute(minute)} ${city}, ${formatOffset(offsetOf(atMs, zone))}`
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function PublishedAgendas() {
  const data = useLoaderData<typeof loader>()
  const { base, rows } = data
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/agendas`}>Agendas</a>} title="Published agendas" lead="What can be read without signing in, in the version that was published. Later changes stay inside until the next version." />
      <Programme {...data} />
      <Section id="agendas" title="Agendas">
        {rows.length === 0 && <Empty title="Nothing is published yet" action={<ButtonLink href={`${base}/agendas`}>To the agendas</ButtonLink>}>Open an agenda and press Publish: everybody with its address reads that version.</Empty>}
        {rows.length > 0 && <Rows {...data} />}
      </Section>
    </>
  )
}

function Programme({ base, baseUrl, programme, canPublish, rows }: Data) {
  if (!programme && rows.length === 0) return null
  return (
    <Section id="programme" title="The whole programme" aside="the latest version of every agenda that is published">
      {programme ? (
        <AddressLine label="Address of the programme" baseUrl={baseUrl} path={programme.path} withdraw={canPublish ? <ActionButton kind="danger" action={`${base}/published/withdraw`} hidden={{ published: programme.id }}>Withdraw</ActionButton> : undefined} />
      ) : (
        <div className="line">{canPublish ? <ActionButton action={`${base}/published/programme`}>Make an address for it</ActionButton> : <p className="soft">It has no address. A coordinator can make one.</p>}</div>
      )}
    </Section>
  )
}

function Rows({ base, rows }: Data) {
  return (
    <Table caption="Published agendas, by their days" quiet fold heads={[{ label: 'Day' }, { label: 'Engagement' }, { label: 'Version', num: true }, { label: 'Published' }, { label: 'Page' }]}>
      {rows.map((row) => (
        <Row key={row.engagementId}>
          <Cell>{row.day}</Cell>
          <RowHead><a href={`${agendaPath(base, row.engagementId)}/publish`}>{row.title}</a></RowHead>
          <Cell num label="Version">{row.number}</Cell>
          <Cell label="Published">{row.at} by {row.by}</Cell>
          <Cell label="Page">{row.path === '' ? <span className="soft">withdrawn</span> : <a href={row.path}>Open<span className="vh"> the page of {row.title}</span></a>}</Cell>
        </Row>
      ))}
    </Table>
  )
}
