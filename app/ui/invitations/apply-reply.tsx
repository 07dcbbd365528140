import type { ReplyDetail } from '#app/ui/invitations/reply-sheet.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { Choices } from '#app/ui/kit/choices.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

type Choice = { id: string; engagementTitle: string; personName: string; address: string }
type ApplyReplyProps = { path: string; mail: ReplyDetail; choices: readonly Choice[]; find: string; problem: Problem | undefined }
const MANY = 12

/** A person says whose answer a message is and what it says. */
export function ApplyReply({ path, mail, choices, find, problem }: ApplyReplyProps) {
  const sender = mail.from_address.toLowerCase()
  const likely = choices.find(({ id }) => id === mail.invitation_id) ?? choices.find(({ address }) => address.toLowerCase() === sender)
  const options = choices.map(({ id, engagementTitle, personName, address }) => ({ value: id, label: address ? `${personName}, ${address}` : personName, group: engagementTitle }))
  return (
    <Section id="apply" title="Take it as an answer">
      {(choices.length > MANY || find !== '') && <Disclosure words="Find somebody by name" open={find !== ''}><Filters action={`${path}#apply`} label="Invited people" submit="Find"><TextField name="find" label="Part of the name" value={find} autoComplete="off" /></Filters></Disclosure>}
      {choices.length === 0
        ? <Empty title={find ? 'Nobody of that name is invited' : 'Nobody is invited yet'} action={find ? <a className="btn" href={path}>Show everybody</a> : undefined} />
        : (
          <Form action={`${path}?index`} hidden={{ revision: mail.revision }}>
            <SelectField name="invitation" label="Whose answer is it?" options={[...(likely ? [] : [{ value: '', label: 'Choose…' }]), ...options]} value={likely?.id ?? ''} problem={problem} />
            <Choices name="answer" label="What does it say?" value={mail.answer === 'none' ? undefined : mail.answer} problem={problem} choices={[
              { value: 'accepted', label: 'They come' }, { value: 'tentative', label: 'Perhaps' }, { value: 'declined', label: 'They do not come' }, { value: 'deputy', label: 'Somebody comes in their place', hint: 'Name the person below.' },
            ]} />
            <TextField name="deputy" label="Who comes instead" optional problem={problem} value={mail.deputy} autoComplete="off" />
            <TextField name="title" label="Their title, as it should be printed" optional problem={problem} autoComplete="off" />
            <TextField name="word" label="In their words" optional problem={problem} value={mail.word.slice(0, 500)} autoComplete="off" />
            <div className="line"><Button kind={mail.state === 'open' ? 'primary' : undefined}>Record the answer</Button></div>
          </Form>
        )}
    </Section>
  )
}
