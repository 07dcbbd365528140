import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { rankTargets } from '#app/domain/intake/targets.ts'
import { can } from '#app/domain/people/access.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { importAsked } from '#app/http/imports.server.ts'
import { textIn } from '#app/http/query.server.ts'
import { ZONES } from '#app/http/zones.server.ts'
import { intakeOf } from '#app/operations/intake.server.ts'
import { isStorable } from '#app/operations/import-agenda.server.ts'
import { isStorableRow } from '#app/operations/import-schedule.server.ts'
import { loadReading } from '#app/operations/imports.server.ts'
import type { Reading } from '#app/operations/imports.server.ts'
import { Review } from '#app/ui/imports/review.tsx'
import { found, reviewData } from '#app/ui/imports/review-data.ts'
import { Wanting } from '#app/ui/imports/wanting.tsx'
import { SourceText } from '#app/ui/imports/source-text.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Import } from '#db/imports.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? 'A pasted text'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const text = await importAsked(scope, params)
  const intake = intakeOf(scope.mission)
  const loaded = await loadReading(scope.database.read, scope, text, intake)
  if (!loaded) throw refuse('gone', { title: 'This text cannot be read any more.', next: 'Paste it once more.' })
  const { raw, draft, reading } = loaded
  const here = inside(scope, `/imports/${text.id}`)
  const review = reviewData({
    here, raw, reading, zones: ZONES, edit: textIn(url, 'edit'), name: text.sourceName, body: text.body, revision: text.revision, corrections: text.corrections, choices: text.choices,
    issues: lintDraft(draft, { places: placesIn(reading) }), likely: text.targetId ?? likelyOf(reading), storable: storableOf(reading, text), knowsCity: draft.kind === 'agenda' && draft.city !== null && intake.cityOf(draft.city.value) !== null,
  })
  return { here, list: inside(scope, '/imports'), base: inside(scope), title: draft.title?.value || 'A pasted text', found: found(draft), kind: draft.kind, wants: textIn(url, 'wants'), state: text.state, targetId: text.targetId, revision: text.revision, review, canEdit: can(scope.role, 'agenda.edit') }
})

/** Names of places that the mission goes to: a word one letter away from one is asked about. */
function placesIn(reading: Reading): string[] {
  return [...new Set(reading.stops.flatMap(({ city, country }) => [city, country].filter(Boolean)))]
}

function likelyOf(reading: Reading): string | null {
  return reading.kind === 'agenda' ? rankTargets(reading.draft, reading.targets).likely : null
}

/** Rows that are stored without a tick of their own: where nothing is stored yet. */
function storableOf(reading: Reading, { choices }: Import): number {
  if (reading.kind === 'agenda') return reading.items.length > 0 ? 0 : reading.changes.filter((change) => isStorable(change, choices)).length
  return reading.stays.filter(({ changes }) => changes.every(({ stored }) => stored === null)).reduce((sum, { changes }) => sum + changes.filter((change) => isStorableRow(change, choices)).length, 0)
}

export default function ImportPage() {
  const { here, list, base, title, found: words, kind, state, targetId, revision, review, canEdit, wants } = useLoaderData<typeof loader>()
  const back = <a href={list}>Paste and import</a>
  if (state === 'stored' || !canEdit) {
    const where = targetId ? <ButtonLink kind="primary" href={`${base}/engagements/${targetId}/agenda`}>Open the agenda</ButtonLink> : <ButtonLink kind="primary" href={`${base}/grid`}>Open the grid</ButtonLink>
    return (
      <>
        <PageHead eyebrow={back} title={title} lead={`${words} found in ${review.source.total} lines.`} actions={state === 'stored' ? where : undefined} />
        <Note kind={state === 'stored' ? 'done' : 'info'} title={state === 'stored' ? 'This text is stored.' : 'This text waits to be checked.'}>{state === 'stored' ? 'It stays here as the source; the history takes the storing back.' : 'A member or coordinator of the mission does this.'}</Note>
        <SourceText source={review.source} alone />
      </>
    )
  }
  const drop = <ActionButton action={`${here}/drop`} hidden={{ revision }}>Put it away</ActionButton>
  return (
    <>
      <PageHead eyebrow={<>{back} · step 2 of 3</>} title={kind === 'agenda' ? 'Check the agenda' : 'Check the schedule'} lead={`${words} found in ${review.source.total} lines. Nothing is stored yet.`} actions={drop} />
      <Wanting because={wants} />
      <Review review={review} />
    </>
  )
}
