import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { queryWords } from '#app/domain/find.ts'
import { count } from '#app/domain/text.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { pageIn, paged, textIn, wordIn } from '#app/http/query.server.ts'
import { HitRow } from '#app/ui/directory/hit.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Hidden } from '#app/ui/kit/form.tsx'
import { List } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { SEARCH_GROUPS, searchMission } from '#db/search.server.ts'

const FEW = 5
const PAGE = 30

const TITLES: Record<(typeof SEARCH_GROUPS)[number], string> = {
  engagements: 'Meetings and workshops', items: 'Agenda items', people: 'People', organisations: 'Organisations', places: 'Places',
  notes: 'Notes', excerpts: 'Evidence', findings: 'Findings', documents: 'Documents and their sections', tasks: 'Work plan',
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.text ? `“${data.text}” · Search · Caravan` : 'Search · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const text = textIn(url, 'q').trim()
  const only = wordIn(url, 'in', SEARCH_GROUPS)
  const words = queryWords(text)
  const base = { base: inside(scope), text, words, only }
  if (words.length === 0) return { ...base, groups: [], total: 0, paging: undefined }
  const day = await missionDay(scope)
  const asked = only ? { limit: PAGE + 1, offset: (pageIn(url) - 1) * PAGE } : { limit: FEW, offset: 0 }
  const results = await Promise.all((only ? [only] : SEARCH_GROUPS).map(async (group) => ({ group, ...(await searchMission(scope.database.read, scope.mission.id, group, { text, day, reader: scope.actor.accountId, ...asked })) })))
  const total = results.reduce((sum, { total: each }) => sum + each, 0)
  const { paging } = paged(url, only ? (results[0]?.hits ?? []) : [], PAGE)
  const groups = results.filter(({ hits }) => hits.length > 0).map(({ group, total: each, hits }) => ({ group, total: each, hits: only ? hits.slice(0, PAGE) : hits }))
  return { ...base, groups, total, paging }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Search() {
  const data = useLoaderData<typeof loader>()
  const { base, text, words, only, groups, total, paging } = data
  return (
    <>
      <PageHead title="Search" lead="Everything of this mission and the directory, in any script and spelling." />
      <form method="get" action={`${base}/search`} role="search" className="found acts" aria-label="Search this mission">
        {only && <Hidden values={{ in: only }} />}
        <TextField name="q" label="Words" type="search" value={text} autoComplete="off" enterKeyHint="search" />
        <Button kind="primary" icon="search">Search</Button>
      </form>
      {words.length > 0 && <p role="status" className="soft">{total === 0 ? 'Nothing found.' : `${count(total, 'result', 'results')} for “${text}”.`}{only && <> Only {TITLES[only].toLowerCase()}. <a href={`${base}/search?q=${encodeURIComponent(text)}`}>Search everywhere</a></>}</p>}
      {groups.map((found) => <Group key={found.group} {...data} found={found} />)}
      {groups.length === 0 && <h2 className="vh">Results</h2>}
      {groups.length === 0 && <NoHits {...data} />}
      <Paging label="Pages of results" paging={paging} />
    </>
  )
}

function Group({ base, text, words, only, found }: Data & { found: Data['groups'][number] }) {
  const { group, total, hits } = found
  const more = !only && total > hits.length
  return (
    <Section id={group} title={TITLES[group]} aside={more ? <a href={`${base}/search?q=${encodeURIComponent(text)}&in=${group}`}>All {total}<span className="vh"> {TITLES[group].toLowerCase()}</span></a> : String(total)}>
      <div className="hits"><List label={TITLES[group]}>{hits.map((hit) => <HitRow key={`${hit.path} ${hit.id}`} base={base} hit={hit} words={words} />)}</List></div>
    </Section>
  )
}

function NoHits({ base, text, words, only }: Data) {
  if (text === '') return <Empty title="What are you looking for?">A name, a title, words of a note or of a document. “Тоҷикӣ” and “Tojiki” find each other; several words narrow the search.</Empty>
  if (words.length === 0) return <Empty title="Type letters or digits">Signs alone are found nowhere.</Empty>
  const action = only ? <ButtonLink href={`${base}/search?q=${encodeURIComponent(text)}`}>Search everywhere</ButtonLink> : <ButtonLink href={`${base}/people?in=all`}>Look through the directory</ButtonLink>
  return <Empty title={`Nothing says “${text}”`} action={action}>Try fewer words, or the beginning of one. All words must stand in the same thing.</Empty>
}
