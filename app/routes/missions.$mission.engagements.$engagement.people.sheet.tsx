import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SHEET_LANGUAGES, sheetWords } from '#app/domain/papers/sheet-words.ts'
import { formatDay, formatOffset, formatRange, offsetOfDay } from '#app/domain/time.ts'
import { loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { SignatureSheet } from '#app/ui/engagements/signature-sheet.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Line } from '#app/ui/kit/columns.tsx'
import { PrintButton } from '#app/ui/kit/print-button.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { listSigners } from '#db/persons-met.server.ts'

/** Lines for whoever comes without being announced. */
const EMPTY = 8

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Signature sheet: ${data?.engagement.title ?? ''} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const engagement = await loadAsked(scope, params)
  const asked = url.searchParams.get('language') ?? ''
  const people = await listSigners(scope.database.read, scope.mission.id, engagement.id)
  const once = [...new Map(people.map((each) => [each.personId ?? each.id, each])).values()]
  return { at: inside(scope, `/engagements/${engagement.id}`), engagement, programme: scope.mission.title, people: once, language: sheetWords(asked) ? asked : 'en' }
})

export default function SignatureSheetPage() {
  const { at, engagement, programme, people, language } = useLoaderData<typeof loader>()
  const { title, day, startMinute, endMinute, zone, city, venue } = engagement
  const when = `${formatDay(day)}${startMinute === null ? '' : `, ${formatRange(startMinute, endMinute)}`} · ${city}, ${formatOffset(offsetOfDay(day, zone))}`
  return (
    <>
      <Line acts><ButtonLink href={`${at}#who`} icon="back">Back to the engagement</ButtonLink><PrintButton /></Line>
      <div className="acts"><Chips label="Second language of the sheet">{['en', ...SHEET_LANGUAGES].map((each) => <ChipLink key={each} href={each === 'en' ? `${at}/people/sheet` : `${at}/people/sheet?language=${each}`} current={each === language}>{each === 'en' ? 'English only' : `and ${languageName(each)}`}</ChipLink>)}</Chips></div>
      <SignatureSheet title={title} programme={programme} when={when} venue={venue} people={people} words={sheetWords(language)} language={language} empty={EMPTY} />
    </>
  )
}
