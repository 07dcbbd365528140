import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ANSWERS } from '#app/domain/calendar/answers.ts'
import { TROUBLES } from '#app/domain/calendar/owed.ts'
import { can } from '#app/domain/people/access.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, pageIn, paged, wordIn } from '#app/http/query.server.ts'
import { DeskTabs } from '#app/ui/invitations/desk.tsx'
import { HoldingTable } from '#app/ui/invitations/holding-table.tsx'
import { answerWord } from '#app/ui/invitations/words.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { countAnswers, countTroubles, listHoldings } from '#db/holdings.server.ts'

const PAGE = 50

export const meta: MetaFunction = () => [{ title: 'Who holds what · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const asked = { engagement: idIn(url, 'engagement'), answer: wordIn(url, 'answer', ANSWERS), only: wordIn(url, 'only', TROUBLES) }
  const { engagement, answer, only } = asked
  const [rows, counts, troubles] = await Promise.all([
    listHoldings(db, scope.mission.id, { ...(engagement ? { engagementId: engagement } : {}), ...(answer ? { answer } : {}), ...(only ? { only } : {}), limit: PAGE + 1, offset: (pageIn(url) - 1) * PAGE }),
    countAnswers(db, scope.mission.id, engagement), countTroubles(db, scope.mission.id, engagement),
  ])
  return {
    base: inside(scope), asked, counts, troubles, ...paged(url, rows, PAGE), canRecord: can(scope.role, 'answer.record'), canSend: can(scope.role, 'invitation.send'), clock: { zone: scope.actor.zone, city: scope.actor.city },
  }
})

/** What a name of the filter says on its chip, and when nobody is there. */
const TROUBLE_WORDS = { undeliverable: 'undeliverable', 'old-time': 'answered the old time' } as const
const NOBODY = { undeliverable: 'Every mail has reached its mail server, or is on its way.', 'old-time': 'Nobody’s answer is for a time that has changed since.' } as const

export default function Holdings() {
  const { base, asked, counts, troubles, rows, paging, canRecord, canSend, clock } = useLoaderData<typeof loader>()
  const { engagement, answer, only } = asked
  const here = (wanted: { answer?: string; only?: string }): string => {
    const query = new URLSearchParams(Object.entries({ engagement, ...wanted }).filter((pair): pair is [string, string] => pair[1] !== undefined)).toString()
    return `${base}/invitations/holdings${query ? `?${query}` : ''}`
  }
  const narrowed = answer !== undefined || only !== undefined || engagement !== undefined
  return (
    <>
      <PageHead title="Who holds what" lead="The version that each person was told last, and what they answered." actions={engagement && <ButtonLink href={`${base}/invitations/holdings`}>Show all meetings</ButtonLink>} />
      <DeskTabs base={base} current="holdings" />
      <Section id="people" title="People and their answers">
        <Chips label="Which people">
          <ChipLink href={here({})} current={answer === undefined && only === undefined}>all</ChipLink>
          {ANSWERS.map((word) => <ChipLink key={word} href={here({ answer: word })} current={answer === word}>{word === 'none' ? 'not answered' : word === 'deputy' ? 'deputy sent' : answerWord(word)} {counts[word]}</ChipLink>)}
          {TROUBLES.map((name) => <ChipLink key={name} href={here({ only: name })} current={only === name}>{TROUBLE_WORDS[name]} {troubles[name]}</ChipLink>)}
        </Chips>
        {rows.length > 0 && <HoldingTable base={base} rows={rows} canRecord={canRecord} canSend={canSend} clock={clock} />}
        {rows.length === 0 && (narrowed
          ? <Empty title="Nobody here" action={<ButtonLink href={`${base}/invitations/holdings`}>Show everybody</ButtonLink>}>{only ? NOBODY[only] : 'No invitation has this answer.'}</Empty>
          : <Empty title="Nobody holds an invitation yet" action={<ButtonLink href={`${base}/invitations`} kind="primary">To what is to be sent</ButtonLink>}>It shows here from the moment when it is sent or noted as told.</Empty>)}
        <ListFiles base={base} list="holdings" asked={{ engagement: asked.engagement, answer: asked.answer, only: asked.only }} />
        <Paging label="Pages of people" paging={paging} />
      </Section>
    </>
  )
}
