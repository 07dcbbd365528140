import { z } from 'zod'
import { filled, line, optionalId, prose, revision } from '#app/operations/fields.ts'

export const FIGURE_CAPTION_MAX = 300
export const FIGURE_ALT_MAX = 1_000
export const FIGURE_NUMBER_MAX = 20
export const ABBREVIATION_MAX = 20
export const EXPANSION_MAX = 200

const figure = { caption: filled(FIGURE_CAPTION_MAX, 'Write the caption'), number: line(FIGURE_NUMBER_MAX), alt: prose(FIGURE_ALT_MAX), section: optionalId() }

/** `section` is where it stands; none: behind the last section. */
export const AddFigureInput = z.object(figure)
export const EditFigureInput = z.object({ ...figure, revision: revision() })
export const FigureInput = z.object({ revision: revision() })
/** An empty `words` takes what was typed before away. */
export const AbbreviationInput = z.object({ short: filled(ABBREVIATION_MAX, 'Write the abbreviation'), words: line(EXPANSION_MAX) })

export type AddFigureInput = z.output<typeof AddFigureInput>
export type EditFigureInput = z.output<typeof EditFigureInput>
export type FigureInput = z.output<typeof FigureInput>
export type AbbreviationInput = z.output<typeof AbbreviationInput>
