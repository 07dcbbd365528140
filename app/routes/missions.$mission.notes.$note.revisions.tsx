import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canRewrite, isSameSitting } from '#app/domain/meetings/notes.ts'
import { can } from '#app/domain/people/access.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pageIn, paged } from '#app/http/query.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { NoteText } from '#app/ui/meetings/note-text.tsx'
import { TextState } from '#app/ui/meetings/text-state.tsx'
import { At, MeetingWhen } from '#app/ui/meetings/when.tsx'
import { LIST_PAGE, listRevisions, loadNote } from '#db/notes.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Texts of the note: ${data?.note.title ?? ''} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const note = await loadNote(scope.database.read, scope.mission.id, params.note ?? '', scope.actor.accountId)
  if (!note) throw refuse('gone')
  const { rows, paging } = paged(url, await listRevisions(scope.database.read, scope.mission.id, note.id, pageIn(url)), LIST_PAGE)
  return { base: inside(scope), note, paging, rows: rows.map((row, i) => folded(row, rows[i - 1])), canBringBack: can(scope.role, 'note.write') && canRewrite(note.status) }
})

type Row = Awaited<ReturnType<typeof listRevisions>>[number]

/** A text on the way to the next one of the same sitting is named without its words: the next one goes on from it. */
function folded(row: Row, next: Row | undefined): Row & { onTheWay: boolean } {
  const onTheWay = next !== undefined && row.aside === 0 && next.aside === 0 && isSameSitting({ by: row.account_id, atMs: row.at_ms }, { by: next.account_id, atMs: next.at_ms })
  return { ...row, body: onTheWay ? '' : row.body, onTheWay }
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function NoteRevisions() {
  const data = useLoaderData<typeof loader>()
  const { base, note, rows, paging } = data
  return (
    <>
      <PageHead eyebrow={<MeetingWhen meeting={note} />} title={<>Texts of the note: <a href={`${base}/notes/${note.id}`}>{note.title}</a></>} lead="Every text that was ever saved, the newest first. None is thrown away." />
      {rows.map((text) => (
        <Section key={text.number} id={`text-${text.number}`} title={`Text ${text.number}`} aside={<>{text.account_name} · <At ms={text.at_ms} clock={note} /></>}>
          <TextState text={text} current={note.number} />
          {text.written_ms !== null && text.at_ms - text.written_ms > SENT_LATER_MS && <p className="small soft">Written on the device at <At ms={text.written_ms} clock={note} />, sent later.</p>}
          {text.onTheWay ? <p className="small soft">On the way to text {text.number + 1}, in one sitting.</p> : <NoteText text={text.body} lang={note.language} marks={[]} />}
          {text.number !== note.number && <Steps {...data} number={text.number} />}
        </Section>
      ))}
      <Paging label="Pages of texts" paging={paging} />
    </>
  )
}

/** Within this time a text was sent as it was written. */
const SENT_LATER_MS = 60_000

function Steps({ base, note, canBringBack, number }: Data & { number: number }) {
  const here = `${base}/notes/${note.id}`
  return (
    <div className="line acts">
      <ButtonLink tight href={`${here}/compare?from=${number}&to=${note.number}`}>Compare with the text now<span className="vh">: text {number}</span></ButtonLink>
      {canBringBack && <ActionButton action={`${here}/restore`} hidden={{ number, on: note.number }} tight icon="undo">Bring back<span className="vh">: text {number}</span></ActionButton>}
    </div>
  )
}
