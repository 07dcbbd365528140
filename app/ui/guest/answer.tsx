import type { Answer } from '#app/domain/calendar/answers.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Icon } from '#app/ui/kit/icon.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextField } from '#app/ui/kit/text-field.tsx'

type AnswerFormProps = { action: string; sequence: number; problem?: Problem }

/** Accept, perhaps, decline, or somebody else in one's place: each button posts the whole answer. */
export function AnswerForm({ action, sequence, problem }: AnswerFormProps) {
  return (
    <Form action={action} hidden={{ sequence }} className="stack tight">
      <Button kind="primary" wide name="answer" value="accepted">Accept</Button>
      <Button wide name="answer" value="tentative">Perhaps</Button>
      <Button wide name="answer" value="declined">Decline</Button>
      <Disclosure words="Add a word to your answer" open={(problem?.values['word'] ?? '') !== ''}>
        <TextField name="word" label="A word to the organiser" optional problem={problem} maxLength={500} autoComplete="off" hint="Goes along with the button you press." />
      </Disclosure>
      <Disclosure words="Send a deputy" open={problem?.errors['deputy'] !== undefined}>
        <TextField name="deputy" label="Deputy’s name" problem={problem} maxLength={200} autoComplete="off" />
        <TextField name="title" label="Title as it should be printed" optional problem={problem} maxLength={300} autoComplete="off" />
        <Button name="answer" value="deputy">Name a deputy</Button>
      </Disclosure>
    </Form>
  )
}

const DONE: Record<Exclude<Answer, 'none'>, { title: string; icon: 'confirmed' | 'tentative' | 'declined' | 'noted' }> = {
  accepted: { title: 'You accepted', icon: 'confirmed' }, tentative: { title: 'You said perhaps', icon: 'tentative' }, declined: { title: 'You declined', icon: 'declined' }, deputy: { title: 'You send a deputy', icon: 'noted' },
}

type AnsweredProps = AnswerFormProps & { answer: Exclude<Answer, 'none'>; deputy: string; word: string; when: string; calendar: string; feed: string; recordedBy: string | undefined; canChange: boolean }

/** What was answered, the way into a calendar, and the way back. */
export function Answered({ answer, deputy, word, when, calendar, feed, recordedBy, canChange, ...form }: AnsweredProps) {
  const { title, icon } = DONE[answer]
  return (
    <section className="stack tight" id="answered" aria-labelledby="done">
      <div className="note" data-s="done" role="status">
        <Icon name={icon} />
        <div>
          <h2 id="done">{title}{deputy !== '' && `: ${deputy}`}</h2>
          <p>{when}</p>
          {word !== '' && <p>“{word}”</p>}
          {recordedBy && <p className="small">Written down by {recordedBy}.</p>}
        </div>
      </div>
      {(answer === 'accepted' || answer === 'tentative') && <ButtonLink kind="primary" wide icon="calendar" href={calendar}>Add to calendar</ButtonLink>}
      {(answer === 'accepted' || answer === 'tentative') && <p className="small"><a href={feed}>All my engagements as a calendar feed</a></p>}
      {canChange && <Disclosure words="Change my answer" open={form.problem !== undefined}><AnswerForm {...form} /></Disclosure>}
    </section>
  )
}
