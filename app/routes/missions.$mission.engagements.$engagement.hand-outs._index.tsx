import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatRange } from '#app/domain/time.ts'
import { can } from '#app/domain/people/access.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { HandOutInput } from '#app/operations/documents.input.ts'
import { handOut } from '#app/operations/hand-outs.server.ts'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { HandOutForm } from '#app/ui/papers/hand-out-form.tsx'
import { HandOutList } from '#app/ui/papers/hand-out-list.tsx'
import { listAgendaItems } from '#db/agenda.server.ts'
import { listHandOuts } from '#db/hand-outs.server.ts'
import { listDocumentChoices } from '#db/register.server.ts'

const PROBLEMS = {
  'no-document': { document: 'Choose a document that is in the register' }, 'no-item': { item: 'Choose an item of this agenda' }, already: { document: 'It is handed out there already' },
} as const

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Hand-outs of ${data?.engagement.title ?? 'the engagement'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const engagement = await loadAsked(scope, params)
  const db = scope.database.read
  const [handOuts, papers, items] = await Promise.all([listHandOuts(db, scope.mission.id, engagement.id, 'team'), listDocumentChoices(db, scope.mission.id), listAgendaItems(db, scope.mission.id, engagement.id)])
  return {
    base: inside(scope), at: inside(scope, `/engagements/${engagement.id}`), engagement, handOuts, papers, canEdit: can(scope.role, 'agenda.edit'), item: idIn(url, 'item') ?? '', document: idIn(url, 'document') ?? '',
    items: items.map(({ id, title, startMinute, endMinute }) => ({ id, words: `${formatRange(startMinute, endMinute)} ${title}` })),
  }
})

export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const engagementId = engagementIn(params)
  const form = await readForm(request, HandOutInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await handOut(scope, engagementId, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${engagementId}/hand-outs`), outcome.actId)
  if (outcome.because === 'gone' || outcome.because === 'stale') throw refuse(outcome.because)
  return problemWith(form.typed, PROBLEMS[outcome.because])
})

export default function HandOutsPage() {
  const { base, at, engagement, handOuts, papers, items, item, document, canEdit } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead title="Hand-outs" eyebrow={<a href={at}>{engagement.title}</a>} lead={<EngagementWhen at={engagement} />} />
      <Section id="handed-out" title="Handed out" aside={handOuts.length === 0 ? undefined : String(handOuts.length)}>
        {handOuts.length === 0 && <p className="soft">No document of the register is handed out here yet.</p>}
        <HandOutList handOuts={handOuts} base={base} takeBack={canEdit ? `${at}/hand-outs/remove` : undefined} />
      </Section>
      {canEdit && <HandOutForm action={`${at}/hand-outs?index`} base={base} papers={papers} items={items} chosen={{ item, document }} problem={problem} />}
    </>
  )
}
