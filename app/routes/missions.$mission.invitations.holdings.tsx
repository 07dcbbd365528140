import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ANSWERS } from '#app/domain/calendar/answers.ts'
import { can } from '#app/domain/people/access.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, pageIn, paged, wordIn } from '#app/http/query.server.ts'
import { DeskTabs } from '#app/ui/invitations/desk.tsx'
import { HoldingTable } from '#app/ui/invitations/holding-table.tsx'
import { answerWord } from '#app/ui/invitations/words.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { countAnswers, listHoldings } from '#db/invitations.server.ts'

const PAGE = 50

export const meta: MetaFunction = () => [{ title: 'Who holds what · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const asked = { engagement: idIn(url, 'engagement'), answer: wordIn(url, 'answer', ANSWERS) }
  const [rows, counts] = await Promise.all([
    listHoldings(db, scope.mission.id, { ...(asked.engagement ? { engagementId: asked.engagement } : {}), ...(asked.answer ? { answer: asked.answer } : {}), limit: PAGE + 1, offset: (pageIn(url) - 1) * PAGE }),
    countAnswers(db, scope.mission.id, asked.engagement),
  ])
  return {
    base: inside(scope), asked, counts, ...paged(url, rows, PAGE), canRecord: can(scope.role, 'answer.record'), clock: { zone: scope.actor.zone, city: scope.actor.city || scope.actor.zone },
  }
})

export default function Holdings() {
  const { base, asked, counts, rows, paging, canRecord, clock } = useLoaderData<typeof loader>()
  const here = (answer: string | undefined): string => {
    const query = [asked.engagement && `engagement=${asked.engagement}`, answer && `answer=${answer}`].filter(Boolean).join('&')
    return `${base}/invitations/holdings${query ? `?${query}` : ''}`
  }
  const narrowed = asked.answer !== undefined || asked.engagement !== undefined
  return (
    <>
      <PageHead title="Who holds what" lead="The version that each person was told last, and what they answered." actions={asked.engagement && <ButtonLink href={`${base}/invitations/holdings`}>Show all meetings</ButtonLink>} />
      <DeskTabs base={base} current="holdings" />
      <Section id="people" title="People and their answers">
        <Chips label="Which answers">
          <ChipLink href={here(undefined)} current={asked.answer === undefined}>all</ChipLink>
          {ANSWERS.map((answer) => <ChipLink key={answer} href={here(answer)} current={asked.answer === answer}>{answer === 'deputy' ? 'deputy sent' : answerWord(answer)} {counts[answer]}</ChipLink>)}
        </Chips>
        {rows.length > 0 && <HoldingTable base={base} rows={rows} canRecord={canRecord} clock={clock} />}
        {rows.length === 0 && (narrowed
          ? <Empty title="Nobody here" action={<ButtonLink href={`${base}/invitations/holdings`}>Show everybody</ButtonLink>}>No invitation has this answer.</Empty>
          : <Empty title="Nobody holds an invitation yet" action={<ButtonLink href={`${base}/invitations`} kind="primary">To what is to be sent</ButtonLink>}>It shows here from the moment when it is sent or noted as told.</Empty>)}
        <Paging label="Pages of people" paging={paging} />
      </Section>
    </>
  )
}
