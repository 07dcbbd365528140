import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { FileField } from '#app/ui/papers/document-fields.tsx'

type AttachPaperFormProps = { action: string; files: readonly { id: string; name: string; caption: string }[]; problem: Problem | undefined }

/** One file at a time: the newer version of one that is kept, or a further one. */
export function AttachPaperForm({ action, files, problem }: AttachPaperFormProps) {
  const [first] = files
  return (
    <Section id="attach" title="Keep a file">
      <Form action={action} encType="multipart/form-data">
        {problem && <ErrorSummary problem={{ ...problem, summary: 'Nothing was kept; what you typed is still here.' }} />}
        {files.length > 0 && <SelectField name="replaces" label="It is" problem={problem} value={first?.id ?? ''} options={[...files.map(({ id, name, caption }) => ({ value: id, label: `The newer version of ${caption || name}` })), { value: '', label: 'A further file of this document' }]} />}
        <TextField name="caption" label="What it is" problem={problem} maxLength={300} optional hint="Such as “signed copy” or “annex 2”" />
        <FileField problem={problem} label="File" />
        <div className="line acts"><Button kind="primary">Keep it</Button></div>
      </Form>
    </Section>
  )
}
