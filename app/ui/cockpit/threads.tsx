import { count } from '#app/domain/text.ts'
import { formatDay } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { Rating } from '#app/ui/kit/rating.tsx'
import type { RatingLevel } from '#app/ui/kit/rating.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { StaleMark } from '#app/ui/kit/stale-mark.tsx'

type DueNote = { engagement_id: string; title: string; due: { state: string; dueDay: Day } }
type ThreadsProps = {
  base: string
  pending: { mails: number; others: number }
  answers: { missing: number; invited: number }
  due: readonly DueNote[]
  tasks: { open: number; late: number; unowned: number }
  /** Organisations that have not answered a questionnaire in time. */
  lateReplies: number
  untimed: { count: number; of: number }
  /** All invitations of the demo go to sample people. */
  sample: boolean
  canWrite: boolean
}

/** What is begun and not ended: unsent, unanswered, unwritten, without a time. */
export function Threads({ base, pending, answers, due, tasks, lateReplies, untimed, sample, canWrite }: ThreadsProps) {
  const people = pending.mails + pending.others
  return (
    <Section id="threads" title="Open threads">
      <Facts>
        <Fact term="Unsent changes">{people === 0 ? 'None. Everybody holds what is true.' : <><b>{count(people, 'person', 'people')}</b>{sample && <> <SampleMark /></>}<br /><a href={`${base}/invitations`}>Review and send</a></>}</Fact>
        <Fact term="Answers missing">{answers.missing === 0 ? (answers.invited === 0 ? 'Nobody is invited yet.' : 'None.') : <><b>{answers.missing} of {answers.invited}</b>{sample && <> <SampleMark /></>}<br /><a href={`${base}/invitations/holdings`}>See who</a></>}</Fact>
        <Fact term="Notes due">{due.length === 0 ? 'None. A note is due the day after its meeting.' : due.slice(0, 3).map((row) => <NoteDue key={row.engagement_id} row={row} base={base} canWrite={canWrite} />)}{due.length > 3 && <a href={`${base}/notes`}>All {due.length}</a>}</Fact>
        <Fact term="Tasks">{tasks.open === 0 ? 'None is open.' : <>{tasks.late > 0 ? <b>{tasks.late} late of {tasks.open} open</b> : <b>{tasks.open} open</b>}{tasks.unowned > 0 && <>, {tasks.unowned} without an owner</>}<br /><a href={`${base}/tasks${tasks.late > 0 ? '?state=late' : ''}`}>{tasks.late > 0 ? 'See what is late' : 'See them'}</a></>}</Fact>
        {lateReplies > 0 && <Fact term="Questionnaires"><b>{lateReplies} late</b><br /><a href={`${base}/questionnaires`}>Remind them</a></Fact>}
        <Fact term="No time yet">{untimed.count === 0 ? 'None.' : <><b>{untimed.count} of {untimed.of}</b> engagements<br /><a href={`${base}/grid`}>Open the grid</a></>}</Fact>
      </Facts>
    </Section>
  )
}

function NoteDue({ row, base, canWrite }: { row: DueNote; base: string; canWrite: boolean }) {
  const path = canWrite ? `/engagements/${row.engagement_id}/note` : `/engagements/${row.engagement_id}`
  return <div><a href={base + path}>{canWrite && <span className="vh">Write the note on </span>}{row.title}</a> <span className="zone">{row.due.state === 'late' ? 'late since' : 'due'} {formatDay(row.due.dueDay)}</span></div>
}

type Face = { dimensionId: string; name: string; level?: RatingLevel | undefined; word: string; certain: boolean; stale: boolean }

/** Each dimension with its level; the name leads to why. */
export function ReadinessRow({ faces, base }: { faces: readonly Face[]; base: string }) {
  if (faces.length === 0) return null
  return (
    <Section id="readiness" title="Readiness" aside={<a href={`${base}/readiness`}>All levels</a>}>
      <ul className="faces">
        {faces.map((face) => (
          <li key={face.dimensionId}>
            <a href={`${base}/readiness/${face.dimensionId}`}><span className="vh">Why is </span>{face.name}<span className="vh"> {face.word}?</span></a>
            <span><Rating level={face.level === undefined ? 'none' : face.certain ? face.level : 'unread'}>{face.word}</Rating>{face.stale && <> <StaleMark /></>}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type SheetLink = { stopId: string; day: Day; text: string; city: string }

/** One day sheet for each day at a stop. */
export function SheetLinks({ sheets, base, today }: { sheets: readonly SheetLink[]; base: string; today: Day }) {
  if (sheets.length === 0) return null
  return (
    <Section id="sheets" title="Day sheets" aside={<a href={`${base}/day-sheets`}>All day sheets</a>}>
      <ul className="chips">
        {sheets.map((sheet) => (
          <li key={`${sheet.stopId} ${sheet.day}`}><a className="chip" href={`${base}/day-sheets/${sheet.stopId}/${sheet.day}`} aria-current={sheet.day === today ? 'date' : undefined}><span className="vh">Day sheet of </span>{sheet.text}<span className="vh">, {sheet.city}</span></a></li>
        ))}
      </ul>
    </Section>
  )
}
