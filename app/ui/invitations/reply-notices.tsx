import { count } from '#app/domain/text.ts'
import { ReplyActs } from '#app/ui/invitations/reply-acts.tsx'
import { ReplySaid } from '#app/ui/invitations/reply-list.tsx'
import type { ReplyFace } from '#app/ui/invitations/reply-list.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { Section } from '#app/ui/kit/section.tsx'

export type ReplyNews = {
  tasks: ReplyFace[]
  /** How many more proposals and deputies there are than `tasks`. */
  moreTasks: number
  open: number
  undeliverable: { personId: string; name: string; address: string; text: string }[]
  /** Why the mailbox of replies cannot be read. */
  trouble: string | null
}

/** What came in by mail and waits for somebody: proposals, deputies, doubtful answers, addresses that do not work. */
export function ReplyNotices({ base, news, canSettle }: { base: string; news: ReplyNews; canSettle: boolean }) {
  const { tasks, moreTasks, open, undeliverable, trouble } = news
  return (
    <>
      {trouble !== null && <Note kind="warning" title="Replies cannot be read just now.">Nothing is lost: they wait in the mailbox, which is tried again by itself. It said: {trouble}</Note>}
      {undeliverable.length > 0 && (
        <Note kind="error" title={`${count(undeliverable.length, 'person', 'people')} cannot be reached by mail.`}>
          Their mail server refused the last mail or sent it back. Correct the address, or tell them by other means:{' '}
          {undeliverable.map((one, at) => <span key={one.personId}>{at > 0 && ', '}<a href={`${base}/people/${one.personId}`}>{one.name}</a></span>)}.
        </Note>
      )}
      {open > 0 && <Note kind="warning" title={`${count(open, 'reply waits', 'replies wait')} for you to decide.`} actions={<ButtonLink tight href={`${base}/invitations/review`}>Look at {open === 1 ? 'it' : 'them'}</ButtonLink>}>Nothing was changed by {open === 1 ? 'it' : 'them'}.</Note>}
      {tasks.length > 0 && (
        <Section id="proposals" title="Other times and deputies" aside={moreTasks > 0 ? <a href={`${base}/invitations/review`}>{moreTasks} more</a> : undefined}>
          <List label="Other times and deputies">
            {tasks.map((row) => (
              <ListRow key={row.id} under={<><ReplySaid row={row} />{canSettle && <ReplyActs base={base} row={row} />}</>}>
                <a href={`${base}/invitations/review/${row.id}`}>{row.person_name ?? row.from_name}</a>{row.sample === 1 && <> <SampleMark /></>}, {row.engagement_title}
              </ListRow>
            ))}
          </List>
        </Section>
      )}
    </>
  )
}
