import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { heardSpeakers } from '#app/http/marks.server.ts'
import { CorrectExcerptInput, NAME_MAX } from '#app/operations/evidence.input.ts'
import { correctExcerpt } from '#app/operations/excerpts.server.ts'
import { Whence } from '#app/ui/assessment/said.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Quote } from '#app/ui/kit/quote.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { LanguageField } from '#app/ui/meetings/language-field.tsx'
import { KindChips, SpeakerFields, UseFields } from '#app/ui/meetings/said-fields.tsx'
import { findExcerpt } from '#db/evidence.server.ts'
import { listSpeakers } from '#db/notes.server.ts'

export const meta: MetaFunction = () => [{ title: 'Correct an excerpt · Caravan' }]

export const loader = inMission('evidence.edit', async (scope, { params }) => {
  const excerpt = await findExcerpt(scope.database.read, scope.mission.id, params.excerpt ?? '')
  if (!excerpt) throw refuse('gone')
  const there = excerpt.engagement_id === null ? [] : await listSpeakers(scope.database.read, scope.mission.id, excerpt.engagement_id)
  return { base: inside(scope), excerpt, speakers: heardSpeakers(there, [excerpt]) }
})

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, CorrectExcerptInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await correctExcerpt(scope, params.excerpt ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/evidence/${params.excerpt}`), outcome.actId)
  if (outcome.because === 'stale') return overtaken(form.typed, 'Not saved: somebody else corrected this excerpt meanwhile. What you chose stands here; save again to put it in place of theirs.')
  throw refuse(outcome.because)
})

export default function CorrectExcerpt() {
  const { base, excerpt, speakers } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<>Evidence · <Whence said={excerpt} /></>} title="Correct an excerpt" lead="The words stay as they were marked, and so does what they lead to." />
      <ErrorSummary problem={problem} />
      <Quote lang={excerpt.language}>{excerpt.body}</Quote>
      <Form hidden={{ revision: excerpt.revision }} data-keep={`correct ${excerpt.id} ${excerpt.revision}`} data-sources={JSON.stringify(Object.fromEntries(speakers.map(({ name, sourceKind }) => [name, sourceKind])))}>
        <KindChips problem={problem} kind={excerpt.kind} />
        <SpeakerFields problem={problem} speakers={speakers} speaker={excerpt.speaker} sourceKind={excerpt.source_kind} />
        <TextField name="institution" label="Institution" optional problem={problem} value={excerpt.institution} maxLength={NAME_MAX} hint="On whose behalf it was said. Another speaker brings their own." autoComplete="off" />
        <UseFields problem={problem} attribution={excerpt.attribution} confidentiality={excerpt.confidentiality} />
        <LanguageField problem={problem} value={excerpt.language} label="Language of the words" />
        <div className="line"><Button kind="primary">Save the correction</Button><ButtonLink href={`${base}/evidence/${excerpt.id}`}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
