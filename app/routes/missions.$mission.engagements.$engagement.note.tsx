import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/root.tsx'
import { canRewrite } from '#app/domain/meetings/notes.ts'
import { can } from '#app/domain/people/access.ts'
import { formatMinute, wallOf } from '#app/domain/time.ts'
import { refuse } from '#app/http/answers.server.ts'
import { loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { isMadeId } from '#app/operations/notes.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import { Capture } from '#app/ui/capture/capture.tsx'
import { listAgendaItems } from '#db/agenda.server.ts'
import { findOwnNote, listNotes, listSpeakers, loadNote } from '#db/notes.server.ts'
import { listOwnDay } from '#db/own-day.server.ts'
import { listQuestions } from '#db/questions.server.ts'
import { listReadinessFaces } from '#db/readiness.server.ts'

export const handle: PageHandle = { capture: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Note: ${data?.meeting.title ?? ''} · Caravan` }]

export const loader = inMission('note.write', async (scope, { params, url }) => {
  const db = scope.database.read
  const engagement = await loadAsked(scope, params)
  const note = await noteAsked(scope, engagement.id, url)
  const [speakers, items, faces, device] = await Promise.all([listSpeakers(db, scope.mission.id, engagement.id), listAgendaItems(db, scope.mission.id, engagement.id), listReadinessFaces(db, scope.mission.id), deviceFacts(scope)])
  const { id, title, day, startMinute, endMinute, zone, city } = engagement
  return {
    base: inside(scope), at: inside(scope, `/engagements/${id}`), note: { ...note, time: note.changedMs === null ? '' : formatMinute(wallOf(note.changedMs, zone).minute) }, device, speakers, canMark: can(scope.role, 'evidence.edit'), save: randomUUID(),
    meeting: { id, title, day, start_minute: startMinute, end_minute: endMinute, zone, city },
    around: await aroundOf(scope, engagement, note.id),
    items: items.map((item) => ({ id: item.id, title: item.title, startMinute: item.startMinute })), dimensions: faces.map(({ dimensionId, name }) => ({ id: dimensionId, name })),
  }
})

/** What the device is told: whose page this is, and which pages of the day it may keep for them. */
async function deviceFacts(scope: Scope) {
  const { accountId, email } = scope.actor
  if (accountId === null || email === null) return { person: '', pages: '' }
  const ids = await listOwnDay(scope.database.read, scope.mission.id, { day: await missionDay(scope), email })
  return { person: accountId, pages: ids.map((id) => inside(scope, `/engagements/${id}/note`)).join(' ') }
}

/** The questions of the brief, those from gaps after its own, and the other notes of the meeting that the person may read. */
async function aroundOf(scope: Scope, { id, questions }: { id: string; questions: string }, noteId: string) {
  const [notes, asks] = await Promise.all([listNotes(scope.database.read, scope.mission.id, { engagementId: id, reader: scope.actor.accountId }), listQuestions(scope.database.read, scope.mission.id, id)])
  return { questions: [questions, ...asks.map((ask) => ask.body)].filter(Boolean).join('\n'), notes: notes.filter((note) => note.id !== noteId).slice(0, 5) }
}

/** The note that the address names, the person's own of this meeting, or one that begins with its first save. */
async function noteAsked(scope: Scope, engagementId: string, url: URL) {
  const isPrivate = url.searchParams.get('private') === 'on'
  const own = scope.actor.accountId === null ? undefined : await findOwnNote(scope.database.read, scope.mission.id, { engagementId, authorId: scope.actor.accountId, isPrivate })
  const id = idIn(url, 'note') ?? own ?? randomUUID()
  const note = await loadNote(scope.database.read, scope.mission.id, id, scope.actor.accountId)
  if (!note && !isMadeId(id)) throw refuse('gone')
  if (!note) return { id, body: '', number: 0, language: 'en', isPrivate, sample: 0, changedMs: null }
  if (note.engagement_id !== engagementId) throw refuse('gone')
  if (!canRewrite(note.status)) throw refuse('stale', { title: 'This note is cleared: its text is settled.', next: 'Go back and reopen it first, if the text must change.' })
  return { id, body: note.body, number: note.number, language: note.language, isPrivate: note.private === 1, sample: note.sample, changedMs: note.changed_ms }
}

export default function CapturePage() {
  return <Capture {...useLoaderData<typeof loader>()} />
}
