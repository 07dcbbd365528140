import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { GATHERINGS, groupOwed } from '#app/domain/calendar/owed.ts'
import type { Gathering } from '#app/domain/calendar/owed.ts'
import { can } from '#app/domain/people/access.ts'
import { goTo } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { idIn, wordIn } from '#app/http/query.server.ts'
import { replyNews } from '#app/http/replies.server.ts'
import { owedOf, planInvitations } from '#app/operations/invitation-plans.server.ts'
import { SendInput } from '#app/operations/invitations.input.ts'
import { sendInvitations } from '#app/operations/invitations.server.ts'
import { CorrectionSection } from '#app/ui/directory/correction-list.tsx'
import { DeskTabs, GatheringChips, MailHalf, OtherHalf } from '#app/ui/invitations/desk.tsx'
import { DispatchList } from '#app/ui/invitations/dispatches.tsx'
import { MailTrouble } from '#app/ui/invitations/mail-trouble.tsx'
import { ReplyNotices } from '#app/ui/invitations/reply-notices.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Tally } from '#app/ui/kit/tally.tsx'
import { listCorrections } from '#db/corrections.server.ts'
import { countDispatches, listDispatches } from '#db/dispatches.server.ts'
import { countAnswers } from '#db/holdings.server.ts'
import { findRelayTrouble } from '#db/outbox-claims.server.ts'
import { countStuck, findPause } from '#db/outbox.server.ts'

const MOST_ROWS = 300

export const meta: MetaFunction = () => [{ title: 'Invitations · Caravan' }]

export const loader = inMission('mission.read', async (scope, { app, url }) => {
  const db = scope.database.read
  const asked = { engagement: idIn(url, 'engagement'), person: idIn(url, 'person'), stop: idIn(url, 'stop'), by: wordIn(url, 'by', GATHERINGS) ?? 'meeting' }
  const { engagement } = asked
  const [{ planned, settled }, dispatches, answers, stuck, pause, trouble, news, corrections] = await Promise.all([
    planInvitations(db, scope, app.config.mailFrom, engagement), listDispatches(db, scope.mission.id, 3), countAnswers(db, scope.mission.id, engagement), countStuck(db, scope.mission.id), findPause(db, scope.mission.id), findRelayTrouble(db), replyNews(scope, app.config.imapUrl), listCorrections(db, scope.mission.id),
  ])
  const owed = planned.filter(({ attendance }) => (asked.person === undefined || attendance.person.id === asked.person) && (asked.stop === undefined || attendance.engagement.stopId === asked.stop)).map(owedOf)
  const [mails, others] = [owed.filter(({ plan }) => plan.by === 'mail'), owed.filter(({ plan }) => plan.by === 'other')]
  const counts = await countDispatches(db, dispatches.map(({ id }) => id))
  return {
    base: inside(scope), asked, nowMs: scope.nowMs, clock: { zone: scope.actor.zone, city: scope.actor.city }, canSend: can(scope.role, 'invitation.send'), canFeed: can(scope.role, 'engagement.edit'), canSettle: can(scope.role, 'answer.record'), canDecide: can(scope.role, 'directory.edit'), news, corrections, pause, trouble, stuck, settled, missing: answers.none,
    owing: { mails: mails.length, others: others.length }, mails: groupOwed(mails, MOST_ROWS, asked.by), others: groupOwed(others, MOST_ROWS, asked.by), dispatches: dispatches.map((dispatch) => ({ ...dispatch, states: counts.get(dispatch.id) ?? {} })),
  }
})

const STALE = 'Nothing was sent: something shown here has changed meanwhile. Below stands what is true now; look at it and send again.'

export const action = inMission('invitation.send', async (scope, { app, request }) => {
  const form = await readForm(request, SendInput)
  if (!form.ok) return invalid({ ...form.problem, ...(form.problem.errors['note'] === undefined ? { errors: {}, summary: Object.values(form.problem.errors)[0] ?? 'Choose at least one person' } : {}) })
  const outcome = await sendInvitations(scope, form.value, app.config.mailFrom)
  if (!outcome.done) return overtaken(form.typed, STALE)
  app.wakeDrain()
  return goTo(inside(scope, `/invitations/dispatches/${outcome.dispatchId}`))
})

export default function Invitations() {
  const data = useLoaderData<typeof loader>()
  const { base, asked, mails, others, owing, settled, missing, stuck, dispatches, canFeed } = data
  const { engagement, by } = asked
  const problem = useActionData<typeof action>()?.problem
  const narrowing = addressOf({ ...asked, by: undefined })
  const here = (gathered: Gathering): string => `${base}/invitations${query([narrowing, gathered === 'person' ? 'by=person' : ''])}`
  const desk = { ...data, by, narrowed: narrowing !== '', action: `${base}/invitations${query(['index', narrowing, by === 'person' ? 'by=person' : ''])}` }
  return (
    <>
      <PageHead title="Invitations" lead="Only people whose own invitation changed are written to, each with what changed for them." actions={<>{narrowing !== '' && <ButtonLink href={`${base}/invitations${query([by === 'person' ? 'by=person' : ''])}`}>Show all</ButtonLink>}{canFeed && <ButtonLink href={`${base}/feeds`} icon="calendar">Calendar feeds</ButtonLink>}</>} />
      <DeskTabs base={base} current="desk" />
      <ErrorSummary problem={problem} />
      <MailTrouble {...data} />
      <ReplyNotices {...data} />
      <CorrectionSection base={base} rows={data.corrections} canDecide={data.canDecide} named />
      <Tally counts={[
        { label: 'new or changed, not sent', count: owing.mails }, { label: 'to tell by other means', count: owing.others }, { label: 'hold the current version', count: settled, href: `${base}/invitations/holdings` },
        { label: 'answers missing', count: missing, href: `${base}/invitations/holdings?answer=none${engagement ? `&engagement=${engagement}` : ''}` }, { label: 'mails not delivered', count: stuck, href: `${base}/mail?state=failed` },
      ]} />
      {mails.groups.length === 0 && others.groups.length === 0 && <Section id="owed" title="To send"><NothingOwed base={base} engagement={engagement} settled={settled} /></Section>}
      {mails.groups.length + others.groups.length > 0 && <GatheringChips by={by} here={here} />}
      <MailHalf {...desk} problem={problem?.values['note'] === undefined ? undefined : problem} />
      <OtherHalf {...desk} />
      {dispatches.length > 0 && <Section id="sendings" title="Latest sendings"><DispatchList base={base} dispatches={dispatches} nowMs={data.nowMs} clock={data.clock} /></Section>}
    </>
  )
}

/** What the page is narrowed to, as its address says it. */
function addressOf(asked: Record<string, string | undefined>): string {
  return Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join('&')
}

function query(parts: readonly string[]): string {
  const text = parts.filter(Boolean).join('&')
  return text === '' ? '' : `?${text}`
}

function NothingOwed({ base, engagement, settled }: { base: string; engagement: string | undefined; settled: number }) {
  const title = 'Nobody is owed a message'
  if (settled > 0) return <Empty title={title} action={<ButtonLink href={`${base}/invitations/holdings${engagement ? `?engagement=${engagement}` : ''}`}>See who holds what</ButtonLink>}>Everybody holds what is true. What was moved and moved back, or changed only inside the team, is no news to anybody.</Empty>
  return <Empty title={title} action={<ButtonLink href={engagement ? `${base}/engagements/${engagement}` : `${base}/engagements`}>{engagement ? 'To the meeting' : 'To the meetings'}</ButtonLink>}>An invitation needs people who take part, a time that is still to come, and a meeting that is tentative or confirmed.</Empty>
}
