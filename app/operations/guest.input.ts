/** What a guest sends from the pages of an invitation. A message here names a text of `texts.wrong`: the page says it in the guest's language. */
import { z } from 'zod'
import { GIVEN } from '#app/domain/calendar/answers.ts'
import { choice, day, line, optionalId, optionalTime, time } from '#app/operations/fields.ts'

export const WORD_MAX = 500
export const NAME_MAX = 200
export const TITLE_MAX = 300
export const HONORIFIC_MAX = 40

/** Of the version that the page showed. */
const sequence = z.coerce.number('answer').int('answer').min(0, 'answer').max(2 ** 31, 'answer')
const word = line(WORD_MAX, 'long')

/** A name has a letter; characters that show nothing are none. */
const canBeRead = (name: string): boolean => /\p{L}/u.test(name)

/** The guest's own answer. */
export const GuestAnswerInput = z.object({
  answer: choice(GIVEN, 'answer'), word, deputy: line(NAME_MAX, 'long'), title: line(TITLE_MAX, 'long'), sequence,
}).refine((input) => input.answer !== 'deputy' || canBeRead(input.deputy), { path: ['deputy'], message: 'deputy' })

/** Another time, on the venue's clock. */
export const ProposeTimeInput = z.object({ day: day('day'), start: time('time'), end: optionalTime('time'), word, sequence })
  .refine((input) => input.end === null || input.end > input.start, { path: ['end'], message: 'end' })

/** How the name and a title should read; `affiliation` is the title that it corrects, null for one that is missing. */
export const ProposeCorrectionInput = z.object({
  honorific: line(HONORIFIC_MAX, 'long'), name: line(NAME_MAX, 'long').refine(canBeRead, 'name'), affiliation: optionalId('title'), title: line(TITLE_MAX, 'long'), word,
})

export type GuestAnswerInput = z.output<typeof GuestAnswerInput>
export type ProposeTimeInput = z.output<typeof ProposeTimeInput>
export type ProposeCorrectionInput = z.output<typeof ProposeCorrectionInput>
