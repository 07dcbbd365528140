import { LARGEST_ATTACHMENT } from '#app/domain/meetings/attachments.ts'
import { formatSize } from '#app/domain/text.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns } from '#app/ui/kit/columns.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Field, wireField } from '#app/ui/kit/field.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'
import { FigureFields } from '#app/ui/papers/figure-form.tsx'
import { FigureList } from '#app/ui/papers/figure-list.tsx'
import type { FigureFace } from '#app/ui/papers/figure-list.tsx'

type FigurePageProps = {
  base: string; here: string; title: string; figure: FigureFace & { revision: number }; sections: readonly { id: string; number: string; title: string; level: number }[]
  problem?: Problem; /** Why a picture was refused. */ refused?: Problem
}

/** A figure: its words, its place, its picture. */
export function FigurePage({ base, here, title, figure, sections, problem, refused }: FigurePageProps) {
  const at = `${here}/figures/${figure.id}`
  const file = { name: 'file', label: figure.attachment_id === null ? 'Picture' : 'Another picture', hint: `PNG, JPEG or WEBP, at most ${formatSize(LARGEST_ATTACHMENT)}. Where and when a photo was taken is left out before it is kept.`, problem: refused }
  return (
    <>
      <PageHead eyebrow={<a href={`${here}/figures`}>{title}</a>} title={figure.number === '' ? 'Figure' : `Figure ${figure.number}`} actions={<ActionButton action={`${at}/remove`} hidden={{ revision: figure.revision }} icon="trash" kind="quiet">Remove the figure</ActionButton>} />
      <ErrorSummary problem={problem ?? refused} />
      <Columns half>
        <Section id="words" title="Words and place">
          <Form action={`${at}?index`} hidden={{ revision: figure.revision }} data-keep={`figure ${figure.id}`}>
            <FigureFields problem={problem} figure={figure} sections={sections} />
            <div className="line"><Button kind="primary">Save the figure</Button><ButtonLink href={`${here}/figures`}>Not now</ButtonLink></div>
          </Form>
        </Section>
        <Section id="picture" title="Picture">
          <FigureList figures={[figure]} base={base} here={here} canEdit={false} />
          <Form action={`${at}/picture`} encType="multipart/form-data" hidden={{ revision: figure.revision }}>
            <Field {...file}><input {...wireField(file)} type="file" accept="image/png,image/jpeg,image/webp" /></Field>
            <div className="line acts"><Button>Put it in its place</Button></div>
          </Form>
          {figure.attachment_id !== null && <div className="line acts"><ActionButton action={`${at}/empty`} hidden={{ revision: figure.revision }} kind="quiet" tight icon="trash">Leave its place empty</ActionButton></div>}
        </Section>
      </Columns>
    </>
  )
}
