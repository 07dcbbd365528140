import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, wordIn } from '#app/http/query.server.ts'
import { seesStrangers } from '#app/http/replies.server.ts'
import { DeskTabs } from '#app/ui/invitations/desk.tsx'
import { ReplyTable } from '#app/ui/invitations/reply-list.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Pager } from '#app/ui/kit/pager.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { countReceived, listReceived } from '#db/received.server.ts'

const PAGE = 50
const VIEWS = ['open', 'applied', 'kept', 'closed', 'all'] as const
const STATES = { open: ['open', 'task'], applied: ['applied'], kept: ['kept'], closed: ['settled', 'dismissed'], all: ['open', 'task', 'applied', 'kept', 'settled', 'dismissed'] } as const
const WORDS = { open: 'for you', applied: 'applied', kept: 'old, repeated or automatic', closed: 'settled or put aside', all: 'all' }

export const meta: MetaFunction = () => [{ title: 'Replies · Caravan' }]

export const loader = inMission('answer.record', async (scope, { app, url }) => {
  const db = scope.database.read
  const [view, before, strangers] = [wordIn(url, 'state', VIEWS) ?? 'open', idIn(url, 'before'), seesStrangers(scope)]
  const [rows, counts] = await Promise.all([listReceived(db, scope.mission.id, { states: STATES[view], strangers, ...(before ? { before } : {}), limit: PAGE + 1 }), countReceived(db, scope.mission.id, strangers)])
  return {
    base: inside(scope), view, rows: rows.slice(0, PAGE), older: rows.length > PAGE ? rows[PAGE - 1]?.id : undefined, newest: before === undefined, reads: app.config.imapUrl !== undefined,
    views: VIEWS.map((name) => ({ name, count: STATES[name].reduce((sum, state) => sum + (counts[state] ?? 0), 0) })), clock: { zone: scope.actor.zone, city: scope.actor.city },
  }
})

export default function Replies() {
  const { base, view, views, rows, older, newest, reads, clock } = useLoaderData<typeof loader>()
  const here = (name: string, query = ''): string => `${base}/invitations/review?state=${name}${query}`
  return (
    <>
      <PageHead title="Replies" lead="Answers that came by mail, and what guests propose on their pages. Clear answers are applied by themselves; here stands what needs a person, with the reason." />
      <DeskTabs base={base} current="replies" />
      {!reads && <Note title="No mailbox is read.">Answers of calendar programs are read once IMAP_URL is set; those on the invitation’s page come in all the same.</Note>}
      <Section id="replies" title="What came in">
        <Chips label="Which replies">{views.map(({ name, count }) => <ChipLink key={name} href={here(name)} current={view === name}>{WORDS[name]} {count}</ChipLink>)}</Chips>
        {rows.length > 0 && <ReplyTable base={base} rows={rows} clock={clock} canSettle />}
        {rows.length === 0 && (view === 'open'
          ? <Empty title="Nothing waits for you" action={<ButtonLink href={`${base}/invitations/holdings`}>See who answered what</ButtonLink>}>Proposals, deputies and answers that are not clear show here.</Empty>
          : <Empty title="No such reply" action={<ButtonLink href={here('open')}>To what waits for you</ButtonLink>} />)}
        {(older !== undefined || !newest) && <Pager label="Pages of replies" words={newest ? 'The newest replies' : 'Older replies'}
          previous={newest ? undefined : { href: here(view), label: 'Newest' }} next={older === undefined ? undefined : { href: here(view, `&before=${older}`), label: 'Older' }} />}
      </Section>
    </>
  )
}
