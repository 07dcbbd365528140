/** The questions of a questionnaire: its parts, the order, how each is answered, and in which languages all of them can be asked. */
import type { Id } from '#app/domain/ids.ts'

export const ANSWER_KINDS = ['text', 'yes-no', 'choice', 'number', 'file'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]
/** What a node of a questionnaire is: a part, or a question by the kind of its answer. */
export type QuestionKind = AnswerKind | 'part'

export const QUESTION_MAX = 1_000
export const TITLE_MAX = 300
export const INTRO_MAX = 4_000
export const UNIT_MAX = 40
export const CHOICES_MAX = 30
/** Nodes of one questionnaire. */
export const MOST_QUESTIONS = 200

/** The levels of the outline: parts, their questions, the questions within a question. */
export const LEVELS = { part: 1, question: 2, 'sub-question': 3 } as const
export type Rank = keyof typeof LEVELS

export type Question = { id: Id; level: number; number: string; title: string; kind: QuestionKind; unit: string; choices: string }
export type Part<Q extends Question = Question> = { id: Id | null; number: string; title: string; questions: Q[] }

/** A node without a form is a question that is answered in words, as those of a paper that was read in. */
export function kindOf(form: string | null | undefined): QuestionKind {
  return form === 'part' || (ANSWER_KINDS as readonly unknown[]).includes(form) ? (form as QuestionKind) : 'text'
}

/** 'part', 'question' or 'sub-question'. */
export function rankOf({ kind, level }: Pick<Question, 'kind' | 'level'>): Rank {
  if (kind === 'part') return 'part'
  return level >= LEVELS['sub-question'] ? 'sub-question' : 'question'
}

/** The parts in order, each with its questions; what stands before the first part is one without a title. Parts that ask nothing are left out. */
export function partsOf<Q extends Question>(questions: readonly Q[]): Part<Q>[] {
  const parts: Part<Q>[] = [{ id: null, number: '', title: '', questions: [] }]
  for (const question of questions) {
    if (question.kind === 'part') parts.push({ id: question.id, number: question.number, title: question.title, questions: [] })
    else parts.at(-1)?.questions.push(question)
  }
  return parts.filter((part) => part.questions.length > 0)
}

/** What is answered: everything but the parts. */
export function asked<Q extends Question>(questions: readonly Q[]): Q[] {
  return questions.filter(({ kind }) => kind !== 'part')
}

/** The number that stands before a text; '' where the text begins with it, as printed questions do. */
export function numberBefore(number: string, text: string): string {
  return number !== '' && text.startsWith(number) ? '' : number
}

/** The choices, one to a line. */
export function choicesIn(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean)
}

/** How many nodes a node takes along: a part its questions, a question those within it. */
function spanAt(questions: readonly Question[], at: number): number {
  const depth = depthOf(questions[at] as Question)
  let end = at + 1
  while (end < questions.length && depthOf(questions[end] as Question) > depth) end++
  return end - at
}

function depthOf(question: Question): number {
  return LEVELS[rankOf(question)]
}

/** The ids in their new order when a node moves by one place among its like; undefined where there is no place. A question crosses into the part beside it. */
export function moved(questions: readonly Question[], id: Id, way: 'up' | 'down'): Id[] | undefined {
  const at = questions.findIndex((question) => question.id === id)
  if (at < 0) return undefined
  const size = spanAt(questions, at)
  const block = questions.slice(at, at + size)
  const rest = [...questions.slice(0, at), ...questions.slice(at + size)]
  const place = way === 'up' ? placeBefore(rest, at, block[0] as Question) : placeAfter(rest, at, block[0] as Question)
  if (place === undefined) return undefined
  return [...rest.slice(0, place), ...block, ...rest.slice(place)].map((question) => question.id)
}

function placeBefore(rest: readonly Question[], at: number, moving: Question): number | undefined {
  for (let place = at - 1; place >= 0; place--) {
    const depth = depthOf(rest[place] as Question)
    if (depth <= depthOf(moving)) return place
  }
  return undefined
}

function placeAfter(rest: readonly Question[], at: number, moving: Question): number | undefined {
  if (at >= rest.length) return undefined
  return at + (depthOf(rest[at] as Question) < depthOf(moving) ? 1 : spanAt(rest, at))
}

/** Where a new node stands: a part at the end, a question at the end of the part, a sub-question at the end of its question. `after` is the node it belongs to. */
export function placeFor(questions: readonly Question[], rank: Rank, after: Id | null): number {
  const at = questions.findIndex((question) => question.id === after)
  return rank === 'part' || at < 0 ? questions.length : at + spanAt(questions, at)
}

export type Wording = { subjectId: Id; language: string; title: string; body: string; ofTitle: string }
/** A text in the language that was asked for, or the original where there is none: nothing is made up. */
export type Worded = { text: string; language: string; missing: boolean }

export function wordingOf(wordings: readonly Wording[], subjectId: Id, language: string): Wording | undefined {
  return wordings.find((wording) => wording.subjectId === subjectId && wording.language === language)
}

/** The title of a thing in a language, else as it was written. */
export function worded(original: { id: Id; title: string }, own: string, language: string, wordings: readonly Wording[]): Worded {
  if (language === own) return { text: original.title, language: own, missing: false }
  const text = wordingOf(wordings, original.id, language)?.title ?? ''
  return text === '' ? { text: original.title, language: own, missing: true } : { text, language, missing: false }
}

/** The choices in a language where each has its words there, else as they were written. */
export function wordedChoices(question: Question, language: string, wordings: readonly Wording[]): string[] {
  const original = choicesIn(question.choices)
  const there = choicesIn(wordingOf(wordings, question.id, language)?.body ?? '')
  return there.length === original.length ? there : original
}

type Paper = { id: Id; title: string; language: string }
export type Coverage = { language: string; worded: number; of: number; missing: Id[]; /** Written for an earlier text of the original. */ outdated: Id[] }

/** How far a questionnaire is worded in a language: its title, its parts and its questions. */
export function coverageOf(paper: Paper, questions: readonly Question[], language: string, wordings: readonly Wording[]): Coverage {
  const all = [{ id: paper.id, title: paper.title }, ...questions.map(({ id, title }) => ({ id, title }))]
  if (language === paper.language) return { language, worded: all.length, of: all.length, missing: [], outdated: [] }
  const missing = all.filter((one) => worded(one, paper.language, language, wordings).missing).map(({ id }) => id)
  const outdated = all.filter((one) => !missing.includes(one.id) && wordingOf(wordings, one.id, language)?.ofTitle !== one.title).map(({ id }) => id)
  return { language, worded: all.length - missing.length, of: all.length, missing, outdated }
}

/** The languages in which every text of a questionnaire exists, its own first. */
export function offered(paper: Paper, questions: readonly Question[], languages: readonly string[], wordings: readonly Wording[]): string[] {
  return [paper.language, ...languages.filter((language) => language !== paper.language && coverageOf(paper, questions, language, wordings).missing.length === 0)]
}
