import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDays } from '#app/domain/time.ts'
import { count } from '#app/domain/text.ts'
import { signedIn } from '#app/http/enter.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { PlainShell } from '#app/ui/shell/plain-shell.tsx'
import { listMissionsOf } from '#db/missions.server.ts'

export const meta: MetaFunction = () => [{ title: 'Missions · Caravan' }]

export const loader = signedIn(async ({ actor, theme }, { app }) => ({
  person: { name: actor.name, role: '' }, theme, missions: await listMissionsOf(app.database.read, actor.accountId),
}))

type Listed = Awaited<ReturnType<typeof listMissionsOf>>

export default function Missions() {
  const { person, theme, missions } = useLoaderData<typeof loader>()
  const open = missions.filter((mission) => mission.archivedMs === null)
  const archived = missions.filter((mission) => mission.archivedMs !== null)
  return (
    <PlainShell person={person} theme={theme}>
      <PageHead title="Missions" lead="The missions that you are on the team of." actions={<><ButtonLink href="/missions/new/from-file">Bring a mission in…</ButtonLink><ButtonLink href="/missions/new" kind="primary" icon="plus">New mission</ButtonLink></>} />
      {open.length > 0 ? <MissionTable caption="Missions, the latest first" missions={open} /> : (
        <Empty title="You are on the team of no mission yet" action={<ButtonLink href="/missions/new">Start a mission</ButtonLink>}>
          Start one, or ask the coordinator of a mission to add your address to its team.
        </Empty>
      )}
      {archived.length > 0 && <Section id="archived" title="Archived" aside="read-only"><MissionTable caption="Archived missions" missions={archived} /></Section>}
    </PlainShell>
  )
}

function MissionTable({ caption, missions }: { caption: string; missions: Listed }) {
  return (
    <Table caption={caption} quiet fold heads={[{ label: 'Mission' }, { label: 'Days' }, { label: 'Stops' }, { label: 'Engagements', num: true }, { label: 'Your role' }, { label: 'State' }]}>
      {missions.map((mission) => (
        <Row key={mission.slug}>
          <RowHead><a href={`/missions/${mission.slug}`}>{mission.title}</a> {mission.demo && <SampleMark>demo</SampleMark>}</RowHead>
          <Cell label="Days">{formatDays(mission.startDay, mission.endDay)} {mission.endDay.slice(0, 4)}</Cell>
          <Cell label="Stops">{count(mission.stops, 'stop', 'stops')}</Cell>
          <Cell label="Engagements" num>{mission.engagements}</Cell>
          <Cell label="Your role">{mission.role}</Cell>
          <Cell label="State">{mission.status}</Cell>
        </Row>
      ))}
    </Table>
  )
}
