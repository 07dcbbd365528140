/** An organisation's own copy of what it answered, as plain text. */
import { answerWords } from '#app/domain/questionnaires/answers.ts'
import { numberBefore, wordedChoices, worded } from '#app/domain/questionnaires/questions.ts'
import type { Question, Wording } from '#app/domain/questionnaires/questions.ts'
import type { QuestionnaireTexts } from '#app/domain/questionnaires/texts/texts.ts'

type Copied = {
  paper: { id: string; title: string; language: string }
  organisation: string
  when: string
  questions: readonly Question[]
  wordings: readonly Wording[]
  answers: readonly { questionId: string; value: string }[]
  files: readonly { question_id: string; name: string }[]
  language: string
  texts: QuestionnaireTexts
}

/** Title, organisation and time, then each question with its answer and the names of its files; lines end with LF. */
export function copyText({ paper, organisation, when, questions, wordings, answers, files, language, texts }: Copied): string {
  const said = (one: { id: string; title: string }): string => worded(one, paper.language, language, wordings).text
  const lines = questions.flatMap((question) => {
    const head = [numberBefore(question.number, said(question)), said(question)].filter(Boolean).join(' ')
    if (question.kind === 'part') return [head.toUpperCase(), '']
    const value = answers.find(({ questionId }) => questionId === question.id)?.value ?? ''
    const words = answerWords(question, value, { choices: wordedChoices(question, language, wordings), yes: texts.page.yes, no: texts.page.no })
    const names = files.filter((file) => file.question_id === question.id).map((file) => `[${texts.page.file}: ${file.name}]`)
    return [head, words || (names.length === 0 ? `(${texts.page.empty})` : ''), ...names, ''].filter((line, at) => line !== '' || at > 1)
  })
  return [said(paper), organisation, when, '', ...lines].join('\n')
}
