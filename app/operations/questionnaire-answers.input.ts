/** What an organisation sends from its answer page: `a-<question>` is the text, `r-` the revision and `s-` the name of the text that the page showed. */
import { z } from 'zod'
import { isId } from '#app/domain/ids.ts'
import { ANSWER_MAX } from '#app/domain/questionnaires/answers.ts'
import { WORD_MAX } from '#app/domain/questionnaires/requests.ts'
import { cleanText } from '#app/domain/text.ts'
import { id, line } from '#app/operations/fields.ts'

export type SentAnswer = { questionId: string; value: string; seen: number; shown: string }

const first = (value: unknown): string => String((Array.isArray(value) ? value[0] : value) ?? '')

function sentIn(fields: Record<string, unknown>): SentAnswer[] {
  return Object.keys(fields).filter((name) => name.startsWith('s-') && isId(name.slice(2))).map((name) => {
    const questionId = name.slice(2)
    return { questionId, value: cleanText(first(fields[`a-${questionId}`])), seen: Number(/^\d{1,9}$/.exec(first(fields[`r-${questionId}`]))?.[0] ?? 0), shown: first(fields[name]).slice(0, 60) }
  })
}

/** A text that is too long stands in its page and is not saved; all others are. `next` says where to go on. */
export const SaveAnswersInput = z.record(z.string(), z.unknown()).transform((fields) => {
  const sent = sentIn(fields)
  return { answers: sent.filter(({ value }) => value.length <= ANSWER_MAX), tooLong: sent.filter(({ value }) => value.length > ANSWER_MAX).map(({ questionId }) => questionId), next: first(fields['next']).slice(0, 80) }
})
export const RemoveReplyFileInput = z.object({ file: id() })
export const AskReopenInput = z.object({ word: line(WORD_MAX) })

export type SaveAnswersInput = z.output<typeof SaveAnswersInput>
export type RemoveReplyFileInput = z.output<typeof RemoveReplyFileInput>
export type AskReopenInput = z.output<typeof AskReopenInput>
