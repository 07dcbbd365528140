import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { holdsOn, latestFirst } from '#app/domain/people/tenure.ts'
import { isId } from '#app/domain/ids.ts'
import { formatDay } from '#app/domain/time.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { AppearancesTable, MetElsewhere } from '#app/ui/directory/appearances.tsx'
import { ContactFacts } from '#app/ui/directory/contact-facts.tsx'
import { CorrectionSection } from '#app/ui/directory/correction-list.tsx'
import { MergedList } from '#app/ui/directory/merged-list.tsx'
import { Period, PersonName, nameLanguage } from '#app/ui/directory/names.tsx'
import { TitleLine, TitleLines } from '#app/ui/directory/title-line.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { AnswerMark } from '#app/ui/kit/status-mark.tsx'
import type { AnswerWord } from '#app/ui/kit/status-mark.tsx'
import { Timeline, TimelineRow } from '#app/ui/kit/timeline.tsx'
import { listMerges } from '#db/acts.server.ts'
import { listCorrections } from '#db/corrections.server.ts'
import { findContact, findPerson, listAffiliations, listAppearances, listInvitationsOf, listPersonNames } from '#db/people.server.ts'
import { listUndeliverable } from '#db/received.server.ts'
import { sampleFieldsOf } from '#db/sample-fields.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.name ?? 'Person'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const personId = params['person'] ?? ''
  const person = isId(personId) ? await findPerson(db, personId) : undefined
  if (!person) throw refuse('gone')
  if (person.merged_into_id) throw goTo(inside(scope, `/people/${person.merged_into_id}`))
  const day = await missionDay(scope)
  const [{ names, merged }, titles, appearances, contact, invitations, merges, [undeliverable], corrections] = await Promise.all([
    listPersonNames(db, personId), listAffiliations(db, [personId], day), listAppearances(db, scope.actor.accountId, personId),
    findContact(db, scope.actor.accountId, personId), listInvitationsOf(db, scope.mission.id, personId), listMerges(db, scope.mission.id, personId),
    listUndeliverable(db, scope.mission.id, personId), listCorrections(db, scope.mission.id, personId),
  ])
  return {
    base: inside(scope), person: { id: person.id, name: person.name, honorific: person.honorific, languages: person.languages, sampleFields: sampleFieldsOf(person) }, names, merged, merges,
    now: titles.filter((held) => holdsOn(held, day)), titles: latestFirst(titles).map((held) => ({ ...held, holds: holdsOn(held, day) })),
    here: appearances.filter((row) => row.mission_id === scope.mission.id), elsewhere: appearances.filter((row) => row.mission_id !== scope.mission.id),
    contact, invitations, undeliverable: undeliverable ?? null, corrections, on: formatDay(day), canEdit: can(scope.role, 'directory.edit'),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Person() {
  const data = useLoaderData<typeof loader>()
  const { base, person, now, canEdit, elsewhere } = data
  const path = `${base}/people/${person.id}`
  const actions = canEdit && <><ButtonLink href={`${path}/edit`} icon="edit">Edit</ButtonLink><ButtonLink href={`${path}/merge`}>Merge…</ButtonLink></>
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/people`}>People</a>} title={<PersonName {...person} />} lead={<TitleLines base={base} titles={now} />} actions={actions} />
      {data.undeliverable && <Note kind="error" title={`No mail reaches ${data.undeliverable.address}.`} actions={canEdit ? <ButtonLink tight href={`${path}/edit`}>Correct the address</ButtonLink> : undefined}>{data.undeliverable.text}</Note>}
      <CorrectionSection base={base} rows={data.corrections} canDecide={canEdit} />
      <Columns>
        <Stack>
          <Here {...data} />
          <Titles {...data} path={path} />
          {elsewhere.length > 0 && <Section id="elsewhere" title="Met in other missions" aside="yours only"><MetElsewhere rows={elsewhere} /></Section>}
        </Stack>
        <Stack>
          <Section id="contact" title="Contact"><ContactFacts {...data} {...person} /></Section>
          <Names {...data} path={path} />
          <Invitations {...data} />
        </Stack>
      </Columns>
    </>
  )
}

function Here({ base, here, canEdit }: Data) {
  return (
    <Section id="here" title="In this mission">
      {here.length > 0 ? <AppearancesTable base={base} rows={here} />
        : <Empty title="No engagement yet" action={canEdit && <ButtonLink href={`${base}/engagements`}>Choose an engagement</ButtonLink>}>Add the person on the page of an engagement.</Empty>}
    </Section>
  )
}

function Titles({ base, titles, path, canEdit }: Data & { path: string }) {
  return (
    <Section id="titles" title="Titles over time" aside={canEdit && <a href={`${path}/titles`}>Add or change titles</a>}>
      {titles.length === 0 && <p className="soft">No title known.</p>}
      {titles.length > 0 && (
        <Timeline label="Titles, the latest first">
          {titles.map((held) => (
            <TimelineRow key={held.id} time={<Period {...held} />} mark={held.holds ? undefined : <Mark icon="postponed">not now</Mark>}><TitleLine base={base} held={held} /></TimelineRow>
          ))}
        </Timeline>
      )}
    </Section>
  )
}

function Names({ base, names, merged, merges, path, canEdit }: Data & { path: string }) {
  return (
    <Section id="names" title="Other spellings" aside={canEdit && <a href={`${path}/names`}>Add or remove</a>}>
      {names.length === 0 && merged.length === 0 && <p className="soft">None yet. Other scripts are found anyway.</p>}
      {names.length > 0 && <List label="Other spellings">{names.map((row) => <ListRow key={row.id} under={[nameLanguage(row.language), row.script].filter(Boolean).join(', ') || undefined}><span lang={row.language || undefined}>{row.name}</span></ListRow>)}</List>}
      {merged.length > 0 && <MergedList base={base} merged={merged} merges={merges} canUndo={canEdit} />}
    </Section>
  )
}

function Invitations({ base, invitations, person }: Data) {
  return (
    <Section id="invitations" title="Invitations held">
      {invitations.length === 0 && <p className="soft">None in this mission.</p>}
      {invitations.length > 0 && <List label="Invitations held">
        {invitations.map((row) => (
          <ListRow key={row.id} under={<>version {row.sequence + 1}{row.state === 'cancelled' && ', cancelled'}</>} mark={row.state === 'cancelled' ? undefined : <AnswerMark answer={(row.answer === 'none' ? 'no answer' : row.answer) as AnswerWord} />}>
            <a href={`${base}/engagements/${row.engagement_id}`}>{row.title}</a>
          </ListRow>
        ))}
      </List>}
      <p className="small"><a href={`${base}/invitations`}>To the invitations desk</a> · <a href={`${base}/feeds?of=person:${person.id}`}>Calendar feed…</a></p>
    </Section>
  )
}
