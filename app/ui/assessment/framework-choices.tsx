import type { ReactNode } from 'react'
import { FRAMEWORKS, OWN_FRAMEWORK } from '#app/domain/assessment/frameworks.ts'
import { Choices } from '#app/ui/kit/choices.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'

/** What a mission may assess by: each framework with its version and dimensions, or names of one's own. */
export function FrameworkChoices({ problem, value, hint }: { problem?: Problem; value: string; hint?: ReactNode }) {
  return (
    <Choices name="framework" label="Framework of the assessment" problem={problem} value={value} hint={hint} choices={[
      ...FRAMEWORKS.map(({ id, title, version, dimensions }) => ({ value: id, label: `${title}, version ${version}`, hint: `${dimensions.length} dimensions: ${dimensions.map(({ name }) => name).join('; ')}` })),
      { value: OWN_FRAMEWORK, label: 'Dimensions of our own', hint: 'none at first; you name them' },
    ]} />
  )
}
