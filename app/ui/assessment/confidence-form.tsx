import { AGREEMENT_WORDS, EVIDENCE_WORDS, confidenceFrom } from '#app/domain/assessment/evidence.ts'
import type { Weight } from '#app/domain/assessment/evidence.ts'
import { JUDGED_REASON_MAX } from '#app/operations/findings.input.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { FieldWords, wireField } from '#app/ui/kit/field.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextArea } from '#app/ui/kit/text-field.tsx'

type ConfidenceFormProps = { problem?: Problem; counted: Weight | undefined; judged: Weight | undefined; revision: number; linked: number; back: string }

const cellOf = (weight: Weight | undefined): string => (weight ? `${weight.evidence} ${weight.agreement}` : '')

/** Evidence × agreement as a square to choose a cell of; the cell that counting gives says so and is only a hint. */
export function ConfidenceForm({ problem, counted, judged, revision, linked, back }: ConfidenceFormProps) {
  const field = { name: 'judged', label: 'Evidence and agreement', problem, hint: 'Columns: how much evidence, of how many kinds. Rows: how far it says the same.' }
  const { id, ...described } = wireField(field)
  const chosen = valueOf(problem, 'judged', cellOf(judged ?? counted))
  return (
    <Form hidden={{ revision }} data-keep={`judge ${revision}`}>
      <fieldset className="field" data-s={described['aria-invalid'] ? 'error' : undefined} aria-describedby={described['aria-describedby']}>
        <legend>{field.label}</legend>
        <FieldWords {...field} />
        <table className="judge">
          <thead><tr><th scope="col"><span className="vh">Agreement</span></th>{EVIDENCE_WORDS.map((evidence) => <th key={evidence} scope="col">{evidence} <span>evidence</span></th>)}</tr></thead>
          <tbody>
            {AGREEMENT_WORDS.toReversed().map((agreement, row) => (
              <tr key={agreement}>
                <th scope="row">{agreement} <span>agreement</span></th>
                {EVIDENCE_WORDS.map((evidence, column) => {
                  const cell = cellOf({ evidence, agreement })
                  return (
                    <td key={evidence}>
                      <label className="pick">
                        <input type="radio" id={row + column === 0 ? id : undefined} name="judged" value={cell} defaultChecked={cell === chosen} />
                        <span>{confidenceFrom({ evidence, agreement })}<span className="vh">: {evidence} evidence, {agreement} agreement</span></span>
                        {cell === cellOf(counted) && <small>as counted</small>}
                      </label>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
      <TextArea name="reason" label="Reason" problem={problem} rows={3} maxLength={JUDGED_REASON_MAX} hint={`Needed. ${linked === 1 ? 'The linked sentence is' : `The ${linked} linked sentences are`} kept with it as they stand now.`} />
      <div className="line"><Button kind="primary">Save the judgement</Button><ButtonLink href={back}>Not now</ButtonLink></div>
    </Form>
  )
}
