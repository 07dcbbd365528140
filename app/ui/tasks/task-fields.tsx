import { TASK_KINDS, TASK_TITLE_MAX } from '#app/domain/meetings/tasks.ts'
import type { TaskKind } from '#app/domain/meetings/tasks.ts'
import { TASK_DETAILS_MAX, TASK_OWNER_MAX } from '#app/operations/tasks.input.ts'
import { ChipChoice, Chips } from '#app/ui/kit/chips.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

export type TaskValues = { kind?: TaskKind | undefined; title?: string; owner?: string; dueDay?: string; organisation?: string; details?: string }

type TaskFieldsProps = {
  problem?: Problem
  values: TaskValues
  /** The bodies at the meeting that it comes out of. */
  bodies: readonly { id: string; name: string }[]
  owners: readonly string[]
  /** Why the day is what it is. */
  dueHint?: string | undefined
  /** Rows of the work plan keep their kind. */
  fixedKind?: boolean
}

/** What is to be done, by whom, until when, and with whom it is taken up again. */
export function TaskFields({ problem, values, bodies, owners, dueHint, fixedKind }: TaskFieldsProps) {
  const kind = valueOf(problem, 'kind', values.kind ?? 'action')
  return (
    <>
      {!fixedKind && <Chips label="What it is" legend>{TASK_KINDS.map((word) => <ChipChoice key={word} name="kind" value={word} checked={word === kind}>{word}</ChipChoice>)}</Chips>}
      <TextField name="title" label="To be done" problem={problem} value={values.title} maxLength={TASK_TITLE_MAX} autoComplete="off" />
      <div className="line">
        <TextField name="owner" label="Owner" optional problem={problem} value={values.owner} maxLength={TASK_OWNER_MAX} list="task-owners" autoComplete="off" />
        <TextField name="dueDay" label="Due" type="date" optional problem={problem} value={values.dueDay} hint={dueHint} />
      </div>
      <datalist id="task-owners">{owners.map((owner) => <option key={owner} value={owner}>{owner}</option>)}</datalist>
      {bodies.length > 0 && <SelectField name="organisation" label="Concerns" problem={problem} value={values.organisation ?? ''} options={[{ value: '', label: 'everybody at the meeting' }, ...bodies.map(({ id, name }) => ({ value: id, label: name }))]} />}
      <TextArea name="details" label="Details" optional rows={2} problem={problem} value={values.details} maxLength={TASK_DETAILS_MAX} />
    </>
  )
}
