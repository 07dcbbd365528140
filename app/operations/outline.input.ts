import { z } from 'zod'
import { GATHERED, SECTION_STATES } from '#app/domain/papers/outline-coverage.ts'
import { choice, filled, id, line, optionalId, prose, revision } from '#app/operations/fields.ts'

export const SECTION_TITLE_MAX = 300
export const SECTION_NUMBER_MAX = 40
export const SECTION_TEXT_MAX = 50_000
export const OWNER_MAX = 160

const seen = line(40)
const page = () => z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().optional().default('').transform((text) => text.trim())
  .refine((text) => /^(?:[1-9]\d{0,4})?$/.test(text), 'Enter a page such as 41, or leave it empty').transform((text) => (text === '' ? null : Number(text))))
const section = { title: filled(SECTION_TITLE_MAX, 'Say what the section is called'), number: line(SECTION_NUMBER_MAX), page: page(), owner: line(OWNER_MAX) }

/** `after` is the section that it comes behind, with all below it; none: at the end. */
export const AddSectionInput = z.object({ ...section, after: optionalId(), as: choice(['beside', 'under']) })
export const EditSectionInput = z.object({ ...section, state: choice(SECTION_STATES, 'Choose how far it is'), gathers: choice(['', ...GATHERED]), body: prose(SECTION_TEXT_MAX), revision: revision() })
export const SectionTextInput = z.object({ body: prose(SECTION_TEXT_MAX) })
export const RemoveSectionInput = z.object({ seen })
/** One of the four is the section that moves. */
export const StepSectionInput = z.object({ seen, up: optionalId(), down: optionalId(), in: optionalId(), out: optionalId() })
export const PlaceSectionInput = z.object({ seen, item: id(), to: z.coerce.number({ error: 'Enter a place in the order' }).int().min(1).max(500) })
/** Everything below `within`, or all sections. */
export const RenumberInput = z.object({ seen, within: optionalId() })
export const RepairNumberInput = z.object({ revision: revision(), number: line(SECTION_NUMBER_MAX) })
export const PlaceFindingInput = z.object({ finding: id('Choose a finding from the list') })

export type AddSectionInput = z.output<typeof AddSectionInput>
export type EditSectionInput = z.output<typeof EditSectionInput>
export type RemoveSectionInput = z.output<typeof RemoveSectionInput>
export type StepSectionInput = z.output<typeof StepSectionInput>
export type PlaceSectionInput = z.output<typeof PlaceSectionInput>
export type RenumberInput = z.output<typeof RenumberInput>
export type RepairNumberInput = z.output<typeof RepairNumberInput>
export type PlaceFindingInput = z.output<typeof PlaceFindingInput>
