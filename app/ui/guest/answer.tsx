import type { Answer } from '#app/domain/calendar/answers.ts'
import { fill } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import { NAME_MAX, TITLE_MAX, WORD_MAX } from '#app/operations/guest.input.ts'
import { Steady } from '#app/ui/guest/steady.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Icon } from '#app/ui/kit/icon.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextField } from '#app/ui/kit/text-field.tsx'

type AnswerFormProps = { action: string; sequence: number; texts: Texts; problem?: Problem | undefined }

/** Accept, perhaps, decline, or somebody else in one's place: each button posts the whole answer. */
export function AnswerForm({ action, sequence, texts: { page }, problem }: AnswerFormProps) {
  return (
    <Form action={action} hidden={{ sequence }} className="stack tight">
      <Button kind="primary" wide name="answer" value="accepted">{page.accept}</Button>
      <Button wide name="answer" value="tentative">{page.perhaps}</Button>
      <Button wide name="answer" value="declined">{page.decline}</Button>
      <Disclosure words={page.addWord} open={(problem?.values['word'] ?? '') !== ''}>
        <TextField name="word" label={page.word} optional={page.optional} problem={problem} maxLength={WORD_MAX} autoComplete="off" hint={page.wordHint} />
      </Disclosure>
      <Disclosure words={page.sendDeputy} open={problem?.errors['deputy'] !== undefined || problem?.errors['title'] !== undefined}>
        <TextField name="deputy" label={page.deputy} problem={problem} maxLength={NAME_MAX} autoComplete="off" />
        <TextField name="title" label={page.deputyTitle} optional={page.optional} problem={problem} maxLength={TITLE_MAX} autoComplete="off" />
        <Button name="answer" value="deputy">{page.nameDeputy}</Button>
      </Disclosure>
    </Form>
  )
}

const ICONS = { accepted: 'confirmed', tentative: 'tentative', declined: 'declined', deputy: 'noted' } as const

function doneWords(answer: Exclude<Answer, 'none'>, deputy: string, { page }: Texts): string {
  if (answer !== 'deputy') return page[answer]
  return deputy === '' ? page.deputySent : fill(page.deputyNamed, { name: deputy })
}

type AnsweredProps = AnswerFormProps & { answer: Exclude<Answer, 'none'>; deputy: string; word: string; when: string; calendar: string; feed: string; recordedBy: string | undefined; canChange: boolean }

/** What was answered, the way into a calendar, and the way back. */
export function Answered({ answer, deputy, word, when, calendar, feed, recordedBy, canChange, ...form }: AnsweredProps) {
  const { page } = form.texts
  const comes = answer === 'accepted' || answer === 'tentative'
  return (
    <section className="stack tight" id="answered" aria-labelledby="done">
      <div className="note" data-s="done" role="status">
        <Icon name={ICONS[answer]} />
        <div>
          <h2 id="done">{doneWords(answer, deputy, form.texts)}</h2>
          <p><Steady text={when} /></p>
          {word !== '' && <p>“{word}”</p>}
          {recordedBy && <p className="small">{fill(page.writtenDown, { name: recordedBy })}</p>}
        </div>
      </div>
      {comes && <ButtonLink kind="primary" wide icon="calendar" href={calendar}>{page.addToCalendar}</ButtonLink>}
      {comes && <p className="small"><a href={feed}>{page.feed}</a></p>}
      {canChange && <Disclosure words={page.changeAnswer} open={form.problem !== undefined}><AnswerForm {...form} /></Disclosure>}
    </section>
  )
}
