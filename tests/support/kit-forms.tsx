import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Checkbox, Choices } from '#app/ui/kit/choices.tsx'
import { ChipChoice, ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Columns, Line, Stack } from '#app/ui/kit/columns.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

const problem: Problem = {
  values: { ends: '14:30', kind: 'meeting', team: ['a', 'b'] },
  errors: { ends: 'Enter an end after 15:00', venue: 'Choose a venue or “not known”', status: 'Choose a status' },
}
const venues = [
  { value: '', label: 'Not known' },
  { value: 'h', label: 'Hotel, sample', group: 'Dushanbe' },
  { value: 'm', label: 'Ministry, sample', group: 'Dushanbe' },
]
const statuses = [
  { value: 'tentative', label: 'Tentative', hint: 'Nobody confirmed yet.' },
  { value: 'confirmed', label: 'Confirmed' },
]

/** Fields in rest and in error, buttons, chips, a dialog, the commit bar. */
export function FormParts() {
  return (
    <>
      <Columns half>
        <Section id="wrong" title="Wrong">
          <ErrorSummary problem={problem} />
          <Form action="/engagements" hidden={{ revision: 3, back: undefined }}>
            <TextField name="ends" type="time" label="Ends" hint="Dushanbe, UTC+5" problem={problem} />
            <SelectField name="venue" label="Venue" options={venues} problem={problem} />
            <Choices name="status" label="Status" choices={statuses} problem={problem} />
            <Button kind="primary">Save</Button>
          </Form>
        </Section>
        <Section id="rest" title="Fields">
          <Form action="/engagements">
            <TextField name="title" id="title-2" label="Title" value="Workshop, sample" optional />
            <TextArea name="purpose" label="Purpose" value="What we come for" rows={2} />
            <Choices name="team" label="Team" several choices={[{ value: 'a', label: 'Team A' }, { value: 'b', label: 'Team B' }]} value={['a']} />
            <Checkbox name="tell" label="Tell the people" hint="They get one mail." checked />
          </Form>
        </Section>
      </Columns>
      <Filters action="/people" label="People">
        <TextField name="q" type="search" label="Name" />
        <SelectField name="where" label="Place" options={venues} />
      </Filters>
      <Columns half>
        <Section id="asked" title="Asked before">
          <Form action="/cancel" className="stack tight">
            <TextArea name="reason" label="Reason, for the history" rows={2} />
            <Line acts>
              <Button kind="danger">Cancel and tell 2</Button>
              <ButtonLink href="?">Keep it</ButtonLink>
            </Line>
          </Form>
        </Section>
        <Buttons />
      </Columns>
      <CommitBar actions={<><Button kind="primary">Send 6 changed</Button><Button>Discard</Button></>}>
        <b>Discussion 40 → 30 min.</b> 2 items move 10 min earlier. 3 people’s slots change; nobody is told until you send.
      </CommitBar>
    </>
  )
}

function Buttons() {
  return (
    <Section id="buttons" title="Buttons, chips">
      <Line acts label="Buttons">
        <Button>Move…</Button>
        <Button kind="quiet">History</Button>
        <Button kind="danger" icon="trash">Remove</Button>
        <Button waits="waits">Publish</Button>
        <Button tight>Tight</Button>
        <ActionButton action="/next" hidden={{ revision: 1 }} icon="confirmed">Mark as held</ActionButton>
        <ButtonLink href="/print" icon="print">Print</ButtonLink>
      </Line>
      <p className="small soft" id="waits">Publish waits: 1 error open.</p>
      <Button kind="primary" wide>Accept</Button>
      <Chips label="Show">
        <ChipLink href="?" current>Everyone</ChipLink>
        <ChipLink href="?team=a">Team A</ChipLink>
      </Chips>
      <Stack tight>
        <Chips label="Dimension" legend>
          <ChipChoice name="d" value="1" checked>Legal</ChipChoice>
          <ChipChoice name="d" value="2">Infrastructure</ChipChoice>
        </Chips>
        <Disclosure words="Send a deputy">
          <TextField name="deputy" label="Deputy’s name" />
        </Disclosure>
      </Stack>
    </Section>
  )
}
