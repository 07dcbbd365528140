import { LEVELS } from '#app/domain/assessment/ratings.ts'
import type { Level } from '#app/domain/assessment/ratings.ts'
import { count } from '#app/domain/text.ts'
import { RATING_REASON_MAX } from '#app/operations/readiness.input.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { Checkbox, Choices } from '#app/ui/kit/choices.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Rating } from '#app/ui/kit/rating.tsx'
import { TextArea } from '#app/ui/kit/text-field.tsx'

type RateFormProps = {
  action: string
  problem?: Problem
  current: { level: Level; tentative: boolean; number: number } | undefined
  /** How many links stand behind the dimension now. */
  linked: number
}

/** A new level, or the same one confirmed: never without a reason, always over the evidence that stands now. */
export function RateForm({ action, problem, current, linked }: RateFormProps) {
  const levels: readonly Level[] = linked === 0 ? ['none'] : LEVELS
  const usual = current && levels.includes(current.level) ? current.level : levels[0]
  return (
    <Form action={action} hidden={{ after: current?.number ?? 0 }} data-keep={`rate ${current?.number ?? 0}`}>
      <Choices name="level" label="Level" problem={problem} value={usual} hint={linked === 0 ? 'Low, Mid and High rest on evidence, and no sentence is linked yet.' : undefined}
        choices={levels.map((level) => ({ value: level, label: <Rating level={level} />, hint: level === current?.level ? 'the level now: saving confirms it' : undefined }))} />
      <Checkbox name="tentative" label="Tentative" checked={current?.tentative ?? true} problem={problem} />
      <TextArea name="reason" label="Reason" problem={problem} rows={3} maxLength={RATING_REASON_MAX} hint={`Needed. ${linked === 0 ? 'No evidence' : count(linked, 'linked sentence', 'linked sentences')} will be kept with it as it stands now.`} />
      <Button kind="primary">Save the level</Button>
    </Form>
  )
}
