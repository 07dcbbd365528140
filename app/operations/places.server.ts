import type { Id } from '#app/domain/ids.ts'
import { foldKey, sortKey } from '#app/domain/text.ts'
import type { AddEntryNameInput, CreatePlaceInput, EditPlaceInput, RemoveEntryNameInput } from '#app/operations/directory.input.ts'
import { moveClocks } from '#app/operations/clocks.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { listClockRowsAt } from '#db/stops.server.ts'

/** A new city, venue, hotel or airport. */
export async function createPlace(scope: Scope, input: CreatePlaceInput): Promise<(Done & { placeId: Id }) | Refused<'no-city'>> {
  return await perform(scope, async (tx, begin) => {
    const placeId = newId(scope.nowMs)
    if (!(await isCityOrNone(tx, input, placeId))) return { done: false as const, because: 'no-city' as const }
    const made = await begin({ verb: 'create', noun: 'place', subjectId: placeId, subjectTitle: input.name })
    await made.insert('place', { id: placeId, ...columnsOf(input) })
    return { done: true as const, actId: made.actId, placeId }
  })
}

type PlaceClock = { done: false; because: 'clock-moves'; engagements: number } | { done: false; because: 'clock-shared'; otherMissions: number }

/**
 * What a place is and where. Another clock takes along what is planned at the stops there: wall times stay and moments move,
 * but only once somebody has read so (`moveClocks`), and never in missions beside this one.
 */
export async function editPlace(scope: Scope, placeId: Id, input: EditPlaceInput): Promise<Done | Refused<'no-city'> | PlaceClock> {
  return await onPlace(scope, placeId, async (tx, begin, _name, zone) => {
    const clock = input.zone || 'UTC'
    const { rows, otherMissions } = clock === zone ? { rows: [], otherMissions: 0 } : await listClockRowsAt(tx, scope.mission.id, placeId, clock)
    if (otherMissions > 0) return { done: false as const, because: 'clock-shared' as const, otherMissions }
    if (rows.length > 0 && !input.moveClocks) return { done: false as const, because: 'clock-moves' as const, engagements: rows.length }
    if (!(await isCityOrNone(tx, input, placeId))) return { done: false as const, because: 'no-city' as const }
    const made = await begin({ verb: 'edit', noun: 'place', subjectId: placeId, subjectTitle: input.name })
    await made.update('place', placeId, input.revision, { ...columnsOf(input), sample: 0 })
    await moveClocks(made, rows, clock)
    return { done: true as const, actId: made.actId }
  })
}

/** Another name, in a language or for a time: what the place is called follows the day that a page speaks of. */
export async function addPlaceName(scope: Scope, placeId: Id, input: AddEntryNameInput): Promise<Done | Refused> {
  return await onPlace(scope, placeId, async (_tx, begin, name) => {
    const made = await begin({ verb: 'add-name', noun: 'place', subjectId: placeId, subjectTitle: name, facts: { name: input.name } })
    await made.insert('place_name', { id: newId(scope.nowMs), place_id: placeId, name: input.name, name_key: foldKey(input.name), language: input.language, from_day: input.fromDay, to_day: input.toDay })
    return { done: true as const, actId: made.actId }
  })
}

export async function removePlaceName(scope: Scope, placeId: Id, input: RemoveEntryNameInput): Promise<Done | Refused> {
  return await onPlace(scope, placeId, async (tx, begin, name) => {
    const row = await tx.selectFrom('place_name').select(['id', 'name']).where('id', '=', input.name).where('place_id', '=', placeId).executeTakeFirst()
    if (!row) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'remove-name', noun: 'place', subjectId: placeId, subjectTitle: name, facts: { name: row.name } })
    await made.remove('place_name', row.id, input.revision)
    return { done: true as const, actId: made.actId }
  })
}

function columnsOf(input: CreatePlaceInput) {
  return {
    kind: input.kind, name: input.name, name_key: foldKey(input.name), sort_key: sortKey(input.name), country: input.country,
    city_id: input.kind === 'city' ? null : input.city, zone: input.zone || null, address: input.address,
  }
}

async function isCityOrNone(tx: Tx, { kind, city }: CreatePlaceInput, placeId: Id): Promise<boolean> {
  if (kind === 'city' || city === null) return true
  const row = await tx.selectFrom('place').select('id').where('id', '=', city).where('kind', '=', 'city').executeTakeFirst()
  return row !== undefined && row.id !== placeId
}

async function onPlace<T extends { done: boolean }>(scope: Scope, id: Id, work: (tx: Tx, begin: Begin, name: string, zone: string) => Promise<T>): Promise<T | Refused> {
  return await perform(scope, async (tx, begin): Promise<T | Refused> => {
    const row = await tx.selectFrom('place').select(['name', 'zone']).where('id', '=', id).executeTakeFirst()
    return row ? await work(tx, begin, row.name, row.zone ?? 'UTC') : { done: false, because: 'gone' }
  })
}
