import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inMission } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { loadSectionForm } from '#app/http/outline.server.ts'
import { SectionTextInput } from '#app/operations/outline.input.ts'
import { SectionForm } from '#app/ui/papers/section-form.tsx'

export const meta: MetaFunction = () => [{ title: 'Look at a section · Caravan' }]

export const loader = inMission('paper.edit', async (scope, { params }) => await loadSectionForm(scope, params))

/** Saves nothing: the form comes back as it was typed, with its text as it will look. */
export const action = inMission('paper.edit', async (scope, { request, params }) => {
  await loadSectionForm(scope, params)
  const form = await readForm(request, SectionTextInput)
  return form.ok ? json({ problem: { values: form.typed, errors: {} }, preview: form.value.body }) : invalid(form.problem)
})

export default function PreviewSection() {
  const sent = useActionData<typeof action>()
  const data = useLoaderData<typeof loader>()
  return <SectionForm {...data} problem={sent?.problem} preview={sent === undefined ? data.section.body : 'preview' in sent ? sent.preview : undefined} />
}
