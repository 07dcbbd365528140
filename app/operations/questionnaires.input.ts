import { z } from 'zod'
import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import { ANSWER_KINDS, CHOICES_MAX, INTRO_MAX, LEVELS, MOST_QUESTIONS, QUESTION_MAX, TITLE_MAX, UNIT_MAX, choicesIn } from '#app/domain/questionnaires/questions.ts'
import type { Rank } from '#app/domain/questionnaires/questions.ts'
import { choice, filled, filledProse, id, line, optionalId, prose, revision, several } from '#app/operations/fields.ts'

const NUMBER_MAX = 20
const RANKS = Object.keys(LEVELS) as [Rank, ...Rank[]]

const paper = { title: filled(TITLE_MAX, 'Say what it asks about'), intro: prose(INTRO_MAX), language: choice(LANGUAGES) }
export const NewQuestionnaireInput = z.object(paper)
export const EditQuestionnaireInput = z.object({ ...paper, revision: revision() })

const question = {
  number: line(NUMBER_MAX), title: filledProse(QUESTION_MAX, 'Write the question'), kind: z.preprocess((value) => value ?? 'text', choice(ANSWER_KINDS, 'Choose how it is answered')),
  unit: line(UNIT_MAX), choices: prose(QUESTION_MAX * 3),
}
type Choosing = { kind: string; choices: string }
const hasChoices = ({ kind, choices }: Choosing): boolean => kind !== 'choice' || choicesIn(choices).length >= 2
const fewChoices = ({ choices }: Choosing): boolean => choicesIn(choices).length <= CHOICES_MAX
const TWO = { message: 'Write at least two choices, one to a line', path: ['choices'] }
const FEW = { message: `Write at most ${CHOICES_MAX} choices`, path: ['choices'] }

/** `after` is the part of a question, or the question of a sub-question. */
export const AddQuestionInput = z.object({ rank: choice(RANKS), after: optionalId(), ...question }).refine(hasChoices, TWO).refine(fewChoices, FEW)
export const EditQuestionInput = z.object({ ...question, revision: revision() }).refine(hasChoices, TWO).refine(fewChoices, FEW)
export const MoveQuestionInput = z.object({ way: choice(['up', 'down']), revision: revision() })
export const RemoveQuestionInput = z.object({ revision: revision() })

/** The texts of one language, row by row; an empty one takes it away. */
export const WordingInput = z.object({
  language: choice(LANGUAGES), subject: z.preprocess(several, z.array(id()).max(MOST_QUESTIONS + 1)), title: z.preprocess(several, z.array(prose(QUESTION_MAX)).max(MOST_QUESTIONS + 1)),
  body: z.preprocess(several, z.array(prose(INTRO_MAX)).max(MOST_QUESTIONS + 1)),
}).refine((input) => input.title.length === input.subject.length && input.body.length === input.subject.length, { message: 'Reload the page and try again', path: ['title'] })

export type NewQuestionnaireInput = z.output<typeof NewQuestionnaireInput>
export type EditQuestionnaireInput = z.output<typeof EditQuestionnaireInput>
export type AddQuestionInput = z.output<typeof AddQuestionInput>
export type EditQuestionInput = z.output<typeof EditQuestionInput>
export type MoveQuestionInput = z.output<typeof MoveQuestionInput>
export type RemoveQuestionInput = z.output<typeof RemoveQuestionInput>
export type WordingInput = z.output<typeof WordingInput>
