import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Checkbox } from '#app/ui/kit/choices.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { kindLabel, levelOf } from '#app/ui/papers/document-words.ts'

type Choice = { id: string; title: string; kind: string; language: string; confidentiality: string }
type HandOutFormProps = { action: string; base: string; papers: readonly Choice[]; items: readonly { id: string; words: string }[]; chosen: { item: string; document: string }; problem: Problem | undefined }

/** Which document, at which item, and whether participants may read it from now on. */
export function HandOutForm({ action, base, papers, items, chosen, problem }: HandOutFormProps) {
  return (
    <Section id="hand-out" title="Hand a document out">
      {papers.length === 0
        ? <Empty title="The register is empty" action={<ButtonLink href={`${base}/documents/new`} icon="plus">Add a document</ButtonLink>}>What is handed out stands in the register of documents first.</Empty>
        : (
          <Form action={action}>
            <ErrorSummary problem={problem} />
            <SelectField name="document" label="Document" problem={problem} value={chosen.document} options={[{ value: '', label: 'Choose one' }, ...papers.map((paper) => ({ value: paper.id, label: `${shortened(paper.title)} · ${kindLabel(paper.kind)}, ${levelOf(paper.confidentiality).word}`, lang: paper.language || undefined }))]} />
            <SelectField name="item" label="Handed out at" problem={problem} value={chosen.item} options={[{ value: '', label: 'The whole engagement' }, ...items.map(({ id, words }) => ({ value: id, label: shortened(words) }))]} />
            <Checkbox name="open" label="Participants may read it" problem={problem} hint="A document that is for the team alone is opened to them: they find it on the page of their invitation. Left unticked, it stays with the team." />
            <div className="line acts"><Button kind="primary">Hand it out</Button></div>
          </Form>
        )}
    </Section>
  )
}

function shortened(title: string): string {
  return title.length > 80 ? `${title.slice(0, 79)}…` : title
}
