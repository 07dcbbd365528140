import { describe, expect, it } from 'vitest'
import { answerWords, fingerprint, firstOpenPart, numberIn, progressOf, takenAs, wrongAnswer } from '#app/domain/questionnaires/answers.ts'
import type { Question, QuestionKind } from '#app/domain/questionnaires/questions.ts'

const ask = (id: string, kind: QuestionKind, more: Partial<Question> = {}): Question => ({ id, level: 2, number: '', title: id, kind, unit: '', choices: '', ...more })

describe('an answer', () => {
  it.each([['12', 12], ['1 200,5', 1200.5], ['−3', -3], ['0.25', 0.25], ['12 000', 12000], ['about ten', undefined], ['1.2.3', undefined], ['1e5', undefined], ['', undefined]])('reads %j as the number %j', (text, number) => {
    expect(numberIn(text)).toBe(number)
  })

  it('is wrong only where it cannot be read, never where it is missing', () => {
    const choice = ask('c', 'choice', { choices: 'a\nb' })
    expect([wrongAnswer(ask('n', 'number'), 'ten'), wrongAnswer(ask('n', 'number'), ' '), wrongAnswer(choice, '3'), wrongAnswer(choice, '2'), wrongAnswer(ask('y', 'yes-no'), 'maybe'), wrongAnswer(ask('t', 'text'), 'анything')])
      .toEqual(['number', undefined, 'choice', undefined, 'choice', undefined])
  })

  it('reads in words as the reply says it', () => {
    const words = { choices: ['Ҳа', 'Қисман'], yes: 'Ҳа', no: 'Не' }
    expect([answerWords(ask('y', 'yes-no'), 'no', words), answerWords(ask('c', 'choice', { choices: 'Yes\nPartly' }), '2', words), answerWords(ask('n', 'number', { unit: 'km' }), ' 12 ', words), answerWords(ask('n', 'number', { unit: 'km' }), 'ten', words), answerWords(ask('t', 'text'), ' Матн \n', words)])
      .toEqual(['Не', 'Қисман', '12 km', 'ten', 'Матн'])
  })
})

it('counts what has an answer or a file', () => {
  const questions = [ask('p', 'part', { level: 1 }), ask('a', 'text'), ask('b', 'text'), ask('p2', 'part', { level: 1 }), ask('c', 'file')]
  const answers = [{ questionId: 'a', value: 'x' }, { questionId: 'b', value: ' ' }]
  expect(progressOf(questions, answers, new Set(['c']))).toEqual({ answered: 2, of: 3 })
  expect([firstOpenPart(questions, answers, new Set(['c'])), firstOpenPart(questions, [{ questionId: 'a', value: 'x' }, { questionId: 'b', value: 'y' }], new Set()), firstOpenPart(questions, [], new Set())]).toEqual([1, 2, 1])
})

describe('two texts of one answer', () => {
  const shown = fingerprint('old')
  it('are saved, kept beside each other or left alone, and none is lost', () => {
    expect(takenAs({ value: 'new', seen: 3, shown }, { value: 'old', revision: 3 })).toBe('save')
    expect(takenAs({ value: 'mine', seen: 3, shown }, { value: 'theirs', revision: 4 })).toBe('aside')
    expect(takenAs({ value: 'old', seen: 3, shown }, { value: 'theirs', revision: 4 })).toBe('same')
    expect(takenAs({ value: 'theirs', seen: 3, shown }, { value: 'theirs', revision: 4 })).toBe('same')
    expect(takenAs({ value: 'first', seen: 0, shown: fingerprint('') }, undefined)).toBe('save')
    expect(takenAs({ value: '', seen: 3, shown }, { value: 'old', revision: 3 })).toBe('save')
    expect(takenAs({ value: '', seen: 3, shown }, { value: 'theirs', revision: 4 })).toBe('aside')
  })
})
