import type { Fields } from '#app/domain/intake/edits.ts'
import { rowAnchor } from '#app/ui/imports/rows.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

export type HeadQuestion = { name: 'title' | 'hours'; mark: string; title: string; options: { value: string; label: string; hint: string; checked: boolean }[]; /** Where nothing needs to be chosen. */ told?: string | undefined }

/** Where the head of the text and the stored engagement say two things. */
export function HeadChoice({ questions }: { questions: readonly HeadQuestion[] }) {
  if (questions.length === 0) return null
  return (
    <Section id="conflicts" title="Two versions" aside="of the text and of what is stored">
      {questions.map(({ name, mark, title, options, told }) => (told !== undefined ? <p key={name} className="ask"><LintMark severity="warning">{mark}</LintMark><br /><b>{title}</b><span className="under small soft">{told}</span></p> : (
        <fieldset key={name} className="sec ask">
          <legend><LintMark severity="warning">{mark}</LintMark><br />{title}</legend>
          <div>
            {options.map(({ value, label, hint, checked }) => (
              <label key={value} className="pick">
                <input type="radio" name={name} value={value} defaultChecked={checked} />
                <span>{label}</span>
                {hint !== '' && <small>{hint}</small>}
              </label>
            ))}
          </div>
        </fieldset>
      )))}
    </Section>
  )
}

/** The fields of the text as a whole. */
export function HeadEdit({ fields }: { fields: Fields }) {
  const { title, otherTitle, day, venue, city, header, people } = fields
  return (
    <details className="edit">
      <summary>Edit<span className="vh"> the head</span></summary>
      <div className="stack tight">
        <TextField name="edit::title" label="Title" value={title} autoComplete="off" />
        {otherTitle !== undefined && otherTitle !== '' && <TextField name="edit::otherTitle" label="The same in another language" value={otherTitle} autoComplete="off" />}
        {day !== undefined && <div className="line times"><TextField name="edit::day" label="Day" type="date" value={day} />{header !== undefined && <TextField name="edit::header" label="Hours" hint="As 09:30-12:00" value={header} autoComplete="off" />}</div>}
        {venue !== undefined && <div className="line times"><TextField name="edit::venue" label="Venue" value={venue} autoComplete="off" /><TextField name="edit::city" label="City" value={city} autoComplete="off" /></div>}
        {people !== undefined && <TextArea name="edit::people" label="Moderators" hint="One to a line: name, position, organisation." value={people} rows={Math.max(people.split('\n').length + 1, 2)} />}
        <div className="line acts"><Button tight name="at" value={rowAnchor('head')}>Keep these changes</Button></div>
      </div>
    </details>
  )
}
