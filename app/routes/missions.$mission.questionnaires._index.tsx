import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged } from '#app/http/query.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { LIST_PAGE } from '#db/notes.server.ts'
import { listQuestionnaires } from '#db/questionnaires.server.ts'

export const meta: MetaFunction = () => [{ title: 'Questionnaires · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const found = await listQuestionnaires(scope.database.read, scope.mission.id, scope.missionNowMs, pageIn(url))
  return { base: inside(scope), ...paged(url, found, LIST_PAGE), canEdit: can(scope.role, 'paper.edit') }
})

const HEADS = [{ label: 'Questionnaire' }, { label: 'Questions', num: true }, { label: 'Languages' }, { label: 'Sent', num: true }, { label: 'Returned', num: true }, { label: 'Late', num: true }]

/** The questionnaires of a mission and how far each has come. */
export default function Questionnaires() {
  const { base, rows, paging, canEdit } = useLoaderData<typeof loader>()
  const write = canEdit && <ButtonLink href={`${base}/questionnaires/new`} kind="primary">Write a questionnaire</ButtonLink>
  return (
    <>
      <PageHead title="Questionnaires" lead="What organisations are asked in writing, in their language, and what came back. Answers give evidence as notes do." actions={write || undefined} />
      {rows.length > 0 && (
        <Table caption="Questionnaires by title" quiet fold heads={HEADS}>
          {rows.map((row) => (
            <Row key={row.id} {...(Number(row.late) > 0 ? { state: 'attention' as const } : {})}>
              <RowHead>
                <a href={`${base}/questionnaires/${row.id}`} lang={row.language}>{row.title}</a> {row.sample === 1 && <SampleMark />}
                {row.source_line !== null && <span className="under small soft">deck, line {row.source_line}</span>}
              </RowHead>
              <Cell label="Questions" num>{Number(row.questions)}</Cell>
              <Cell label="Languages">{languageName(row.language)}{Number(row.languages) > 0 && ` and ${count(Number(row.languages), 'other', 'others')}`}</Cell>
              <Cell label="Sent" num><a href={`${base}/questionnaires/${row.id}/requests`}>{Number(row.sent)}</a></Cell>
              <Cell label="Returned" num>{Number(row.returned)}</Cell>
              <Cell label="Late" num>{Number(row.late)}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {rows.length === 0 && <Empty title="No questionnaire yet" action={write || undefined}>Write the questions once; each organisation answers on a page of its own, without an account.</Empty>}
      <Paging label="Pages of questionnaires" paging={paging} />
    </>
  )
}
