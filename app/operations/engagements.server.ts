import type { Id } from '#app/domain/ids.ts'
import { isSound, placeSlot } from '#app/domain/meetings/slot.ts'
import { foldKey } from '#app/domain/text.ts'
import { clashesOf } from '#app/operations/clashes.server.ts'
import type { Asking, Clash } from '#app/operations/clashes.server.ts'
import type { AliasInput, EditEngagementInput, NewEngagementInput, RemoveAliasInput, RemoveEngagementInput } from '#app/operations/engagements.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Tx } from '#db/database.server.ts'
import { countUses, findEngagement, findVenueName, listAliases } from '#db/engagements.server.ts'
import type { Engagement } from '#db/engagements.server.ts'
import { newId } from '#db/ids.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

/** What stands against it; a reason lets it stand. */
export type Named = { done: false; because: 'conflicts'; clashes: Clash[] }

/** Places a new engagement; what stands against it is named first, and a reason lets it stand. */
export async function createEngagement(scope: Scope, input: NewEngagementInput): Promise<(Done & { id: Id }) | Refused<'no-stop' | 'no-such-time'> | Named> {
  return await perform(scope, async (tx, begin) => {
    const stop = (await listStopFaces(tx, scope.mission.id)).find((each) => each.id === input.stop)
    if (!stop) return { done: false as const, because: 'no-stop' as const }
    const slot = { day: input.day, startMinute: input.start, endMinute: input.end }
    const placed = placeSlot(slot, stop.zone)
    if (!isSound(slot) || placed.problem === 'gap') return { done: false as const, because: 'no-such-time' as const }
    const id = newId(scope.nowMs)
    const fallback = input.fallbackOf === null ? undefined : await findEngagement(tx, scope.mission.id, input.fallbackOf)
    const clashes = await clashesOf(tx, scope, { id, title: input.title, stopId: stop.id, venue: input.venue, room: input.room, fallbackOfId: fallback?.id ?? null, personIds: [], slot, placed })
    if (clashes.length > 0 && input.because === '') return { done: false as const, because: 'conflicts' as const, clashes }
    const edit = await begin({ verb: 'create', noun: 'engagement', subjectId: id, subjectTitle: input.title, facts: reasonOf(input.because) })
    await edit.insert('engagement', {
      id, mission_id: scope.mission.id, stop_id: stop.id, kind: input.kind, title: input.title, title_key: foldKey(input.title), status: input.status,
      day: input.day, start_minute: input.start, end_minute: input.end, zone: stop.zone, start_ms: placed.startMs, end_ms: placed.endMs,
      venue_text: input.venue, room: input.room, team: input.team, fallback_of_id: fallback?.id ?? null,
    })
    return { done: true as const, actId: edit.actId, id }
  })
}

/** Everything that an engagement says but its day, time and status. Facts that a person wrote are no sample any more. */
export async function editEngagement(scope: Scope, id: Id, input: EditEngagementInput): Promise<Done | Refused<'no-venue'> | Named> {
  return await onEngagement(scope, id, async (tx, begin, engagement) => {
    const place = input.venueId === null ? '' : await findVenueName(tx, input.venueId)
    if (place === undefined) return { done: false as const, because: 'no-venue' as const }
    const clashes = await clashesElsewhere(tx, scope, engagement, { venue: input.venue || place, room: input.room })
    if (clashes.length > 0 && input.because === '') return { done: false as const, because: 'conflicts' as const, clashes }
    const patch = {
      title: input.title, title_key: foldKey(input.title), kind: input.kind, venue_id: input.venueId, venue_text: input.venue, room: input.room, team: input.team,
      language: input.language, interpretation: input.interpretation, purpose: input.purpose, questions: input.questions, brief: input.brief, public_text: input.publicText,
    }
    const renamed = input.title !== engagement.title
    const edit = await begin(renamed
      ? { verb: 'rename', noun: 'engagement', subjectId: id, subjectTitle: input.title, facts: { from: engagement.title, to: input.title, ...reasonOf(input.because) } }
      : { verb: 'edit', noun: 'engagement', subjectId: id, subjectTitle: input.title, facts: reasonOf(input.because) })
    await edit.update('engagement', id, input.revision, { ...patch, sample_fields: JSON.stringify(engagement.sampleFields.filter((field) => !wasEdited(field, patch, engagement))) })
    return { done: true as const, actId: edit.actId }
  })
}

/** What a venue or room other than the stored one meets; people are where they were. */
async function clashesElsewhere(tx: Tx, scope: Scope, engagement: Engagement, { venue, room }: { venue: string; room: string }): Promise<Clash[]> {
  if (venue === engagement.venue && room === engagement.room) return []
  return await clashesOf(tx, scope, { ...askingAsStored(engagement), venue, room, personIds: [] })
}

/** A second title under which the engagement is known; invitations use the first. */
export async function addAlias(scope: Scope, id: Id, input: AliasInput): Promise<Done | Refused<'already'>> {
  return await onEngagement(scope, id, async (tx, begin, engagement) => {
    const known = await listAliases(tx, scope.mission.id, id)
    const key = foldKey(input.title)
    if (key === foldKey(engagement.title) || known.some((alias) => foldKey(alias.title) === key)) return { done: false as const, because: 'already' as const }
    const edit = await begin({ verb: 'add', noun: 'alias', subjectId: id, subjectTitle: input.title, facts: { to: engagement.title } })
    await edit.insert('engagement_alias', { id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: id, title: input.title, title_key: key })
    return { done: true as const, actId: edit.actId }
  })
}

/** Takes a second title away; whatever was sent under it stays as it was sent. */
export async function removeAlias(scope: Scope, id: Id, input: RemoveAliasInput): Promise<Done | Refused> {
  return await onEngagement(scope, id, async (tx, begin, engagement) => {
    const alias = (await listAliases(tx, scope.mission.id, id)).find((each) => each.id === input.alias)
    if (!alias) return { done: false as const, because: 'gone' as const }
    const edit = await begin({ verb: 'remove', noun: 'alias', subjectId: id, subjectTitle: alias.title, facts: { from: engagement.title } })
    await edit.remove('engagement_alias', alias.id)
    return { done: true as const, actId: edit.actId }
  })
}

/** Takes away an idea that nothing hangs on. Whatever was agreed, invited to or written about is cancelled instead. */
export async function removeEngagement(scope: Scope, id: Id, input: RemoveEngagementInput): Promise<Done | Refused<'in-use'>> {
  return await onEngagement(scope, id, async (tx, begin, engagement) => {
    if (engagement.status !== 'idea' || (await countUses(tx, scope.mission.id, id)) > 0) return { done: false as const, because: 'in-use' as const }
    const edit = await begin({ verb: 'delete', noun: 'engagement', subjectId: id, subjectTitle: engagement.title })
    for (const table of ['participation', 'agenda_item', 'engagement_alias', 'question'] as const) {
      for (const row of await tx.selectFrom(table).select('id').where('engagement_id', '=', id).execute()) await edit.remove(table, row.id)
    }
    await edit.remove('engagement', id, input.revision)
    return { done: true as const, actId: edit.actId }
  })
}

/** Runs `work` on an engagement of the mission inside one transaction; 'gone' when there is none. */
export async function onEngagement<T extends { done: boolean }>(scope: Scope, id: Id, work: (tx: Tx, begin: Begin, engagement: Engagement) => Promise<T>): Promise<T | Refused> {
  return await perform(scope, async (tx, begin): Promise<T | Refused> => {
    const engagement = await findEngagement(tx, scope.mission.id, id)
    return engagement ? await work(tx, begin, engagement) : { done: false, because: 'gone' }
  })
}

/** An engagement as it is stored, for the question what stands against it. */
export function askingAsStored(engagement: Engagement): Omit<Asking, 'personIds'> {
  const { id, title, stopId, venue, room, fallbackOfId, day, startMinute, endMinute, startMs, endMs } = engagement
  return { id, title, stopId, venue, room, fallbackOfId, slot: { day, startMinute, endMinute }, placed: { startMs, endMs } }
}

export function reasonOf(because: string): { reason?: string } {
  return because === '' ? {} : { reason: because }
}

/** The names under which facts are marked as sample, with the columns that hold them. */
const HELD_IN: Record<string, readonly [column: string, key: keyof Engagement][]> = {
  title: [['title', 'title']], venue: [['venue_id', 'venueId'], ['venue_text', 'venueText']], room: [['room', 'room']], team: [['team', 'team']], language: [['language', 'language']],
  interpretation: [['interpretation', 'interpretation']], purpose: [['purpose', 'purpose']], questions: [['questions', 'questions']], brief: [['brief', 'brief']], publicText: [['public_text', 'publicText']],
}

function wasEdited(field: string, patch: Record<string, unknown>, before: Engagement): boolean {
  return (HELD_IN[field] ?? []).some(([column, key]) => patch[column] !== before[key])
}
