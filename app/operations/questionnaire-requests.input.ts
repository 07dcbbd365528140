import { z } from 'zod'
import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import { CONTACT_MAX, END_OF_WORK } from '#app/domain/questionnaires/requests.ts'
import { choice, day, id, ids, line, optionalEmail, optionalTime, revision } from '#app/operations/fields.ts'

const terms = { contact: line(CONTACT_MAX), email: optionalEmail(), language: choice(LANGUAGES), day: day('Enter the day by which you need the answer'), time: optionalTime().transform((minute) => minute ?? END_OF_WORK), stop: id('Choose whose clock counts') }

/** `stop` is the stop whose city's clock the deadline goes by. */
export const PrepareRequestInput = z.object({ organisation: id('Choose the organisation'), ...terms })
export const EditRequestInput = z.object({ ...terms, revision: revision() })
export const RequestRevisionInput = z.object({ revision: revision() })
/** The requests that were shown. */
export const ChosenRequestsInput = z.object({ request: ids(300) })

export type PrepareRequestInput = z.output<typeof PrepareRequestInput>
export type EditRequestInput = z.output<typeof EditRequestInput>
export type RequestRevisionInput = z.output<typeof RequestRevisionInput>
export type ChosenRequestsInput = z.output<typeof ChosenRequestsInput>
