import { FIRST_STEPS } from '#app/domain/roadshow/cockpit.ts'
import type { FirstStep } from '#app/domain/roadshow/cockpit.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'

type Words = { done: string; todo: string; why: string; button: string; path: (first: string | undefined) => string }

const WORDS: Record<FirstStep, Words> = {
  stop: { done: 'A stop', todo: 'Add a stop', why: 'A city and its days. Its clock is the one that everything there is told by.', button: 'Add the first stop', path: () => '/stops/new' },
  engagement: { done: 'An engagement', todo: 'Add an engagement', why: 'A meeting or a workshop at a stop. It may wait for its time.', button: 'Add the first engagement', path: () => '/engagements/new' },
  people: { done: 'People', todo: 'Add people', why: 'Speakers, counterparts, moderators: whoever appears gets an invitation.', button: 'Add people', path: (first) => (first ? `/engagements/${first}/people/new` : '/engagements') },
  invitation: { done: 'Invitations', todo: 'Send invitations', why: 'Once an engagement has a time and is confirmed or tentative, calendars can hold it.', button: 'Review and send', path: () => '/invitations' },
}

type FirstStepsProps = { step: FirstStep; base: string; first: string | undefined; canEdit: boolean }

/** The way of a new mission to its first sent invitation; one button, for the step that comes next. */
export function FirstSteps({ step, base, first, canEdit }: FirstStepsProps) {
  const at = FIRST_STEPS.indexOf(step)
  const now = WORDS[step]
  return (
    <Section id="first-steps" title="First steps" aside={`${at} of ${FIRST_STEPS.length} done`}>
      <p className="say">{now.todo}</p>
      <p className="soft">{now.why}</p>
      {canEdit ? <div className="line acts"><ButtonLink kind="primary" href={base + now.path(first)}>{now.button}</ButtonLink>{step !== 'invitation' && <ButtonLink icon="document" href={`${base}/imports`}>Paste a schedule or an agenda</ButtonLink>}</div> : <p className="soft">A member or coordinator of the mission does this.</p>}
      <ol className="timeline plain">
        {FIRST_STEPS.map((each, n) => (
          <li key={each} aria-current={n === at ? 'step' : undefined}>
            <span>{n < at ? WORDS[each].done : WORDS[each].todo}</span>
            {n < at ? <Mark icon="confirmed" state="confirmed">done</Mark> : <Mark icon={n === at ? 'held' : 'idea'}>{n === at ? 'now' : 'later'}</Mark>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
