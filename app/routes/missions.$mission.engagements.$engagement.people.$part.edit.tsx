import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatMinute } from '#app/domain/time.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { EditParticipationInput, NAME_MAX } from '#app/operations/participations.input.ts'
import { editParticipation } from '#app/operations/participations.server.ts'
import { Compare } from '#app/ui/engagements/compare.tsx'
import { RoleFields, TitleFields } from '#app/ui/engagements/participation-fields.tsx'
import { fullName } from '#app/ui/engagements/people-table.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { listAgendaItems } from '#db/agenda.server.ts'
import { listParticipations } from '#db/participations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.row.name ?? 'Appearance'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const { id, title } = await loadAsked(scope, params)
  const db = scope.database.read
  const [all, items] = await Promise.all([listParticipations(db, scope.mission.id, id), listAgendaItems(db, scope.mission.id, id)])
  const row = all.find((each) => each.id === params['part'])
  if (!row) throw refuse('gone')
  const where = new Map(items.map((item) => [item.id, `${formatMinute(item.startMinute)} ${item.title}`]))
  const mine = all.filter((each) => each.id === row.id || (row.personId !== null && each.personId === row.personId))
  return { base: inside(scope), at: inside(scope, `/engagements/${id}`), title, row, mine: mine.map((each) => ({ id: each.id, revision: each.revision, role: each.role, where: each.itemId === null ? 'the whole engagement' : (where.get(each.itemId) ?? '') })) }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, EditParticipationInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await editParticipation(scope, id, params['part'] ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}#who`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'stale') return overtaken(form.typed, 'Somebody else changed this meanwhile. What you typed is kept: compare it below, then save again.')
  return problemWith(form.typed, { printedName: 'Enter a name, or the body that they represent' })
})

export default function EditAppearance() {
  const { base, at, title, row, mine } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const who = fullName(row)
  const stored = [{ name: 'printedName', label: 'Name', text: row.printedName }, { name: 'printedTitle', label: 'Title', text: row.printedTitle }, { name: 'representativeOf', label: 'Representative of', text: row.representativeOf }, { name: 'role', label: 'Role', text: row.role }]
  return (
    <>
      <PageHead title={who} eyebrow={<a href={`${at}#who`}>{title}</a>} lead={row.personId === null ? 'Nobody of the directory stands behind this name.' : <>Printed here as below; <a href={`${base}/people/${row.personId}`}>the directory</a> keeps its own.</>} />
      <ErrorSummary problem={problem} />
      <Compare problem={problem} revision={row.revision} stored={stored} />
      <Form hidden={{ revision: row.revision }}>
        <TextField name="printedName" label="Name as printed here" problem={problem} value={row.printedName} maxLength={NAME_MAX} autoComplete="off" />
        <TitleFields problem={problem} title={row.printedTitle} body={row.representativeOf} />
        <RoleFields problem={problem} role={row.role} />
        <CommitBar actions={<><ButtonLink href={`${at}#who`}>Not now</ButtonLink><Button kind="primary">Save</Button></>}>{mine.length > 1 ? `Name and title count for all ${mine.length} appearances here, the role for this one.` : 'Nobody is told before you send.'}</CommitBar>
      </Form>
      <Section id="appearances" title={mine.length > 1 ? 'Their appearances here' : 'Take them away'}>
        <List label={`Appearances of ${who}`}>
          {mine.map((each) => (
            <ListRow key={each.id} under={each.where} mark={<ActionButton tight action={`${at}/people/remove`} hidden={{ participation: each.id, revision: each.revision }} aria-label={`Remove ${who} as ${each.role}, ${each.where}`}>Remove</ActionButton>}>
              {each.id === row.id || mine.length === 1 ? <b>{each.role}</b> : <a href={`${at}/people/${each.id}/edit`}>{each.role}</a>}
            </ListRow>
          ))}
        </List>
      </Section>
    </>
  )
}
