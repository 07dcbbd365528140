import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { splitSentences } from '#app/domain/meetings/sentences.ts'
import { entryWords } from '#app/domain/papers/outline.ts'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { marksOfNode, rowsOf } from '#app/http/marks.server.ts'
import { MarkInput } from '#app/operations/evidence.input.ts'
import { markExcerpt } from '#app/operations/evidence.server.ts'
import { Translation } from '#app/ui/assessment/said.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'
import { MARK_FORM, MarkForm, markErrors } from '#app/ui/meetings/mark-form.tsx'
import { Marked } from '#app/ui/meetings/marked.tsx'
import { NoteText } from '#app/ui/meetings/note-text.tsx'
import { findNode } from '#db/documents.server.ts'
import { listExcerpts, listLinksOf } from '#db/evidence.server.ts'
import { listFindingChoices } from '#db/findings.server.ts'
import { listDimensions } from '#db/readiness.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${openingOf(data?.node.title ?? '', 60)} · Caravan` }]

/** Where a text is one sentence, that is the one meant. */
function onlySentence(text: string): string {
  const [first, ...more] = splitSentences(text)
  return first && more.length === 0 ? `${first.start}-${first.end}` : ''
}

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const node = await findNode(db, scope.mission.id, params.node ?? '')
  if (!node || node.document_id !== params.document) throw refuse('gone')
  const [excerpts, findings, dimensions] = await Promise.all([listExcerpts(db, scope.mission.id, { nodeId: node.id }), listFindingChoices(db, scope.mission.id), listDimensions(db, scope.mission.id)])
  const links = await listLinksOf(db, scope.mission.id, excerpts.map((excerpt) => excerpt.id))
  return {
    base: inside(scope), node, only: onlySentence(node.text), marks: marksOfNode(node.text, excerpts), rows: rowsOf(node.text, excerpts, links), findings,
    dimensions: dimensions.map(({ id, name }) => ({ id, name })), canMark: can(scope.role, 'evidence.edit'),
  }
})

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, MarkInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await markExcerpt(scope, { nodeId: params.node ?? '' }, form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${params.document}/nodes/${params.node}#m-${outcome.excerptId}`), outcome.actId)
  if (outcome.because === 'gone' || outcome.because === 'stale') throw refuse(outcome.because)
  return problemWith(form.typed, markErrors(outcome.because))
})

export default function NodePage() {
  const { base, node, only, marks, rows, findings, dimensions, canMark } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const lang = node.language
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/documents/${node.document_id}?node=${node.id}#n-${node.id}`} lang={lang || undefined}>{node.document_title}</a>} title="Mark words of a document" />
      <ErrorSummary problem={problem} />
      <div className="capture">
        <div className="words stack tight">
          {!node.text.startsWith(node.title) && <h2 lang={lang || undefined}>{entryWords(node)}</h2>}
          <NoteText plain text={node.text} lang={lang} marks={marks} form={canMark ? MARK_FORM : undefined} chosen={valueOf(problem, 'sentence', only)} />
          <Translation said={node} />
        </div>
        {canMark && (
          <Section id="marking" title="Mark as evidence">
            <MarkForm action={`${base}/documents/${node.document_id}/nodes/${node.id}`} keep={`mark ${rows.length}`} problem={problem} speakers={node.author === '' ? [] : [{ name: node.author, sourceKind: '', sample: node.sample === 1 }]} findings={findings} dimensions={dimensions} language={lang || 'en'} kind="quote" />
          </Section>
        )}
        <Section id="marked" title={rows.length === 0 ? 'Nothing marked yet' : count(rows.length, 'mark', 'marks')}>
          {rows.length === 0 && <p className="soft">No words of this section are evidence yet.</p>}
          <Marked rows={rows} base={base} canLink={canMark} />
        </Section>
      </div>
    </>
  )
}
