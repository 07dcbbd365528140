import type { Id } from '#app/domain/ids.ts'
import { addDays, instantOf } from '#app/domain/time.ts'
import type { Edit, EditableTable } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'

type Row = Record<string, unknown> & { id: string }

/** Copies the planning rows of a mission under new ids, days shifted by `shift`; what people did or answered stays behind. */
export async function copyMissionRows(tx: Tx, made: Edit, fromId: Id, toId: Id, shift: number): Promise<void> {
  const renamed = new Map<string, string>()
  const freshId = (old: string): string => {
    const known = renamed.get(old)
    if (known) return known
    const made = newId()
    renamed.set(old, made)
    return made
  }
  const moved = (day: unknown): string => addDays(String(day), shift)
  const copy = async (table: EditableTable, rows: Row[], patch: (row: Row) => Record<string, unknown>): Promise<void> => {
    for (const { revision: _revision, ...row } of rows) {
      await made.insert(table, { ...row, ...patch(row as Row), mission_id: toId, source_line: null, id: freshId(row.id as string) } as never)
    }
  }
  await copy('stop', await tx.selectFrom('stop').selectAll().where('mission_id', '=', fromId).execute(), (row) => ({
    arrive_day: moved(row.arrive_day), depart_day: moved(row.depart_day), printed_location: null,
  }))
  const engagements = await tx.selectFrom('engagement').selectAll().where('mission_id', '=', fromId).orderBy('fallback_of_id').execute()
  await copy('engagement', firstThings(engagements), (row) => ({ ...shiftedTimes(row, shift), ...anew(row, freshId) }))
  await copy('agenda_item', await tx.selectFrom('agenda_item').selectAll().where('mission_id', '=', fromId).execute(), (row) => ({
    day: moved(row.day), engagement_id: freshId(row.engagement_id as string),
  }))
  await copy('participation', await tx.selectFrom('participation').selectAll().where('mission_id', '=', fromId).execute(), (row) => ({
    engagement_id: freshId(row.engagement_id as string), agenda_item_id: row.agenda_item_id === null ? null : freshId(row.agenda_item_id as string), attended: null, attendance: '', deputy_name: '', deputy_title: '',
  }))
  await copy('dimension', await tx.selectFrom('dimension').selectAll().where('mission_id', '=', fromId).execute(), () => ({}))
}

/** A slot that stands in for another comes after it. */
function firstThings<R extends { id: string; fallback_of_id: string | null }>(rows: R[]): R[] {
  return [...rows.filter((row) => row.fallback_of_id === null), ...rows.filter((row) => row.fallback_of_id !== null)]
}

function anew(row: Row, freshId: (old: string) => string): Record<string, unknown> {
  return {
    stop_id: freshId(row.stop_id as string), status: 'idea', printed_day: null, printed_day_group: null, inferred_fields: '[]', brief: '',
    fallback_of_id: row.fallback_of_id === null ? null : freshId(row.fallback_of_id as string),
  }
}

function shiftedTimes(row: Row, shift: number): Record<string, unknown> {
  const day = addDays(String(row.day), shift)
  const at = (minute: unknown): number | null => (minute === null ? null : instantOf(day, Number(minute), String(row.zone)).at)
  return { day, start_ms: at(row.start_minute), end_ms: at(row.end_minute) }
}
