import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { findLike } from '#app/domain/people/duplicates.ts'
import { count } from '#app/domain/text.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { idIn, textIn } from '#app/http/query.server.ts'
import { MergeInput } from '#app/operations/directory.input.ts'
import { mergePeople } from '#app/operations/merges.server.ts'
import { ChooseOther } from '#app/ui/directory/choose-other.tsx'
import { MergeTable } from '#app/ui/directory/merge-table.tsx'
import type { MergeRow } from '#app/ui/directory/merge-table.tsx'
import { PersonName } from '#app/ui/directory/names.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Db } from '#db/database.server.ts'
import { countHistory, findContact, findPerson, listKnownPeople, listPeople } from '#db/people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Merge ${data?.kept.name ?? 'two entries'} · Caravan` }]

export const loader = inMission('directory.edit', async (scope, { url, params }) => {
  const db = scope.database.read
  const typed = textIn(url, 'text')
  const kept = await entryOf(db, scope.actor.accountId, params['person'])
  if (!kept) throw refuse('gone')
  const otherId = idIn(url, 'with')
  const other = otherId !== undefined && otherId !== kept.id ? await entryOf(db, scope.actor.accountId, otherId) : undefined
  const candidates = other ? [] : typed !== '' ? (await listPeople(db, scope.mission.id, { everywhere: true, text: typed })).filter(({ id }) => id !== kept.id) : await similarTo(db, kept)
  return { base: inside(scope), kept, other, typed, candidates }
})

/** An entry with what hangs on it; its contact details only where the actor may see them. */
async function entryOf(db: Db, accountId: string | null, id: string | undefined) {
  const person = id !== undefined && isId(id) ? await findPerson(db, id) : undefined
  if (!person || person.merged_into_id) return undefined
  return { id: person.id, name: person.name, honorific: person.honorific, languages: person.languages, revision: person.revision, contact: await findContact(db, accountId, person.id), history: await countHistory(db, person.id) }
}

async function similarTo(db: Db, kept: { id: string; name: string }) {
  const known = await listKnownPeople(db)
  const like = new Map(findLike(kept.name, known).map(({ id, why }) => [id, why]))
  return known.filter(({ id }) => id !== kept.id && like.has(id)).slice(0, 20).map(({ id, name, honorific }) => ({ id, name, honorific, why: like.get(id) }))
}

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const keptId = params['person'] ?? ''
  const form = await readForm(request, MergeInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = isId(keptId) ? await mergePeople(scope, keptId, form.value) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(inside(scope, `/people/${keptId}`), outcome.actId)
  if (outcome.because === 'same') return problemWith(form.typed, {}, 'Choose another entry: these two are one already.')
  if (outcome.because === 'hidden') return problemWith(form.typed, {}, 'Not merged: the contact details of one of them do not show to you. Somebody whose missions both appear in can merge them.')
  if (outcome.because === 'stale') return problemWith(form.typed, {}, 'One of the entries changed meanwhile. Nothing was merged: look at both once more, then merge.')
  throw refuse(outcome.because)
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function MergePeople() {
  const data = useLoaderData<typeof loader>()
  const { base, kept, other, typed, candidates } = data
  const problem = useActionData<typeof action>()?.problem
  const path = `${base}/people/${kept.id}`
  return (
    <>
      <PageHead eyebrow={<a href={path}>{kept.name}</a>} title="Merge two entries of one person" lead="Spellings, titles, appearances and invitations of both stay as they are and show together. One undo separates them again." />
      <ErrorSummary problem={problem} />
      {other ? <Compare {...data} other={other} />
        : <ChooseOther path={`${path}/merge`} typed={typed} candidates={candidates.map((person) => ({ id: person.id, text: person.name, name: <PersonName {...person} />, why: 'why' in person ? (person.why === 'same' ? 'the same name, spelt or written otherwise' : 'a similar name: it may be somebody else') : undefined }))} />}
    </>
  )
}

type Entry = Data['kept']

function Compare({ base, kept, other }: Data & { other: Entry }) {
  const path = `${base}/people/${kept.id}/merge`
  const hidden = !kept.contact || !other.contact
  const swap = <ButtonLink href={`${base}/people/${other.id}/merge?with=${kept.id}`}>The other way round</ButtonLink>
  return (
    <>
      <MergeTable stays={kept.name} joins={other.name} rows={rowsOf(kept, other)} />
      {hidden && <Note kind="warning" title="You cannot merge these two.">The contact details of one of them do not show to you; a merge would bring them together. Somebody in whose missions both appear can do it.</Note>}
      <Form action={`${path}?with=${other.id}`} hidden={{ other: other.id, revision: kept.revision, otherRevision: other.revision }}>
        <CommitBar actions={<>{!hidden && <Button kind="primary">Merge into {kept.name}</Button>}{swap}<ButtonLink href={path}>Choose another</ButtonLink></>}>
          <b>{other.name}</b> will lead to <b>{kept.name}</b> in every mission.{other.history.appearances > 0 && <> {count(other.history.appearances, 'appearance keeps its', 'appearances keep their')} printed title.</>} Nobody is told.
        </CommitBar>
      </Form>
    </>
  )
}

function rowsOf(kept: Entry, other: Entry): MergeRow[] {
  const sum = (label: string, key: keyof Entry['history']) => ({ label, stays: kept.history[key], joins: other.history[key], after: kept.history[key] + other.history[key] })
  const first = (label: string, a: string, b: string) => ({ label, stays: a || '–', joins: b || '–', after: a || b || '–' })
  const contact = (label: string, key: 'email' | 'phone') => (kept.contact && other.contact ? [first(label, kept.contact[key], other.contact[key])] : [])
  return [
    { label: 'Name', stays: kept.name, joins: other.name, after: <>{kept.name}, also found as {other.name}</> },
    first('Form of address', kept.honorific, other.honorific), first('Languages', kept.languages, other.languages), ...contact('E-mail', 'email'), ...contact('Phone', 'phone'),
    sum('Other spellings', 'names'), sum('Titles', 'titles'), sum('Appearances', 'appearances'), sum('Invitations', 'invitations'),
  ]
}
