import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { loadSectionForm } from '#app/http/outline.server.ts'
import { EditSectionInput } from '#app/operations/outline.input.ts'
import { editSection } from '#app/operations/outline.server.ts'
import { SectionForm } from '#app/ui/papers/section-form.tsx'

export const meta: MetaFunction = () => [{ title: 'Edit a section · Caravan' }]

export const loader = inMission('paper.edit', async (scope, { params }) => await loadSectionForm(scope, params))

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, EditSectionInput)
  if (!form.ok) return invalid(form.problem)
  const [document, node] = [idOf(params, 'document'), idOf(params, 'node')]
  const outcome = await editSection(scope, document, node, form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${document}/sections/${node}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'stale') return overtaken(form.typed, 'Not saved: somebody else changed this section meanwhile. Your words are kept here; look at theirs in a new tab, then save again.')
  return problemWith(form.typed, { title: 'Words of this section are marked as evidence: its title and its text stay as they were marked' })
})

export default function EditSection() {
  return <SectionForm {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem} />
}
