import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { count } from '#app/domain/text.ts'
import { refuse } from '#app/http/answers.server.ts'
import { clockHere } from '#app/http/clock-here.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { ratingView } from '#app/http/levels.server.ts'
import { Said } from '#app/ui/assessment/said.tsx'
import { LevelMark } from '#app/ui/assessment/level-mark.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Relation } from '#app/ui/kit/relation.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import { listEvidenceByLinks } from '#db/findings.server.ts'
import { listDimensions, listRatings } from '#db/readiness.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.dimension.name ?? ''} was ${data?.rating.word ?? ''} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const dimension = (await listDimensions(db, scope.mission.id)).find((one) => one.id === params.dimension)
  const rating = dimension && (await listRatings(db, scope.mission.id, dimension.id)).find((one) => String(one.number) === params.number)
  if (!dimension || !rating) throw refuse('gone')
  const [standing, clock] = await Promise.all([listEvidenceByLinks(db, scope.mission.id, rating.evidence.map((link) => link.id)), clockHere(scope)])
  const before = new Map(rating.evidence.map((link) => [link.id, link.relation]))
  return {
    base: inside(scope), dimension: { id: dimension.id, name: dimension.name }, rating: ratingView(rating), clock, gone: rating.evidence.length - standing.length,
    evidence: standing.map((row) => ({ ...row, bore: before.get(row.link_id) ?? row.relation })),
  }
})

export default function RatingPage() {
  const { base, dimension, rating, clock, gone, evidence } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/readiness/${dimension.id}#history`}>{dimension.name}: history</a>} title={`${dimension.name}: ${rating.word}, and what stood behind it`} />
      <Facts>
        <Fact term="Level"><LevelMark rating={rating} /></Fact>
        <Fact term="Given by">{rating.accountName}{rating.atMs !== null && <>, <At ms={rating.atMs} clock={clock} /></>}</Fact>
        <Fact term="Reason">{rating.reason}</Fact>
        <Fact term="Framework">{rating.framework}{rating.dimensionName !== '' && rating.dimensionName !== dimension.name && <>; the dimension was called “{rating.dimensionName}”</>}</Fact>
      </Facts>
      <Section id="then" title="Evidence then" aside={count(rating.evidence, 'sentence', 'sentences')}>
        <ul className="says" aria-label="Evidence when the level was given">
          {evidence.map((row) => (
            <li key={row.link_id}>
              <Said said={row} base={base} relation={row.bore} sample={row.link_sample === 1} why={dimension.id}>
                <p className="small">Finding: <a href={`${base}/findings/${row.finding_id}`}>{row.statement}</a></p>
                {row.bore !== row.relation && <p className="small">Bears otherwise now: <Relation relation={row.relation} /></p>}
              </Said>
            </li>
          ))}
        </ul>
        {gone > 0 && <p className="soft">{count(gone, 'sentence has', 'sentences have')} been unlinked since; the history of the mission names them.</p>}
      </Section>
    </>
  )
}
