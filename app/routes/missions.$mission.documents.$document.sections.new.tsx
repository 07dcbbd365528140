import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { entryWords } from '#app/domain/papers/outline.ts'
import { insertSection } from '#app/domain/papers/outline-moves.ts'
import { numberForNew } from '#app/domain/papers/outline-numbers.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { loadReport, ownersOf } from '#app/http/outline.server.ts'
import { idIn, wordIn } from '#app/http/query.server.ts'
import { AddSectionInput } from '#app/operations/outline.input.ts'
import { addSection } from '#app/operations/outline.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SectionFields } from '#app/ui/papers/section-form.tsx'

export const meta: MetaFunction = () => [{ title: 'Add a section · Caravan' }]

export const loader = inMission('paper.edit', async (scope, { params, url }) => {
  const { paper, sections } = await loadReport(scope, params)
  const after = sections.find(({ id }) => id === idIn(url, 'after')) ?? sections.findLast(({ level }) => level === 1)
  const as = wordIn(url, 'as', ['beside', 'under'] as const) ?? 'beside'
  const placed = insertSection(sections.map(({ id, level, number, title, page }) => ({ id, level, number, title, page })), { id: 'new', level: 1, number: '', title: '', page: null }, after?.id ?? null, as)
  return {
    here: inside(scope, `/documents/${paper.id}`), title: paper.title, as, after: after && { id: after.id, words: entryWords(after), owner: as === 'under' ? '' : after.owner },
    number: placed.done ? numberForNew(placed.after, 'new') : '', owners: await ownersOf(scope, sections),
  }
})

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, AddSectionInput)
  if (!form.ok) return invalid(form.problem)
  const document = idOf(params, 'document')
  const outcome = await addSection(scope, document, form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${document}/sections#n-${outcome.nodeId}`), outcome.actId)
  if (outcome.because === 'gone' || outcome.because === 'stale') throw refuse(outcome.because)
  return problemWith(form.typed, { title: outcome.because === 'full' ? 'An outline holds 500 sections at most' : 'Sections go six levels deep at most: put it beside instead' })
})

export default function NewSection() {
  const { here, title, after, as, number, owners } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const to = (how: string) => `${here}/sections/new?after=${after?.id}&as=${how}`
  return (
    <>
      <PageHead eyebrow={<a href={`${here}/sections`}>{title}</a>} title="Add a section" lead={after && `${as === 'under' ? 'As the last part of' : 'Behind'} “${after.words}”.`} />
      <ErrorSummary problem={problem} />
      {after && <Chips label="Where it stands"><ChipLink href={to('beside')} current={as === 'beside'}>Behind it</ChipLink><ChipLink href={to('under')} current={as === 'under'}>Under it</ChipLink></Chips>}
      <Form hidden={{ after: after?.id, as }} data-keep="new section">
        <SectionFields owners={owners} section={{ title: '', number, page: null, owner: after?.owner ?? '' }} problem={problem} />
        {number !== '' && <p className="small soft">With the number {number} the sections behind it move on by one. With another number they stay as they are.</p>}
        <div className="line"><Button kind="primary">Add the section</Button><ButtonLink href={`${here}/sections`}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
