import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKind } from '#app/domain/papers/kinds.ts'
import type { PaperKindId } from '#app/domain/papers/kinds.ts'
import { count } from '#app/domain/text.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, pageIn, paged } from '#app/http/query.server.ts'
import { listPaperSubjects } from '#app/operations/papers.server.ts'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { SubjectTable } from '#app/ui/papers/subject-table.tsx'
import { listLastEditions } from '#db/editions.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.kind.words ?? 'Papers'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const kind = paperKind(params.kind ?? '')
  if (!kind) throw refuse('gone')
  const db = scope.database.read
  const of = idIn(url, 'of')
  const [all, last] = await Promise.all([listPaperSubjects({ db, mission: scope.mission, nowMs: scope.missionNowMs }, kind.id as PaperKindId), listLastEditions(db, scope.mission.id)])
  const meant = of === undefined ? all : all.filter(({ subject }) => subject === of || subject.startsWith(`${of}.`))
  const from = (pageIn(url) - 1) * LIST_PAGE
  const { rows, paging } = paged(url, meant.slice(from, from + LIST_PAGE + 1), LIST_PAGE)
  return { base: inside(scope), kind, total: meant.length, narrowed: of !== undefined, paging, subjects: rows.map((each) => ({ ...each, last: last.find((edition) => edition.kind === kind.id && edition.subject === each.subject) })) }
})

export default function PapersOfKind() {
  const { base, kind, total, narrowed, subjects, paging } = useLoaderData<typeof loader>()
  const at = `${base}/papers/${kind.id}`
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/papers`}>Papers</a>} title={kind.words} lead={`It is ${kind.told}. ${count(total, 'draft', 'drafts')}${narrowed ? ' here' : ''}.`} actions={narrowed && <a href={at}>All of the mission</a>} />
      {subjects.length === 0 ? <Empty title="Nothing to make it for yet">As soon as the mission has what this paper is about, its draft stands here.</Empty> : <SubjectTable caption={`Drafts: ${kind.words}`} subjects={subjects} at={at} base={base} />}
      <Paging label="Pages of drafts" paging={paging} />
    </>
  )
}
