/** What the repairs of agendas and rows write: decided first, written by the function that comes back. */
import { BREAK, lengthened, sortedByTime, withBreak } from '#app/domain/agenda/repairs.ts'
import { leavesDay, placeFor } from '#app/domain/agenda/ripple.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Change } from '#app/domain/roadshow/lint-issue.ts'
import { keptOrigin } from '#app/domain/roadshow/lint-names.ts'
import { foldKey } from '#app/domain/text.ts'
import { writeLines } from '#app/operations/agenda.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import type { AgendaItem } from '#db/agenda.server.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'

type Write = (edit: Edit) => Promise<void>
type Of<K extends Change['kind']> = Extract<Change, { kind: K }>

/** What a break is called that a button puts in. */
const PAUSE = 'Break'

/** Another end or start for one item; nothing else moves. */
export function retimeOne(id: Id, times: { start_minute?: number; end_minute?: number }): Write {
  return async (edit) => void (await edit.update('agenda_item', id, null, times))
}

/** Items of one slot in streams of their own, counted from 1 where they have none. */
export async function streamItems(tx: Tx, scope: Scope, { itemIds }: Of<'side-by-side'>): Promise<Write> {
  const items = await tx.selectFrom('agenda_item').select(['id', 'track', 'revision']).where('mission_id', '=', scope.mission.id).where('id', 'in', itemIds).execute()
  return async (edit) => {
    for (const item of items) await edit.update('agenda_item', item.id, item.revision, { track: item.track || String(itemIds.indexOf(item.id) + 1) })
  }
}

export async function sortAgenda(tx: Tx, scope: Scope, { engagementId }: Of<'sort-by-time'>): Promise<Write> {
  const items = await listAgendaItems(tx, scope.mission.id, engagementId)
  return async (edit) => await writeLines(edit, items, sortedByTime(items))
}

export async function lengthenItems(tx: Tx, scope: Scope, { engagementId, itemIds, minutes }: Of<'lengthen'>): Promise<Write> {
  const items = await listAgendaItems(tx, scope.mission.id, engagementId)
  return async (edit) => await writeLines(edit, items, lengthened(items, itemIds, minutes))
}

/** A break that takes what nothing takes, or one that everything after it makes room for. */
export async function insertBreak(tx: Tx, scope: Scope, change: Of<'insert-break'> | Of<'fill-with-break'>): Promise<Write> {
  const { engagementId, afterId, start } = change
  const items = await listAgendaItems(tx, scope.mission.id, engagementId)
  const before = items.find((item) => item.id === afterId)
  if (!before) throw new Error(`No item ${afterId} in ${engagementId}`)
  const pause: AgendaItem = {
    ...before, id: newId(scope.nowMs), revision: 1, position: 0, kind: 'break', title: PAUSE, otherTitle: '', otherLanguage: '', startMinute: start, endMinute: change.kind === 'insert-break' ? start + BREAK : change.end,
    details: '', track: '', sampleFields: [], sourceLine: null,
  }
  const after = change.kind === 'insert-break' ? withBreak(items, afterId, pause) : items.toSpliced(placeFor(items, pause.day, start), 0, pause)
  if (leavesDay(after)) throw new Error(`The agenda of ${engagementId} would leave its day`)
  return async (edit) => {
    await edit.insert('agenda_item', {
      id: pause.id, mission_id: scope.mission.id, engagement_id: engagementId, position: after.indexOf(pause) + 1, kind: pause.kind, title: pause.title, day: pause.day, start_minute: pause.startMinute, end_minute: pause.endMinute,
    })
    await writeLines(edit, items, after)
  }
}

/** Who moderates the whole leads one item as well, under the same printed name and title. */
export async function leadItem(tx: Tx, scope: Scope, { itemId, personId }: Of<'lead' | 'lead-second'>): Promise<Write> {
  const known = await tx.selectFrom('participation').innerJoin('agenda_item', 'agenda_item.engagement_id', 'participation.engagement_id').leftJoin('person', 'person.id', 'participation.person_id').selectAll('participation')
    .where('agenda_item.id', '=', itemId).where('participation.mission_id', '=', scope.mission.id).where('participation.agenda_item_id', 'is', null).where('participation.role', '=', 'moderator')
    .where((at) => at.or([at('participation.person_id', '=', personId), at('person.merged_into_id', '=', personId)])).limit(1).executeTakeFirstOrThrow()
  return async (edit) => await edit.insert('participation', {
    id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: known.engagement_id, agenda_item_id: itemId, person_id: known.person_id, organisation_id: known.organisation_id, role: 'moderator',
    printed_name: known.printed_name, printed_title: known.printed_title, precedence: known.precedence,
  })
}

/**
 * One row becomes several: the first keeps the time, the people and the printed title as another one; the others stand beside it on the same
 * day without a time, with whom their part names.
 */
export async function splitRow(tx: Tx, scope: Scope, engagementId: Id, { parts }: Of<'split-row'>): Promise<Write> {
  const row = await tx.selectFrom('engagement').selectAll().where('mission_id', '=', scope.mission.id).where('id', '=', engagementId).executeTakeFirstOrThrow()
  const bodies = await tx.selectFrom('participation').selectAll().where('mission_id', '=', scope.mission.id).where('engagement_id', '=', engagementId).where('representative_of', '<>', '').where('agenda_item_id', 'is', null).execute()
  const [first = row.title, ...others] = parts
  return async (edit) => {
    await edit.update('engagement', row.id, row.revision, { title: first, title_key: foldKey(first) })
    await edit.insert('engagement_alias', { id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: row.id, title: row.title, title_key: foldKey(row.title), origin: keptOrigin(''), source_line: row.source_line })
    for (const title of others) {
      const { revision: _old, ...columns } = row
      const id = newId(scope.nowMs)
      const kind = /^(?:q ?& ?a|вопросы)/iu.test(title) ? 'q-and-a' : row.kind
      await edit.insert('engagement', { ...columns, id, kind, title, title_key: foldKey(title), start_minute: null, end_minute: null, start_ms: null, end_ms: null, header_start_minute: null, header_end_minute: null, fallback_of_id: null })
      for (const { revision, ...body } of bodies.filter((each) => title.includes(each.representative_of) && !first.includes(each.representative_of))) {
        await edit.remove('participation', body.id, revision)
        await edit.insert('participation', { ...body, id: newId(scope.nowMs), engagement_id: id })
      }
    }
  }
}

/** Rows of the plan under those who own the row above. */
export async function inheritOwners(tx: Tx, scope: Scope, { owners }: Of<'inherit-owners'>): Promise<Write> {
  const tasks = await tx.selectFrom('task').select(['id', 'revision']).where('mission_id', '=', scope.mission.id).where('id', 'in', owners.map((each) => each.taskId)).execute()
  return async (edit) => {
    for (const task of tasks) await edit.update('task', task.id, task.revision, { owner: owners.find((each) => each.taskId === task.id)?.owner ?? '' })
  }
}
