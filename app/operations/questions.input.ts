import { z } from 'zod'
import { QUESTION_MAX } from '#app/domain/assessment/asks.ts'
import { SOURCE_GROUPS } from '#app/domain/assessment/sources.ts'
import { isId } from '#app/domain/ids.ts'
import { filled, id, revision, several } from '#app/operations/fields.ts'

const cell = z.string().transform((text, context) => {
  const [group, dimension = ''] = text.split(':')
  const known = SOURCE_GROUPS.find((one) => one === group)
  if (known && isId(dimension)) return { group: known, dimension }
  context.addIssue({ code: 'custom', message: 'Choose from the list' })
  return z.NEVER
})

/** Cells as 'donor:dimension-4'; at least one. */
export const AskInput = z.object({ cells: z.preprocess(several, z.array(cell).min(1, 'Choose at least one question').max(200)) })
export const RewordQuestionInput = z.object({ revision: revision(), body: filled(QUESTION_MAX, 'Write the question') })
export const DropQuestionInput = z.object({ question: id(), revision: revision() })

export type AskInput = z.output<typeof AskInput>
export type RewordQuestionInput = z.output<typeof RewordQuestionInput>
export type DropQuestionInput = z.output<typeof DropQuestionInput>
