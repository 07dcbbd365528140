import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { count } from '#app/domain/text.ts'
import { formatDays } from '#app/domain/time.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { signedIn } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { BringInInput } from '#app/operations/mission-files.input.ts'
import { bringMissionIn, dropStagedFile, readMissionFile } from '#app/operations/mission-files.server.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { PlainShell } from '#app/ui/shell/plain-shell.tsx'
import type { Db } from '#db/database.server.ts'
import { listKnown } from '#db/mission-bring.server.ts'
import { findMissionFile } from '#db/mission-files.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Bring in ${data?.title ?? 'a mission'} · Caravan` }]

const GONE = { title: 'This file does not wait any more.', next: 'Files wait for a day, one of each person. Choose the file once more.' }

async function fileOf(db: Db, id: string, accountId: string) {
  const found = isId(id) ? await findMissionFile(db, id, accountId) : undefined
  const read = found && (await readMissionFile(db, found.text))
  if (!found || !read?.ok) throw refuse('gone', GONE)
  return { id, name: found.name, file: read.file }
}

export const loader = signedIn(async ({ actor, theme }, { app, params }) => {
  const { id, name, file } = await fileOf(app.database.read, params['file'] ?? '', actor.accountId)
  const known = await listKnown(app.database.read, file.tables)
  const [mission] = file.tables['mission'] ?? []
  const rows = (table: string): number => file.tables[table]?.length ?? 0
  return {
    person: { name: actor.name, role: '' }, theme, id, name, title: String(mission?.['title']), days: `${formatDays(String(mission?.['start_day']), String(mission?.['end_day']))} ${String(mission?.['end_day']).slice(0, 4)}`,
    holds: [
      count(rows('stop'), 'stop', 'stops'), count(rows('engagement'), 'engagement', 'engagements'), count(rows('agenda_item'), 'agenda item', 'agenda items'), count(rows('document'), 'document', 'documents'), count(rows('note'), 'note', 'notes'),
      count(rows('excerpt'), 'excerpt', 'excerpts'), count(rows('finding'), 'finding', 'findings'), count(rows('rating'), 'rating', 'ratings'), count(rows('invitation'), 'invitation', 'invitations'), count(rows('task'), 'task', 'tasks'),
    ].filter((words) => !words.startsWith('0 ')).join(', '),
    directory: [count(rows('person'), 'person', 'people'), count(rows('organisation'), 'organisation', 'organisations'), count(rows('place'), 'place', 'places')].join(', '),
    files: file.files ? count(rows('attachment'), 'file', 'files') : 'left out', contacts: file.contacts, itself: known.filter((entry) => entry.itself).length, alike: known.filter((entry) => !entry.itself).slice(0, 500),
  }
})

export const action = signedIn(async ({ actor }, { app, params, request, context }) => {
  const { id, file } = await fileOf(app.database.read, params['file'] ?? '', actor.accountId)
  const form = await readForm(request, BringInInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await bringMissionIn({ database: app.database, actor, nowMs: context.nowMs }, file, form.value.same)
  if (!outcome.done) return problemWith({}, {}, outcome.sentence)
  await dropStagedFile(app.database, actor.accountId, id)
  return goTo(`/missions/${outcome.slug}`)
})

const NOUNS = { person: 'Person', organisation: 'Organisation', place: 'Place' } as const
type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function LookAtFile() {
  const data = useLoaderData<typeof loader>()
  const { person, theme, id, name, title, days, holds, directory, files, contacts, itself } = data
  const problem = useActionData<typeof action>()?.problem
  return (
    <PlainShell person={person} theme={theme}>
      <PageHead eyebrow={<><a href="/missions">Missions</a> · <a href="/missions/new/from-file">Bring a mission in</a></>} title={title} lead={`${days}, from ${name}. Nothing has come in yet.`} />
      <ErrorSummary problem={problem} />
      <Facts>
        <Fact term="It holds">{holds}</Fact>
        <Fact term="It names">{directory}{itself > 0 && <span className="under small soft">{count(itself, 'of them is', 'of them are')} here already under the same name and number: {itself === 1 ? 'it stays' : 'they stay'} as here.</span>}</Fact>
        <Fact term="Photos and papers">{files}</Fact>
        <Fact term="Contact details">{contacts ? 'with the people' : 'left out'}</Fact>
      </Facts>
      <Form action={`/missions/new/from-file/${id}?index`}>
        <Alike {...data} />
        <div className="line"><Button kind="primary">Bring it in</Button></div>
      </Form>
      <div className="line"><ActionButton kind="quiet" action={`/missions/new/from-file/${id}/drop`}>Put the file away</ActionButton></div>
    </PlainShell>
  )
}

/** Entries of the same name are offered, never taken for one: two people may share a name. */
function Alike({ alike }: Data) {
  if (alike.length === 0) return null
  return (
    <Section id="alike" title="The same name stands here already" aside={count(alike.length, 'entry', 'entries')}>
      <p className="soft">Say which are one. The entry here then stays as it is, and the mission uses it. The others come in beside it; they can be merged later.</p>
      {alike.map(({ table, theirs, name, ours }) => (
        <SelectField key={`${table} ${theirs}`} id={`same-${table}-${theirs}`} name="same" label={`${NOUNS[table]}: ${name}`} value="" options={[{ value: '', label: 'Another one of that name' }, ...ours.map((entry, at) => ({ value: `${table} ${theirs}=${entry.id}`, label: `The same as ${entry.name} here${ours.length > 1 ? ` (${at + 1} of ${ours.length})` : ''}` }))]} />
      ))}
    </Section>
  )
}
