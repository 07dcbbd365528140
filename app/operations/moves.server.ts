import type { Id } from '#app/domain/ids.ts'
import { isSound, meantSlot, placeSlot, shiftOf } from '#app/domain/meetings/slot.ts'
import type { PlacedSlot, Slot } from '#app/domain/meetings/slot.ts'
import type { StopFace } from '#app/domain/roadshow/stops.ts'
import { addDays, formatDay, formatRange } from '#app/domain/time.ts'
import { clashesOf } from '#app/operations/clashes.server.ts'
import type { Clash } from '#app/operations/clashes.server.ts'
import type { MoveEngagementInput } from '#app/operations/engagements.input.ts'
import { askingAsStored, onEngagement, reasonOf } from '#app/operations/engagements.server.ts'
import type { Named } from '#app/operations/engagements.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import type { AgendaItem } from '#db/agenda.server.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Db } from '#db/database.server.ts'
import { findEngagement } from '#db/engagements.server.ts'
import type { Engagement } from '#db/engagements.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

type Asked = Pick<MoveEngagementInput, 'stop' | 'day' | 'start' | 'end'>
type Wrong = 'no-stop' | 'end-before-start' | 'no-such-time'

/** What a move would do: the slot as it is meant, the agenda going along, and what stands against it. */
type MovePlan = { done: true; stop: StopFace; slot: Slot; placed: PlacedSlot; shift: { days: number; minutes: number }; items: AgendaItem[]; clashes: Clash[] }

/** Works a move out without doing it. The items of the agenda keep their distance to the start. */
async function planMove(db: Db, scope: Scope, engagement: Engagement, asked: Asked): Promise<MovePlan | { done: false; because: Wrong }> {
  const stop = (await listStopFaces(db, scope.mission.id)).find((each) => each.id === (asked.stop ?? engagement.stopId))
  if (!stop) return { done: false, because: 'no-stop' }
  const slot = meantSlot(engagement, { day: asked.day, startMinute: asked.start, endMinute: asked.end })
  if (!isSound(slot)) return { done: false, because: 'end-before-start' }
  const placed = placeSlot(slot, stop.zone)
  if (placed.problem === 'gap') return { done: false, because: 'no-such-time' }
  const people = await listParticipations(db, scope.mission.id, engagement.id)
  const personIds = [...new Set(people.flatMap((row) => (row.personId === null ? [] : [row.personId])))]
  const items = await listAgendaItems(db, scope.mission.id, engagement.id)
  const clashes = await clashesOf(db, scope, { ...askingAsStored(engagement), stopId: stop.id, ...venueAt(engagement, stop), personIds, slot, placed })
  return { done: true, stop, slot, placed, shift: shiftOf(engagement, slot), items, clashes }
}

/** A venue belongs to its city: at another stop it is to be found again. */
function venueAt(engagement: Engagement, stop: StopFace): { venue: string; room: string } {
  return stop.id === engagement.stopId ? { venue: engagement.venue, room: engagement.room } : { venue: '', room: '' }
}

/** The same for the page that shows it before anything is saved; undefined when the engagement is not there. */
export async function previewMove(scope: Scope, id: Id, asked: Asked): Promise<MovePlan | { done: false; because: Wrong | 'gone' }> {
  const db = scope.database.read
  const engagement = await findEngagement(db, scope.mission.id, id)
  return engagement ? await planMove(db, scope, engagement, asked) : { done: false, because: 'gone' }
}

export type Moved = { done: true; actId: string; startMs: number | null }

/** Gives an engagement another day, time or stop; its header and agenda go along by the same amount, its venue stays in its city. */
export async function moveEngagement(scope: Scope, id: Id, input: MoveEngagementInput): Promise<Moved | Refused<Wrong | 'unchanged'> | Named> {
  return await onEngagement(scope, id, async (tx, begin, engagement) => {
    const plan = await planMove(tx, scope, engagement, input)
    if (!plan.done) return plan
    if (plan.clashes.length > 0 && input.because === '') return { done: false as const, because: 'conflicts' as const, clashes: plan.clashes }
    if (isUnchanged(engagement, plan)) return { done: false as const, because: 'unchanged' as const }
    const edit = await begin({
      verb: 'move', noun: 'engagement', subjectId: id, subjectTitle: engagement.title,
      facts: { from: slotWords(engagement, engagement.city), to: slotWords(plan.slot, plan.stop.city), ...reasonOf(input.because) },
    })
    await edit.update('engagement', id, input.revision, movedColumns(engagement, plan))
    await shiftItems(edit, plan.items, plan.shift)
    return { done: true as const, actId: edit.actId, startMs: plan.placed.startMs }
  })
}

function isUnchanged(engagement: Engagement, { slot, stop }: MovePlan): boolean {
  return engagement.stopId === stop.id && engagement.day === slot.day && engagement.startMinute === slot.startMinute && engagement.endMinute === slot.endMinute
}

function movedColumns(engagement: Engagement, { stop, slot, placed, shift }: MovePlan): Record<string, unknown> {
  const along = (minute: number | null): number | null => (minute === null ? null : minute + shift.minutes)
  const elsewhere = stop.id === engagement.stopId ? {} : { venue_id: null, venue_text: '', room: '' }
  return {
    ...elsewhere, stop_id: stop.id, zone: stop.zone, day: slot.day, start_minute: slot.startMinute, end_minute: slot.endMinute, start_ms: placed.startMs, end_ms: placed.endMs,
    header_start_minute: along(engagement.headerStartMinute), header_end_minute: along(engagement.headerEndMinute),
    inferred_fields: '[]', sample_fields: JSON.stringify(engagement.sampleFields.filter((field) => !wasMoved(field, engagement, slot, stop))),
  }
}

/** What somebody chose is no sample any more. */
function wasMoved(field: string, from: Engagement, to: Slot, stop: StopFace): boolean {
  if (field === 'day') return from.day !== to.day
  if (field === 'time') return from.startMinute !== to.startMinute || from.endMinute !== to.endMinute
  return (field === 'venue' || field === 'room') && from.stopId !== stop.id
}

/** Every item by the same days and minutes. */
async function shiftItems(edit: Edit, items: readonly AgendaItem[], { days, minutes }: MovePlan['shift']): Promise<void> {
  if (days === 0 && minutes === 0) return
  for (const item of items) {
    await edit.update('agenda_item', item.id, item.revision, {
      day: addDays(item.day, days), start_minute: item.startMinute + minutes, end_minute: item.endMinute === null ? null : item.endMinute + minutes,
    })
  }
}

/** 'Wed 5 Feb 2020, 14:00–15:15 Dushanbe' */
export function slotWords({ day, startMinute, endMinute }: Slot, city: string): string {
  return `${formatDay(day)}, ${startMinute === null ? 'no time yet' : formatRange(startMinute, endMinute)} ${city}`
}
