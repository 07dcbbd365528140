import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { entryWords } from '#app/domain/papers/outline.ts'
import { removeSection } from '#app/domain/papers/outline-moves.ts'
import { count } from '#app/domain/text.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { loadReport, sectionIn } from '#app/http/outline.server.ts'
import { RemoveSectionInput } from '#app/operations/outline.input.ts'
import { removeSections } from '#app/operations/outline.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'

export const meta: MetaFunction = () => [{ title: 'Remove a section · Caravan' }]

export const loader = inMission('paper.edit', async (scope, { params }) => {
  const { paper, sections, stamp } = await loadReport(scope, params)
  const section = sectionIn(sections, params)
  const { gone } = removeSection(sections, section.id)
  return {
    here: inside(scope, `/documents/${paper.id}`), title: paper.title, words: entryWords(section), stamp, gone: gone.map((each) => ({ id: each.id, words: entryWords(each), hasText: each.hasText })),
    findings: gone.reduce((sum, each) => sum + each.findings.length, 0), figures: gone.reduce((sum, each) => sum + each.figures, 0),
  }
})

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, RemoveSectionInput)
  if (!form.ok) return invalid(form.problem)
  const document = idOf(params, 'document')
  const outcome = await removeSections(scope, document, idOf(params, 'node'), form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${document}/sections`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'stale') return overtaken(form.typed, 'Somebody else changed the outline meanwhile. Look at it again, then remove the section once more.')
  return problemWith(form.typed, {}, 'Not removed: words of it are marked as evidence. Take those marks away first.')
})

export default function RemoveSectionPage() {
  const { here, title, words, stamp, gone, findings, figures } = useLoaderData<typeof loader>()
  const along = [findings > 0 && `${count(findings, 'finding loses', 'findings lose')} this place`, figures > 0 && `${count(figures, 'figure is', 'figures are')} left without a place`].filter(Boolean)
  return (
    <>
      <PageHead eyebrow={<a href={`${here}/sections`}>{title}</a>} title={`Remove “${words}”`} />
      <ErrorSummary problem={useActionData<typeof action>()?.problem} />
      <Section id="gone" title={`What goes: ${count(gone.length, 'section', 'sections')}`}>
        <List>{gone.map((each) => <ListRow key={each.id} under={each.hasText ? 'with its text' : undefined}>{each.words}</ListRow>)}</List>
      </Section>
      <Form hidden={{ seen: stamp }}><CommitBar actions={<><ButtonLink href={`${here}/sections`}>Keep it</ButtonLink><Button kind="danger">Remove {count(gone.length, 'section', 'sections')}</Button></>}>{along.length > 0 && `${along.join('; ')}. `}Numbers that counted on close the gap. Undo brings all of it back.</CommitBar></Form>
    </>
  )
}
