import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { findLikelyDuplicates } from '#app/domain/people/duplicates.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged } from '#app/http/query.server.ts'
import { PersonName } from '#app/ui/directory/names.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { listApart } from '#db/apart.server.ts'
import { DIRECTORY_PAGE, listKnownPeople } from '#db/people.server.ts'

export const meta: MetaFunction = () => [{ title: 'Similar names · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const [known, apart] = await Promise.all([listKnownPeople(scope.database.read), listApart(scope.database.read, scope.mission.id)])
  const byId = new Map(known.map(({ id, name, honorific }) => [id, { id, name, honorific }]))
  const from = (pageIn(url) - 1) * DIRECTORY_PAGE
  const pairs = findLikelyDuplicates(known, apart).slice(from, from + DIRECTORY_PAGE + 1).flatMap(({ a, b, why }) => {
    const [one, two] = [byId.get(a), byId.get(b)]
    return one && two ? [{ one, two, why }] : []
  })
  return { base: inside(scope), ...paged(url, pairs, DIRECTORY_PAGE), canEdit: can(scope.role, 'directory.edit') }
})

export default function SimilarNames() {
  const { base, rows, paging, canEdit } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/people`}>People</a>} title="Similar names" lead="They may be one person, or two whose names are alike. Nothing is merged by itself." />
      <h2 className="vh">Pairs</h2>
      {rows.length === 0 && <Empty title="No names are similar">Two entries show here when their names are one in another script, order or spelling.</Empty>}
      <List label="Pairs of similar names">
        {rows.map(({ one, two, why }) => (
          <ListRow key={`${one.id} ${two.id}`} under={why === 'same' ? 'one name, written in two ways' : 'close: a slip, an initial or a name more'}
            mark={canEdit ? <span className="line"><ButtonLink tight href={`${base}/people/${one.id}/merge?with=${two.id}`}>Compare<span className="vh"> {one.name} with {two.name}</span></ButtonLink><ActionButton action={`${base}/people/apart`} hidden={{ one: one.id, two: two.id }} tight aria-label={`${one.name} and ${two.name} are two`}>Two, not one</ActionButton></span> : undefined}>
            <a href={`${base}/people/${one.id}`}><PersonName {...one} /></a> and <a href={`${base}/people/${two.id}`}><PersonName {...two} /></a>
          </ListRow>
        ))}
      </List>
      <Paging label="Pages of similar names" paging={paging} />
    </>
  )
}
