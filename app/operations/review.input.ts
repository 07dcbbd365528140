import { z } from 'zod'
import { GIVEN } from '#app/domain/calendar/answers.ts'
import { choice, id, line, revision } from '#app/operations/fields.ts'

/** What a message is taken to say, and whose answer it is. */
export const ApplyMailInput = z.object({
  revision: revision(),
  invitation: id('Choose whose answer it is'),
  answer: choice(GIVEN, 'Choose what it says'),
  word: line(500), deputy: line(200), title: line(300),
}).refine((input) => input.answer !== 'deputy' || input.deputy !== '', { path: ['deputy'], message: 'Enter the name of the person who comes instead' })

export const DismissMailInput = z.object({ revision: revision() })

export const SETTLEMENTS = ['moved', 'kept', 'noted'] as const
/** What was decided about a proposal or a deputy. */
export const SettleMailInput = z.object({ revision: revision(), as: choice(SETTLEMENTS) })

export type ApplyMailInput = z.output<typeof ApplyMailInput>
export type DismissMailInput = z.output<typeof DismissMailInput>
export type SettleMailInput = z.output<typeof SettleMailInput>
