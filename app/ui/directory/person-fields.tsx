import { HONORIFIC_MAX, PERSON_NAME_MAX, PHONE_MAX, REMARK_MAX } from '#app/operations/directory.input.ts'
import { Section } from '#app/ui/kit/section.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

type Values = { honorific?: string; name?: string; languages?: string }

/** Who somebody is, as everybody may see it. */
export function PersonFields({ problem, values = {} }: { problem?: Problem; values?: Values }) {
  return (
    <>
      <TextField name="name" label="Name as printed" problem={problem} value={values.name} maxLength={PERSON_NAME_MAX} required autoComplete="off" hint="In full and in its own order; other spellings and scripts come beside it." />
      <TextField name="honorific" label="Form of address" optional problem={problem} value={values.honorific} maxLength={HONORIFIC_MAX} autoComplete="off" hint="Such as Mr., Ms., Dr." />
      <TextField name="languages" label="Languages" optional problem={problem} value={values.languages} maxLength={120} autoComplete="off" hint="Such as Tajik, Russian. Mail is written in the first of English and Russian." />
    </>
  )
}

type ContactValues = { email?: string; phone?: string; remark?: string }

/** What only members of a mission with this person see. */
export function ContactFields({ problem, values = {} }: { problem?: Problem; values?: ContactValues }) {
  return (
    <Section id="contact" title="Contact and remark" aside="only for missions in which they appear">
      <TextField name="email" label="E-mail address" type="email" optional problem={problem} value={values.email} autoComplete="off" hint="Invitations go to this address." />
      <TextField name="phone" label="Phone" type="tel" optional problem={problem} value={values.phone} maxLength={PHONE_MAX} autoComplete="off" />
      <TextArea name="remark" label="Internal remark" optional problem={problem} value={values.remark} maxLength={REMARK_MAX} rows={3} />
    </Section>
  )
}
