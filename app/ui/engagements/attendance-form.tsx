import type { Attendance } from '#app/domain/people/attendance.ts'
import { Chips, ChipChoice } from '#app/ui/kit/chips.tsx'
import { FieldWords } from '#app/ui/kit/field.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { AnswerMark } from '#app/ui/kit/status-mark.tsx'
import type { AnswerWord } from '#app/ui/kit/status-mark.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

export type Attendee = { id: string; name: string; title: string; sample: boolean; was: Attendance; deputyName: string; deputyTitle: string; answer: AnswerWord | null; uninvited: boolean }

const WORDS: Record<Attendance, string> = { present: 'Present', excused: 'Excused', deputy: 'Deputy came', visitor: 'Visitor', absent: 'Absent' }

/** Everybody in protocol order, each with one row of choices; who came instead is asked for where a deputy came. */
export function AttendanceRows({ people, problem }: { people: readonly Attendee[]; problem: Problem | undefined }) {
  return <ol className="attend">{people.map((each) => <AttendanceRow key={each.id} of={each} problem={problem} />)}</ol>
}

function AttendanceRow({ of, problem }: { of: Attendee; problem: Problem | undefined }) {
  const name = `was-${of.id}`
  const chosen = valueOf(problem, name, of.was)
  const choices: Attendance[] = of.uninvited ? ['present', 'visitor', 'excused', 'deputy', 'absent'] : ['present', 'excused', 'deputy', 'absent']
  return (
    <li data-s={problem?.errors[`deputy-${of.id}`] === undefined ? undefined : 'error'}>
      <div>
        <b>{of.name}</b>{of.sample && <> <SampleMark /></>}
        {of.title !== '' && <div className="small soft">{of.title}</div>}
        {of.answer !== null && <div className="small"><AnswerMark answer={of.answer} /></div>}
      </div>
      <Chips label={`${of.name} was`}>{choices.map((value) => <ChipChoice key={value} name={name} value={value} checked={value === chosen}>{WORDS[value]}</ChipChoice>)}</Chips>
      <div className="instead">
        <TextField name={`deputy-${of.id}`} label={<>Who came instead<span className="vh"> of {of.name}</span></>} problem={problem} value={of.deputyName} maxLength={160} autoComplete="off" />
        <TextField name={`title-${of.id}`} label={<>Their title<span className="vh">, instead of {of.name}</span></>} problem={problem} value={of.deputyTitle} maxLength={300} optional autoComplete="off" />
      </div>
    </li>
  )
}

const EMPTY_ROWS = 3

/** Rows for those who came without being expected; more come with every save. */
export function VisitorRows({ problem }: { problem: Problem | undefined }) {
  const typed = ['visitor', 'visitorOf', 'visitorTitle'].map((name) => [problem?.values[name] ?? []].flat())
  const rows = Math.max(EMPTY_ROWS, ...typed.map((values) => values.length))
  return (
    <fieldset className="visitors" data-s={problem?.errors['visitor'] === undefined ? undefined : 'error'}>
      <legend className="vh">Visitors</legend>
      <FieldWords name="visitor" label="Visitors" problem={problem} id="f-visitor" />
      {Array.from({ length: rows }, (_, at) => (
        <div className="line top-line" key={at}>
          <Plain name="visitor" label="Name" at={at} value={typed[0]?.[at]} max={160} />
          <Plain name="visitorOf" label="Organisation" at={at} value={typed[1]?.[at]} max={200} />
          <Plain name="visitorTitle" label="Title" at={at} value={typed[2]?.[at]} max={300} />
        </div>
      ))}
    </fieldset>
  )
}

function Plain({ name, label, at, value = '', max }: { name: string; label: string; at: number; value?: string | undefined; max: number }) {
  const id = at === 0 ? `f-${name}` : `f-${name}-${at}`
  return (
    <div className="field">
      <label htmlFor={id}>{label}<span className="vh"> of visitor {at + 1}</span></label>
      <input id={id} name={name} defaultValue={value} maxLength={max} autoComplete="off" />
    </div>
  )
}
