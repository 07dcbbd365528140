import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { choiceQuery } from '#app/domain/papers/choice.ts'
import { paperKind } from '#app/domain/papers/kinds.ts'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { shownTo } from '#app/http/papers.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns } from '#app/ui/kit/columns.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PrintButton } from '#app/ui/kit/print-button.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import { ChangeList } from '#app/ui/papers/change-list.tsx'
import { EditionList, editionTitle } from '#app/ui/papers/edition-list.tsx'
import { GapList } from '#app/ui/papers/gap-list.tsx'
import { choiceWords } from '#app/ui/papers/paper-choices.tsx'
import { PaperFiles } from '#app/ui/papers/paper-files.tsx'
import { PaperSheet } from '#app/ui/papers/paper-sheet.tsx'
import { sourcePath } from '#app/ui/papers/source-path.ts'
import { findEdition, listSeries, loadIssued } from '#db/editions.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${editionTitle(data.edition)}, edition ${data.edition.number} · Caravan` : 'Edition · Caravan' }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const id = idOf(params, 'edition')
  const [edition, issued] = await Promise.all([findEdition(db, scope.mission.id, id), loadIssued(db, scope.mission.id, id)])
  if (!edition || !issued) throw refuse('gone')
  const kind = paperKind(edition.kind)
  const draft = kind && inside(scope, `/papers/${kind.id}/${edition.subject}${choiceQuery(kind, edition)}`)
  return { base: inside(scope), here: inside(scope, `/papers/editions/${id}`), edition, kindWords: kind?.words ?? edition.title, ...issued, paper: shownTo(scope, issued.paper), draft, series: await listSeries(db, scope.mission.id, edition), canIssue: can(scope.role, 'paper.issue') }
})

export default function EditionPage() {
  const { base, here, edition, kindWords, paper, changes, compared, draft, series, canIssue } = useLoaderData<typeof loader>()
  const newer = series.find((each) => each.number > edition.number && each.withdrawn_ms === null)
  return (
    <>
      <PageHead eyebrow={<><a href={`${base}/papers`}>Papers</a>{draft && <> · <a href={draft}>The draft as of now</a></>}</>} title={`${kindWords}, edition ${edition.number}`}
        lead={<>{edition.subject_title}<br /><span className="small">Issued <At ms={edition.issued_ms} clock={edition} /> by {edition.account_name}, {choiceWords(edition)}{compared !== null && <> · <a href="#changes">{count(changes.length, 'change', 'changes')} since edition {compared}</a></>}</span></>}
        actions={canIssue && edition.withdrawn_ms === null && <ButtonLink href={`${here}/withdraw`}>Withdraw…</ButtonLink>} />
      <div className="line acts"><PaperFiles at={here} /><PrintButton kind="primary" /></div>
      {edition.withdrawn_ms !== null && <Note kind="warning" title="This edition is withdrawn.">{edition.withdrawn_reason} <span className="soft">({edition.withdrawn_by}, <At ms={edition.withdrawn_ms} clock={edition} />)</span></Note>}
      {newer && <Note kind="info" title={`Edition ${newer.number} has followed.`}><a href={`${base}/papers/editions/${newer.id}`}>To the newest edition</a></Note>}
      <Columns>
        <PaperSheet paper={paper} linkOf={(source) => `${base}/${sourcePath(source)}`} pictureOf={(id) => `${base}/attachments/${id}`} />
        <aside className="stack acts" aria-label="Around this edition">
          {edition.remark !== '' && <Facts><Fact term="Remark">{edition.remark}</Fact></Facts>}
          <Section id="changes" title={compared === null ? 'Changes' : `Since edition ${compared}`} aside={compared === null ? undefined : changes.length}>
            {compared === null ? <p className="soft">{edition.number === 1 ? 'It is the first edition.' : 'No earlier edition stood when it was issued.'}</p> : changes.length === 0 ? <p className="soft">It says the same.</p> : <ChangeList changes={changes} />}
          </Section>
          <Section id="gaps" title="Missing when issued" aside={paper.gaps.length || undefined}>{paper.gaps.length === 0 ? <p className="soft">Nothing was missing.</p> : <GapList gaps={paper.gaps} base={base} />}</Section>
          <Section id="editions" title="Editions" aside={count(series.length, 'edition', 'editions')}><EditionList editions={series} base={base} current={edition.id} /></Section>
        </aside>
      </Columns>
    </>
  )
}
