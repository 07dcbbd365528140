import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { compareTexts } from '#app/domain/meetings/compare.ts'
import { canRewrite } from '#app/domain/meetings/notes.ts'
import { can } from '#app/domain/people/access.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { numberIn } from '#app/http/query.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { Compared } from '#app/ui/meetings/compared.tsx'
import { TextState } from '#app/ui/meetings/text-state.tsx'
import { At, MeetingWhen } from '#app/ui/meetings/when.tsx'
import { findRevision, listRevisionFaces, loadNote } from '#db/notes.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Two texts of the note: ${data?.note.title ?? ''} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const db = scope.database.read
  const note = await loadNote(db, scope.mission.id, params.note ?? '', scope.actor.accountId)
  if (!note) throw refuse('gone')
  const numbers = await listRevisionFaces(db, note.id)
  const to = numberIn(url, 'to') ?? note.number
  const from = numberIn(url, 'from') ?? (to === note.number ? numbers.find((each) => each.number < to)?.number ?? to : note.number)
  const [left, right] = await Promise.all([findRevision(db, note.id, from), findRevision(db, note.id, to)])
  if (!left || !right) throw refuse('gone', { title: 'This text is not here.', next: 'Go back to the texts of the note and choose two of them.' })
  const { body: _body, ...face } = note
  return { base: inside(scope), note: face, numbers, left: faceOf(left), right: faceOf(right), rows: compareTexts(left.body, right.body), late: url.searchParams.has('late'), canBringBack: can(scope.role, 'note.write') && canRewrite(note.status) }
})

function faceOf({ number, account_name, at_ms, aside }: { number: number; account_name: string; at_ms: number; aside: number }) {
  return { number, account_name, at_ms, aside }
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function CompareTexts() {
  const data = useLoaderData<typeof loader>()
  const { base, note, left, right, rows, late } = data
  const here = `${base}/notes/${note.id}`
  const same = rows.every((row) => row.kind === 'same')
  return (
    <>
      <PageHead eyebrow={<MeetingWhen meeting={note} />} title={<>Two texts of the note: <a href={here}>{note.title}</a></>} actions={<ButtonLink href={`${here}/revisions`}>All texts</ButtonLink>} />
      {late && <Late cleared={note.status === 'cleared'} />}
      <Choose {...data} />
      <div className="heads"><Head {...data} face={left} label="Left" /><Head {...data} face={right} label="Right" /></div>
      {same && <p className="soft">The two texts are the same.</p>}
      <Compared rows={rows} lang={note.language} names={[`text ${left.number}`, `text ${right.number}`]} />
    </>
  )
}

/** What happened to somebody who saved too late without a script. */
function Late({ cleared }: { cleared: boolean }) {
  return cleared
    ? <Note kind="warning" role="alert" title="This note was cleared while you wrote.">Your text is kept beside it, on the right. Reopen the note on its own page, then bring your text back here.</Note>
    : <Note kind="warning" role="alert" title="Somebody saved the same lines before you.">Nothing is lost: theirs is the note’s text, yours is kept beside it, on the right. Bring yours back, or edit the note and take over what is worth keeping.</Note>
}

function Choose({ base, note, numbers, left, right }: Data) {
  const options = numbers.map(({ number, account_name, aside }) => ({ value: String(number), label: `Text ${number}, ${account_name}${aside === 1 ? ', kept aside' : ''}${number === note.number ? ', now' : ''}` }))
  return (
    <Filters action={`${base}/notes/${note.id}/compare`} label="Choose two texts">
      <SelectField name="from" label="Left" value={String(left.number)} options={options} />
      <SelectField name="to" label="Right" value={String(right.number)} options={options} />
    </Filters>
  )
}

function Head({ base, note, canBringBack, face, label }: Data & { face: Data['left']; label: string }) {
  return (
    <div>
      <h2><span className="vh">{label}: </span>Text {face.number}</h2>
      <p className="small soft">{face.account_name} · <At ms={face.at_ms} clock={note} /></p>
      <TextState text={face} current={note.number} />
      {canBringBack && face.number !== note.number && <ActionButton action={`${base}/notes/${note.id}/restore`} hidden={{ number: face.number, on: note.number }} tight icon="undo">Bring text {face.number} back</ActionButton>}
    </div>
  )
}
