import { NAME_MAX, PRINTED_TITLE_MAX, ROLES } from '#app/operations/participations.input.ts'
import { formatMinute } from '#app/domain/time.ts'
import type { Minute } from '#app/domain/time.ts'
import { Checkbox } from '#app/ui/kit/choices.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: value }))

type ItemChoice = { id: string; title: string; startMinute: Minute }
export type Candidate = { id: string; name: string; honorific: string; title: string; hasEmail: boolean }

type RoleFieldsProps = { problem?: Problem; role?: string; items?: readonly ItemChoice[] }

/** What somebody does, in the whole engagement or in one item of it. */
export function RoleFields({ problem, role, items = [] }: RoleFieldsProps) {
  return (
    <>
      <SelectField name="role" label="Role" problem={problem} value={role ?? 'participant'} options={ROLE_OPTIONS} />
      {items.length > 0 && <SelectField name="item" label="In" problem={problem} options={[{ value: '', label: 'The whole engagement' }, ...items.map(({ id, title, startMinute }) => ({ value: id, label: `${formatMinute(startMinute)} ${title}`, group: 'One item of the agenda' }))]} />}
    </>
  )
}

/** Somebody who is not in the directory, or whom a body will send. */
export function NewPersonFields({ problem, name }: { problem?: Problem; name: string }) {
  return (
    <>
      <TextField name="honorific" label="Form of address" optional problem={problem} maxLength={30} autoComplete="off" hint="Such as Ms., Mr., H.E." />
      <TextField name="name" label="Name" optional problem={problem} value={name} maxLength={NAME_MAX} autoComplete="off" hint="In full, as they write it. Empty where only the body is known." />
      <EmailField problem={problem} />
      <TitleFields problem={problem} title="" body="" />
    </>
  )
}

export function EmailField({ problem }: { problem?: Problem }) {
  return <TextField name="email" label="E-mail" type="email" optional problem={problem} maxLength={254} autoComplete="off" hint="Without an address nobody can be invited by mail" />
}

/** How somebody is printed here; the directory keeps its own. */
export function TitleFields({ problem, title, body }: { problem?: Problem; title: string; body: string }) {
  return (
    <>
      <TextField name="printedTitle" label="Title as printed here" optional problem={problem} value={title} maxLength={PRINTED_TITLE_MAX} autoComplete="off" />
      <TextField name="representativeOf" label="Representative of" optional problem={problem} value={body} maxLength={200} autoComplete="off" hint="The body that sends them, where that is what counts" />
    </>
  )
}

/** People found in the directory; each leads to the form with them chosen. */
export function CandidateList({ people, at, label }: { people: readonly Candidate[]; at: string; label: string }) {
  return (
    <List label={label}>
      {people.map(({ id, name, honorific, title, hasEmail }) => (
        <ListRow key={id} under={title || undefined} mark={hasEmail ? undefined : <span className="small soft">no e-mail address</span>}><a href={`${at}/people/new?person=${id}`}>{[honorific, name].filter(Boolean).join(' ')}</a></ListRow>
      ))}
    </List>
  )
}

/** Before a second person of one name is made. */
export function SpeltAlike({ people, at, problem }: { people: readonly Candidate[]; at: string; problem?: Problem }) {
  if (people.length === 0) return null
  return (
    <Note kind="warning" role="alert" title={people.length === 1 ? 'Somebody spelt alike, or with this address, is in the directory.' : `${people.length} people spelt alike, or with this address, are in the directory.`}>
      <CandidateList people={people} at={at} label="Spelt alike" />
      <Checkbox name="another" label="None of them: this is another person" problem={problem} />
    </Note>
  )
}
