import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { describeAct } from '#app/domain/history.ts'
import { isId } from '#app/domain/ids.ts'
import { can, verbToUndo } from '#app/domain/people/access.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { clockAt } from '#app/http/shell.server.ts'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Pager } from '#app/ui/kit/pager.tsx'
import { listActs } from '#db/acts.server.ts'

const PAGE = 50

export const meta: MetaFunction = () => [{ title: 'History · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const before = url.searchParams.get('before') ?? ''
  const acts = await listActs(scope.database.read, scope.mission.id, { ...(isId(before) ? { before } : {}), limit: PAGE + 1 })
  const lines = acts.slice(0, PAGE).map((act) => {
    const clock = clockAt(act.at_ms, scope.actor.zone, scope.actor.city, false)
    return {
      id: act.id, who: act.actor_name, what: describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: act.facts }),
      when: `${clock.dayText}, ${clock.timeText} ${clock.city}, ${clock.offset}`, state: act.undone_by_id ? ('undone' as const) : act.undoable && can(scope.role, verbToUndo(act.noun)) ? ('undoable' as const) : ('final' as const),
    }
  })
  return { base: inside(scope), lines, next: acts.length > PAGE ? lines.at(-1)?.id : undefined, newest: before === '' }
})

export default function History() {
  const { base, lines, next, newest } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title="History" lead="Who changed what, the newest first. Anything that nothing newer stands on can be taken back." />
      {lines.length === 0 && <Empty title="Nothing has happened yet">Every change of this mission will stand here as a sentence.</Empty>}
      <List label="Changes">
        {lines.map((line) => (
          <ListRow key={line.id} under={line.when} mark={line.state === 'undone' ? <span className="small soft">taken back</span>
            : line.state === 'undoable' ? <ActionButton action={`${base}/undo`} hidden={{ act: line.id }} tight icon="undo" aria-label={`Undo: ${line.who} ${line.what}`}>Undo</ActionButton> : undefined}>
            <b>{line.who}</b> {line.what}
          </ListRow>
        ))}
      </List>
      {(next !== undefined || !newest) && <Pager label="Pages of the history" words={newest ? 'The newest changes' : 'Older changes'}
        previous={newest ? undefined : { href: `${base}/history`, label: 'Newest' }} next={next === undefined ? undefined : { href: `${base}/history?before=${next}`, label: 'Older' }} />}
    </>
  )
}
