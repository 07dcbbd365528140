import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TEXT_MAX, composeText } from '#app/domain/papers/day-text.ts'
import { formatDay, isDay } from '#app/domain/time.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { MessengerText } from '#app/ui/papers/messenger-text.tsx'
import { loadDaySheet } from '#db/day-sheets.server.ts'

export const meta: MetaFunction = () => [{ title: 'Text of the day · Caravan' }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const { stop: stopId = '', day = '' } = params
  const loaded = isDay(day) && (await loadDaySheet(scope.database.read, { missionId: scope.mission.id, missionTitle: scope.mission.title, stopId, day, phones: false }))
  if (!loaded) throw refuse('gone')
  return { sheetHref: inside(scope, `/day-sheets/${stopId}/${day}`), day, city: loaded.sheet.city, text: composeText(loaded.sheet) }
})

export default function DayText() {
  const { sheetHref, day, city, text } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead eyebrow={<a href={sheetHref}>Day sheet, {formatDay(day)}, {city}</a>} title="Text of the day" lead="It carries no phone of a participant, so it may go to everybody who takes part." />
      <MessengerText text={text} max={TEXT_MAX} rows={text.split('\n').length + 3} />
    </>
  )
}
