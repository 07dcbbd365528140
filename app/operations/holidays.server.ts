import type { Id } from '#app/domain/ids.ts'
import type { AddHolidayInput, EditHolidayInput, RemoveHolidayInput } from '#app/operations/directory.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findHoliday } from '#db/holidays.server.ts'
import { newId } from '#db/ids.server.ts'

/** A new row of the table that all missions of the installation share. */
export async function addHoliday(scope: Scope, input: AddHolidayInput): Promise<Done | Refused> {
  return await perform(scope, async (_tx, begin) => {
    const id = newId(scope.nowMs)
    const made = await begin({ verb: 'create', noun: 'holiday', subjectId: id, subjectTitle: titleOf(input) })
    await made.insert('holiday', { id, ...columnsOf(input) })
    return { done: true as const, actId: made.actId }
  })
}

export async function editHoliday(scope: Scope, id: Id, input: EditHolidayInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    if (!(await findHoliday(tx, id))) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'edit', noun: 'holiday', subjectId: id, subjectTitle: titleOf(input) })
    await made.update('holiday', id, input.revision, columnsOf(input))
    return { done: true as const, actId: made.actId }
  })
}

export async function removeHoliday(scope: Scope, input: RemoveHolidayInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const row = await findHoliday(tx, input.holiday)
    if (!row) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'remove', noun: 'holiday', subjectId: row.id, subjectTitle: titleOf(row) })
    await made.remove('holiday', row.id, input.revision)
    return { done: true as const, actId: made.actId }
  })
}

function titleOf({ name, country }: { name: string; country: string }): string {
  return `${name}, ${country}`
}

function columnsOf(input: AddHolidayInput) {
  return {
    country: input.country, name: input.name, kind: input.kind, start_day: input.startDay, end_day: input.endDay ?? input.startDay,
    yearly: input.everyYear ? 1 : 0, until_year: input.everyYear ? input.untilYear : null, source: input.source, verified: input.verified ? 1 : 0,
  }
}
