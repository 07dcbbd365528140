import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TASK_KINDS, TASK_STATES } from '#app/domain/meetings/tasks.ts'
import { can } from '#app/domain/people/access.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged, textIn, wordIn } from '#app/http/query.server.ts'
import { todayHere } from '#app/http/today.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { Table } from '#app/ui/kit/table.tsx'
import { Tally } from '#app/ui/kit/tally.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { TASK_HEADS, TaskTableRow } from '#app/ui/tasks/task-row.tsx'
import { LIST_PAGE } from '#db/notes.server.ts'
import { countTasks, describeNextMeetings, listTaskOwners, listTasks } from '#db/tasks.server.ts'

/** Stands in the address for tasks that nobody owns. */
const NOBODY = '-'
const KINDS = [...TASK_KINDS, 'work-plan', 'reply'] as const

export const meta: MetaFunction = () => [{ title: 'Tasks · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const today = await todayHere(scope)
  const asked = { state: wordIn(url, 'state', TASK_STATES) ?? 'open', kind: wordIn(url, 'kind', KINDS), owner: textIn(url, 'owner'), text: textIn(url, 'text') }
  const owner = asked.owner === '' ? undefined : asked.owner === NOBODY ? '' : asked.owner
  const [found, counts, owners] = await Promise.all([listTasks(db, scope.mission.id, { ...asked, owner, today, page: pageIn(url) }), countTasks(db, scope.mission.id, today), listTaskOwners(db, scope.mission.id)])
  const { rows, paging } = paged(url, found, LIST_PAGE)
  const next = await describeNextMeetings(db, scope.mission.id, rows, today)
  return {
    base: inside(scope), today, asked, counts, owners, paging, canEdit: can(scope.role, 'evidence.edit'),
    rows: rows.map((row) => {
      const meeting = next.get(row.id)
      return { ...row, next: meeting && { id: meeting.id, title: meeting.title, day: meeting.day, start_minute: meeting.startMinute, end_minute: meeting.endMinute, zone: meeting.zone, city: meeting.city } }
    }),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Tasks() {
  const data = useLoaderData<typeof loader>()
  const { base, today, rows, counts, paging, asked, canEdit } = data
  const write = canEdit && <ButtonLink href={`${base}/tasks/new`} kind="primary">Note a task</ButtonLink>
  const narrowed = asked.state !== 'open' || asked.kind !== undefined || asked.owner !== '' || asked.text !== ''
  return (
    <>
      <PageHead title="Tasks" lead="What was promised, decided and asked for, and the rows of the work plan. What stays open comes up again at the next meeting with the same counterpart." actions={write || undefined} />
      <Tally counts={[
        { label: 'open', count: counts.open, href: `${base}/tasks` }, { label: 'late', count: counts.late, href: `${base}/tasks?state=late` },
        { label: 'open without an owner', count: counts.unowned, href: `${base}/tasks?owner=${NOBODY}` }, { label: 'done', count: counts.done, href: `${base}/tasks?state=done` },
      ]} />
      <TaskFilters {...data} />
      <Section id="all" title={narrowed ? 'Tasks that match' : 'Open tasks'}>
        {rows.length > 0 && <Table caption="Tasks by when they are due" quiet fold heads={TASK_HEADS}>{rows.map((task) => <TaskTableRow key={task.id} task={task} base={base} today={today} canEdit={canEdit} />)}</Table>}
        {rows.length === 0 && (narrowed
          ? <Empty title="No task matches" action={<ButtonLink href={`${base}/tasks`}>Show all open tasks</ButtonLink>} />
          : <Empty title="Nothing is open" action={write || undefined}>Commitments, decisions and data requests come out of sentences that are marked in a note.</Empty>)}
        <ListFiles base={base} list="tasks" asked={{ state: asked.state, kind: asked.kind, owner: asked.owner, text: asked.text }} />
        <Paging label="Pages of tasks" paging={paging} />
      </Section>
    </>
  )
}

function TaskFilters({ base, asked, owners }: Data) {
  return (
    <Filters action={`${base}/tasks`} label="Narrow the tasks">
      <SelectField name="state" label="State" value={asked.state} options={TASK_STATES.map((value) => ({ value, label: value }))} />
      <SelectField name="kind" label="Kind" value={asked.kind ?? ''} options={[{ value: '', label: 'All kinds' }, ...KINDS.map((value) => ({ value, label: value === 'work-plan' ? 'work plan' : value }))]} />
      <SelectField name="owner" label="Owner" value={asked.owner} options={[{ value: '', label: 'Everybody' }, { value: NOBODY, label: 'nobody yet' }, ...owners.map((value) => ({ value, label: value }))]} />
      <TextField name="text" label="Words" type="search" value={asked.text} />
    </Filters>
  )
}
