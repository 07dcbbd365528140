import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CONFIDENTIALITIES, mayRead } from '#app/domain/meetings/attribution.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged, wordIn } from '#app/http/query.server.ts'
import { ShownQuote } from '#app/ui/assessment/shown-quote.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { PrintButton } from '#app/ui/kit/print-button.tsx'
import { Tabs } from '#app/ui/kit/tabs.tsx'
import { listExcerpts } from '#db/evidence.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'

export const meta: MetaFunction = () => [{ title: 'Quotes that may be shown · Caravan' }]

const READERS = ['counterpart', 'public'] as const

export const loader = inMission('mission.read', async (scope, { url }) => {
  const reader = wordIn(url, 'for', READERS) ?? 'counterpart'
  const open = CONFIDENTIALITIES.filter((words) => mayRead(words, reader))
  return { base: inside(scope), reader, ...paged(url, await listExcerpts(scope.database.read, scope.mission.id, { confidentialities: open, page: pageIn(url) }), LIST_PAGE) }
})

export default function Quotes() {
  const { base, reader, rows, paging } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title="Quotes that may be shown" lead={reader === 'public' ? 'Words that everybody may read, with as much of their source as may be said.' : 'Words that counterparts may read, with as much of their source as may be said.'}
        actions={<><PrintButton /><ButtonLink href={`${base}/evidence`} icon="back">All evidence</ButtonLink></>} />
      <Tabs label="For whom" tabs={[{ href: `${base}/evidence/quotes`, label: 'For counterparts', current: reader === 'counterpart' }, { href: `${base}/evidence/quotes?for=public`, label: 'For everybody', current: reader === 'public' }]} />
      <ul className="says" aria-label="Quotes">
        {rows.map((row) => <li key={row.id}><ShownQuote said={row} /></li>)}
      </ul>
      {rows.length === 0 && <Empty title="No words may be shown yet" action={<ButtonLink href={`${base}/evidence`}>Evidence</ButtonLink>}>Words are the team’s own until somebody says on their page who else may read them.</Empty>}
      <Paging label="Pages of quotes" paging={paging} />
    </>
  )
}
