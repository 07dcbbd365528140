import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { loadReport } from '#app/http/outline.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { AddFigureInput } from '#app/operations/figures.input.ts'
import { addFigure } from '#app/operations/figures.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { FigureFields } from '#app/ui/papers/figure-form.tsx'

export const meta: MetaFunction = () => [{ title: 'Add a figure · Caravan' }]

export const loader = inMission('paper.edit', async (scope, { params, url }) => {
  const { paper, sections } = await loadReport(scope, params)
  return { here: inside(scope, `/documents/${paper.id}`), title: paper.title, section: idIn(url, 'section') ?? '', sections: sections.map(({ id, number, title, level }) => ({ id, number, title, level })) }
})

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, AddFigureInput)
  if (!form.ok) return invalid(form.problem)
  const document = idOf(params, 'document')
  const outcome = await addFigure(scope, document, form.value)
  if (!outcome.done) throw refuse(outcome.because)
  return goTo(inside(scope, `/documents/${document}/figures/${outcome.figureId}`), outcome.actId)
})

export default function NewFigure() {
  const { here, title, section, sections } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={`${here}/figures`}>{title}</a>} title="Add a figure" lead="Its picture can come later: until then its place stays empty." />
      <ErrorSummary problem={problem} />
      <Form data-keep="new figure">
        <FigureFields problem={problem} section={section} sections={sections} />
        <div className="line"><Button kind="primary">Add the figure</Button><ButtonLink href={`${here}/figures`}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
