/** What the forms of people, organisations and places share. */
import { z } from 'zod'
import { isTenure } from '#app/domain/people/tenure.ts'
import type { Tenure } from '#app/domain/people/tenure.ts'
import { choice, filled, id, line, optionalDay, revision } from '#app/operations/fields.ts'

export const ENTRY_NAME_MAX = 300
/** Languages that a name may be marked with; '' where it belongs to none or to all. */
export const NAME_LANGUAGES = ['', 'en', 'ru', 'tg', 'kk', 'ky', 'uz', 'ko', 'fa', 'fr', 'de'] as const

export const language = () => choice(NAME_LANGUAGES, 'Choose a language, or none')
export const days = { fromDay: optionalDay(), toDay: optionalDay() }
export const inOrder = { message: 'Enter a last day that is not before the first', path: ['toDay'] }
export const areInOrder = (value: Tenure): boolean => isTenure(value)

/** A further name of an organisation or a place, in a language, for a time. */
export const AddEntryNameInput = z.object({ name: filled(ENTRY_NAME_MAX, 'Enter the name'), language: language(), ...days }).refine(areInOrder, inOrder)

export const RemoveEntryNameInput = z.object({ name: id(), revision: revision() })

/** Which entry goes into which, as both stood on the page that showed what comes together. */
export const MergeInput = z.object({ other: id('Choose the other entry'), revision: revision(), otherRevision: revision() })

/** A name that is looked up in the directory. */
export const entryName = () => line(ENTRY_NAME_MAX)

export type AddEntryNameInput = z.output<typeof AddEntryNameInput>
export type RemoveEntryNameInput = z.output<typeof RemoveEntryNameInput>
export type MergeInput = z.output<typeof MergeInput>
