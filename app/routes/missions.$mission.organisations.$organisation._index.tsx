import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { holdsOn } from '#app/domain/people/tenure.ts'
import { isId } from '#app/domain/ids.ts'
import { formatDay } from '#app/domain/time.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { MeetingsHere } from '#app/ui/directory/meetings-here.tsx'
import { MergedList } from '#app/ui/directory/merged-list.tsx'
import { NamesOverTime, Period, PersonName } from '#app/ui/directory/names.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Timeline, TimelineRow } from '#app/ui/kit/timeline.tsx'
import { listMerges } from '#db/acts.server.ts'
import { findOrganisation, listKin, listMeetingsWith, listOrganisationNames } from '#db/organisations.server.ts'
import { listPeopleOfOrganisation } from '#db/people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.organisation.called ?? 'Organisation'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const id = params['organisation'] ?? ''
  const day = await missionDay(scope)
  const organisation = isId(id) ? await findOrganisation(db, id, day) : undefined
  if (!organisation) throw refuse('gone')
  if (organisation.merged_into_id) throw goTo(inside(scope, `/organisations/${organisation.merged_into_id}`))
  const [{ names, merged }, kin, people, meetings, merges] = await Promise.all([
    listOrganisationNames(db, id), listKin(db, id), listPeopleOfOrganisation(db, id, day), listMeetingsWith(db, scope.mission.id, id), listMerges(db, scope.mission.id, id),
  ])
  return {
    base: inside(scope), organisation, names, merged, merges, kin, meetings, on: formatDay(day), canEdit: can(scope.role, 'directory.edit'),
    now: people.filter((held) => holdsOn(held, day)), others: people.filter((held) => !holdsOn(held, day)),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Organisation() {
  const data = useLoaderData<typeof loader>()
  const { base, organisation, now, others, meetings, canEdit } = data
  const path = `${base}/organisations/${organisation.id}`
  const actions = canEdit && <><ButtonLink href={`${path}/edit`} icon="edit">Edit</ButtonLink><ButtonLink href={`${path}/merge`}>Merge…</ButtonLink></>
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/organisations`}>Organisations</a>} title={organisation.called} lead={organisation.called === organisation.name ? undefined : organisation.name} actions={actions} />
      <Columns>
        <Stack>
          <Section id="people" title="People" aside={`as of ${data.on}`}>
            {now.length === 0 && <Empty title="Nobody known" action={canEdit && <ButtonLink href={`${base}/people`}>Choose a person</ButtonLink>}>People stand here by their titles.</Empty>}
            {now.length > 0 && <PeopleList base={base} people={now} label="People" />}
          </Section>
          {others.length > 0 && <Section id="others" title="Before and after"><PeopleList base={base} people={others} label="People before and after" /></Section>}
          <Section id="meetings" title="In this mission">
            {meetings.length === 0 ? <p className="soft">No engagement with its people, and nobody who represents it.</p> : <MeetingsHere base={base} label="Engagements" meetings={meetings} />}
          </Section>
        </Stack>
        <Stack>
          <Section id="facts" title="What it is"><KinFacts {...data} /></Section>
          <Names {...data} path={path} />
        </Stack>
      </Columns>
    </>
  )
}

function PeopleList({ base, people, label }: { base: string; people: Data['now']; label: string }) {
  return (
    <Timeline label={label}>
      {people.map((held) => (
        <TimelineRow key={held.id} time={<Period {...held} />} who={<>{held.title}{held.sample && <> <SampleMark /></>}</>}><a href={`${base}/people/${held.personId}`}><PersonName {...held} /></a></TimelineRow>
      ))}
    </Timeline>
  )
}

function KinFacts({ base, organisation, kin }: Data) {
  const link = (id: string, name: string) => <a href={`${base}/organisations/${id}`}>{name}</a>
  const parts = kin.filter((each) => each.kin === 'part')
  const before = kin.filter((each) => each.kin === 'before')
  const links = (rows: Data['kin']) => <ul>{rows.map(({ id, name }) => <li key={id}>{link(id, name)}</li>)}</ul>
  return (
    <div className="contact">
      <Facts>
        <Fact term="Kind">{organisation.kind}{organisation.sample === 1 && <> <SampleMark /></>}</Fact>
        <Fact term="Country">{organisation.country || <span className="soft">not known</span>}</Fact>
        {organisation.parent_id !== null && <Fact term="Part of">{link(organisation.parent_id, organisation.parent ?? '')}</Fact>}
        {parts.length > 0 && <Fact term="Parts">{links(parts)}</Fact>}
        {before.length > 0 && <Fact term="Follows">{links(before)}</Fact>}
        {organisation.successor_id !== null && <Fact term="Followed by">{link(organisation.successor_id, organisation.successor ?? '')}</Fact>}
      </Facts>
    </div>
  )
}

function Names({ base, organisation, names, merged, merges, on, path, canEdit }: Data & { path: string }) {
  return (
    <Section id="names" title="Names over time" aside={canEdit && <a href={`${path}/names`}>Add or remove</a>}>
      <NamesOverTime entry={organisation.name} names={names} called={organisation.called} on={on} />
      {merged.length > 0 && <MergedList base={base} merged={merged} merges={merges} canUndo={canEdit} />}
    </Section>
  )
}
