import { z } from 'zod'
import { EXITS, STATUSES } from '#app/domain/meetings/status.ts'
import { choice, day, filled, id, line, optionalId, optionalTime, prose, revision, several, ticked } from '#app/operations/fields.ts'

export const ENGAGEMENT_TITLE_MAX = 300
const PROSE_MAX = 8_000
export const ENGAGEMENT_KINDS = ['meeting', 'workshop', 'presentation', 'q-and-a', 'visit', 'internal', 'wrap-up', 'meal', 'travel', 'buffer'] as const
/** What a new engagement may start as. */
export const FIRST_STATUSES = ['idea', 'requested', 'tentative', 'confirmed'] as const
export const BECAUSE_MAX = 300

const endsLater = { message: 'Enter an end after the start', path: ['end'] }
const startsFirst = { message: 'Enter the start as well, or leave both empty', path: ['start'] }
type Times = { start: number | null; end: number | null }
const inOrder = ({ start, end }: Times): boolean => start === null || end === null || end > start
const hasStart = ({ start, end }: Times): boolean => start !== null || end === null

/** A new engagement; without a start it stands in the untimed row of its day. `because` lets it stand in spite of what was named. */
export const NewEngagementInput = z.object({
  title: filled(ENGAGEMENT_TITLE_MAX, 'Enter a title'), kind: choice(ENGAGEMENT_KINDS), stop: id('Choose a stop'), day: day(), start: optionalTime(), end: optionalTime(),
  status: choice(FIRST_STATUSES), venue: line(200), room: line(100), team: line(60), fallbackOf: optionalId(), because: line(BECAUSE_MAX),
}).refine(hasStart, startsFirst).refine(inOrder, endsLater)

export const EditEngagementInput = z.object({
  revision: revision(), title: filled(ENGAGEMENT_TITLE_MAX, 'Enter a title'), kind: choice(ENGAGEMENT_KINDS), venueId: optionalId(), venue: line(200), room: line(100),
  team: line(60), language: line(100), interpretation: line(100), purpose: prose(PROSE_MAX), questions: prose(PROSE_MAX), brief: prose(PROSE_MAX), publicText: prose(PROSE_MAX), because: line(BECAUSE_MAX),
})

/**
 * Where an engagement goes. Only the start changed: it keeps its length, so an end left as it was moves along.
 * `because` is the reason of somebody who knows what stands against it.
 */
export const MoveEngagementInput = z.object({
  revision: revision(), stop: optionalId(), day: day(), start: optionalTime(), end: optionalTime(), because: line(BECAUSE_MAX),
}).refine(hasStart, startsFirst)

/** `release` lets the back-ups go in the same act; only a confirmation may. */
export const SetStatusInput = z.object({ revision: revision(), status: choice(STATUSES), reason: line(BECAUSE_MAX), release: ticked() })

export const CancelEngagementInput = z.object({
  revision: revision(), status: choice(EXITS), reason: filled(BECAUSE_MAX, 'Enter the reason: it stands in the history'),
})

/** `row` is each engagement that was shown as to be called off, 'id:revision'. */
export const CallOffStopInput = z.object({
  reason: filled(BECAUSE_MAX, 'Enter the reason: it stands in the history'),
  row: z.preprocess(several, z.array(z.string().regex(/^[A-Za-z0-9-]{1,64}:[0-9]{1,10}$/)).max(500)),
})

export const RemoveEngagementInput = z.object({ revision: revision() })

export const AliasInput = z.object({ title: filled(ENGAGEMENT_TITLE_MAX, 'Enter the other title') })
export const RemoveAliasInput = z.object({ alias: id() })

export type NewEngagementInput = z.output<typeof NewEngagementInput>
export type EditEngagementInput = z.output<typeof EditEngagementInput>
export type MoveEngagementInput = z.output<typeof MoveEngagementInput>
export type SetStatusInput = z.output<typeof SetStatusInput>
export type CancelEngagementInput = z.output<typeof CancelEngagementInput>
export type CallOffStopInput = z.output<typeof CallOffStopInput>
export type RemoveEngagementInput = z.output<typeof RemoveEngagementInput>
export type AliasInput = z.output<typeof AliasInput>
export type RemoveAliasInput = z.output<typeof RemoveAliasInput>
