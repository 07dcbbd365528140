import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { publishedChanges, publishedOf, whyUnpublishable } from '#app/domain/agenda/published.ts'
import type { WhyUnpublishable } from '#app/domain/agenda/published.ts'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { formatDay, formatMinute, formatOffset, offsetOf, wallOf } from '#app/domain/time.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { PublishAgendaInput } from '#app/operations/published.input.ts'
import { publishAgenda, stampOfPublished } from '#app/operations/published.server.ts'
import { agendaPath } from '#app/ui/agenda/agenda-page.tsx'
import { AddressLine } from '#app/ui/agenda/address-line.tsx'
import { Published } from '#app/ui/agenda/published.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { findPublicationOf, findVersion, listVersions, loadPublishable } from '#db/published.server.ts'
import { publishedToken } from '#db/tokens.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Publish ${data?.next.title ?? 'the agenda'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, app }) => {
  const db = scope.database.read
  const id = idOf(params, 'engagement')
  const facts = await loadPublishable(db, scope.mission, id)
  if (!facts) throw refuse('gone')
  const next = publishedOf(facts)
  const published = await findPublicationOf(db, scope.mission.id, id)
  const [latest, versions] = published ? await Promise.all([findVersion(db, scope.mission.id, published.id), listVersions(db, scope.mission.id, published.id)]) : [undefined, []]
  const open = published?.state === 'open'
  return {
    base: inside(scope), canPublish: can(scope.role, 'paper.issue'), next, stamp: stampOfPublished(next), because: whyUnpublishable(facts) ?? null, number: (latest?.number ?? 0) + 1, open, publishedId: published?.id ?? '',
    changes: latest ? publishedChanges(latest.content, next) : [], path: published && open ? `/agenda/${publishedToken(app.config.secret, published.id, published.generation)}` : '', baseUrl: app.config.baseUrl,
    versions: versions.map(({ atMs, ...version }) => ({ ...version, when: whenOf(atMs, next.zone, next.city) })),
  }
})

function whenOf(atMs: number, zone: string, city: string): string {
  const wall = wallOf(atMs, zone)
  return `${formatDay(wall.day)}, ${formatMinute(wall.minute)} ${city}, ${formatOffset(offsetOf(atMs, zone))}`
}

export const action = inMission('paper.issue', async (scope, { request, params }) => {
  const form = await readForm(request, PublishAgendaInput)
  if (!form.ok) return invalid(form.problem)
  const id = idOf(params, 'engagement')
  const outcome = await publishAgenda(scope, id, form.value)
  if (outcome.done) return goTo(`${agendaPath(inside(scope), id)}/publish`, outcome.actId)
  if (outcome.because === 'gone' || outcome.because === 'stale') throw refuse(outcome.because)
  return problemWith({}, {}, outcome.because === 'changed' ? 'The agenda was changed while you looked at it. What would go out now stands below; look at it and publish again.' : outcome.because === 'same' ? 'Nothing has changed since the version that is published.' : WHY[outcome.because])
})

const WHY: Record<WhyUnpublishable, string> = {
  'no-items': 'An agenda without items says nothing. Add the first item, then publish.', internal: 'This engagement is the team’s own: it is not for the public.', 'not-planned': 'This engagement is not planned at present. Set its status first.',
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Publish() {
  const data = useLoaderData<typeof loader>()
  const { base, next, because } = data
  const problem = useActionData<typeof action>()?.problem
  const here = agendaPath(base, next.id)
  return (
    <>
      <PageHead eyebrow={<><a href={here}>Agenda</a> · {next.title}</>} title="Publish the agenda" lead="Whoever has the address reads it without signing in: titles, hours, places and who speaks. Questions, the brief, phones and e-mail addresses never stand there." actions={<ButtonLink href={`${base}/published`}>All that is published</ButtonLink>} />
      <ErrorSummary problem={problem} />
      {data.open && <AddressLine label="Address of the agenda" baseUrl={data.baseUrl} path={data.path} withdraw={data.canPublish ? <ActionButton kind="danger" action={`${base}/published/withdraw`} hidden={{ published: data.publishedId }}>Withdraw</ActionButton> : undefined} />}
      {because ? <Empty title="Not for publishing yet" action={<ButtonLink href={here}>To the agenda</ButtonLink>}>{WHY[because]}</Empty> : <GoesOut {...data} />}
      {data.versions.length > 0 && <Versions {...data} />}
    </>
  )
}

function GoesOut({ number, open, changes, canPublish, stamp, next }: Data) {
  const same = open && changes.length === 0
  return (
    <Section id="next" title={same ? 'Published as it stands' : `Version ${number}`} aside={number > 1 && !same ? count(changes.length, 'change', 'changes') : undefined}>
      {changes.length > 0 && <ul className="whole">{changes.map((line) => <li key={line}>{line}</li>)}</ul>}
      {same && <p className="soft">Nothing has changed since version {number - 1}.</p>}
      {!same && canPublish && <Form hidden={{ seen: stamp }}><div className="line"><Button kind="primary">Publish version {number}</Button></div></Form>}
      {!same && !canPublish && <p className="soft">A coordinator of the mission publishes it.</p>}
      <div className="sheet"><Published agenda={next} language="en" level={2} /></div>
    </Section>
  )
}

function Versions({ versions, path, open }: Data) {
  return (
    <Section id="versions" title="Versions">
      <Table caption="Versions of the agenda" quiet fold heads={[{ label: 'Version' }, { label: 'Published' }, { label: 'By' }, { label: 'What changed' }]}>
        {versions.map(({ number, when, accountName, changes }) => (
          <Row key={number}>
            <RowHead>{open ? <a href={`${path}?version=${number}`}>Version {number}</a> : `Version ${number}`}</RowHead>
            <Cell label="Published">{when}</Cell>
            <Cell label="By">{accountName}</Cell>
            <Cell label="What changed">{changes.length === 0 ? <span className="soft">{number === 1 ? 'the first' : 'nothing'}</span> : <>{changes.slice(0, 3).join(' · ')}{changes.length > 3 && ` and ${changes.length - 3} more`}</>}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  )
}
