import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { canRewrite } from '#app/domain/meetings/notes.ts'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { heardSpeakers, marksOfNote } from '#app/http/marks.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { MarkInput } from '#app/operations/evidence.input.ts'
import { markExcerpt } from '#app/operations/evidence.server.ts'
import { WhyBack } from '#app/ui/assessment/why-back.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'
import { Files } from '#app/ui/meetings/attachment-list.tsx'
import { MARK_FORM, MarkForm, markErrors } from '#app/ui/meetings/mark-form.tsx'
import { Marked } from '#app/ui/meetings/marked.tsx'
import { NoteHead } from '#app/ui/meetings/note-head.tsx'
import { NoteText } from '#app/ui/meetings/note-text.tsx'
import { listAttachments } from '#db/attachments.server.ts'
import { listExcerpts } from '#db/evidence.server.ts'
import { listFindingChoices } from '#db/findings.server.ts'
import { countRevisions, listSpeakers, loadNote } from '#db/notes.server.ts'
import { listReadinessFaces } from '#db/readiness.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Note: ${data?.note.title ?? ''} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { params, url }) => {
  const db = scope.database.read
  const note = await loadNote(db, scope.mission.id, params.note ?? '', scope.actor.accountId)
  if (!note) throw refuse('gone')
  const [excerpts, speakers, findings, faces, texts, files] = await Promise.all([
    listExcerpts(db, scope.mission.id, { noteId: note.id }), listSpeakers(db, scope.mission.id, note.engagement_id), listFindingChoices(db, scope.mission.id),
    listReadinessFaces(db, scope.mission.id), countRevisions(db, note.id),
    listAttachments(db, scope.mission.id, { engagementId: note.engagement_id, noteId: note.id, reader: scope.actor.accountId }),
  ])
  return {
    base: inside(scope), note, files: files.filter((file) => file.removed_ms === null), speakers: heardSpeakers(speakers, excerpts), findings, texts, dimensions: faces.map(({ dimensionId, name }) => ({ id: dimensionId, name })), why: faces.find((face) => face.dimensionId === idIn(url, 'why')),
    ...(await marksOfNote(scope, note, excerpts)), canMark: note.private === 0 && can(scope.role, 'evidence.edit'), canWrite: can(scope.role, 'note.write'),
  }
})

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, MarkInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await markExcerpt(scope, { noteId: params.note ?? '' }, form.value)
  if (outcome.done) return goTo(inside(scope, `/notes/${params.note}#m-${outcome.excerptId}`), outcome.actId)
  if (outcome.because === 'gone' || outcome.because === 'stale') throw refuse(outcome.because)
  return problemWith(form.typed, markErrors(outcome.because))
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function NotePage() {
  const data = useLoaderData<typeof loader>()
  const { base, note, rows, why, texts, canMark, canWrite } = data
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <WhyBack why={why} base={base} />
      <NoteHead note={note} base={base} canWrite={canWrite} texts={texts} />
      <ErrorSummary problem={problem} />
      <div className="capture">
        <NoteText rank={2} text={note.body} lang={note.language} marks={data.marks} form={canMark ? MARK_FORM : undefined} chosen={valueOf(problem, 'sentence')} />
        {canMark && <MarkColumn data={data} problem={problem} />}
        <Section id="marked" title={rows.length === 0 ? 'Nothing marked yet' : count(rows.length, 'mark', 'marks')}>
          {rows.length === 0 && <p className="soft">{canMark ? 'Choose a sentence above and mark it: it becomes evidence that findings can rest on.' : note.private === 1 ? 'A private note holds no evidence. Share it with the team, then mark its words.' : 'No words of this note are evidence yet.'}</p>}
          <Marked rows={rows} base={base} canLink={canMark} earlier={`${base}/notes/${note.id}/revisions`} />
        </Section>
      </div>
      <Files files={data.files} base={base} clock={note} at={`${base}/engagements/${note.engagement_id}/files?note=${note.id}`} canWrite={canWrite && canRewrite(note.status)} />
    </>
  )
}

function MarkColumn({ data, problem }: { data: Data; problem: Problem | undefined }) {
  const { base, note, rows, speakers, findings, dimensions } = data
  return (
    <Section id="marking" title="Mark as evidence">
      <MarkForm action={`${base}/notes/${note.id}?index`} keep={`mark ${rows.length}`} number={note.number} problem={problem} speakers={speakers} findings={findings} dimensions={dimensions} language={note.language} />
    </Section>
  )
}
