import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { loadFigure } from '#app/http/outline.server.ts'
import { EditFigureInput } from '#app/operations/figures.input.ts'
import { editFigure } from '#app/operations/figures.server.ts'
import { FigurePage } from '#app/ui/papers/figure-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Figure: ${data?.figure.caption ?? ''} · Caravan` }]

export const loader = inMission('paper.edit', async (scope, { params }) => await loadFigure(scope, params))

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, EditFigureInput)
  if (!form.ok) return invalid(form.problem)
  const document = idOf(params, 'document')
  const outcome = await editFigure(scope, document, idOf(params, 'figure'), form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${document}/figures`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  return overtaken(form.typed, 'Not saved: somebody else changed this figure meanwhile. Your words are kept here; look at theirs in a new tab, then save again.')
})

export default function EditFigure() {
  return <FigurePage {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem} />
}
