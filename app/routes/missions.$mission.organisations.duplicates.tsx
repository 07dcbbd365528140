import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { findLikelyDuplicates } from '#app/domain/people/duplicates.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged } from '#app/http/query.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { listApart } from '#db/apart.server.ts'
import { ORGANISATIONS_PAGE, listKnownOrganisations } from '#db/organisations.server.ts'

export const meta: MetaFunction = () => [{ title: 'Similar names of organisations · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const [known, apart] = await Promise.all([listKnownOrganisations(scope.database.read), listApart(scope.database.read, scope.mission.id)])
  const byId = new Map(known.map(({ id, name }) => [id, { id, name }]))
  const from = (pageIn(url) - 1) * ORGANISATIONS_PAGE
  const pairs = findLikelyDuplicates(known, apart).slice(from, from + ORGANISATIONS_PAGE + 1).flatMap(({ a, b, why }) => {
    const [one, two] = [byId.get(a), byId.get(b)]
    return one && two ? [{ one, two, why }] : []
  })
  return { base: inside(scope), ...paged(url, pairs, ORGANISATIONS_PAGE), canEdit: can(scope.role, 'directory.edit') }
})

export default function SimilarOrganisations() {
  const { base, rows, paging, canEdit } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/organisations`}>Organisations</a>} title="Similar names" lead="They may be one organisation, or two whose names are alike. Nothing is merged by itself." />
      <h2 className="vh">Pairs</h2>
      {rows.length === 0 && <Empty title="No names are similar">Two entries show here when their names are one in another script, order or spelling.</Empty>}
      <List label="Pairs of similar names">
        {rows.map(({ one, two, why }) => (
          <ListRow key={`${one.id} ${two.id}`} under={why === 'same' ? 'one name, written in two ways' : 'close: a slip, or a word more'}
            mark={canEdit ? <span className="line"><ButtonLink tight href={`${base}/organisations/${one.id}/merge?with=${two.id}`}>Compare<span className="vh"> {one.name} with {two.name}</span></ButtonLink><ActionButton action={`${base}/organisations/apart`} hidden={{ one: one.id, two: two.id }} tight aria-label={`${one.name} and ${two.name} are two`}>Two, not one</ActionButton></span> : undefined}>
            <a href={`${base}/organisations/${one.id}`}>{one.name}</a> and <a href={`${base}/organisations/${two.id}`}>{two.name}</a>
          </ListRow>
        ))}
      </List>
      <Paging label="Pages of similar names" paging={paging} />
    </>
  )
}
