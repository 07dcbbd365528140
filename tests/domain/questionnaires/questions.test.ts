import { describe, expect, it } from 'vitest'
import { asked, coverageOf, moved, offered, partsOf, placeFor, wordedChoices, worded } from '#app/domain/questionnaires/questions.ts'
import type { Question, QuestionKind, Wording } from '#app/domain/questionnaires/questions.ts'

const node = (id: string, level: number, kind: QuestionKind = 'text', choices = ''): Question => ({ id, level, number: '', title: `Title ${id}`, kind, unit: '', choices })
const TWO_PARTS = [node('p1', 1, 'part'), node('q1', 2), node('q1a', 3), node('q1b', 3), node('q2', 2), node('p2', 1, 'part'), node('q3', 2)]
const ids = (questions: readonly { id: string }[]): string[] => questions.map(({ id }) => id)

describe('the parts of a questionnaire', () => {
  it('hold the questions that stand under them', () => {
    expect(partsOf(TWO_PARTS).map((part) => [part.id, ids(part.questions)])).toEqual([['p1', ['q1', 'q1a', 'q1b', 'q2']], ['p2', ['q3']]])
  })

  it('are one without a title where there are none, as in a survey that was read in', () => {
    const survey = [node('Q1', 1), node('Q2', 1)]
    expect(partsOf(survey).map((part) => [part.id, ids(part.questions)])).toEqual([[null, ['Q1', 'Q2']]])
  })

  it('are left out where they ask nothing', () => {
    expect(partsOf([node('p1', 1, 'part'), node('p2', 1, 'part'), node('q', 2)]).map((part) => part.id)).toEqual(['p2'])
    expect(ids(asked(TWO_PARTS))).toEqual(['q1', 'q1a', 'q1b', 'q2', 'q3'])
  })
})

describe('moving', () => {
  it.each([
    ['q2', 'up', ['p1', 'q2', 'q1', 'q1a', 'q1b', 'p2', 'q3']],
    ['q1', 'down', ['p1', 'q2', 'q1', 'q1a', 'q1b', 'p2', 'q3']],
    ['q1b', 'up', ['p1', 'q1', 'q1b', 'q1a', 'q2', 'p2', 'q3']],
    ['q3', 'up', ['p1', 'q1', 'q1a', 'q1b', 'q2', 'q3', 'p2']],
    ['q2', 'down', ['p1', 'q1', 'q1a', 'q1b', 'p2', 'q2', 'q3']],
    ['p2', 'up', ['p2', 'q3', 'p1', 'q1', 'q1a', 'q1b', 'q2']],
    ['p1', 'down', ['p2', 'q3', 'p1', 'q1', 'q1a', 'q1b', 'q2']],
  ] as const)('%s goes %s with what belongs to it', (id, way, order) => {
    expect(moved(TWO_PARTS, id, way)).toEqual(order)
  })

  it('has an end at both ends', () => {
    expect([moved(TWO_PARTS, 'p1', 'up'), moved(TWO_PARTS, 'q3', 'down'), moved(TWO_PARTS, 'p2', 'down'), moved(TWO_PARTS, 'nothing', 'up')]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('never loses or doubles a question', () => {
    for (const { id } of TWO_PARTS) for (const way of ['up', 'down'] as const) expect((moved(TWO_PARTS, id, way) ?? ids(TWO_PARTS)).toSorted()).toEqual(ids(TWO_PARTS).toSorted())
  })
})

it('puts what is new at the end of what it belongs to', () => {
  expect([placeFor(TWO_PARTS, 'sub-question', 'q1'), placeFor(TWO_PARTS, 'question', 'p1'), placeFor(TWO_PARTS, 'question', null), placeFor(TWO_PARTS, 'part', 'p1')]).toEqual([4, 5, 7, 7])
})

describe('wording', () => {
  const paper = { id: 'd', title: 'Survey', language: 'en' }
  const questions = [node('q1', 2), node('q2', 2, 'choice', 'Yes\nOften\nNever')]
  const said = (subjectId: string, title: string, body = '', ofTitle = subjectId === 'd' ? 'Survey' : `Title ${subjectId}`): Wording => ({ subjectId, language: 'tg', title, body, ofTitle })
  const whole = [said('d', 'Пурсиш'), said('q1', 'Саволи 1'), said('q2', 'Саволи 2', 'Ҳа\nЗуд-зуд\nҲеҷ гоҳ')]

  it('is offered only whole, the original always', () => {
    expect(offered(paper, questions, ['en', 'ru', 'tg'], whole)).toEqual(['en', 'tg'])
    expect(offered(paper, questions, ['en', 'ru', 'tg'], whole.slice(0, 2))).toEqual(['en'])
    expect(coverageOf(paper, questions, 'tg', whole.slice(0, 2))).toEqual({ language: 'tg', worded: 2, of: 3, missing: ['q2'], outdated: [] })
  })

  it('shows the original where it is missing, and never invents', () => {
    expect(worded({ id: 'q1', title: 'Title q1' }, 'en', 'tg', whole)).toEqual({ text: 'Саволи 1', language: 'tg', missing: false })
    expect(worded({ id: 'q1', title: 'Title q1' }, 'en', 'ru', whole)).toEqual({ text: 'Title q1', language: 'en', missing: true })
  })

  it('says when the original was changed after it', () => {
    expect(coverageOf(paper, questions, 'tg', [...whole.slice(0, 1), said('q1', 'Саволи 1', '', 'An earlier title'), ...whole.slice(2)]).outdated).toEqual(['q1'])
  })

  it('takes choices only where there are as many', () => {
    const [, choice] = questions as [Question, Question]
    expect(wordedChoices(choice, 'tg', whole)).toEqual(['Ҳа', 'Зуд-зуд', 'Ҳеҷ гоҳ'])
    expect(wordedChoices(choice, 'tg', [said('q2', 'Саволи 2', 'Ҳа\nНе')])).toEqual(['Yes', 'Often', 'Never'])
  })
})
