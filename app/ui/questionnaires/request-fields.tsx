import { CONTACT_MAX, END_OF_WORK } from '#app/domain/questionnaires/requests.ts'
import { formatMinute, wallOf } from '#app/domain/time.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'

type Choices = { languages: readonly { code: string; missing: number }[]; stops: readonly { id: string; city: string; zone: string }[] }
type Terms = { contact_name: string; contact_email: string; language: string; deadline_ms: number; deadline_zone: string; deadline_city: string }
type FieldsProps = Choices & { problem?: Problem | undefined; values?: Terms; own: string }

/** Contact, language and deadline of a request. */
export function RequestFields({ problem, values, languages, stops, own }: FieldsProps) {
  const field = { problem }
  const wall = values && wallOf(values.deadline_ms, values.deadline_zone)
  const stop = values && stops.find(({ zone, city }) => zone === values.deadline_zone && city === values.deadline_city)
  return (
    <>
      <TextField {...field} name="contact" label="Contact person" optional value={values?.contact_name ?? ''} maxLength={CONTACT_MAX} autoComplete="off" />
      <TextField {...field} type="email" name="email" label="E-mail" optional value={values?.contact_email ?? ''} autoComplete="off" hint="Without one, copy the link and hand it over yourself" />
      <SelectField {...field} name="language" label="Language" value={values?.language ?? own} options={languages.map(({ code, missing }) => ({ value: code, label: missing === 0 ? languageName(code) : `${languageName(code)}: ${missing} texts missing, shown in ${languageName(own)}` }))} />
      <div className="pair">
        <TextField {...field} type="date" name="day" label="Answer by" value={wall?.day ?? ''} required />
        <TextField {...field} type="time" name="time" label="Until" value={formatMinute(wall?.minute ?? END_OF_WORK)} />
      </div>
      <SelectField {...field} name="stop" label="By the clock of" value={stop?.id ?? stops[0]?.id ?? ''} options={stops.map(({ id, city }) => ({ value: id, label: city }))} />
    </>
  )
}

type PrepareProps = Choices & { action: string; problem: Problem | undefined; organisations: readonly { id: string; name: string }[]; paper: { language: string }; base: string }

/** Puts an organisation on the list. */
export function PrepareForm({ action, problem, organisations, languages, stops, paper, base }: PrepareProps) {
  if (stops.length === 0) return <p className="soft">The deadline goes by the clock of a stop: <a href={`${base}/stops/new`}>add a stop</a> first.</p>
  return (
    <Form action={action} data-keep="request">
      <SelectField problem={problem} name="organisation" label="Organisation" options={[{ value: '', label: 'Choose one' }, ...organisations.map(({ id, name }) => ({ value: id, label: name }))]} />
      <p className="small">Not in the list? <a href={`${base}/organisations/new`}>Add it to the directory</a>.</p>
      <RequestFields problem={problem} languages={languages} stops={stops} own={paper.language} />
      <div className="line"><Button>Put on the list</Button><span className="small soft">Nothing is sent yet.</span></div>
    </Form>
  )
}
