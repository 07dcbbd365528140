import { Icon } from '#app/ui/kit/icon.tsx'
import { fieldId } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'

type ErrorSummaryProps = {
  problem?: Problem
  /** Ids of controls that do not carry the id of their name. */
  ids?: Record<string, string>
}

/** What stopped the form, with a link to each field. An error under the empty name belongs to the whole form. */
export function ErrorSummary({ problem, ids = {} }: ErrorSummaryProps) {
  if (!problem) return null
  const errors = Object.entries(problem.errors)
  const fields = errors.filter(([name]) => name !== '')
  const count = fields.length === 1 ? 'Not saved: 1 field needs you.' : `Not saved: ${fields.length} fields need you.`
  const whole = problem.summary ?? problem.errors['']
  return (
    <div className="note" data-s="error" role="alert">
      <Icon name="error" />
      <p>
        <b>{whole ?? (fields.length === 0 ? 'Not saved.' : count)}</b>
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, words]) => (
            <li key={name}>
              <a href={`#${ids[name] ?? fieldId(name)}`}>{words}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
