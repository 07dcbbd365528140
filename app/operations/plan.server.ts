import type { Id } from '#app/domain/ids.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { MONTHS, inOrder, monthsIn } from '#app/domain/papers/plan.ts'
import type { PlanMonth } from '#app/domain/papers/plan.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { EditPlanRowInput, MovePlanRowInput, NewPlanRowInput, PlanFrameInput, PlanMonthsInput, RemovePlanRowInput } from '#app/operations/plan.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findReport } from '#db/documents.server.ts'
import { newId } from '#db/ids.server.ts'
import { MOST_ROWS, findPlan, findPlanFrame, listPlanRows } from '#db/plan.server.ts'
import type { PlanLine } from '#db/plan.server.ts'

/** Which months the plan spans and in which year; the rows stay as they are. */
export async function setPlanFrame(scope: Scope, input: PlanFrameInput): Promise<Done | Refused<'same'>> {
  return await perform(scope, async (tx, begin) => {
    const known = await findPlan(tx, scope.mission.id)
    const [from, to] = [MONTHS.indexOf(input.from), MONTHS.indexOf(input.to)]
    const columns = { from_month: from + 1, length: ((to - from + MONTHS.length) % MONTHS.length) + 1, year: input.year }
    if (known && known.from_month === columns.from_month && known.length === columns.length && known.year === columns.year) return { done: false as const, because: 'same' as const }
    const edit = await begin({ verb: 'set-span', noun: 'plan', subjectId: scope.mission.id, subjectTitle: scope.mission.title, facts: { to: spanWords(input) } })
    if (known) await edit.update('plan', known.id, known.revision, columns)
    else await edit.insert('plan', { id: newId(scope.nowMs), mission_id: scope.mission.id, ...columns })
    return { done: true as const, actId: edit.actId }
  })
}

function spanWords({ from, to, year }: PlanFrameInput): string {
  return `${from} to ${to}${year === null ? '' : ` ${year}`}`
}

/** An activity at the end of the plan, for the report that the others are for. */
export async function addPlanRow(scope: Scope, input: NewPlanRowInput): Promise<(Done & { rowId: Id }) | Refused<'full'>> {
  return await perform(scope, async (tx, begin) => {
    const rows = await listPlanRows(tx, scope.mission.id)
    if (rows.length >= MOST_ROWS) return { done: false as const, because: 'full' as const }
    const last = rows.findLast(({ part }) => part === input.part) ?? rows.at(-1)
    const report = last ? last.document_id : ((await findReport(tx, scope.mission.id))?.id ?? null)
    const columns = monthsIn(await findPlanFrame(tx, scope.mission.id, rows))
    const rowId = newId(scope.nowMs)
    const at = last ? rows.indexOf(last) + 1 : 0
    const edit = await begin({ verb: 'add', noun: 'plan-row', subjectId: rowId, subjectTitle: openingOf(input.title, 80) })
    for (const [place, row] of rows.entries()) if (place >= at && row.position !== place + 2) await edit.update('task', row.id, row.revision, { position: place + 2 })
    await edit.insert('task', {
      id: rowId, mission_id: scope.mission.id, kind: 'work-plan', position: at + 1, part: input.part, title: input.title, owner: input.owner, details: input.details, months: JSON.stringify(inOrder(input.months, columns)),
      document_id: report, created_ms: scope.missionNowMs, created_by: scope.actor.name,
    })
    return { done: true as const, actId: edit.actId, rowId }
  })
}

/** Says an activity, its part, owner or months otherwise. */
export async function editPlanRow(scope: Scope, rowId: Id, input: EditPlanRowInput): Promise<Done | Refused> {
  return await onRow(scope, rowId, async ({ row, columns, begin }) => {
    const edit = await begin({ verb: 'edit', noun: 'plan-row', subjectId: rowId, subjectTitle: openingOf(input.title, 80) })
    const sample = (JSON.parse(row.sample_fields) as string[]).filter((field) => !(field === 'owner' && input.owner !== row.owner) && !(field === 'title' && input.title !== row.title))
    await edit.update('task', rowId, input.revision, { part: input.part, title: input.title, owner: input.owner, details: input.details, months: JSON.stringify(inOrder(input.months, columns)), sample_fields: JSON.stringify(sample) })
    return { done: true as const, actId: edit.actId }
  })
}

/** Gives an activity other months: moved, stretched, one switched on or off. */
export async function setPlanMonths(scope: Scope, rowId: Id, input: PlanMonthsInput): Promise<Done | Refused> {
  return await onRow(scope, rowId, async ({ row, columns, begin }) => {
    const months = inOrder(input.months, columns)
    const edit = await begin({ verb: 'set-months', noun: 'plan-row', subjectId: rowId, subjectTitle: openingOf(row.title, 80), facts: { from: row.months.join(', ') || 'no month', to: months.join(', ') || 'no month' } })
    await edit.update('task', rowId, input.revision, { months: JSON.stringify(months) })
    return { done: true as const, actId: edit.actId }
  })
}

/** One place up or down; past the end of its part a row goes over to the next. */
export async function movePlanRow(scope: Scope, rowId: Id, { go }: MovePlanRowInput): Promise<Done | Refused<'at-the-end'>> {
  return await onRow(scope, rowId, async ({ row, rows, begin }) => {
    const at = rows.indexOf(row)
    const other = rows[go === 'up' ? at - 1 : at + 1]
    if (!other) return { done: false as const, because: 'at-the-end' as const }
    const edit = await begin({ verb: 'reorder', noun: 'plan-row', subjectId: rowId, subjectTitle: openingOf(row.title, 80), facts: { to: other.part === row.part ? `place ${rows.indexOf(other) + 1}` : other.part } })
    if (other.part === row.part) {
      const order = rows.map((each) => (each === row ? other : each === other ? row : each))
      for (const [place, each] of order.entries()) if (each.position !== place + 1) await edit.update('task', each.id, each.revision, { position: place + 1 })
    } else await edit.update('task', row.id, row.revision, { part: other.part })
    return { done: true as const, actId: edit.actId }
  })
}

/** Takes an activity out of the plan. */
export async function removePlanRow(scope: Scope, rowId: Id, input: RemovePlanRowInput): Promise<Done | Refused> {
  return await onRow(scope, rowId, async ({ row, begin }) => {
    const edit = await begin({ verb: 'remove', noun: 'plan-row', subjectId: rowId, subjectTitle: openingOf(row.title, 80) })
    await edit.remove('task', rowId, input.revision)
    return { done: true as const, actId: edit.actId }
  })
}

type OnRow = { row: PlanLine; rows: PlanLine[]; columns: PlanMonth[]; begin: Parameters<Parameters<typeof perform>[1]>[1] }

async function onRow<T extends { done: boolean }>(scope: Scope, rowId: Id, work: (on: OnRow) => Promise<T>): Promise<T | { done: false; because: 'gone' | 'stale' }> {
  return await perform<T | { done: false; because: 'gone' }>(scope, async (tx, begin) => {
    const rows = await listPlanRows(tx, scope.mission.id)
    const row = rows.find(({ id }) => id === rowId)
    if (!row) return { done: false as const, because: 'gone' as const }
    return await work({ row, rows, columns: monthsIn(await findPlanFrame(tx, scope.mission.id, rows)), begin })
  })
}
