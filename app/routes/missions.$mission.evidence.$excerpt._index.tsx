import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { formatDay } from '#app/domain/time.ts'
import { can } from '#app/domain/people/access.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { clockHere } from '#app/http/clock-here.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { LinkInput } from '#app/operations/evidence.input.ts'
import { linkExcerpt } from '#app/operations/evidence.server.ts'
import { LinkFields } from '#app/ui/assessment/link-fields.tsx'
import { LinkList } from '#app/ui/assessment/link-list.tsx'
import { Translation, Whence, hrefOfWords } from '#app/ui/assessment/said.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { InContext } from '#app/ui/meetings/in-context.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import { findExcerpt, listLinksOf, textAround } from '#db/evidence.server.ts'
import { listFindingChoices } from '#db/findings.server.ts'
import { listDimensions } from '#db/readiness.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `“${openingOf(data?.excerpt.body ?? '', 60)}” · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const excerpt = await findExcerpt(db, scope.mission.id, params.excerpt ?? '')
  if (!excerpt) throw refuse('gone')
  const [text, links, findings, dimensions, clock] = await Promise.all([
    textAround(db, excerpt), listLinksOf(db, scope.mission.id, [excerpt.id]), listFindingChoices(db, scope.mission.id), listDimensions(db, scope.mission.id), clockHere(scope),
  ])
  const linked = new Set(links.map((link) => link.finding_id))
  return {
    base: inside(scope), excerpt, text, links, clock, findings: findings.filter((finding) => !linked.has(finding.id)), dimensions: dimensions.map(({ id, name }) => ({ id, name })), canLink: can(scope.role, 'evidence.edit'),
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

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function ExcerptPage() {
  const data = useLoaderData<typeof loader>()
  const { base, excerpt, text, links, findings, dimensions, clock, canLink } = data
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<>Evidence · <Whence said={excerpt} /></>} title={<>“{openingOf(excerpt.body, 160)}”</>} lang={excerpt.language}
        actions={<ButtonLink href={hrefOfWords(base, excerpt)}>{excerpt.note_id ? 'Open in the note' : 'Open in the document'}</ButtonLink>} />
      <ErrorSummary problem={problem} />
      <Columns>
        <Stack>
          <Section id="words" title="In its place"><InContext text={text ?? excerpt.body} start={text === undefined ? 0 : excerpt.start_at} end={text === undefined ? excerpt.body.length : excerpt.end_at} lang={excerpt.language} /><Translation said={excerpt} /></Section>
          <Section id="leads" title="Leads to" aside={links.length === 0 ? undefined : `${links.length}`}>
            {links.length === 0 && <p className="soft">No finding yet.</p>}
            <LinkList links={links} base={base} clock={clock} canLink={canLink} />
          </Section>
          {canLink && (
            <Section id="link" title="Link to a finding">
              <Form action={`${base}/evidence/${excerpt.id}?index`} data-keep={`link ${links.length}`}>
                <LinkFields problem={problem} findings={findings} dimensions={dimensions} none={findings.length === 0 ? undefined : 'Choose one'} />
                <Button kind="primary">Link</Button>
              </Form>
            </Section>
          )}
        </Stack>
        <ExcerptFacts {...data} />
      </Columns>
    </>
  )
}

function ExcerptFacts({ base, excerpt, clock }: Data) {
  return (
    <Facts>
      <Fact term="Said by">{excerpt.speaker || 'not named'} {excerpt.sample === 1 && <SampleMark />}</Fact>
      <Fact term="Kind of source">{excerpt.source_kind || 'not named'}</Fact>
      <Fact term="What it is">{excerpt.kind}</Fact>
      <Fact term="Where">{excerpt.engagement_id ? <a href={`${base}/engagements/${excerpt.engagement_id}`}>{excerpt.title}</a> : <a href={`${base}/documents/${excerpt.document_id}`}>{excerpt.document_title}</a>}</Fact>
      <Fact term="When">{excerpt.title === null ? (excerpt.dated_day ? formatDay(excerpt.dated_day) : 'not dated') : <Whence said={{ ...excerpt, title: excerpt.city }} />}</Fact>
      <Fact term="Language">{languageName(excerpt.language)}</Fact>
      <Fact term="Marked">{excerpt.author_name}, <At ms={excerpt.at_ms} clock={clock} /></Fact>
    </Facts>
  )
}
