import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatSize } from '#app/domain/text.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Checkbox } from '#app/ui/kit/choices.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { countStaying } from '#db/mission-file.server.ts'

export const meta: MetaFunction = () => [{ title: 'Export the mission · Caravan' }]

export const loader = inMission('mission.manage', async (scope) => ({ base: inside(scope), title: scope.mission.title, ...(await countStaying(scope.database.read, scope.mission.id)) }))

export default function TakeOut() {
  const { base, title, fileBytes, files, privateNotes } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/settings`}>Mission settings</a>} title="Export the mission" lead={`All of “${title}” as one file, to keep or to bring into another installation: it comes in there as it is here.`} />
      <form method="get" action={`${base}/take-out/file`} className="stack">
        <Checkbox name="files" label={files === 0 ? 'With photos, scans and papers' : `With photos, scans and papers (${formatSize(fileBytes)})`} checked hint={files === 0 ? 'There are none yet.' : 'Without them the file names them and holds no bytes.'} />
        <Checkbox name="contacts" label="With e-mail addresses, phones and internal remarks of people" checked hint="Needed where invitations go on from there. Leave them out when somebody else shall look at the mission." />
        <div className="line"><Button kind="primary">Export the mission</Button><ButtonLink href={`${base}/settings`} kind="quiet">Not now</ButtonLink></div>
      </form>
      <Section id="stays" title="What stays here">
        <ul className="whole">
          <li>Private notes with what was marked or attached in them{privateNotes > 0 ? `: ${privateNotes} of this mission` : ''}. They are their authors’ own.</li>
          <li>Accounts, roles and every secret address: guests’ links, calendar feeds, published agendas.</li>
          <li>Mail that was sent or came in, and what could be undone. The history says what was done.</li>
        </ul>
      </Section>
    </>
  )
}
