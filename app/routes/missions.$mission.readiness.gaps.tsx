import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cellsOf, countStates, gapsFor } from '#app/domain/assessment/gaps.ts'
import { SOURCE_GROUPS, groupOf, groupWord } from '#app/domain/assessment/sources.ts'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, wordIn } from '#app/http/query.server.ts'
import { AskingList } from '#app/ui/assessment/asking-list.tsx'
import { GapLegend } from '#app/ui/assessment/gap-strip.tsx'
import { GapTable } from '#app/ui/assessment/gap-table.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { countCoverage } from '#db/evidence.server.ts'
import { listAsking, listQuestions } from '#db/questions.server.ts'
import { listDimensions } from '#db/readiness.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

export const meta: MetaFunction = () => [{ title: 'Gaps · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const mission = scope.mission.id
  const [dimensions, stops, counts, asking, asked] = await Promise.all([listDimensions(db, mission), listStopFaces(db, mission), countCoverage(db, mission), listAsking(db, mission, scope.missionNowMs), listQuestions(db, mission)])
  const cells = cellsOf({ counts, stopIds: stops.map((stop) => stop.id), dimensionIds: dimensions.map((one) => one.id), asking, asked })
  const only = { stop: stops.find((stop) => stop.id === idIn(url, 'stop'))?.id, dimension: dimensions.find((one) => one.id === idIn(url, 'dimension'))?.id, group: wordIn(url, 'source', SOURCE_GROUPS) }
  const wanted = cells.filter((cell) => (only.dimension === undefined || cell.dimensionId === only.dimension) && (only.group === undefined || cell.group === only.group))
  const lines = asking.filter((one) => only.stop === undefined || one.stopId === only.stop)
    .map((one) => ({ ...one, gaps: gapsFor(one, wanted, asked), asked: asked.filter((each) => each.engagementId === one.id && wanted.some((cell) => cell.dimensionId === each.dimensionId && cell.group === each.group)).length }))
    .filter((one) => one.gaps.length + one.asked > 0)
  return {
    base: inside(scope), dimensions: dimensions.map(({ id, name }) => ({ id, name })), stops: stops.map(({ id, city }) => ({ id, name: city })), cells, only, lines, states: countStates(cells), canAsk: can(scope.role, 'engagement.edit'),
    sample: counts.some((each) => each.sample),
    elsewhere: counts.filter((each) => each.stopId !== '' && groupOf(each.sourceKind) === undefined).reduce((sum, each) => sum + each.count, 0),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Gaps() {
  const data = useLoaderData<typeof loader>()
  const { base, dimensions, stops, cells } = data
  const here = `${base}/readiness/gaps`
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/readiness`}>Readiness</a>} title="Gaps" lead={<p>{leadOf(data)}</p>} actions={<ButtonLink href={`${base}/evidence`}>Evidence board</ButtonLink>} />
      {cells.length === 0 && <Empty title={stops.length === 0 ? 'No stops yet' : 'No dimensions yet'} action={<ButtonLink href={stops.length === 0 ? `${base}/stops/new` : `${base}/readiness/dimensions`}>{stops.length === 0 ? 'Add a stop' : 'Add dimensions'}</ButtonLink>}>A gap is a stop and a dimension on which some kind of source has not been heard.</Empty>}
      {cells.length > 0 && <><Picture {...data} here={here} dimensions={dimensions} stops={stops} /><Ask {...data} here={here} /></>}
    </>
  )
}

function leadOf({ cells, states }: Data): string {
  if (cells.length === 0) return 'Stop by dimension by kind of source: what nobody has been asked yet.'
  const empty = cells.length - states.evidence
  const parts = [states.asked > 0 && `${states.asked} wait for an answer`, states.open > 0 && `${states.open} can be asked in meetings ahead`, states.nobody > 0 && `${states.nobody} have no such meeting ahead`].filter(Boolean)
  return `${empty} of ${count(cells.length, 'cell', 'cells')} of stop, dimension and kind of source hold no evidence${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
}

function Picture({ base, here, dimensions, stops, cells, elsewhere, sample }: Data & { here: string }) {
  return (
    <Section id="cells" title="Who was heard on what" aside={sample ? <SampleMark /> : undefined}>
      <GapTable base={base} here={here} dimensions={dimensions} stops={stops} cells={cells} />
      <GapLegend />
      {elsewhere > 0 && <p className="small soft">{count(elsewhere, 'sentence names', 'sentences name')} no source of these four kinds and {elsewhere === 1 ? 'stands' : 'stand'} in no cell: <a href={`${base}/evidence?by=source#coverage`}>by kind of source</a>.</p>}
    </Section>
  )
}

function Ask({ base, here, dimensions, stops, only, lines, canAsk }: Data & { here: string }) {
  const narrowed = only.stop !== undefined || only.dimension !== undefined || only.group !== undefined
  const dimension = dimensions.find((one) => one.id === only.dimension)
  return (
    <Section id="ask" title={dimension ? `Who can still be asked about “${dimension.name}”` : 'Who can still be asked'} aside={narrowed ? <a href={`${here}#ask`}>All meetings ahead</a> : undefined}>
      <Filters action={`${here}#ask`} label="Narrow the gaps">
        <SelectField name="stop" label="Stop" value={only.stop ?? ''} options={[{ value: '', label: 'All stops' }, ...stops.map(({ id, name }) => ({ value: id, label: name }))]} />
        <SelectField name="dimension" label="Dimension" value={only.dimension ?? ''} options={[{ value: '', label: 'All dimensions' }, ...dimensions.map(({ id, name }) => ({ value: id, label: name }))]} />
        <SelectField name="source" label="Kind of source" value={only.group ?? ''} options={[{ value: '', label: 'All four kinds' }, ...SOURCE_GROUPS.map((group) => ({ value: group, label: groupWord(group) }))]} />
      </Filters>
      {lines.length > 0 && <AskingList base={base} lines={lines} canAsk={canAsk} dimension={only.dimension} />}
      {lines.length === 0 && <Nobody base={base} stop={only.stop} canAsk={canAsk} />}
    </Section>
  )
}

function Nobody({ base, stop, canAsk }: { base: string; stop: string | undefined; canAsk: boolean }) {
  return (
    <Empty title="No meeting ahead can fill these cells" action={canAsk && <ButtonLink href={`${base}/engagements/new${stop === undefined ? '' : `?stop=${stop}`}`}>Plan a meeting</ButtonLink>}>
      A meeting counts when it has not begun and an organisation of that kind takes part in it.
    </Empty>
  )
}
