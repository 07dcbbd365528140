import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { isId } from '#app/domain/ids.ts'
import { formatDay, formatOffset, offsetOfDay } from '#app/domain/time.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { MeetingsHere } from '#app/ui/directory/meetings-here.tsx'
import { NamesOverTime } from '#app/ui/directory/names.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { findPlace, listEngagementsAt, listPlaceNames, listPlacesIn } from '#db/places.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.place.called ?? 'Place'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const id = params['place'] ?? ''
  const day = await missionDay(scope)
  const row = isId(id) ? await findPlace(db, id, day) : undefined
  if (!row) throw refuse('gone')
  const [names, meetings, within] = await Promise.all([listPlaceNames(db, id), listEngagementsAt(db, scope.mission.id, id), listPlacesIn(db, id)])
  const zone = row.zone ?? row.city_zone
  return {
    base: inside(scope), names, meetings, within, on: formatDay(day), canEdit: can(scope.role, 'directory.edit'),
    place: { id, kind: row.kind, name: row.name, called: row.called, country: row.country, cityId: row.city_id, city: row.city, address: row.address, sample: row.sample === 1, own: row.zone !== null, zone },
    offset: zone === null ? '' : formatOffset(offsetOfDay(day, zone)),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Place() {
  const data = useLoaderData<typeof loader>()
  const { base, place, names, meetings, within, on, canEdit } = data
  const path = `${base}/places/${place.id}`
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/places`}>Places</a>} title={<>{place.called}{place.sample && <> <SampleMark /></>}</>} lead={place.called === place.name ? undefined : `now ${place.name}`}
        actions={canEdit && <ButtonLink href={`${path}/edit`} icon="edit">Edit</ButtonLink>} />
      <Columns>
        <Stack>
          <Section id="meetings" title="Engagements here" aside="this mission">
            {meetings.length === 0 ? <p className="soft">None in this mission.</p> : <MeetingsHere base={base} label="Engagements here" meetings={meetings} />}
          </Section>
          {within.length > 0 && (
            <Section id="within" title="Places in this city">
              <List label="Places in this city">{within.map((each) => <ListRow key={each.id} under={each.kind}><a href={`${base}/places/${each.id}`}>{each.name}</a>{each.sample === 1 && <> <SampleMark /></>}</ListRow>)}</List>
            </Section>
          )}
        </Stack>
        <Stack>
          <Section id="facts" title="Where it is"><PlaceFacts {...data} /></Section>
          <Section id="names" title="Names over time" aside={canEdit && <a href={`${path}/names`}>Add or remove</a>}>
            <NamesOverTime entry={place.name} names={names} called={place.called} on={on} />
          </Section>
        </Stack>
      </Columns>
    </>
  )
}

function PlaceFacts({ base, place, offset, on }: Data) {
  const unknown = <span className="soft">not known</span>
  return (
    <div className="contact">
      <Facts>
        <Fact term="Kind">{place.kind}</Fact>
        {place.cityId !== null && <Fact term="City"><a href={`${base}/places/${place.cityId}`}>{place.city}</a></Fact>}
        <Fact term="Country">{place.country || unknown}</Fact>
        {place.kind !== 'city' && <Fact term="Address">{place.address || unknown}</Fact>}
        <Fact term="Clock">{place.zone === null ? unknown : <>{offset} <span className="zone">on {on}; {place.zone}{!place.own && ', as its city'}</span></>}</Fact>
      </Facts>
    </div>
  )
}
