import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Field, wireField } from '#app/ui/kit/field.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextArea } from '#app/ui/kit/text-field.tsx'

/** Names of the kinds of file that are read, for the chooser alone: what a file is, its content says. */
export const FILES_ACCEPTED = '.docx,.xlsx,.csv,.tsv,.pdf,.eml,.ics,.html,.htm,.txt,.md'

type PasteFormProps = {
  /** The address of the list, which takes new texts. */
  here: string
  problem: Problem | undefined
  /** The engagement to which an agenda belongs, where it is known already. */
  target: { id: string; title: string } | null
  accept: string
}

/** A text to read, pasted or out of a file. What is typed stays on this device until it was read. */
export function PasteForm({ here, problem, target, accept }: PasteFormProps) {
  const file = { name: 'file', label: 'Or a file', hint: 'Word, Excel, CSV, PDF with text, e-mail, calendar or web page, at most 10 MB', problem }
  return (
    <Form action={`${here}?index`} encType="multipart/form-data" hidden={{ target: target?.id }} className="stack paste" data-keep="paste">
      {problem && <ErrorSummary problem={{ ...problem, summary: 'Nothing was read; what you typed is still here.' }} />}
      <TextArea
        name="text" label="Agenda or schedule" problem={problem} rows={14} spellCheck={false} autoComplete="off" className="pad"
        hint="In any layout and language: out of Word, a mail, a chat or a table. Nothing is stored before you have seen what was understood."
      />
      <Field {...file}><input {...wireField(file)} type="file" accept={accept} /></Field>
      <div className="line acts"><Button kind="primary">Read it</Button>{target && <span className="small soft">for “{target.title}”</span>}</div>
    </Form>
  )
}
