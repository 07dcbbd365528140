/** What comes out of a meeting to be done: by whom, until when, and at which later meeting it is taken up again. */
import { asStatus, isAhead } from '#app/domain/meetings/status.ts'
import type { Day, Minute } from '#app/domain/time.ts'

/** Kinds that people note; rows of a work plan and replies of guests are tasks as well. */
export const TASK_KINDS = ['commitment', 'decision', 'data request', 'action'] as const
export type TaskKind = (typeof TASK_KINDS)[number]
export const TASK_STATUSES = ['open', 'done', 'dropped'] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]
/** By what a list of tasks is narrowed. */
export const TASK_STATES = ['open', 'late', 'done', 'dropped', 'all'] as const
export type TaskState = (typeof TASK_STATES)[number]
export const TASK_TITLE_MAX = 300

/** What an excerpt of some kind usually becomes. */
export function taskKindOf(excerptKind: string): TaskKind {
  if (excerptKind === 'request') return 'data request'
  return TASK_KINDS.find((kind) => kind === excerptKind) ?? 'action'
}

/** True for excerpts that somebody has to act on. */
export function asksForTask(excerptKind: string): boolean {
  return excerptKind === 'request' || excerptKind === 'commitment' || excerptKind === 'decision'
}

export type TaskStanding = TaskStatus | 'late'

/** Late is what is open and was due before today; what has no date is never late. */
export function standingOfTask(task: { status: string; dueDay: Day | null }, today: Day): TaskStanding {
  const status = TASK_STATUSES.find((word) => word === task.status) ?? 'open'
  return status === 'open' && task.dueDay !== null && task.dueDay < today ? 'late' : status
}

export type TaskRefusal = 'settled-elsewhere'

/** A guest's reply is settled where it is decided; everything else where it is listed. */
export function refusesSettling(kind: string): TaskRefusal | undefined {
  return kind === 'reply' ? 'settled-elsewhere' : undefined
}

/** A meeting with the ids of the bodies and people on the other side. */
export type MeetingWith = { id: string; kind: string; status: string; day: Day; startMinute: Minute | null; counterparts: readonly string[] }

/** A task as it comes out of a meeting; `organisationId` narrows whom it concerns. */
export type Origin = { meeting: MeetingWith; organisationId: string | null }

/**
 * The next meeting with the same counterpart, where an open task is taken up again: after the one it comes from, today or
 * later, on its way and not held yet. Among ourselves there is no counterpart. Undefined when none is planned.
 */
export function nextMeetingOf<M extends MeetingWith>({ meeting, organisationId }: Origin, meetings: readonly M[], today: Day): M | undefined {
  const sought = organisationId === null ? meeting.counterparts : [organisationId]
  return meetings
    .filter((one) => one.id !== meeting.id && one.kind !== 'internal' && one.day >= today && isAhead(asStatus(one.status)) && place(one) >= place(meeting) && one.counterparts.some((id) => sought.includes(id)))
    .sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))[0]
}

/** Orders meetings as they happen; one without a time stands at the end of its day. */
function place({ day, startMinute }: MeetingWith): string {
  return `${day} ${String(startMinute ?? 1_440).padStart(4, '0')}`
}
