import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { standingOfTask } from '#app/domain/meetings/tasks.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { can } from '#app/domain/people/access.ts'
import { refuse } from '#app/http/answers.server.ts'
import { clockHere } from '#app/http/clock-here.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { historyLine } from '#app/http/history-lines.server.ts'
import { todayHere } from '#app/http/today.server.ts'
import { Said } from '#app/ui/assessment/said.tsx'
import { History } from '#app/ui/engagements/around.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { At, MeetingWhen } from '#app/ui/meetings/when.tsx'
import { dueWords } from '#app/ui/tasks/task-line.tsx'
import { TaskMark } from '#app/ui/tasks/task-mark.tsx'
import { TaskSteps } from '#app/ui/tasks/task-steps.tsx'
import { listActs } from '#db/acts.server.ts'
import { findExcerpt } from '#db/evidence.server.ts'
import { describeNextMeetings, findTask } from '#db/tasks.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Task: ${openingOf(data?.task.title ?? '', 60)} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const task = await findTask(db, scope.mission.id, params.task ?? '')
  if (!task) throw refuse('gone')
  const today = await todayHere(scope)
  const [said, next, clock, acts] = await Promise.all([task.excerpt_id === null ? undefined : findExcerpt(db, scope.mission.id, task.excerpt_id), describeNextMeetings(db, scope.mission.id, [task], today), clockHere(scope), listActs(db, scope.mission.id, { subjectId: task.id })])
  return { base: inside(scope), task, said, next: next.get(task.id), clock, history: acts.map((act) => historyLine(act, scope)), standing: standingOfTask({ status: task.status, dueDay: task.due_day }, today), canEdit: can(scope.role, 'evidence.edit') && task.kind !== 'reply' }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function TaskPage() {
  const data = useLoaderData<typeof loader>()
  const { base, task, said, next, standing, canEdit } = data
  const here = `${base}/tasks/${task.id}`
  return (
    <>
      <PageHead eyebrow={<><a href={`${base}/tasks`}>Tasks</a> · {task.kind === 'work-plan' ? 'work plan' : task.kind} · <TaskMark standing={standing} />{task.sample === 1 && <> <SampleMark /></>}</>} title={task.title}
        actions={canEdit ? <><ButtonLink href={`${here}/edit`} icon="edit">Edit</ButtonLink><TaskSteps here={here} status={task.status} revision={task.revision} /></> : task.kind === 'reply' ? <ButtonLink href={`${base}/invitations/review`}>Decide it</ButtonLink> : undefined} />
      <Columns>
        <Stack>
          {said && <Section id="said" title="What was said"><Said said={said} base={base}><p className="small"><a href={`${base}/evidence/${said.id}`}>What it bears on</a></p></Said></Section>}
          {task.details !== '' && <Section id="details" title="Details"><p className="lines">{task.details}</p></Section>}
          {task.status === 'open' && task.engagement_id !== null && (
            <Section id="next" title="Comes up again">
              {next ? <p><a href={`${base}/engagements/${next.id}#carried`}>{next.title}</a><span className="under small"><MeetingWhen meeting={{ day: next.day, start_minute: next.startMinute, end_minute: next.endMinute, zone: next.zone, city: next.city }} /></span></p> : <p className="soft">No further meeting with the same counterpart is planned.</p>}
            </Section>
          )}
          <History base={base} lines={data.history} of="task" />
        </Stack>
        <TaskFacts {...data} />
      </Columns>
    </>
  )
}

function TaskFacts({ base, task, clock }: Data) {
  return (
    <Facts>
      <Fact term="Owner">{task.owner || (task.status === 'open' ? <LintMark severity="warning">no owner</LintMark> : 'none')}</Fact>
      <Fact term="Due">{dueWords(task) ?? <span className="soft">no date</span>}</Fact>
      <Fact term="Comes out of">{task.engagement_id === null ? (task.source_line === null ? <span className="soft">no meeting</span> : `the deck, line ${task.source_line}`) : <a href={`${base}/engagements/${task.engagement_id}#tasks`}>{task.meeting}</a>}</Fact>
      <Fact term="Concerns">{task.organisation ?? (task.engagement_id === null ? <span className="soft">nobody named</span> : 'everybody at the meeting')}</Fact>
      {task.created_ms !== null && <Fact term="Noted">{task.created_by}, <At ms={task.created_ms} clock={clock} /></Fact>}
      {task.settled_ms !== null && <Fact term={task.status === 'dropped' ? 'Dropped' : 'Done'}><At ms={task.settled_ms} clock={clock} /></Fact>}
    </Facts>
  )
}
