/** Whether somebody whom a meeting names was there, as it is ticked afterwards and counted into the persons met. */

export const ATTENDANCES = ['present', 'excused', 'deputy', 'visitor', 'absent'] as const
/** `deputy`: somebody else came in their place. `visitor`: came without having been announced. */
export type Attendance = (typeof ATTENDANCES)[number]

/** 1 when the person was in the room, 0 when not; whoever sent a deputy was not. */
export function cameAs(attendance: Attendance): 0 | 1 {
  return attendance === 'present' || attendance === 'visitor' ? 1 : 0
}

export function asAttendance(word: string): Attendance | undefined {
  return ATTENDANCES.find((each) => each === word)
}

/** What is ticked before anybody recorded anything: whoever declined is excused, whoever named a deputy sent one, the others came. */
export function expectedAttendance(answer: string): Attendance {
  return answer === 'declined' ? 'excused' : answer === 'deputy' ? 'deputy' : 'present'
}

/** Statuses of meetings that took place. */
export const TOOK_PLACE = ['held', 'noted', 'cleared'] as const

/** Met in a meeting that took place, unless it was noted that they were not there. */
export function wasMet({ status, attended }: { status: string; attended: number | null }): boolean {
  return TOOK_PLACE.some((word) => word === status) && attended !== 0
}
