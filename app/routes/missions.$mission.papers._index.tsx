import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PAPER_KINDS } from '#app/domain/papers/kinds.ts'
import type { PaperKind, PaperKindId } from '#app/domain/papers/kinds.ts'
import { wallOf } from '#app/domain/time.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged } from '#app/http/query.server.ts'
import { clockHere } from '#app/http/clock-here.server.ts'
import { listPaperSubjects } from '#app/operations/papers.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { EditionList } from '#app/ui/papers/edition-list.tsx'
import { KindTable } from '#app/ui/papers/kind-table.tsx'
import { LIST_PAGE } from '#db/notes.server.ts'
import { listEditions, listLastEditions } from '#db/editions.server.ts'

export const meta: MetaFunction = () => [{ title: 'Papers · Caravan' }]

const GROUPS: readonly { id: string; title: string; subjects: readonly PaperKind['subject'][] }[] = [
  { id: 'mission', title: 'Of the mission', subjects: ['mission', 'mission-or-stop', 'document'] },
  { id: 'days', title: 'Of a day', subjects: ['day'] },
  { id: 'meetings', title: 'Of a meeting', subjects: ['engagement'] },
  { id: 'people', title: 'To somebody', subjects: ['participation'] },
  { id: 'dimensions', title: 'Of a dimension', subjects: ['dimension'] },
]

/** What a paper can be made for: how much, and which is needed next by the mission's calendar. */
async function subjectsOf(scope: Scope, id: PaperKindId, today: string) {
  const all = await listPaperSubjects({ db: scope.database.read, mission: scope.mission, nowMs: scope.missionNowMs }, id)
  return { count: all.length, next: all.find(({ subject, day }) => subject === 'mission' || day === null || day >= today) ?? all.at(-1) }
}

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const [issued, last, clock] = await Promise.all([listEditions(db, scope.mission.id, { page: pageIn(url) }), listLastEditions(db, scope.mission.id), clockHere(scope)])
  const today = wallOf(scope.missionNowMs, clock.zone).day
  const lines = await Promise.all(PAPER_KINDS.map(async (kind) => ({ kind: kind as PaperKind, ...(await subjectsOf(scope, kind.id, today)), last: last.find((edition) => edition.kind === kind.id) })))
  const { rows, paging } = paged(url, issued, LIST_PAGE)
  return { base: inside(scope), groups: GROUPS.map((group) => ({ ...group, lines: lines.filter(({ kind }) => group.subjects.includes(kind.subject)) })).filter((group) => group.lines.length > 0), issued: rows, paging }
})

export default function Papers() {
  const { base, groups, issued, paging } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title="Papers" lead="A draft always says what the mission knows now. An edition stays as it was issued, has a number, and says what changed since the one before." />
      {groups.map(({ id, title, lines }) => <div key={id} className="kinds"><Section id={id} title={title}><KindTable caption={`Papers ${title.toLowerCase()}`} lines={lines} base={base} /></Section></div>)}
      <Section id="issued" title="Issued">
        {issued.length === 0 ? <p className="soft">{paging ? 'Nothing here.' : 'Nothing has been issued yet. Open a draft, look at what is missing, and issue its first edition.'}</p> : <EditionList editions={issued} base={base} whole />}
        <Paging label="Pages of editions" paging={paging} />
      </Section>
    </>
  )
}
