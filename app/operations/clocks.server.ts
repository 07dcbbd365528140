import { placeSlot } from '#app/domain/meetings/slot.ts'
import type { Zone } from '#app/domain/time.ts'
import type { Edit } from '#db/changes.server.ts'
import type { ClockRow } from '#db/stops.server.ts'

/**
 * Puts engagements on another clock inside an act: day and wall times stay as they are printed, the moments move. The
 * act that changes a stop's city or a place's zone calls it, so that one undo takes both back. Returns how many changed.
 */
export async function moveClocks(edit: Edit, rows: readonly ClockRow[], zone: Zone): Promise<number> {
  let moved = 0
  for (const row of rows) {
    const { startMs, endMs } = placeSlot(row, zone)
    if (await edit.update('engagement', row.id, row.revision, { zone, start_ms: startMs, end_ms: endMs })) moved++
  }
  return moved
}
