import { RELATIONS } from '#app/domain/assessment/evidence.ts'
import { STATEMENT_MAX } from '#app/domain/assessment/findings.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { ALSO_MAX, NEW_FINDING, REASON_MAX } from '#app/operations/evidence.input.ts'
import { ChipChoice, Chips } from '#app/ui/kit/chips.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { valueOf, valuesOf } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Relation } from '#app/ui/kit/relation.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

export type Choosable = { id: string; name: string }
export type FindingChoice = { id: string; statement: string }

type LinkFieldsProps = {
  problem?: Problem
  findings: readonly FindingChoice[]
  dimensions: readonly Choosable[]
  /** Words for "no finding yet", where that may be chosen. */
  none?: string
  finding?: string
  /** Whether other findings can be linked at once. */
  several?: boolean
}

/** Which finding the words bear on, how, and why. */
export function LinkFields({ problem, findings, dimensions, none, finding, several }: LinkFieldsProps) {
  const usual = finding ?? (none === undefined ? (findings[0]?.id ?? NEW_FINDING) : '')
  const options = [
    ...(none === undefined ? [] : [{ value: '', label: none }]), { value: NEW_FINDING, label: 'A new finding, written below' },
    ...findings.map(({ id, statement }) => ({ value: id, label: openingOf(statement, 110), group: 'Findings' })),
  ]
  return (
    <>
      <SelectField name="finding" label="Finding" problem={problem} options={options} value={usual} />
      <TextField name="statement" label="New finding" optional problem={problem} maxLength={STATEMENT_MAX} hint="One sentence that could be wrong, such as “Sensors cover two streets”" autoComplete="off" />
      <DimensionChips dimensions={dimensions} problem={problem} />
      <RelationChips problem={problem} />
      <TextField name="reason" label="Why" problem={problem} maxLength={REASON_MAX} hint="Needed as soon as a finding is chosen" autoComplete="off" />
      {several && <AlsoFields problem={problem} findings={findings} />}
    </>
  )
}

/** Other findings that the same words bear on, each with its own relation and, where it differs, its own reason. */
function AlsoFields({ problem, findings }: Pick<LinkFieldsProps, 'problem' | 'findings'>) {
  if (findings.length < 2) return null
  const [ids, relations, reasons] = [valuesOf(problem, 'also'), valuesOf(problem, 'alsoRelation'), valuesOf(problem, 'alsoReason')]
  const typed = (values: readonly string[], id: string): string => values[ids.indexOf(id)] ?? ''
  return (
    <Disclosure words="More findings at once" open={relations.some(Boolean)}>
      <ul className="also tall" aria-label="More findings that the words bear on">
        {findings.slice(0, ALSO_MAX).map(({ id, statement }) => (
          <li key={id}>
            <input type="hidden" name="also" value={id} />
            <SelectField name="alsoRelation" id={`also-${id}`} label={statement} value={typed(relations, id)} options={[{ value: '', label: 'not linked' }, ...RELATIONS.map((word) => ({ value: word, label: word }))]} />
            <TextField name="alsoReason" id={`also-why-${id}`} label={<>Why<span className="vh"> it bears on “{statement}”</span></>} optional="else as above" value={typed(reasons, id)} maxLength={REASON_MAX} autoComplete="off" />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** Dimensions as chips; none where the mission has none yet. */
export function DimensionChips({ dimensions, problem, chosen = [] }: { dimensions: readonly Choosable[]; problem?: Problem; chosen?: readonly string[] }) {
  if (dimensions.length === 0) return null
  const ticked = valuesOf(problem, 'dimensions', chosen)
  return (
    <Chips label="Dimension of the finding" legend>
      {dimensions.map(({ id, name }) => <ChipChoice key={id} name="dimensions" value={id} several checked={ticked.includes(id)}>{name}</ChipChoice>)}
    </Chips>
  )
}

export function RelationChips({ problem, relation = 'supports' }: { problem?: Problem; relation?: string }) {
  const chosen = valueOf(problem, 'relation', relation)
  return (
    <Chips label="How the words bear on it" legend>
      {RELATIONS.map((word) => <ChipChoice key={word} name="relation" value={word} checked={word === chosen}><Relation relation={word} /></ChipChoice>)}
    </Chips>
  )
}
