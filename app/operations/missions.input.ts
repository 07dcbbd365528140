import { z } from 'zod'
import { ROLES_OF_TEAM } from '#app/domain/people/access.ts'
import { choice, day, email, filled, framework, id, line, optionalTime, prose, revision, ticked } from '#app/operations/fields.ts'

export const MISSION_TITLE_MAX = 160
export const MISSION_STATUSES = ['draft', 'cleared', 'live', 'closed'] as const

const dates = { startDay: day(), endDay: day() }
const inOrder = { message: 'Enter a last day on or after the first, within a year', path: ['endDay'] }
const ordered = (value: { startDay: string; endDay: string }): boolean =>
  value.endDay >= value.startDay && Number(value.endDay.slice(0, 4)) - Number(value.startDay.slice(0, 4)) <= 1

export const NewMissionInput = z.object({ title: filled(MISSION_TITLE_MAX, 'Enter a title'), ...dates, programme: line(160), purpose: prose(2_000), framework: framework() }).refine(ordered, inOrder)

export const EditMissionInput = z.object({
  revision: revision(), title: filled(MISSION_TITLE_MAX, 'Enter a title'), ...dates, programme: line(160), purpose: prose(2_000), languages: line(160),
  status: choice(MISSION_STATUSES), rehearsal: ticked(), clockDay: line(10), clockTime: optionalTime(),
}).refine(ordered, inOrder)

export const CopyMissionInput = z.object({ title: filled(MISSION_TITLE_MAX, 'Enter a title for the copy'), startDay: day() })

export const AddMemberInput = z.object({ name: filled(120, 'Enter a name'), email: email(), role: choice(ROLES_OF_TEAM) })
export const ChangeMemberInput = z.object({ membership: id(), revision: revision(), role: choice([...ROLES_OF_TEAM, 'none']) })

export type NewMissionInput = z.output<typeof NewMissionInput>
export type EditMissionInput = z.output<typeof EditMissionInput>
export type CopyMissionInput = z.output<typeof CopyMissionInput>
export type AddMemberInput = z.output<typeof AddMemberInput>
export type ChangeMemberInput = z.output<typeof ChangeMemberInput>
