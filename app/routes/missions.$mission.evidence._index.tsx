import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { coverageOf, gapsOf } from '#app/domain/assessment/coverage.ts'
import { RELATIONS } from '#app/domain/assessment/evidence.ts'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, pageIn, paged, textIn, wordIn } from '#app/http/query.server.ts'
import { BoardFilters } from '#app/ui/assessment/board-filters.tsx'
import { BoardRow } from '#app/ui/assessment/board-row.tsx'
import { CoverageMatrix, PAPERS, SOURCE_COLUMNS } from '#app/ui/assessment/coverage-matrix.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Tabs } from '#app/ui/kit/tabs.tsx'
import { countCoverage, countExcerpts, listExcerpts, listLinksOf } from '#db/evidence.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'
import { listDimensions } from '#db/readiness.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

export const meta: MetaFunction = () => [{ title: 'Evidence · Caravan' }]

function askedIn(url: URL) {
  return {
    stop: idIn(url, 'stop') ?? '', dimension: idIn(url, 'dimension') ?? '', relation: wordIn(url, 'relation', RELATIONS) ?? ('' as const), source: wordIn(url, 'source', SOURCE_COLUMNS.map((column) => column.id)) ?? '',
    links: wordIn(url, 'links', ['none']) ?? '', text: textIn(url, 'text'), by: wordIn(url, 'by', ['source']) ?? ('stop' as const),
  }
}

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const asked = askedIn(url)
  const filter = {
    stopId: asked.stop || undefined, dimensionId: asked.dimension || undefined, relation: asked.relation || undefined, unlinked: asked.links === 'none',
    sourceKind: SOURCE_COLUMNS.find((column) => column.id === asked.source)?.kind, text: asked.text, page: pageIn(url),
  }
  const [found, stops, dimensions, counts, totals] = await Promise.all([
    listExcerpts(db, scope.mission.id, filter), listStopFaces(db, scope.mission.id), listDimensions(db, scope.mission.id), countCoverage(db, scope.mission.id), countExcerpts(db, scope.mission.id),
  ])
  const { rows, paging } = paged(url, found, LIST_PAGE)
  const ids = dimensions.map((dimension) => dimension.id)
  const byStop = coverageOf(counts, ids, [...stops.map((stop) => stop.id), ''])
  const coverage = asked.by === 'source' ? coverageOf(counts, ids, SOURCE_COLUMNS.map((column) => column.kind), 'sourceKind') : byStop
  return {
    base: inside(scope), rows, paging, asked, totals, links: await listLinksOf(db, scope.mission.id, rows.map((row) => row.id)), canLink: can(scope.role, 'evidence.edit'), sample: found.some((row) => row.sample === 1),
    stops: stops.map(({ id, city }) => ({ id, city })), dimensions: dimensions.map(({ id, name }) => ({ id, name })), gaps: gapsOf(byStop, stops.map((stop) => stop.id)).length, cells: stops.length * dimensions.length,
    coverage: coverage.map((row, at) => ({ ...row, name: dimensions[at]?.name ?? '' })),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Evidence() {
  const data = useLoaderData<typeof loader>()
  const { base, totals, asked, rows, links, paging } = data
  const unlinked = totals.unlinked > 0 && <a href={`${base}/evidence?links=none#all`}>{totals.unlinked} without a finding</a>
  return (
    <>
      <PageHead title="Evidence" lead={<p>{count(totals.all, 'sentence marked', 'sentences marked')}{unlinked && <>, {unlinked}</>}. Each leads to findings, and findings to levels.</p>}
        actions={<><ButtonLink href={`${base}/findings`}>Findings</ButtonLink><ButtonLink href={`${base}/evidence/quotes`}>Quotes to show</ButtonLink><ButtonLink href={`${base}/notes`}>Notes to mark</ButtonLink></>} />
      {data.dimensions.length > 0 && totals.all > 0 && <Coverage {...data} />}
      <Section id="all" title={Object.entries(asked).some(([name, value]) => name !== 'by' && value !== '') ? 'Evidence that matches' : 'All evidence'}>
        <BoardFilters base={base} asked={asked} stops={data.stops} dimensions={data.dimensions} />
        <ul className="says board" aria-label="Sentences and their findings">
          {rows.map((row) => <BoardRow key={row.id} said={row} base={base} canLink={data.canLink} links={links.filter((link) => link.excerpt_id === row.id)} />)}
        </ul>
        {rows.length === 0 && <Nothing base={base} any={totals.all > 0} />}
        <ListFiles base={base} list="evidence" asked={{ stop: asked.stop, dimension: asked.dimension, relation: asked.relation, source: asked.source, links: asked.links, text: asked.text }} />
        <Paging label="Pages of evidence" paging={paging} />
      </Section>
    </>
  )
}

function Coverage({ base, asked, coverage, stops, gaps, cells, sample }: Data) {
  const columns = asked.by === 'source' ? SOURCE_COLUMNS : [...stops.map(({ id, city }) => ({ id, name: city })), { id: PAPERS, name: 'Papers' }]
  return (
    <Section id="coverage" title="Coverage" aside={<>{`${gaps} of ${count(cells, 'pair', 'pairs')} of stop and dimension without evidence`} {sample && <SampleMark />}</>}>
      <Tabs label="Coverage by" tabs={[{ href: `${base}/evidence#coverage`, label: 'By stop', current: asked.by === 'stop' }, { href: `${base}/evidence?by=source#coverage`, label: 'By kind of source', current: asked.by === 'source' }]} />
      <CoverageMatrix base={base} rows={coverage} columns={columns} by={asked.by} />
    </Section>
  )
}

function Nothing({ base, any }: { base: string; any: boolean }) {
  if (any) return <Empty title="No evidence matches" action={<ButtonLink href={`${base}/evidence#all`}>Show all evidence</ButtonLink>}>A cell that says “none” is a question for the next meeting.</Empty>
  return <Empty title="Nothing is marked yet" action={<ButtonLink href={`${base}/notes`} kind="primary">To the notes</ButtonLink>}>Evidence is a sentence of a note or a document. Open one and mark what was said.</Empty>
}
