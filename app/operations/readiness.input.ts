import { z } from 'zod'
import { LEVELS } from '#app/domain/assessment/ratings.ts'
import { choice, filled, filledProse, framework, id, revision, ticked } from '#app/operations/fields.ts'

export const RATING_REASON_MAX = 1_000
export const DIMENSION_MAX = 80

/** `after` is the number of the latest rating that the person saw, 0 where there was none. */
export const RateInput = z.object({
  level: choice(LEVELS, 'Choose a level'), tentative: ticked(), reason: filled(RATING_REASON_MAX, 'Say why: a level is never changed without a reason'),
  after: z.preprocess((value) => value ?? '0', z.coerce.number({ error: 'Reload the page and try again' }).int().min(0)),
})

export const ChooseFrameworkInput = z.object({ framework: framework() })
export const AddDimensionsInput = z.object({ names: filledProse(20 * DIMENSION_MAX, 'Write at least one name') })
export const RenameDimensionInput = z.object({ dimension: id(), revision: revision(), name: filled(DIMENSION_MAX, 'Enter a name') })
export const RemoveDimensionInput = z.object({ dimension: id(), revision: revision() })

export type RateInput = z.output<typeof RateInput>
export type ChooseFrameworkInput = z.output<typeof ChooseFrameworkInput>
export type AddDimensionsInput = z.output<typeof AddDimensionsInput>
export type RenameDimensionInput = z.output<typeof RenameDimensionInput>
export type RemoveDimensionInput = z.output<typeof RemoveDimensionInput>
