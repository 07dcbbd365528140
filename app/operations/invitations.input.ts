import { z } from 'zod'
import { CHANNELS, GIVEN } from '#app/domain/calendar/answers.ts'
import { choice, id, line, prose, revision, several } from '#app/operations/fields.ts'

const MOST_PICKS = 1_500
export const NOTE_MAX = 1_000
const note = prose(NOTE_MAX).transform((text) => text.trim())

/** Who to send to, each with the stamp of what was shown, and a word that goes to all of them. */
export const SendInput = z.object({
  pick: z.preprocess(
    several,
    z.array(z.string().regex(/^[a-z0-9-]{1,64}:[a-z0-9-]{1,64}:[A-Za-z0-9_-]{16}$/, 'Choose from the list')).min(1, 'Choose at least one person').max(MOST_PICKS, 'Send to fewer people at once'),
  ),
  note,
})

/** The word of a sending that is still to be sent, for a preview. */
export const PreviewInput = z.object({ note })

/** A version that goes out once more, with a word. */
export const RepeatInput = z.object({ note })

/** A word that may go with any answer, and who comes instead. */
const said = { word: line(500), deputy: line(200), title: line(300) }
const namesDeputy = (input: { answer: string; deputy: string }): boolean => input.answer !== 'deputy' || input.deputy !== ''

/** An answer that came by other means, written down by the team. */
export const RecordAnswerInput = z.object({
  invitation: id(),
  revision: revision(),
  answer: choice(['none', ...GIVEN], 'Choose an answer'),
  channel: choice(CHANNELS.filter((channel) => channel !== 'page') as ['phone', 'letter', 'in person', 'mail'], 'Choose how it came'),
  ...said,
}).refine(namesDeputy, { path: ['deputy'], message: 'Enter the name of the person who comes instead' })

/** One message of the queue. */
export const MailInput = z.object({ mail: id() })

export type MailInput = z.output<typeof MailInput>
export type PreviewInput = z.output<typeof PreviewInput>
export type RepeatInput = z.output<typeof RepeatInput>
export type SendInput = z.output<typeof SendInput>
export type RecordAnswerInput = z.output<typeof RecordAnswerInput>
