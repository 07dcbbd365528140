import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EXCERPT_MAX } from '#app/domain/meetings/excerpts.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { clockHere } from '#app/http/clock-here.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { TranslateInput } from '#app/operations/evidence.input.ts'
import { translateExcerpt } from '#app/operations/excerpts.server.ts'
import { Whence } from '#app/ui/assessment/said.tsx'
import { SideBySide } from '#app/ui/assessment/side-by-side.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Choices } from '#app/ui/kit/choices.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TextArea } from '#app/ui/kit/text-field.tsx'
import { findExcerpt } from '#db/evidence.server.ts'

export const meta: MetaFunction = () => [{ title: 'Translation of an excerpt · Caravan' }]

export const loader = inMission('evidence.edit', async (scope, { params }) => {
  const excerpt = await findExcerpt(scope.database.read, scope.mission.id, params.excerpt ?? '')
  if (!excerpt) throw refuse('gone')
  return { base: inside(scope), excerpt, clock: await clockHere(scope) }
})

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, TranslateInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await translateExcerpt(scope, params.excerpt ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/evidence/${params.excerpt}`), outcome.actId)
  if (outcome.because === 'stale') return overtaken(form.typed, 'Not saved: somebody else changed this excerpt meanwhile. Theirs stands above, yours in the field; save again to put it in place of theirs.')
  throw refuse(outcome.because)
})

const STATES = [{ value: 'draft', label: 'Draft', hint: 'nobody has checked it against the words yet' }, { value: 'reviewed', label: 'Reviewed', hint: 'you have checked it against the words; your name stands beside it' }]

export default function TranslateExcerpt() {
  const { base, excerpt, clock } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<>Evidence · <Whence said={excerpt} /></>} title="Translation of an excerpt" />
      <ErrorSummary problem={problem} />
      {problem && excerpt.translation !== '' && <Section id="theirs" title="As it is saved"><SideBySide said={excerpt} clock={clock} /></Section>}
      <SideBySide said={excerpt} clock={clock}>
        <Form hidden={{ revision: excerpt.revision }} data-keep={`translate ${excerpt.id} ${excerpt.revision}`}>
          <TextArea name="translation" label="In English" problem={problem} value={excerpt.translation} maxLength={EXCERPT_MAX} rows={4} lang="en" />
          <Choices name="state" label="State" problem={problem} value={excerpt.translation_state === 'reviewed' ? 'reviewed' : 'draft'} choices={STATES} />
          <div className="line"><Button kind="primary">Save the translation</Button><ButtonLink href={`${base}/evidence/${excerpt.id}`}>Not now</ButtonLink></div>
        </Form>
      </SideBySide>
    </>
  )
}
