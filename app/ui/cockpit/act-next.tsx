import { nextAct } from '#app/domain/roadshow/cockpit.ts'
import type { Act, Waiting } from '#app/domain/roadshow/cockpit.ts'
import { count } from '#app/domain/text.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Section } from '#app/ui/kit/section.tsx'

type Words = { say: string; soft: string; button: string; path: string }

const WORDS: Record<Act, (waiting: Waiting) => Words> = {
  send: ({ mails, others }) => ({
    say: `${count(mails + others, 'person does', 'people do')} not hold what is true now`, soft: 'Each sees what changed since the version they hold; nobody else is told.', button: 'Review and send', path: '/invitations',
  }),
  'write-notes': ({ notesLate, notesDue }) => ({
    say: `${count(notesLate + notesDue, 'meeting waits', 'meetings wait')} for a note`, soft: notesLate > 0 ? `${notesLate} of them longer than a day. What was said fades fast.` : 'A note is due until the end of the day after the meeting.', button: 'Write the notes', path: '/notes',
  }),
  'chase-answers': ({ unanswered }) => ({ say: `${count(unanswered, 'person has', 'people have')} not answered`, soft: 'Remind them, or record what they said by phone.', button: 'See who', path: '/invitations' }),
  'set-times': ({ untimed }) => ({ say: `${count(untimed, 'engagement has', 'engagements have')} no time yet`, soft: 'Nobody can be invited to them, and no clash be seen.', button: 'Open the grid', path: '/grid' }),
  nothing: () => ({ say: 'Nothing waits for you', soft: 'No contradiction, nothing unsent, no note due, every answer in.', button: 'Open the grid', path: '/grid' }),
}

/** The one sentence to act on when nothing contradicts itself. */
export function ActNext({ waiting, base }: { waiting: Waiting; base: string }) {
  const words = WORDS[nextAct(waiting)](waiting)
  return (
    <Section id="act" title="Do next">
      <p className="say">{words.say}</p>
      <p className="soft">{words.soft}</p>
      <div className="line acts"><ButtonLink kind="primary" href={base + words.path}>{words.button}</ButtonLink></div>
    </Section>
  )
}
