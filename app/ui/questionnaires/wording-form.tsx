import { QUESTION_MAX, numberBefore, wordingOf } from '#app/domain/questionnaires/questions.ts'
import type { Coverage, Question, Wording } from '#app/domain/questionnaires/questions.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { valuesOf } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextArea } from '#app/ui/kit/text-field.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'

/** The other languages, each with how much of it is worded. */
export function LanguageChips({ at, language, coverages }: { at: string; language: string; coverages: readonly Coverage[] }) {
  return (
    <Chips label="Other languages">
      {coverages.map((one) => <ChipLink key={one.language} href={`${at}?language=${one.language}`} current={one.language === language}>{languageName(one.language)} {one.worded === 0 ? '' : one.missing.length === 0 ? 'whole' : `${one.worded} of ${one.of}`}</ChipLink>)}
    </Chips>
  )
}

type Paper = { id: string; title: string; intro: string; language: string }
type WordingFormProps = { paper: Paper; questions: readonly Question[]; coverage: Coverage; wordings: readonly Wording[]; canEdit: boolean; problem: Problem | undefined }
type Subject = { id: string; number: string; title: string; more: string; label: string }

/** Every text of the original with its wording beside it; saving says that they fit each other. */
export function WordingForm({ paper, questions, coverage, wordings, canEdit, problem }: WordingFormProps) {
  const { language } = coverage
  const subjects: Subject[] = [
    { id: paper.id, number: '', title: paper.title, more: paper.intro, label: 'Introduction' },
    ...questions.map(({ id, number, title, kind, choices }) => ({ id, number, title, more: kind === 'choice' ? choices : '', label: 'Choices, one to a line in the same order' })),
  ]
  const typed = (name: string, at: number, otherwise: string): string => (problem ? (valuesOf(problem, name)[at] ?? '') : otherwise)
  return (
    <Form hidden={{ language }}>
      {subjects.map((subject, at) => {
        const known = wordingOf(wordings, subject.id, language)
        return (
          <div key={subject.id} className="wording">
            <div lang={paper.language}>
              <p>{numberBefore(subject.number, subject.title) !== '' && <b>{subject.number}</b>} {subject.title}</p>
              {subject.more !== '' && <p className="small soft prelined">{subject.more}</p>}
              <p lang="en"><State subject={subject} coverage={coverage} ofTitle={known?.ofTitle ?? ''} /></p>
            </div>
            <div className="stack tight" lang={language}>
              <input type="hidden" name="subject" value={subject.id} />
              <TextArea name="title" id={`w-${subject.id}`} label={<span className="vh" lang="en">{`${languageName(language)} for: ${subject.title}`}</span>} value={typed('title', at, known?.title ?? '')} rows={2} maxLength={QUESTION_MAX} readOnly={!canEdit} />
              {subject.more === '' ? <input type="hidden" name="body" value={known?.body ?? ''} /> : <TextArea name="body" id={`b-${subject.id}`} label={<span lang="en">{subject.label}</span>} value={typed('body', at, known?.body ?? '')} rows={3} readOnly={!canEdit} />}
            </div>
          </div>
        )
      })}
      {canEdit && <div className="line acts"><Button kind="primary">Save the {languageName(language)} texts</Button></div>}
    </Form>
  )
}

function State({ subject, coverage, ofTitle }: { subject: Subject; coverage: Coverage; ofTitle: string }) {
  if (coverage.missing.includes(subject.id)) return coverage.worded > 0 ? <Mark icon="warning" state="warning">not worded yet</Mark> : null
  if (coverage.outdated.includes(subject.id)) return <Mark icon="warning" state="warning">worded for “{ofTitle}”</Mark>
  return null
}
