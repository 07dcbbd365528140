import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FINDING_STATUSES } from '#app/domain/assessment/findings.ts'
import { can } from '#app/domain/people/access.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, pageIn, paged, textIn, wordIn } from '#app/http/query.server.ts'
import { FINDING_HEADS, FindingRow } from '#app/ui/assessment/finding-row.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { Table } from '#app/ui/kit/table.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { describeFindings, listFindings } from '#db/findings.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'
import { listDimensions } from '#db/readiness.server.ts'

export const meta: MetaFunction = () => [{ title: 'Findings · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const asked = { dimensionId: idIn(url, 'dimension'), status: wordIn(url, 'status', FINDING_STATUSES), nodeId: idIn(url, 'node'), text: textIn(url, 'text') }
  const [found, dimensions] = await Promise.all([listFindings(db, scope.mission.id, { ...asked, page: pageIn(url) }), listDimensions(db, scope.mission.id)])
  const { rows, paging } = paged(url, found, LIST_PAGE)
  const more = await describeFindings(db, scope.mission.id, rows.map((row) => row.id))
  return {
    base: inside(scope), paging, asked, dimensions: dimensions.map(({ id, name }) => ({ id, name })), canEdit: can(scope.role, 'evidence.edit'),
    rows: rows.map((row) => ({ ...row, weights: more.weights.get(row.id) ?? [], dimensions: more.dimensions.get(row.id) ?? [] })),
  }
})

export default function Findings() {
  const { base, rows, paging, asked, dimensions, canEdit } = useLoaderData<typeof loader>()
  const narrowed = Boolean(asked.dimensionId ?? asked.status ?? asked.nodeId) || asked.text !== ''
  const write = canEdit && <ButtonLink href={`${base}/findings/new`} kind="primary">Write a finding</ButtonLink>
  return (
    <>
      <PageHead title="Findings" lead="What the mission holds to be so, and the sentences for and against it." actions={write || undefined} />
      <Filters action={`${base}/findings`} label="Narrow the findings">
        <SelectField name="dimension" label="Dimension" value={asked.dimensionId ?? ''} options={[{ value: '', label: 'All dimensions' }, ...dimensions.map(({ id, name }) => ({ value: id, label: name }))]} />
        <SelectField name="status" label="Status" value={asked.status ?? ''} options={[{ value: '', label: 'Any status' }, ...FINDING_STATUSES.map((value) => ({ value, label: value }))]} />
        <TextField name="text" label="Words" type="search" value={asked.text} />
      </Filters>
      <Section id="all" title={narrowed ? 'Findings that match' : 'All findings'}>
        {rows.length > 0 && <Table caption="Findings" quiet fold heads={FINDING_HEADS}>{rows.map((row) => <FindingRow key={row.id} finding={row} base={base} />)}</Table>}
        {rows.length === 0 && (narrowed
          ? <Empty title="No finding matches" action={<ButtonLink href={`${base}/findings`}>Show all findings</ButtonLink>} />
          : <Empty title="No findings yet" action={write || undefined}>A finding is one sentence that could be wrong. Write it here, or together with the words that it rests on, in a note.</Empty>)}
        <ListFiles base={base} list="findings" asked={{ dimension: asked.dimensionId, status: asked.status, node: asked.nodeId, text: asked.text }} />
        <Paging label="Pages of findings" paging={paging} />
      </Section>
    </>
  )
}
