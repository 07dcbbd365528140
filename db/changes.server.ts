/** Every write of what people edit goes through here: the change record, the revision and undo are one mechanism. */
import type { Selectable, Transaction } from 'kysely'
import type { Tx } from '#db/database.server.ts'
import { changesEvidence, countChange } from '#db/evidence-version.server.ts'
import { newId } from '#db/ids.server.ts'
import type { ChangeTable, Schema } from '#db/schema.ts'
import { searchKeyOf } from '#db/search-keys.server.ts'

/** Who did what to which thing; `verb` and `facts` become a sentence in `app/domain/history.ts`. */
export type Act = {
  missionId: string | null
  atMs: number
  accountId: string | null
  actorName: string
  verb: string
  noun: string
  subjectId: string
  subjectTitle: string
  facts?: Record<string, unknown>
  undoable?: boolean
  undoesId?: string
}

type Revised = { [T in keyof Schema]: Schema[T] extends { id: string; revision: unknown } ? T : never }[keyof Schema]
export type EditableTable = Exclude<Revised, undefined>
type Row = Record<string, unknown>
type Insertable<T extends EditableTable> = Partial<{ [C in keyof Schema[T]]: unknown }> & { id: string }

/** Thrown when a row changed or went away since it was read; the transaction rolls back and the operation answers 'stale'. */
export class StaleWrite extends Error {
  readonly table: string
  readonly rowId: string
  constructor(table: string, rowId: string) {
    super(`${table} ${rowId} was changed by somebody else`)
    this.table = table
    this.rowId = rowId
  }
}

export type Edit = {
  actId: string
  insert<T extends EditableTable>(table: T, row: Insertable<T>): Promise<void>
  /** Changes the named columns; `revision` is the one the person saw. Columns that keep their value are left out; returns whether anything changed. */
  update<T extends EditableTable>(table: T, id: string, revision: number | null, patch: Partial<{ [C in keyof Schema[T]]: unknown }>): Promise<boolean>
  remove<T extends EditableTable>(table: T, id: string, revision?: number | null): Promise<void>
}

/** Begins an act inside a write transaction; each of its writes records before and after. Throws `StaleWrite`. */
export async function edit(tx: Tx, act: Act): Promise<Edit> {
  const actId = newId(act.atMs)
  await tx.insertInto('act').values({
    id: actId, mission_id: act.missionId, at_ms: act.atMs, account_id: act.accountId, actor_name: act.actorName, verb: act.verb, noun: act.noun,
    subject_id: act.subjectId, subject_title: act.subjectTitle, facts: JSON.stringify(act.facts ?? {}), undoable: act.undoable === false ? 0 : 1,
    undoes_id: act.undoesId ?? null,
  }).execute()
  let position = 0
  let weighs = false
  const record = async (table: string, rowId: string, kind: string, before: Row | null, after: Row | null, revision: number): Promise<void> => {
    await tx.insertInto('change').values({
      id: `${actId}-${position}`, act_id: actId, position: position++, table_name: table, row_id: rowId, kind,
      before: before && JSON.stringify(before), after: after && JSON.stringify(after), revision,
    }).execute()
    if (weighs || !changesEvidence(table, after ?? before ?? {}, kind)) return
    weighs = true
    await countChange(tx, act.missionId)
  }
  const written: Edit = {
    actId,
    async insert(table, given) {
      const row = keyed(table, given, {}) as typeof given
      await loose(tx).insertInto(table as 'editable').values(row as AnyTable['editable']).execute()
      await record(table, row.id, 'insert', null, row, 1)
    },
    async update(table, id, revision, given) {
      const current = await readRow(tx, table, id)
      if (!current || (revision !== null && current.revision !== revision)) throw new StaleWrite(table, id)
      const patch = keyed(table, given as Row, current)
      const columns = Object.keys(patch).filter((column) => patch[column] !== undefined && patch[column] !== current[column])
      if (columns.length === 0) return false
      const after = pick(patch, columns)
      const next = Number(current.revision) + 1
      await swap(tx, table, id, Number(current.revision), { ...after, revision: next })
      await record(table, id, 'update', pick(current, columns), after, next)
      return true
    },
    async remove(table, id, revision = null) {
      const current = await readRow(tx, table, id)
      if (!current || (revision !== null && current.revision !== revision)) throw new StaleWrite(table, id)
      for (const [part, column] of ALONG[table] ?? []) {
        for (const row of await loose(tx).selectFrom(part as 'editable').select('id').where(column, '=', id).execute()) await written.remove(part, row.id)
      }
      await loose(tx).deleteFrom(table as 'editable').where('id', '=', id).execute()
      await record(table, id, 'delete', current, null, Number(current.revision))
    },
  }
  return written
}

/** `gone` are the ids of the rows that the undoing took away. */
export type Undone = { done: true; actId: string; gone: string[] } | { done: false; because: 'gone' | 'stale' | 'not-undoable' }

/** Undoes a whole act when nothing has touched its rows since; the undoing is an act itself and may be undone. */
export async function undoAct(tx: Tx, actId: string, by: Pick<Act, 'atMs' | 'accountId' | 'actorName'> & { missionId: string | null }): Promise<Undone> {
  const act = await tx.selectFrom('act').selectAll().where('id', '=', actId).executeTakeFirst()
  if (!act || act.mission_id !== by.missionId) return { done: false, because: 'gone' }
  if (!act.undoable) return { done: false, because: 'not-undoable' }
  if (act.undone_by_id) return { done: false, because: 'stale' }
  const changes = await tx.selectFrom('change').selectAll().where('act_id', '=', actId).orderBy('position', 'desc').execute()
  if (!(await areAsLeft(tx, changes))) return { done: false, because: 'stale' }
  const undo = await edit(tx, {
    ...by, verb: act.verb === 'undo' ? 'redo' : 'undo', noun: act.noun, subjectId: act.subject_id, subjectTitle: act.subject_title,
    facts: { verb: act.verb, noun: act.noun, facts: JSON.parse(act.facts) as unknown }, undoesId: actId,
  })
  await takeBack(undo, changes)
  await tx.updateTable('act').set({ undone_by_id: undo.actId }).where('id', '=', actId).execute()
  return { done: true, actId: undo.actId, gone: changes.filter((change) => change.kind === 'insert').map((change) => change.row_id) }
}

/** Puts the rows of one table back to how they stood before an act, as part of another one. Throws `StaleWrite` when one was changed since. */
export async function revertRows(tx: Tx, edit: Edit, actId: string, table: EditableTable): Promise<void> {
  const changes = await tx.selectFrom('change').selectAll().where('act_id', '=', actId).where('table_name', '=', table).orderBy('position', 'desc').execute()
  if (!(await areAsLeft(tx, changes))) throw new StaleWrite(table, actId)
  await takeBack(edit, changes)
}

type Change = Selectable<ChangeTable>

async function areAsLeft(tx: Tx, changes: readonly Change[]): Promise<boolean> {
  for (const change of changes) {
    const current = await readRow(tx, change.table_name as EditableTable, change.row_id)
    const asLeft = change.kind === 'delete' ? !current : current?.revision === change.revision || touchedAgain(changes, change)
    if (!asLeft || (change.kind === 'insert' && (await hasNewerParts(tx, changes, change)))) return false
  }
  return true
}

/** What the database removes along with a row, by the column that names it. */
const PARTS: Partial<Record<EditableTable, [table: EditableTable, column: string][]>> = {
  place: [['place_name', 'place_id']],
  organisation: [['organisation_name', 'organisation_id']],
  person: [['person_name', 'person_id'], ['affiliation', 'person_id'], ['correction', 'person_id']],
  engagement: [['agenda_item', 'engagement_id'], ['participation', 'engagement_id'], ['engagement_alias', 'engagement_id'], ['question', 'engagement_id'], ['attachment', 'engagement_id'], ['hand_out', 'engagement_id']],
  agenda_item: [['participation', 'agenda_item_id'], ['hand_out', 'agenda_item_id']],
  note: [['attachment', 'note_id']],
  document: [['outline_node', 'document_id'], ['attachment', 'document_id'], ['hand_out', 'document_id'], ['figure', 'document_id'], ['abbreviation', 'document_id'], ['questionnaire_request', 'document_id']],
  outline_node: [['excerpt', 'outline_node_id'], ['finding_outline', 'outline_node_id'], ['figure', 'outline_node_id'], ['question_wording', 'node_id'], ['reply_answer', 'question_id']],
  questionnaire_request: [['reply_answer', 'request_id']],
  excerpt: [['task', 'excerpt_id']],
  finding: [['finding_dimension', 'finding_id'], ['finding_outline', 'finding_id']],
}

/** Parts that are taken away with a record before their row goes, so that an undo brings them back. */
const ALONG: Partial<Record<EditableTable, [table: EditableTable, column: string][]>> = {
  engagement: [['hand_out', 'engagement_id']],
  agenda_item: [['hand_out', 'agenda_item_id']],
}

/** True when a row got parts from a later act, which would go without a record if the row went. */
async function hasNewerParts(tx: Tx, changes: readonly Change[], { table_name, row_id }: Change): Promise<boolean> {
  for (const [table, column] of PARTS[table_name as EditableTable] ?? []) {
    const parts = await loose(tx).selectFrom(table as 'editable').select('id').where(column, '=', row_id).execute()
    if (parts.some((part) => !changes.some((change) => change.kind === 'insert' && change.row_id === part.id))) return true
  }
  return false
}

/** The changes come newest first. */
async function takeBack(edit: Edit, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    const table = change.table_name as EditableTable
    if (change.kind === 'insert') await edit.remove(table, change.row_id)
    if (change.kind === 'update') await edit.update(table, change.row_id, null, JSON.parse(change.before as string) as Row)
    if (change.kind === 'delete') await edit.insert(table, JSON.parse(change.before as string) as Row & { id: string })
  }
}

/** What is written, with the key under which the row will be found where its table has one. */
function keyed(table: string, patch: Row, current: Row): Row {
  const key = searchKeyOf(table, { ...current, ...patch })
  return key === undefined ? patch : { ...patch, search_key: key }
}

function touchedAgain(changes: readonly { row_id: string; position: number }[], change: { row_id: string; position: number }): boolean {
  return changes.some((other) => other.row_id === change.row_id && other.position > change.position)
}

/** The builder without the table's own row type: one mechanism for every editable table needs columns by name. */
type AnyTable = { editable: Record<string, unknown> & { id: string; revision: number } }
function loose(tx: Tx): Transaction<AnyTable> {
  return tx as unknown as Transaction<AnyTable>
}

async function readRow(tx: Tx, table: EditableTable, id: string): Promise<AnyTable['editable'] | undefined> {
  return (await loose(tx).selectFrom(table as 'editable').selectAll().where('id', '=', id).executeTakeFirst()) as AnyTable['editable'] | undefined
}

async function swap(tx: Tx, table: EditableTable, id: string, revision: number, patch: Row): Promise<void> {
  const result = await loose(tx).updateTable(table as 'editable').set(patch).where('id', '=', id).where('revision', '=', revision).executeTakeFirst()
  if (Number(result.numUpdatedRows) !== 1) throw new StaleWrite(table, id)
}

function pick(row: Row, columns: string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
}
