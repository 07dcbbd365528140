import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged } from '#app/http/query.server.ts'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { NoteText } from '#app/ui/meetings/note-text.tsx'
import { At, MeetingWhen } from '#app/ui/meetings/when.tsx'
import { LIST_PAGE, listRevisions, loadNote } from '#db/notes.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Texts of the note: ${data?.note.title ?? ''} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const note = await loadNote(scope.database.read, scope.mission.id, params.note ?? '')
  if (!note) throw refuse('gone')
  return { base: inside(scope), note, ...paged(url, await listRevisions(scope.database.read, scope.mission.id, note.id, pageIn(url)), LIST_PAGE) }
})

export default function NoteRevisions() {
  const { base, note, rows, paging } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead eyebrow={<MeetingWhen meeting={note} />} title={<>Texts of the note: <a href={`${base}/notes/${note.id}`}>{note.title}</a></>} lead="Every text that was ever saved, the newest first. None is thrown away." />
      {rows.map((text) => (
        <Section key={text.number} id={`text-${text.number}`} title={`Text ${text.number}`} aside={<>{text.account_name} · <At ms={text.at_ms} clock={note} /></>}>
          {text.number === note.number && <p><Mark icon="confirmed" state="confirmed">the note’s text now</Mark></p>}
          {text.aside === 1 && <p><Mark icon="postponed" state="warning">came too late, kept aside</Mark></p>}
          <NoteText text={text.body} lang={note.language} marks={[]} />
        </Section>
      ))}
      <Paging label="Pages of texts" paging={paging} />
    </>
  )
}
