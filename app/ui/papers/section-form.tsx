import { GATHERED, SECTION_STATES } from '#app/domain/papers/outline-coverage.ts'
import { STATE_HINTS } from '#app/domain/papers/outline-words.ts'
import { OWNER_MAX, SECTION_NUMBER_MAX, SECTION_TEXT_MAX, SECTION_TITLE_MAX } from '#app/operations/outline.input.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'
import { NoteText } from '#app/ui/meetings/note-text.tsx'

type SectionFace = { id: string; words: string; title: string; number: string; page: number | null; owner: string; state: string; gathers: string; body: string; revision: number }
type SectionFormProps = { here: string; language: string; owners: readonly string[]; section: SectionFace; problem?: Problem; /** The text as it would look; the form then holds what was typed. */ preview?: string }

/** The form of a section: what it is called, who writes it, how far it is, and its text with a look at it before it is saved. */
export function SectionForm({ here, language, owners, section, problem, preview }: SectionFormProps) {
  const at = `${here}/sections/${section.id}`
  return (
    <>
      <PageHead eyebrow={<a href={at}>{section.words}</a>} title="Edit the section" />
      {preview === undefined && <ErrorSummary problem={problem} />}
      <Form action={`${at}/edit`} hidden={{ revision: section.revision }} data-keep={`section ${section.id}`}>
        <SectionFields owners={owners} section={section} problem={problem} />
        <SelectField name="state" label="State" problem={problem} value={section.state} options={SECTION_STATES.map((value) => ({ value, label: `${value}: ${STATE_HINTS[value]}` }))} />
        <SelectField name="gathers" label="Filled by" problem={problem} value={section.gathers} options={[{ value: '', label: 'the text below' }, ...GATHERED.map((value) => ({ value, label: `${value}, gathered from the mission` }))]} />
        <TextArea name="body" label="Text" hint="Markdown: empty lines between paragraphs, - for lists, **bold**, > for quotes." problem={problem} value={section.body} rows={16} maxLength={SECTION_TEXT_MAX} lang={language || undefined} optional />
        <div className="line"><Button kind="primary">Save the section</Button><Button formAction={`${at}/preview`}>Look at the text</Button><ButtonLink href={at}>Not now</ButtonLink></div>
      </Form>
      {preview !== undefined && (
        <Section id="preview" title="How the text will look" aside="not saved yet">
          {preview.trim() === '' ? <p className="soft">There is no text yet.</p> : <NoteText text={preview} lang={language} marks={[]} rank={3} />}
        </Section>
      )}
    </>
  )
}

type SectionFieldsProps = { owners: readonly string[]; section: Pick<SectionFace, 'title' | 'number' | 'page' | 'owner'>; problem: Problem | undefined }

/** What every section has. */
export function SectionFields({ owners, section, problem }: SectionFieldsProps) {
  return (
    <>
      <TextField name="title" label="Title" problem={problem} value={section.title} maxLength={SECTION_TITLE_MAX} />
      <div className="line pieces">
        <TextField name="number" label="Number" problem={problem} value={section.number} maxLength={SECTION_NUMBER_MAX} optional />
        <TextField name="page" label="Page" problem={problem} value={section.page === null ? '' : String(section.page)} inputMode="numeric" maxLength={5} optional />
        <TextField name="owner" label="Owner" problem={problem} value={section.owner} maxLength={OWNER_MAX} list="owners" optional />
      </div>
      <datalist id="owners">{owners.map((owner) => <option key={owner} value={owner}>{owner}</option>)}</datalist>
    </>
  )
}
