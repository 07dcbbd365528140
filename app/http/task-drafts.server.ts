/** A task as it is offered before anybody has written a word of it. */
import type { Id } from '#app/domain/ids.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { TASK_TITLE_MAX, taskKindOf } from '#app/domain/meetings/tasks.ts'
import type { TaskKind } from '#app/domain/meetings/tasks.ts'
import { todayHere } from '#app/http/today.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findEngagement } from '#db/engagements.server.ts'
import { findExcerpt } from '#db/evidence.server.ts'
import { describeNextMeetings, listBodiesAt, listTaskOwners } from '#db/tasks.server.ts'

export type TaskDraft = {
  values: { kind: TaskKind; title: string; owner: string; dueDay: string; organisation: string }
  bodies: { id: Id; name: string }[]; owners: string[]; dueHint: string | undefined
  excerpt: { id: Id; words: string } | undefined; engagement: { id: Id; title: string } | undefined
}

/** The draft out of an excerpt or a meeting; undefined when either is not of this mission. Nine queries at most. */
export async function draftTask(scope: Scope, { excerptId, engagementId }: { excerptId?: Id | undefined; engagementId?: Id | undefined }): Promise<TaskDraft | undefined> {
  const db = scope.database.read
  const said = excerptId === undefined ? undefined : await findExcerpt(db, scope.mission.id, excerptId)
  const origin = said?.engagement_id ?? engagementId
  const engagement = origin === undefined ? undefined : await findEngagement(db, scope.mission.id, origin)
  if ((excerptId !== undefined && !said) || (origin !== undefined && !engagement)) return undefined
  const today = await todayHere(scope)
  const [bodies, owners] = await Promise.all([listBodiesAt(db, scope.mission.id, engagement ? [engagement.id] : []), listTaskOwners(db, scope.mission.id)])
  const organisation = bodies.find((body) => body.name === said?.institution)?.id ?? (bodies.length === 1 ? (bodies[0]?.id ?? null) : null)
  const rolling = engagement && { id: 'draft', status: 'open', engagement_id: engagement.id, organisation_id: organisation, meeting_kind: engagement.kind, meeting_status: engagement.status, day: engagement.day, start_minute: engagement.startMinute }
  const next = rolling && (await describeNextMeetings(db, scope.mission.id, [rolling], today)).get('draft')
  const kind = said ? taskKindOf(said.kind) : 'action'
  const words = said && (said.translation === '' ? said.body : said.translation)
  return {
    values: { kind, title: openingOf(words ?? '', TASK_TITLE_MAX - 10), owner: kind === 'commitment' ? (said?.speaker ?? '') : '', dueDay: next?.day ?? '', organisation: organisation ?? '' },
    bodies, owners, dueHint: next && `${next.title}, the next meeting with them`,
    excerpt: said && { id: said.id, words: openingOf(said.body, 160) }, engagement: engagement && { id: engagement.id, title: engagement.title },
  }
}
