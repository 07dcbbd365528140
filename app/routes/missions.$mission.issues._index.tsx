import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { SEVERITIES } from '#app/domain/roadshow/lint-issue.ts'
import type { Severity } from '#app/domain/roadshow/lint-issue.ts'
import { countSeverities } from '#app/domain/roadshow/lint.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged, wordIn } from '#app/http/query.server.ts'
import { AcceptedList } from '#app/ui/issues/accepted-list.tsx'
import { IssueCard, issueAnchor } from '#app/ui/issues/issue-card.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { loadIssues } from '#db/issues.server.ts'

const PAGE = 50
const HEADINGS: Record<Severity, { title: string; aside: string }> = {
  error: { title: 'Errors', aside: 'contradict themselves: choose what is meant' },
  warning: { title: 'Warnings', aside: 'worth a look before the day' },
  note: { title: 'Notes', aside: 'good to know, never urgent' },
}

export const meta: MetaFunction = () => [{ title: 'Issues · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const { open, accepted } = await loadIssues(scope.database.read, scope.mission.id, scope.missionNowMs)
  const severity = wordIn(url, 'severity', SEVERITIES)
  const asked = severity ? open.filter((issue) => issue.severity === severity) : open
  const from = (pageIn(url) - 1) * PAGE
  return {
    base: inside(scope), counts: countSeverities(open), severity, ...paged(url, asked.slice(from, from + PAGE + 1), PAGE),
    accepted: pageIn(url) === 1 && !severity ? accepted.slice(0, PAGE) : [], clock: { zone: scope.actor.zone, city: scope.actor.city }, canSettle: can(scope.role, 'issue.settle'),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Issues() {
  const data = useLoaderData<typeof loader>()
  const { base, rows, paging, accepted, clock, canSettle, severity } = data
  return (
    <>
      <PageHead title="Issues" lead="What contradicts itself in what is planned and printed. Repair it, or let it stand with a reason; both can be taken back." />
      <Narrow {...data} />
      {rows.length === 0 && <Section id="none" title="Open issues"><Empty title={severity ? `No ${severity}s` : 'Nothing contradicts itself'} action={severity && <ButtonLink href={`${base}/issues`}>Show all issues</ButtonLink>}>Days, headers, numbers and names are checked whenever a page is opened.</Empty></Section>}
      {SEVERITIES.map((each) => <Severities key={each} severity={each} data={data} />)}
      <ListFiles base={base} list="issues" asked={{ severity }} />
      <Paging label="Pages of issues" paging={paging} />
      {accepted.length > 0 && <AcceptedList accepted={accepted} base={base} clock={clock} canSettle={canSettle} />}
    </>
  )
}

function Narrow({ base, counts, severity }: Data) {
  return (
    <Chips label="Severity">
      <ChipLink href={`${base}/issues`} current={severity === undefined}>all {counts.error + counts.warning + counts.note}</ChipLink>
      {SEVERITIES.map((each) => <ChipLink key={each} href={`${base}/issues?severity=${each}`} current={severity === each}>{counts[each]} {counts[each] === 1 ? each : `${each}s`}</ChipLink>)}
    </Chips>
  )
}

function Severities({ severity, data: { rows, base, canSettle } }: { severity: Severity; data: Data }) {
  const some = rows.filter((issue) => issue.severity === severity)
  if (some.length === 0) return null
  return (
    <Section id={`${severity}s`} {...HEADINGS[severity]}>
      <div className="issues">{some.map((issue) => <IssueCard key={issueAnchor(issue)} issue={issue} base={base} canSettle={canSettle} />)}</div>
    </Section>
  )
}
