import { MISSION_TITLE_MAX } from '#app/operations/missions.input.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

type Values = { title?: string; startDay?: string; endDay?: string; programme?: string; purpose?: string }

/** What a mission is and when: the fields that making and editing share. */
export function MissionFields({ problem, values = {} }: { problem?: Problem; values?: Values }) {
  return (
    <>
      <TextField name="title" label="Title" problem={problem} value={values.title} maxLength={MISSION_TITLE_MAX} required autoComplete="off" />
      <div className="line">
        <TextField name="startDay" label="First day" type="date" problem={problem} value={values.startDay} required />
        <TextField name="endDay" label="Last day" type="date" problem={problem} value={values.endDay} required />
      </div>
      <TextField name="programme" label="Programme" optional problem={problem} value={values.programme} hint="The programme or project that the mission belongs to" />
      <TextArea name="purpose" label="Purpose" optional problem={problem} value={values.purpose} />
    </>
  )
}
