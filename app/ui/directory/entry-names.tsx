import type { ReactNode } from 'react'
import { formatTenure } from '#app/domain/people/tenure.ts'
import { ENTRY_NAME_MAX } from '#app/operations/directory.input.ts'
import { NameLanguageField, nameLanguage } from '#app/ui/directory/names.tsx'
import type { DatedName } from '#app/ui/directory/names.tsx'
import { DayFields } from '#app/ui/directory/title-fields.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

type EntryNamesProps = { path: string; name: string; lead: ReactNode; names: readonly (DatedName & { revision: number; foreign: boolean })[]; problem: Problem | undefined }

/** The page on which names of an organisation or a place are added and removed. */
export function EntryNames({ path, name, lead, names, problem }: EntryNamesProps) {
  return (
    <>
      <PageHead eyebrow={<a href={path}>{name}</a>} title="Names over time" lead={lead} />
      <ErrorSummary problem={problem} />
      <List label="Names">
        <ListRow under="name of the entry: shown where no other holds">{name}</ListRow>
        {names.map((row) => (
          <ListRow key={row.id} under={[nameLanguage(row.language), formatTenure({ fromDay: row.from_day, toDay: row.to_day }) || 'at any time'].filter(Boolean).join(' · ')}
            mark={row.foreign ? <span className="small soft">of a merged entry</span> : <ActionButton action={`${path}/names/remove`} hidden={{ name: row.id, revision: row.revision }} tight aria-label={`Remove ${row.name}`}>Remove</ActionButton>}>
            <span lang={row.language || undefined}>{row.name}</span>
          </ListRow>
        ))}
      </List>
      <Section id="add" title="Add a name">
        <Form>
          <TextField name="name" label="Name" problem={problem} maxLength={ENTRY_NAME_MAX} required autoComplete="off" />
          <NameLanguageField problem={problem} />
          <DayFields problem={problem} />
          <p className="small soft">Pages show the English or language-free name that holds on their day, from its first day on; all names are found by the search.</p>
          <div className="line"><Button kind="primary">Add the name</Button></div>
        </Form>
      </Section>
    </>
  )
}
