import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { choiceQuery } from '#app/domain/papers/choice.ts'
import { paperTitle } from '#app/domain/papers/editions.ts'
import type { SubjectKind } from '#app/domain/papers/kinds.ts'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { askedPaper, shownTo } from '#app/http/papers.server.ts'
import { asDraft, clockOf, loadDraft } from '#app/operations/editions.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns } from '#app/ui/kit/columns.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PrintButton } from '#app/ui/kit/print-button.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { ChangeList } from '#app/ui/papers/change-list.tsx'
import { EditionList } from '#app/ui/papers/edition-list.tsx'
import { GapList } from '#app/ui/papers/gap-list.tsx'
import { PaperChoices } from '#app/ui/papers/paper-choices.tsx'
import { PaperFiles } from '#app/ui/papers/paper-files.tsx'
import { PaperSheet } from '#app/ui/papers/paper-sheet.tsx'
import { sourcePath } from '#app/ui/papers/source-path.ts'

const OTHERS: Record<SubjectKind, string> = { mission: '', 'mission-or-stop': 'Of each stop', engagement: 'Of other meetings', day: 'Of other days', participation: 'To others', dimension: 'Of other dimensions', document: '' }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? paperTitle(data.kind.id, data.paper.title, data.subjectTitle) : 'Paper'}, draft · Caravan` }]

export const loader = inMission('mission.read', async (scope, entered) => {
  const { kind, ask } = askedPaper(entered)
  const draft = await loadDraft(scope.database.read, scope, kind, ask)
  if (!draft) throw refuse('gone')
  const { paper, subjectTitle, editions, last, changes, next } = draft
  return {
    base: inside(scope), here: inside(scope, `/papers/${kind.id}/${ask.subject}`), kind, choice: ask, query: choiceQuery(kind, ask), subjectTitle, editions, last, changes, next,
    paper: asDraft(shownTo(scope, paper), await clockOf(scope.database.read, scope), scope.missionNowMs), canIssue: can(scope.role, 'paper.issue'),
  }
})

export default function PaperDraft() {
  const { base, here, kind, choice, query, subjectTitle, editions, last, changes, next, paper, canIssue } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead eyebrow={<><a href={`${base}/papers`}>Papers</a>{OTHERS[kind.subject] && <> · <a href={`${base}/papers/${kind.id}`}>{OTHERS[kind.subject]}</a></>}</>} title={kind.words}
        lead={<>{subjectTitle}<br /><span className="small">Draft. {last ? <a href="#changes">{count(changes.length, 'change', 'changes')} since edition {last.number}</a> : 'No edition has been issued yet'} · {paper.gaps.length === 0 ? 'nothing is missing' : <a href="#gaps">{count(paper.gaps.length, 'gap', 'gaps')}</a>}</span></>}
        actions={canIssue && <ButtonLink kind="primary" href={`${here}/issue${query}`}>Issue edition {next}…</ButtonLink>} />
      <div className="stack tight">
        <PaperChoices kind={kind} choice={choice} here={here} />
        <div className="line acts"><PaperFiles at={here} query={query} /><PrintButton /></div>
      </div>
      <Columns>
        <PaperSheet paper={paper} linkOf={(source) => `${base}/${sourcePath(source)}`} pictureOf={(id) => `${base}/attachments/${id}`} />
        <aside className="stack acts" aria-label="Around this paper">
          <Section id="gaps" title="Missing" aside={paper.gaps.length || undefined}>{paper.gaps.length === 0 ? <p className="soft">Nothing is missing.</p> : <GapList gaps={paper.gaps} base={base} />}</Section>
          <Section id="changes" title={last ? `Since edition ${last.number}` : 'Changes'} aside={last ? changes.length : undefined}>
            {!last ? <p className="soft">Once an edition is issued, what changed since then stands here.</p> : changes.length === 0 ? <p className="soft">It says the same.</p> : <ChangeList changes={changes} />}
          </Section>
          <Section id="editions" title="Editions">{editions.length === 0 ? <p className="soft">None yet{canIssue ? '.' : '. A coordinator issues them.'}</p> : <EditionList editions={editions} base={base} />}</Section>
        </aside>
      </Columns>
    </>
  )
}
