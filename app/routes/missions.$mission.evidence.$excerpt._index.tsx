import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { can } from '#app/domain/people/access.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { clockHere } from '#app/http/clock-here.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { standingIn } from '#app/http/marks.server.ts'
import { draftTask } from '#app/http/task-drafts.server.ts'
import { todayHere } from '#app/http/today.server.ts'
import { LinkInput } from '#app/operations/evidence.input.ts'
import { linkExcerpt } from '#app/operations/evidence.server.ts'
import { UseMarks } from '#app/ui/assessment/attribution.tsx'
import { ExcerptFacts } from '#app/ui/assessment/excerpt-facts.tsx'
import { LinkFields } from '#app/ui/assessment/link-fields.tsx'
import { LinkList } from '#app/ui/assessment/link-list.tsx'
import { Whence, hrefOfWords } from '#app/ui/assessment/said.tsx'
import { SideBySide } from '#app/ui/assessment/side-by-side.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { InContext, SinceThen } from '#app/ui/meetings/in-context.tsx'
import { TasksFromWords } from '#app/ui/tasks/tasks-from-words.tsx'
import { findExcerpt, listLinksOf, textsAround } from '#db/evidence.server.ts'
import { listFindingChoices } from '#db/findings.server.ts'
import { listDimensions } from '#db/readiness.server.ts'
import { listTasks } from '#db/tasks.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `“${openingOf(data?.excerpt.body ?? '', 60)}” · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const excerpt = await findExcerpt(db, scope.mission.id, params.excerpt ?? '')
  if (!excerpt) throw refuse('gone')
  const today = await todayHere(scope)
  const [texts, links, findings, dimensions, clock, tasks, draft] = await Promise.all([
    textsAround(db, excerpt), listLinksOf(db, scope.mission.id, [excerpt.id]), listFindingChoices(db, scope.mission.id), listDimensions(db, scope.mission.id), clockHere(scope),
    listTasks(db, scope.mission.id, { excerptId: excerpt.id, today }), draftTask(scope, { excerptId: excerpt.id }),
  ])
  const linked = new Set(links.map((link) => link.finding_id))
  return {
    base: inside(scope), excerpt, text: texts.was, standing: standingIn(excerpt, texts), links, clock, today, tasks, draft, findings: findings.filter((finding) => !linked.has(finding.id)), dimensions: dimensions.map(({ id, name }) => ({ id, name })), canLink: can(scope.role, 'evidence.edit'),
  }
})

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, LinkInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await linkExcerpt(scope, params.excerpt ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/evidence/${params.excerpt}`), outcome.actId)
  if (outcome.because === 'already') return problemWith(form.typed, { finding: 'It leads to this finding already: change that link, or choose another finding' })
  if (outcome.because === 'finding-gone') return problemWith(form.typed, { finding: 'This finding is gone: choose another' })
  throw refuse(outcome.because)
})

export default function ExcerptPage() {
  const { base, excerpt, text, standing, links, findings, dimensions, clock, today, tasks, draft, canLink } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<>Evidence · <Whence said={excerpt} /></>} title={<>“{openingOf(excerpt.body, 160)}”</>} lang={excerpt.language}
        lead={<UseMarks said={excerpt} />} actions={<>
          {canLink && <ButtonLink href={`${base}/evidence/${excerpt.id}/edit`} icon="edit">Correct</ButtonLink>}
          <ButtonLink href={hrefOfWords(base, excerpt)}>{excerpt.note_id ? 'Open in the note' : 'Open in the document'}</ButtonLink>
        </>} />
      <ErrorSummary problem={problem} />
      <Columns>
        <Stack>
          <Section id="words" title="In its place"><InContext text={text ?? excerpt.body} start={text === undefined ? 0 : excerpt.start_at} end={text === undefined ? excerpt.body.length : excerpt.end_at} lang={excerpt.language} plain={excerpt.note_id === null} />
            <SinceThen standing={standing} earlier={`${base}/notes/${excerpt.note_id}/revisions#text-${excerpt.note_number}`} />
          </Section>
          {(excerpt.translation !== '' || excerpt.language !== 'en') && (
            <Section id="translation" title="Translation" aside={canLink ? <a href={`${base}/evidence/${excerpt.id}/translation`}>{excerpt.translation === '' ? 'Translate' : excerpt.translation_state === 'reviewed' ? 'Change' : 'Change or review'}</a> : undefined}>
              {excerpt.translation === '' ? <p className="soft">Not translated yet.</p> : <SideBySide said={excerpt} clock={clock} />}
            </Section>
          )}
          <Section id="leads" title="Leads to" aside={links.length === 0 ? undefined : `${links.length}`}>
            {links.length === 0 && <p className="soft">No finding yet.</p>}
            <LinkList links={links} base={base} clock={clock} canLink={canLink} />
          </Section>
          <TasksFromWords excerpt={excerpt} tasks={tasks} draft={canLink ? draft : undefined} base={base} today={today} />
          {canLink && (
            <Section id="link" title="Link to findings">
              <Form action={`${base}/evidence/${excerpt.id}?index`} data-keep={`link ${links.length}`}>
                <LinkFields several problem={problem} findings={findings} dimensions={dimensions} none={findings.length === 0 ? undefined : 'Choose one'} />
                <Button kind="primary">Link</Button>
              </Form>
            </Section>
          )}
        </Stack>
        <ExcerptFacts base={base} excerpt={excerpt} clock={clock} />
      </Columns>
    </>
  )
}
