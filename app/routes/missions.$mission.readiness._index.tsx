import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { coverageOf } from '#app/domain/assessment/coverage.ts'
import { agreementOf, confidenceOf, countRelations } from '#app/domain/assessment/evidence.ts'
import { frameworksOf } from '#app/domain/assessment/frameworks.ts'
import { flagsOf } from '#app/domain/assessment/ratings.ts'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { clockHere } from '#app/http/clock-here.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { ratingView } from '#app/http/levels.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { CoverageMatrix, PAPERS } from '#app/ui/assessment/coverage-matrix.tsx'
import { READINESS_HEADS, ReadinessRow } from '#app/ui/assessment/readiness-row.tsx'
import type { ReadinessLine } from '#app/ui/assessment/readiness-row.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Table } from '#app/ui/kit/table.tsx'
import { countCoverage } from '#db/evidence.server.ts'
import { listContradictions, listDimensions, listLatestRatings, weighDimensions } from '#db/readiness.server.ts'
import type { Dimension } from '#db/readiness.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

export const meta: MetaFunction = () => [{ title: 'Readiness · Caravan' }]

/** Every dimension with its level and what it rests on. Five queries. */
async function linesOf(scope: Scope): Promise<(ReadinessLine & Pick<Dimension, 'framework' | 'frameworkVersion' | 'sourceLine'>)[]> {
  const db = scope.database.read
  const [dimensions, ratings, weights, against] = await Promise.all([
    listDimensions(db, scope.mission.id), listLatestRatings(db, scope.mission.id), weighDimensions(db, scope.mission.id), listContradictions(db, scope.mission.id),
  ])
  return dimensions.map(({ id, name, framework, frameworkVersion, sourceLine }) => {
    const { weighed, meetings, sample } = weights.get(id) ?? { weighed: [], meetings: 0, sample: false }
    const { latest, before } = ratings.get(id) ?? { latest: undefined, before: undefined }
    const agreement = agreementOf(weighed)
    return {
      id, name, framework, frameworkVersion, sourceLine, rating: latest && ratingView(latest), before: before && ratingView(before), counts: countRelations(weighed), sample, agreement, confidence: confidenceOf(weighed),
      flags: flagsOf(latest, against.get(id) ?? [], { kinds: agreement.kinds, meetings }),
    }
  })
}

export const loader = inMission('mission.read', async (scope) => {
  const db = scope.database.read
  const [lines, clock, stops, counts] = await Promise.all([linesOf(scope), clockHere(scope), listStopFaces(db, scope.mission.id), countCoverage(db, scope.mission.id)])
  const coverage = coverageOf(counts, lines.map((line) => line.id), [...stops.map((stop) => stop.id), ''])
  return {
    base: inside(scope), lines, clock, columns: [...stops.map(({ id, city }) => ({ id, name: city })), { id: PAPERS, name: 'Papers' }],
    coverage: coverage.map((row, at) => ({ ...row, name: lines[at]?.name ?? '' })), canEdit: can(scope.role, 'rating.change'),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Readiness() {
  const { base, lines, clock, columns, coverage, canEdit } = useLoaderData<typeof loader>()
  const stale = lines.filter((line) => line.flags.some((flag) => flag.kind === 'stale')).length
  const change = canEdit && <ButtonLink href={`${base}/readiness/dimensions`} kind={lines.length === 0 ? 'primary' : undefined}>{lines.length === 0 ? 'Add dimensions' : 'Dimensions'}</ButtonLink>
  return (
    <>
      <PageHead eyebrow={sourceOf(lines)} title="Readiness" lead={`${count(lines.length, 'dimension', 'dimensions')}, three levels: Low, Mid, High. A level may also be withheld.${stale > 0 ? ` ${count(stale, 'level is', 'levels are')} stale: newer evidence contradicts.` : ''}`} actions={<>{lines.length > 0 && <ButtonLink href={`${base}/readiness/gaps`}>Gaps</ButtonLink>}{change}</>} />
      {lines.length === 0 && <Section id="none" title="Levels"><Empty title="No dimensions yet">A dimension is what the mission assesses, such as leadership or infrastructure. Findings belong to dimensions, and each dimension gets a level.</Empty></Section>}
      {lines.length > 0 && <Table caption="Readiness by dimension" quiet fold heads={READINESS_HEADS}>{lines.map((line) => <ReadinessRow key={line.id} line={line} base={base} clock={clock} />)}</Table>}
      {lines.length > 0 && (
        <Section id="coverage" title="Evidence by stop" aside={<>{lines.some((line) => line.sample) && <SampleMark />} <a href={`${base}/evidence`}>Evidence board</a></>}>
          <CoverageMatrix base={base} rows={coverage} columns={columns} by="stop" />
        </Section>
      )}
    </>
  )
}

/** By which framework, and where the dimensions were printed. */
function sourceOf(lines: Data['lines']): string {
  const printed = lines.map((line) => line.sourceLine).filter((line) => line !== null)
  const frameworks = ['Assessment', ...frameworksOf(lines)].join(' · ')
  return printed.length === 0 ? frameworks : `${frameworks} · dimensions as printed, lines ${Math.min(...printed)}–${Math.max(...printed)}`
}
