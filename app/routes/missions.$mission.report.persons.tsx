import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { groupMet, notMet } from '#app/domain/papers/persons-met.ts'
import { count } from '#app/domain/text.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { NotMet, PersonsMet } from '#app/ui/engagements/persons-met.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PrintButton } from '#app/ui/kit/print-button.tsx'
import { MOST_MET, countAppearances, listAppearances } from '#db/persons-met.server.ts'

export const meta: MetaFunction = () => [{ title: 'Persons met · Caravan' }]

export const loader = inMission('mission.read', async (scope) => {
  const db = scope.database.read
  const [found, people] = await Promise.all([listAppearances(db, scope.mission.id), countAppearances(db, scope.mission.id)])
  const rows = found.slice(0, MOST_MET)
  return { base: inside(scope), programme: scope.mission.title, people, groups: groupMet(rows), others: notMet(rows), cutAt: found.length > MOST_MET ? MOST_MET : null }
})

export default function PersonsMetPage() {
  const { base, programme, people, groups, others, cutAt } = useLoaderData<typeof loader>()
  const met = groups.reduce((sum, { persons }) => sum + persons.filter((each) => !each.unnamed).length, 0)
  return (
    <>
      <PageHead eyebrow={<><a href={`${base}/report`}>Report and plan</a> · {programme}</>} title="Persons met" lead={`${people.met} of ${people.all} persons met so far${met > 0 ? `: ${count(met, 'name', 'names')} of ${count(groups.length, 'institution', 'institutions')}` : ''}. Somebody counts as met once a meeting with them was held, unless their absence was noted; deputies and visitors by the name they gave.`} actions={<PrintButton />} />
      {groups.length + others.length === 0 && <p className="soft">Nobody is expected yet. People appear here once they take part in a meeting.</p>}
      {cutAt !== null && <p className="soft">Only the first {cutAt} appearances are listed.</p>}
      <PersonsMet groups={groups} base={base} />
      <ListFiles base={base} list="persons-met" />
      <NotMet rows={others} base={base} open={groups.length === 0} />
    </>
  )
}
