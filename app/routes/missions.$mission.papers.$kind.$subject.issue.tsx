import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { choiceQuery } from '#app/domain/papers/choice.ts'
import { paperTitle } from '#app/domain/papers/editions.ts'
import { count } from '#app/domain/text.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { askedPaper } from '#app/http/papers.server.ts'
import { IssueInput, REMARK_MAX } from '#app/operations/editions.input.ts'
import { issueEdition, loadDraft } from '#app/operations/editions.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns } from '#app/ui/kit/columns.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TextArea } from '#app/ui/kit/text-field.tsx'
import { ChangeList } from '#app/ui/papers/change-list.tsx'
import { GapList } from '#app/ui/papers/gap-list.tsx'
import { choiceWords } from '#app/ui/papers/paper-choices.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Issue ${data?.title ?? 'a paper'} · Caravan` }]

export const loader = inMission('paper.issue', async (scope, entered) => {
  const { kind, ask } = askedPaper(entered)
  const draft = await loadDraft(scope.database.read, scope, kind, ask)
  if (!draft) throw refuse('gone')
  const { paper, subjectTitle, last, changes, next, digest } = draft
  return { base: inside(scope), here: inside(scope, `/papers/${kind.id}/${ask.subject}`), query: choiceQuery(kind, ask), choice: ask, title: paperTitle(kind.id, paper.title, subjectTitle), gaps: paper.gaps, last: last?.number, changes, next, digest }
})

export const action = inMission('paper.issue', async (scope, entered) => {
  const { kind, ask } = askedPaper(entered)
  const form = await readForm(entered.request, IssueInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await issueEdition(scope, kind, ask, form.value)
  if (outcome.done) return goTo(inside(scope, `/papers/editions/${outcome.id}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  const why = outcome.because === 'reads-otherwise' ? 'The draft reads otherwise than when you opened this page.' : 'Somebody issued an edition meanwhile.'
  return overtaken(form.typed, `Nothing was issued. ${why} Look at the changes and gaps below, which are those of now, then issue it once more.`)
})

export default function IssuePaper() {
  const { base, here, query, choice, title, gaps, last, changes, next, digest } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const untranslated = gaps.filter((gap) => gap.kind === 'translation').length
  return (
    <>
      <PageHead eyebrow={<a href={here + query}>Draft of {title}</a>} title={`Issue edition ${next}`} lead={<>{title}, {choiceWords(choice)}. What is issued stays as it is now; it can be withdrawn, not changed.</>} />
      <ErrorSummary problem={problem} />
      <Form action={`${here}/issue${query}`} hidden={{ seen: digest, after: next - 1 }}>
        <TextArea name="remark" label="Remark" optional problem={problem} rows={3} maxLength={REMARK_MAX} hint="Stands beside the edition in Caravan, not in the paper: why it is issued, or to whom it goes." />
        <CommitBar actions={<><ButtonLink href={here + query}>Not yet</ButtonLink><Button kind="primary">Issue edition {next}</Button></>}>
          {last === undefined ? 'It is the first edition' : changes.length === 0 ? <>It says the same as edition {last}</> : <>{count(changes.length, 'change', 'changes')} since edition {last}</>}; {gaps.length === 0 ? 'nothing is missing' : <>{count(gaps.length, 'gap', 'gaps')}{untranslated > 0 && <>, {count(untranslated, 'translation', 'translations')} among them</>}</>}. Nobody is told by itself.
        </CommitBar>
      </Form>
      <Columns half>
        <Section id="gaps" title="Missing" aside={gaps.length || undefined}>{gaps.length === 0 ? <p className="soft">Nothing is missing.</p> : <GapList gaps={gaps} base={base} />}</Section>
        <Section id="changes" title={last === undefined ? 'Changes' : `Since edition ${last}`} aside={last === undefined ? undefined : changes.length}>{last === undefined ? <p className="soft">There is no earlier edition that stands.</p> : changes.length === 0 ? <p className="soft">It says the same.</p> : <ChangeList changes={changes} />}</Section>
      </Columns>
    </>
  )
}
