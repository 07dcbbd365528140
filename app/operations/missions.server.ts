import { findFramework } from '#app/domain/assessment/frameworks.ts'
import { addDays, daysBetween, instantOf, isDay } from '#app/domain/time.ts'
import type { Id } from '#app/domain/ids.ts'
import { slugOf } from '#app/domain/slug.ts'
import { stopOfClock } from '#app/domain/roadshow/stops.ts'
import { foldKey } from '#app/domain/text.ts'
import type { CopyMissionInput, EditMissionInput, NewMissionInput } from '#app/operations/missions.input.ts'
import { insertFramework } from '#app/operations/frameworks.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { Actor, Scope } from '#app/operations/scope.ts'
import { copyMissionRows } from '#db/mission-copy.server.ts'
import { listStopFaces } from '#db/shell.server.ts'
import type { Database, Db, Tx } from '#db/database.server.ts'
import type { Edit } from '#db/changes.server.ts'
import { edit } from '#db/changes.server.ts'
import { newId } from '#db/ids.server.ts'

type Maker = { database: Database; actor: Actor; nowMs: number }
export type Made = { done: true; slug: string; missionId: Id }

/** A mission from nothing with the dimensions of its framework; whoever makes it coordinates it. */
export async function createMission({ database, actor, nowMs }: Maker, input: NewMissionInput, wantedSlug?: string): Promise<Made> {
  return await database.write(async (tx) => {
    const slug = await freeSlug(tx, wantedSlug ?? input.title)
    const missionId = newId(nowMs)
    await bareMission(tx, missionId, slug, input)
    const made = await edit(tx, { missionId, atMs: nowMs, accountId: actor.accountId, actorName: actor.name, verb: 'create', noun: 'mission', subjectId: missionId, subjectTitle: input.title, undoable: false })
    await coordinate(made, missionId, actor, nowMs)
    const framework = findFramework(input.framework)
    if (framework) await insertFramework(made, missionId, nowMs, framework)
    return { done: true, slug, missionId }
  })
}

/**
 * A copy of this mission's stops, engagements, agendas, appearances and dimensions, every day shifted so that it begins on
 * `startDay`. Statuses begin anew; notes, evidence, ratings, answers and invitations stay with the original.
 */
export async function copyMission(scope: Scope, input: CopyMissionInput): Promise<Made> {
  const { database, actor, nowMs, mission } = scope
  return await database.write(async (tx) => {
    const slug = await freeSlug(tx, input.title)
    const missionId = newId(nowMs)
    const shift = daysBetween(mission.startDay, input.startDay)
    await bareMission(tx, missionId, slug, { title: input.title, startDay: input.startDay, endDay: addDays(mission.endDay, shift), programme: '', purpose: '' })
    const made = await edit(tx, { missionId, atMs: nowMs, accountId: actor.accountId, actorName: actor.name, verb: 'copy', noun: 'mission', subjectId: missionId, subjectTitle: input.title, facts: { from: mission.title }, undoable: false })
    await coordinate(made, missionId, actor, nowMs)
    await copyMissionRows(tx, made, mission.id, missionId, shift)
    return { done: true, slug, missionId }
  })
}

/** Title, dates, status and the rehearsal clock of a mission. */
export async function editMission(scope: Scope, input: EditMissionInput): Promise<{ done: true; actId: string } | Refused<'no-clock'>> {
  return await perform(scope, async (tx, begin) => {
    const clock = await clockFrom(tx, scope, input)
    if (!clock) return { done: false as const, because: 'no-clock' as const }
    const made = await begin({ verb: 'edit', noun: 'mission', subjectId: scope.mission.id, subjectTitle: input.title })
    await made.update('mission', scope.mission.id, input.revision, {
      title: input.title, title_key: foldKey(input.title), start_day: input.startDay, end_day: input.endDay, programme: input.programme,
      purpose: input.purpose, languages: input.languages, status: input.status, ...clock,
    })
    return { done: true as const, actId: made.actId }
  })
}

/** Puts a mission away, read-only, or takes it out again. */
export async function archiveMission(scope: Scope, archived: boolean): Promise<{ done: true; actId: string } | Refused> {
  return await perform(scope, async (_tx, begin) => {
    const made = await begin({ verb: archived ? 'archive' : 'restore', noun: 'mission', subjectId: scope.mission.id, subjectTitle: scope.mission.title })
    await made.update('mission', scope.mission.id, null, { archived_ms: archived ? scope.nowMs : null })
    return { done: true as const, actId: made.actId }
  })
}

type Clock = { clock_show_ms: number | null; clock_from_ms: number | null } | Record<string, never>

/** The rehearsal clock runs on from the wall time typed, at the stop it then stands at; an unchanged one is left alone. */
async function clockFrom(tx: Tx, scope: Scope, input: EditMissionInput): Promise<Clock | undefined> {
  if (!input.rehearsal) return { clock_show_ms: null, clock_from_ms: null }
  if (input.clockDay === '' && scope.mission.clock) return {}
  if (!isDay(input.clockDay) || input.clockTime === null) return undefined
  const stops = await listStopFaces(tx, scope.mission.id)
  const noon = instantOf(input.clockDay, 720, 'UTC').at
  const zone = stopOfClock(stops, noon)?.zone ?? scope.actor.zone
  return { clock_show_ms: instantOf(input.clockDay, input.clockTime, zone).at, clock_from_ms: scope.nowMs }
}

/** The slug of a title, with a number where another mission has it. */
export async function freeSlug(db: Db, title: string): Promise<string> {
  const base = slugOf(title)
  const taken = await db.selectFrom('mission').select('slug').where('slug', 'like', `${base}%`).execute()
  return slugOf(title, ['new', ...taken.map((row) => row.slug)])
}

async function bareMission(tx: Tx, id: Id, slug: string, input: { title: string; startDay: string; endDay: string; programme: string; purpose: string }): Promise<void> {
  await tx.insertInto('mission').values({
    id, slug, title: input.title, title_key: foldKey(input.title), start_day: input.startDay, end_day: input.endDay, programme: input.programme, purpose: input.purpose,
  }).execute()
}

/** Whoever makes a mission coordinates it. */
export async function coordinate(made: Edit, missionId: Id, actor: Actor, nowMs: number): Promise<void> {
  if (actor.accountId === null) return
  await made.insert('membership', { id: newId(nowMs), mission_id: missionId, account_id: actor.accountId, role: 'coordinator' })
}
