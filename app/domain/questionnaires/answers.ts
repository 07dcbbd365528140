/** What is answered: whether it can be read, how much is there, and which of two texts of one answer stands. */
import type { Id } from '#app/domain/ids.ts'
import { asked, choicesIn, partsOf } from '#app/domain/questionnaires/questions.ts'
import type { Question } from '#app/domain/questionnaires/questions.ts'

export const ANSWER_MAX = 100_000
export const LARGEST_REPLY_FILE = 25 * 1_048_576

/** What a yes-or-no question takes. */
export const YES_NO = ['yes', 'no'] as const

export type Wrong = 'number' | 'choice'

/** What is wrong with an answer; undefined for none and for an empty one. It is kept all the same. */
export function wrongAnswer(question: Question, value: string): Wrong | undefined {
  if (value.trim() === '') return undefined
  if (question.kind === 'number') return numberIn(value) === undefined ? 'number' : undefined
  if (question.kind === 'yes-no') return (YES_NO as readonly string[]).includes(value) ? undefined : 'choice'
  if (question.kind === 'choice') return choicesIn(question.choices)[Number(value) - 1] === undefined ? 'choice' : undefined
  return undefined
}

/** '1 200,5' → 1200.5, as people write numbers here; undefined for anything else. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim().replaceAll(/[\s\u00a0\u202f']/g, '').replace('−', '-').replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(plain) ? Number(plain) : undefined
}

/** The answer in words, as the reply says it. `choices` are those in the reply's language. */
export function answerWords(question: Question, value: string, { choices, yes, no }: { choices: readonly string[]; yes: string; no: string }): string {
  if (wrongAnswer(question, value) !== undefined) return value.trim()
  if (question.kind === 'yes-no' && value !== '') return value === 'yes' ? yes : no
  if (question.kind === 'choice') return choices[Number(value) - 1] ?? value
  if (question.kind === 'number' && value.trim() !== '' && question.unit !== '') return `${value.trim()} ${question.unit}`
  return value.trim()
}

type Answered = { questionId: Id; value: string }
export type Progress = { answered: number; of: number }

/** How many questions have an answer or a file. */
export function progressOf(questions: readonly Question[], answers: readonly Answered[], filed: ReadonlySet<Id>): Progress {
  const all = asked(questions)
  const answered = new Set(answers.filter(({ value }) => value.trim() !== '').map(({ questionId }) => questionId))
  return { answered: all.filter(({ id }) => answered.has(id) || filed.has(id)).length, of: all.length }
}

/** The number of the first part with a question that is open, from 1; 1 where none is. */
export function firstOpenPart(questions: readonly Question[], answers: readonly Answered[], filed: ReadonlySet<Id>): number {
  const at = partsOf(questions).findIndex((part) => progressOf(part.questions, answers, filed).answered < part.questions.length)
  return Math.max(at, 0) + 1
}

/**
 * What becomes of a text that was sent for an answer: nothing where the person left it as the page showed it or it reads as what is
 * saved; it is saved where nobody was faster; else both are kept. `seen` is the revision that the page showed, 0 for none.
 */
export function takenAs(sent: { value: string; seen: number; shown: string }, saved: { value: string; revision: number } | undefined): 'same' | 'save' | 'aside' {
  const value = saved?.value ?? ''
  if (sent.value === value || fingerprint(sent.value) === sent.shown) return 'same'
  return (saved?.revision ?? 0) === sent.seen || value.trim() === '' ? 'save' : 'aside'
}

/** A short name of a text: two texts with one name are the same for everybody who does not set out to make such a pair. */
export function fingerprint(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1b873593]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ (code + at), 0x85ebca6b)
    b ^= b >>> 15
  }
  return `${text.length.toString(36)}.${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`
}
