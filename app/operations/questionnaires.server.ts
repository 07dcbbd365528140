import type { Id } from '#app/domain/ids.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { LEVELS, MOST_QUESTIONS, moved, placeFor, rankOf } from '#app/domain/questionnaires/questions.ts'
import { foldKey } from '#app/domain/text.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Done, Refused } from '#app/operations/perform.server.ts'
import type { AddQuestionInput, EditQuestionInput, EditQuestionnaireInput, MoveQuestionInput, NewQuestionnaireInput, RemoveQuestionInput, WordingInput } from '#app/operations/questionnaires.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { findQuestionnaire, listQuestions, listWordings } from '#db/questionnaires.server.ts'
import type { QuestionRow } from '#db/questionnaires.server.ts'

/** A questionnaire without questions yet. */
export async function createQuestionnaire(scope: Scope, input: NewQuestionnaireInput): Promise<(Done & { questionnaireId: Id }) | Refused> {
  return await perform(scope, async (tx, begin) => {
    const questionnaireId = newId(scope.nowMs)
    const made = await begin({ verb: 'create', noun: 'questionnaire', subjectId: questionnaireId, subjectTitle: input.title })
    await made.insert('document', { id: questionnaireId, mission_id: scope.mission.id, kind: 'questionnaire', ...input, title_key: foldKey(input.title) })
    return { done: true as const, actId: made.actId, questionnaireId }
  })
}

/** Title, introduction, language of the original. */
export async function editQuestionnaire(scope: Scope, questionnaireId: Id, { revision, ...input }: EditQuestionnaireInput): Promise<Done | Refused> {
  return await onQuestionnaire(scope, questionnaireId, async ({ begin }) => {
    const made = await begin({ verb: 'edit', noun: 'questionnaire', subjectId: questionnaireId, subjectTitle: input.title })
    await made.update('document', questionnaireId, revision, { ...input, title_key: foldKey(input.title), sample: 0 })
    return { done: true as const, actId: made.actId }
  })
}

/** A part, a question or a sub-question, at the end of what it belongs to. */
export async function addQuestion(scope: Scope, questionnaireId: Id, input: AddQuestionInput): Promise<(Done & { questionId: Id }) | Refused<'full'>> {
  return await onQuestionnaire(scope, questionnaireId, async ({ begin, questions }) => {
    if (input.after !== null && !questions.some(({ id }) => id === input.after)) return { done: false as const, because: 'gone' as const }
    if (questions.length >= MOST_QUESTIONS) return { done: false as const, because: 'full' as const }
    const questionId = newId(scope.nowMs)
    const at = placeFor(questions, input.rank, input.after)
    const made = await begin({ verb: 'add', noun: input.rank, subjectId: questionnaireId, subjectTitle: openingOf(input.title, 80) })
    await made.insert('outline_node', { id: questionId, mission_id: scope.mission.id, document_id: questionnaireId, position: at + 1, level: LEVELS[input.rank], number: input.number, title: input.title })
    await made.insert('question_form', { id: questionId, mission_id: scope.mission.id, ...formOf(input, input.rank === 'part') })
    const order = questions.map(({ id }) => id)
    await setOrder(made, questions, [...order.slice(0, at), questionId, ...order.slice(at)])
    return { done: true as const, actId: made.actId, questionId }
  })
}

/** Says a question otherwise, or asks for another kind of answer. Its wordings stay and are listed as written for the earlier text. */
export async function editQuestion(scope: Scope, questionnaireId: Id, questionId: Id, input: EditQuestionInput): Promise<Done | Refused<'answered'>> {
  return await onQuestion(scope, questionnaireId, questionId, async ({ begin, question }) => {
    const form = formOf(input, question.kind === 'part')
    if (question.answers > 0 && (form.kind !== question.kind || form.choices !== question.choices)) return { done: false as const, because: 'answered' as const }
    const made = await begin({ verb: 'edit', noun: rankOf(question), subjectId: questionnaireId, subjectTitle: openingOf(input.title, 80) })
    await made.update('outline_node', questionId, input.revision, { number: input.number, title: input.title })
    if (question.form_revision !== null) await made.update('question_form', questionId, null, form)
    else if (form.kind !== 'text' || form.unit !== '') await made.insert('question_form', { id: questionId, mission_id: scope.mission.id, ...form })
    return { done: true as const, actId: made.actId }
  })
}

/** One place up or down among its like; a part takes its questions along. */
export async function moveQuestion(scope: Scope, questionnaireId: Id, questionId: Id, input: MoveQuestionInput): Promise<Done | Refused> {
  return await onQuestion(scope, questionnaireId, questionId, async ({ begin, question, questions }) => {
    const order = moved(questions, questionId, input.way)
    if (!order || question.revision !== input.revision) return { done: false as const, because: 'stale' as const }
    const made = await begin({ verb: 'reorder', noun: rankOf(question), subjectId: questionnaireId, subjectTitle: openingOf(question.title, 80) })
    await setOrder(made, questions, order)
    return { done: true as const, actId: made.actId }
  })
}

/** Takes a question out, with its wordings; one that was answered stays. Of a part only the heading goes. */
export async function removeQuestion(scope: Scope, questionnaireId: Id, questionId: Id, input: RemoveQuestionInput): Promise<Done | Refused<'answered'>> {
  return await onQuestion(scope, questionnaireId, questionId, async ({ tx, begin, question, questions }) => {
    if (question.answers > 0) return { done: false as const, because: 'answered' as const }
    const wordings = (await listWordings(tx, scope.mission.id, questionnaireId)).filter((wording) => wording.subjectId === questionId)
    const made = await begin({ verb: 'remove', noun: rankOf(question), subjectId: questionnaireId, subjectTitle: openingOf(question.title, 80) })
    for (const wording of wordings) await made.remove('question_wording', wording.id)
    if (question.form_revision !== null) await made.remove('question_form', questionId)
    await made.remove('outline_node', questionId, input.revision)
    await setOrder(made, questions, questions.map(({ id }) => id).filter((id) => id !== questionId))
    return { done: true as const, actId: made.actId }
  })
}

/** The texts of one language, which were read beside their originals: saving also says that they fit those. What stays as it was is left alone. */
export async function wordQuestionnaire(scope: Scope, questionnaireId: Id, input: WordingInput): Promise<Done | Refused<'own' | 'nothing'>> {
  return await onQuestionnaire(scope, questionnaireId, async ({ tx, begin, paper, questions }) => {
    if (input.language === paper.language) return { done: false as const, because: 'own' as const }
    const wordings = await listWordings(tx, scope.mission.id, questionnaireId)
    const originals = new Map([[paper.id, paper.title], ...questions.map(({ id, title }): [Id, string] => [id, title])])
    const changed = input.subject.flatMap((subjectId, at) => {
      const known = wordings.find((one) => one.subjectId === subjectId && one.language === input.language)
      const [title, body] = [(input.title[at] ?? '').trim(), (input.body[at] ?? '').trim()]
      const original = originals.get(subjectId)
      const same = (known?.title ?? '') === title && (known?.body ?? '') === body && (title === '' || known?.ofTitle === original)
      return original === undefined || same ? [] : [{ known, subjectId, title, body, of_title: original }]
    })
    if (changed.length === 0) return { done: false as const, because: 'nothing' as const }
    const made = await begin({ verb: 'word', noun: 'questionnaire', subjectId: questionnaireId, subjectTitle: paper.title, facts: { count: changed.length, language: input.language } })
    for (const { known, subjectId, ...texts } of changed) {
      if (known && texts.title === '' && texts.body === '') await made.remove('question_wording', known.id)
      else if (known) await made.update('question_wording', known.id, known.revision, texts)
      else await made.insert('question_wording', { id: newId(scope.nowMs), mission_id: scope.mission.id, document_id: questionnaireId, node_id: subjectId === questionnaireId ? null : subjectId, subject_id: subjectId, language: input.language, ...texts })
    }
    return { done: true as const, actId: made.actId }
  })
}

type Form = Pick<AddQuestionInput, 'kind' | 'unit' | 'choices'>

function formOf({ kind, unit, choices }: Form, isPart: boolean): { kind: string; unit: string; choices: string } {
  if (isPart) return { kind: 'part', unit: '', choices: '' }
  return { kind, unit: kind === 'number' ? unit : '', choices: kind === 'choice' ? choices.trim() : '' }
}

async function setOrder(made: Edit, questions: readonly QuestionRow[], order: readonly Id[]): Promise<void> {
  for (const [at, id] of order.entries()) {
    const standing = questions.find((question) => question.id === id)
    if (standing && standing.position !== at + 1) await made.update('outline_node', id, null, { position: at + 1 })
  }
}

type Paper = NonNullable<Awaited<ReturnType<typeof findQuestionnaire>>>
type At = { tx: Tx; begin: Begin; paper: Paper; questions: QuestionRow[] }

async function onQuestionnaire<T extends { done: boolean }>(scope: Scope, questionnaireId: Id, work: (at: At) => Promise<T>): Promise<T | Refused> {
  return await perform(scope, async (tx, begin): Promise<T | Refused> => {
    const paper = await findQuestionnaire(tx, scope.mission.id, questionnaireId)
    return paper ? await work({ tx, begin, paper, questions: await listQuestions(tx, scope.mission.id, questionnaireId) }) : { done: false, because: 'gone' }
  })
}

async function onQuestion<T extends { done: boolean }>(scope: Scope, questionnaireId: Id, questionId: Id, work: (at: At & { question: QuestionRow }) => Promise<T>): Promise<T | Refused> {
  return await onQuestionnaire<T | Refused>(scope, questionnaireId, async (at) => {
    const question = at.questions.find(({ id }) => id === questionId)
    return question ? await work({ ...at, question }) : { done: false, because: 'gone' }
  })
}
