import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { asStatus, hasBegun, isAhead, isExit, reachedBy, stepsFrom, usualNext } from '#app/domain/meetings/status.ts'
import { kindsFor } from '#app/domain/papers/choice.ts'
import { can } from '#app/domain/people/access.ts'
import { gatherByPerson } from '#app/domain/people/protocol.ts'
import { formatDayNumber, formatOffset, missionNow, offsetOfDay, wallOf } from '#app/domain/time.ts'
import type { Day, MissionClock } from '#app/domain/time.ts'
import { loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import { historyLine } from '#app/http/history-lines.server.ts'
import { planInvitations } from '#app/operations/invitation-plans.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { Agenda, History, OtherTitles, Owed, People } from '#app/ui/engagements/around.tsx'
import { kindWord } from '#app/ui/engagements/engagement-fields.tsx'
import { EngagementFacts } from '#app/ui/engagements/engagement-facts.tsx'
import { fullName } from '#app/ui/engagements/people-table.tsx'
import { NextAction, StatusLine } from '#app/ui/engagements/steps.tsx'
import { EngagementWhen, SampleTime, isSample } from '#app/ui/engagements/when.tsx'
import { Brief, Evidence, Notes } from '#app/ui/engagements/written.tsx'
import { IssuesHere } from '#app/ui/issues/issues-here.tsx'
import { Files } from '#app/ui/meetings/attachment-list.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Tabs } from '#app/ui/kit/tabs.tsx'
import { HandOuts } from '#app/ui/papers/hand-out-list.tsx'
import { PapersHere } from '#app/ui/papers/papers-here.tsx'
import { TasksCarried, TasksOut } from '#app/ui/tasks/tasks-here.tsx'
import { listAttachments } from '#db/attachments.server.ts'
import { listActs } from '#db/acts.server.ts'
import type { ActRow } from '#db/acts.server.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import { countUses, listAliases, listFallbacks } from '#db/engagements.server.ts'
import type { Engagement } from '#db/engagements.server.ts'
import { listExcerpts } from '#db/evidence.server.ts'
import { listHandOuts } from '#db/hand-outs.server.ts'
import { listIssuesAt } from '#db/issues.server.ts'
import { listNotes } from '#db/notes.server.ts'
import { listHeld, listParticipations } from '#db/participations.server.ts'
import { listQuestions } from '#db/questions.server.ts'
import { listCarriedTo, listTasks } from '#db/tasks.server.ts'

const SHOWN_SENTENCES = 8
const SHOWN_ACTS = 12

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.engagement.title ?? 'Meeting'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, context }) => {
  const engagement = await loadAsked(scope, params)
  const base = inside(scope)
  const status = asStatus(engagement.status)
  const begun = hasBegun(engagement, scope.missionNowMs)
  const { acts, ...rest } = await loadAround(scope, engagement.id, wallOf(scope.missionNowMs, engagement.zone).day, context)
  return {
    base, at: `${base}/engagements/${engagement.id}`, engagement, status, begun, clock: { city: engagement.city, offset: formatOffset(offsetOfDay(engagement.day, engagement.zone)) }, next: usualNext(status, begun), exits: stepsFrom(status, begun).filter((step) => isExit(step.to)), ...rest,
    reached: reachedWords(acts, scope.mission.clock, engagement), history: acts.slice(0, SHOWN_ACTS).map((act) => historyLine(act, scope)),
    own: { zone: scope.actor.zone, city: scope.actor.city }, canEdit: can(scope.role, 'engagement.edit'), canWrite: can(scope.role, 'note.write'), canSettle: can(scope.role, 'issue.settle'),
  }
})

/** Everything that stands around an engagement; the number of queries does not depend on how much it is. */
async function loadAround(scope: Scope, id: string, today: Day, { app }: Entered['context']) {
  const db = scope.database.read
  const mission = scope.mission.id
  const [aliases, people, held, items, notes, said, backUps, acts, uses, plans, issues, asks, tasks, carried, files, handOuts] = await Promise.all([
    listAliases(db, mission, id), listParticipations(db, mission, id), listHeld(db, mission, id), listAgendaItems(db, mission, id), listNotes(db, mission, { engagementId: id, reader: scope.actor.accountId }),
    listExcerpts(db, mission, { engagementId: id }), listFallbacks(db, mission, id), listActs(db, mission, { subjectId: id, limit: 100 }), countUses(db, mission, id),
    planInvitations(db, scope, app.config.mailFrom, id), listIssuesAt(db, mission, scope.missionNowMs, id), listQuestions(db, mission, id),
    listTasks(db, mission, { engagementId: id, today }), listCarriedTo(db, mission, id, today), listAttachments(db, mission, { engagementId: id, reader: scope.actor.accountId }), listHandOuts(db, mission, id, 'team'),
  ])
  return {
    aliases, people, held, notes, backUps, acts, uses, issues, asks, tasks, carried, handOuts, files: files.filter((file) => file.removed_ms === null), today, owed: plans.planned.length, holding: held.filter((each) => each.sent).length,
    said: said.slice(0, SHOWN_SENTENCES), sentences: said.length, starts: Object.fromEntries(items.map((item) => [item.id, item.startMinute])),
    items: items.map((item) => ({ ...item, people: gatherByPerson(people.filter((row) => row.itemId === item.id)).flatMap(([row]) => (row ? [fullName(row)] : [])) })),
  }
}

/** Dates of the statuses on the mission's own clock and calendar. */
function reachedWords(acts: readonly ActRow[], clock: MissionClock, { id, zone }: Engagement) {
  const reached = reachedBy(acts.filter((act) => act.subject_id === id || act.noun === 'stop').map((act) => ({ verb: act.verb, noun: act.noun, atMs: act.at_ms, facts: act.facts, undone: act.undone_by_id !== null })))
  return Object.fromEntries(Object.entries(reached).map(([status, { atMs, reason }]) => [status, { when: formatDayNumber(wallOf(missionNow(clock, atMs), zone).day), reason }]))
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function EngagementPage() {
  const data = useLoaderData<typeof loader>()
  const { base, at, engagement, status, next, exits, reached, backUps, notes, said, sentences, canEdit, canWrite, uses } = data
  const { id, revision, sampleFields, zone } = engagement
  const ready = backUps.filter((each) => isAhead(asStatus(each.status)))
  return (
    <>
      <Head {...data} actions={<>
        {canEdit && <ButtonLink href={`${at}/move`} icon="calendar">Move…</ButtonLink>}
        <NextAction at={at} base={base} id={id} revision={revision} status={status} next={next} backUps={ready.length} notes={notes.length} canEdit={canEdit} />
      </>} />
      <StatusLine status={status} reached={reached} sample={isSample(sampleFields, 'status')} exits={exits} at={at} canEdit={canEdit} removable={status === 'idea' && uses === 0} />
      <Views {...data} />
      <Owed base={base} id={id} owed={data.owed} holding={data.holding} />
      <IssuesHere issues={data.issues} base={base} canSettle={data.canSettle} />
      <Columns>
        <Stack>
          <People {...data} id={id} />
          <Agenda {...data} zone={zone} />
          <HandOuts handOuts={data.handOuts} base={base} at={at} canEdit={canEdit} />
          <Notes notes={notes} base={base} id={id} canWrite={canWrite} />
          <Files files={data.files} base={base} clock={engagement} at={`${at}/files`} canWrite={canWrite} />
          <Evidence said={said} base={base} more={sentences > said.length} />
          <TasksOut {...data} id={id} />
        </Stack>
        <Stack>
          <Section id="facts" title="Facts" aside={canEdit ? <a href={`${at}/edit`}>Edit<span className="vh"> the engagement</span></a> : undefined}><EngagementFacts of={engagement} backUps={backUps} own={data.own} base={base} at={at} canEdit={canEdit} /></Section>
          <Brief of={engagement} at={at} canEdit={canEdit} asks={data.asks} ahead={isAhead(asStatus(engagement.status)) && !data.begun} />
          <PapersHere papers={[...kindsFor('engagement').map((kind) => ({ kind, subject: id })), ...kindsFor('participation').map((kind) => ({ kind }))]} base={base} of={id} />
          <TasksCarried {...data} />
          <OtherTitles {...data} />
          <History base={base} lines={data.history} />
        </Stack>
      </Columns>
    </>
  )
}

function Head({ base, engagement, actions }: Data & { actions: ReactNode }) {
  const { title, kind, city, stopId, sourceLine, venue, sampleFields } = engagement
  return (
    <PageHead title={<>{title}{isSample(sampleFields, 'title') && <> <SampleMark /></>}</>} actions={actions}
      eyebrow={<><a href={`${base}/stops/${stopId}`}>{city}</a> · {kindWord(kind)}{sourceLine !== null && ` · line ${sourceLine} of the deck`}</>}
      lead={<><EngagementWhen at={engagement} /><SampleTime fields={sampleFields} />{venue !== '' && <> · {venue}{isSample(sampleFields, 'venue') && <> <SampleMark /></>}</>}</>} />
  )
}

function Views({ base, at, engagement, items, holding, notes, sentences }: Data) {
  return (
    <Tabs label="Views of this engagement" tabs={[
      { href: at, label: 'Overview', current: true }, { href: `${at}/agenda`, label: `Agenda, ${items.length}` }, { href: `${base}/invitations?engagement=${engagement.id}`, label: `Invitations, ${holding}` },
      { href: '#notes', label: `Notes, ${notes.length}` }, { href: '#evidence', label: `Evidence, ${sentences}` }, { href: '#history', label: 'History' },
    ]} />
  )
}
