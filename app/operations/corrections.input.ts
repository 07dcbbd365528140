import { z } from 'zod'
import { revision } from '#app/operations/fields.ts'

/** A proposal as it was shown, with the person and the title that it would change. */
export const TakeCorrectionInput = z.object({ revision: revision(), person: revision(), title: revision().optional() })
export const DismissCorrectionInput = z.object({ revision: revision() })

export type TakeCorrectionInput = z.output<typeof TakeCorrectionInput>
export type DismissCorrectionInput = z.output<typeof DismissCorrectionInput>
