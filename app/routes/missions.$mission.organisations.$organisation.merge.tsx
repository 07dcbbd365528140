import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { findLike } from '#app/domain/people/duplicates.ts'
import type { Day } from '#app/domain/time.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { idIn, textIn } from '#app/http/query.server.ts'
import { MergeInput } from '#app/operations/directory.input.ts'
import { mergeOrganisations } from '#app/operations/merges.server.ts'
import { ChooseOther } from '#app/ui/directory/choose-other.tsx'
import { MergeTable } from '#app/ui/directory/merge-table.tsx'
import type { MergeRow } from '#app/ui/directory/merge-table.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Db } from '#db/database.server.ts'
import { countOrganisationHistory, findOrganisation, listKnownOrganisations, listOrganisations } from '#db/organisations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Merge ${data?.kept.name ?? 'two entries'} · Caravan` }]

export const loader = inMission('directory.edit', async (scope, { url, params }) => {
  const db = scope.database.read
  const day = await missionDay(scope)
  const typed = textIn(url, 'text')
  const kept = await entryOf(db, params['organisation'], day)
  if (!kept) throw refuse('gone')
  const otherId = idIn(url, 'with')
  const other = otherId !== undefined && otherId !== kept.id ? await entryOf(db, otherId, day) : undefined
  const candidates = other ? [] : typed !== '' ? (await listOrganisations(db, scope.mission.id, { day, everywhere: true, text: typed })).map(({ id, name }) => ({ id, name })) : await similarTo(db, kept.name)
  return { base: inside(scope), kept, other, typed, candidates: candidates.filter(({ id }) => id !== kept.id) }
})

async function entryOf(db: Db, id: string | undefined, day: Day) {
  const row = id !== undefined && isId(id) ? await findOrganisation(db, id, day) : undefined
  if (!row || row.merged_into_id) return undefined
  return { id: row.id, name: row.name, kind: row.kind, country: row.country, parent: row.parent ?? '', revision: row.revision, history: await countOrganisationHistory(db, row.id) }
}

async function similarTo(db: Db, name: string) {
  const known = await listKnownOrganisations(db)
  const like = new Set(findLike(name, known).map(({ id }) => id))
  return known.filter(({ id }) => like.has(id)).slice(0, 20).map((each) => ({ id: each.id, name: each.name }))
}

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const keptId = params['organisation'] ?? ''
  const form = await readForm(request, MergeInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = isId(keptId) ? await mergeOrganisations(scope, keptId, form.value) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(inside(scope, `/organisations/${keptId}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'same') return problemWith(form.typed, {}, 'Choose another entry: these two are one already.')
  return problemWith(form.typed, {}, 'One of the entries changed meanwhile. Nothing was merged: look at both once more, then merge.')
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function MergeOrganisations() {
  const data = useLoaderData<typeof loader>()
  const { base, kept, other, typed, candidates } = data
  const path = `${base}/organisations/${kept.id}`
  return (
    <>
      <PageHead eyebrow={<a href={path}>{kept.name}</a>} title="Merge two entries of one organisation" lead="Names, people and parts of both stay as they are and show together. One undo separates them again." />
      <ErrorSummary problem={useActionData<typeof action>()?.problem} />
      {other ? <Compare {...data} other={other} /> : <ChooseOther path={`${path}/merge`} typed={typed} candidates={candidates.map(({ id, name }) => ({ id, text: name, name }))} />}
    </>
  )
}

type Entry = Data['kept']

function Compare({ base, kept, other }: Data & { other: Entry }) {
  const path = `${base}/organisations/${kept.id}/merge`
  return (
    <>
      <MergeTable stays={kept.name} joins={other.name} rows={rowsOf(kept, other)} />
      <Form action={`${path}?with=${other.id}`} hidden={{ other: other.id, revision: kept.revision, otherRevision: other.revision }}>
        <CommitBar actions={<><Button kind="primary">Merge into {kept.name}</Button><ButtonLink href={`${base}/organisations/${other.id}/merge?with=${kept.id}`}>The other way round</ButtonLink><ButtonLink href={path}>Choose another</ButtonLink></>}>
          <b>{other.name}</b> will lead to <b>{kept.name}</b> in every mission; nothing printed changes.
        </CommitBar>
      </Form>
    </>
  )
}

function rowsOf(kept: Entry, other: Entry): MergeRow[] {
  const sum = (label: string, key: keyof Entry['history']) => ({ label, stays: kept.history[key], joins: other.history[key], after: key === 'people' ? 'all of them' : kept.history[key] + other.history[key] })
  const first = (label: string, a: string, b: string) => ({ label, stays: a || '–', joins: b || '–', after: a || b || '–' })
  return [
    { label: 'Name', stays: kept.name, joins: other.name, after: <>{kept.name}, also found as {other.name}</> },
    { label: 'Kind', stays: kept.kind, joins: other.kind, after: kept.kind === 'other' ? other.kind : kept.kind },
    first('Country', kept.country, other.country), first('Part of', kept.parent, other.parent), sum('Other names', 'names'), sum('People', 'people'), sum('Parts', 'parts'),
  ]
}
