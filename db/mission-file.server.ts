/** A whole mission as one JSON text in a canonical order: the same mission gives the same bytes, on either database. */
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { nameOnly } from '#app/domain/papers/letter-paper.ts'
import { withoutContacts } from '#app/domain/papers/paper.ts'
import type { Paper } from '#app/domain/papers/paper.ts'
import { columnsOf } from '#db/columns.server.ts'
import type { Column } from '#db/columns.server.ts'
import type { Database, Db, Tx } from '#db/database.server.ts'
import { PARTS } from '#db/mission-tables.ts'
import type { PartTable, TableName } from '#db/mission-tables.ts'

export const MISSION_FORMAT = 'caravan-mission'
export const MISSION_FORMAT_VERSION = 1

export type Value = string | number | null
export type FileRow = Record<string, Value>
export type TakeOut = { /** With the bytes of photos, scans and papers. */ files: boolean; /** With addresses, phones and internal remarks of people. */ contacts: boolean }

type AnyRow = Record<string, unknown>
type Loose = Transaction<Record<string, AnyRow>>
const PIECES: TableName = 'attachment_piece'
const CHUNK = 400

/**
 * The text, piece by piece: rows are read at one moment, the bytes of files one after another as the text is taken. Private notes,
 * secrets, accounts and mail stay (`db/mission-tables.ts` says what and why).
 */
export async function* missionText(database: Database, missionId: Id, asked: TakeOut): AsyncGenerator<string> {
  const rows = await collected(database, missionId, asked)
  yield `{"format":"${MISSION_FORMAT}","version":${MISSION_FORMAT_VERSION},"files":${asked.files},"contacts":${asked.contacts},"tables":{`
  let first = true
  for (const [table, list] of rows) {
    yield `${first ? '' : ','}\n"${table}":[`
    first = false
    for (let at = 0; at < list.length; at += CHUNK) yield `${at === 0 ? '\n' : ',\n'}${list.slice(at, at + CHUNK).map((row) => JSON.stringify(row)).join(',\n')}`
    yield ']'
  }
  if (asked.files) yield* pieces(database, (rows.get('attachment') ?? []).map((row) => String(row['id'])))
  yield '}}\n'
}

async function* pieces(database: Database, ids: readonly string[]): AsyncGenerator<string> {
  yield `,\n"${PIECES}":[`
  let first = true
  for (const id of ids) {
    const keys = await database.read.selectFrom('attachment_piece').select('position').where('attachment_id', '=', id).orderBy('position').execute()
    for (const { position } of keys) {
      const { bytes } = await database.read.selectFrom('attachment_piece').select('bytes').where('attachment_id', '=', id).where('position', '=', position).executeTakeFirstOrThrow()
      yield `${first ? '\n' : ',\n'}{"attachment_id":${JSON.stringify(id)},"bytes":"${Buffer.from(bytes).toString('base64')}","position":${position}}`
      first = false
    }
  }
  yield ']'
}

/** Every row that goes, in the order of their keys. One transaction, so that nothing is half of before and half of after. */
async function collected(database: Database, missionId: Id, asked: TakeOut): Promise<Map<TableName, FileRow[]>> {
  return await database.write(async (tx) => {
    if (database.dialect.name === 'postgres') await sql`set transaction isolation level repeatable read`.execute(tx)
    const columns = await columnsOf(tx)
    const found = new Map<TableName, AnyRow[]>()
    for (const part of PARTS.filter((each) => each.rows.of === 'mission')) found.set(part.table, await rowsOfMission(tx, part, missionId))
    for (const part of PARTS) if (part.rows.of !== 'mission' && part.rows.of !== 'directory' && part.table !== PIECES && found.has(part.rows.of)) found.set(part.table, await rowsOfParent(tx, part, found))
    leaveBehind(found)
    await addDirectory(tx, found)
    return new Map(PARTS.filter((part) => part.table !== PIECES).map((part) => [part.table, canonical(part, found.get(part.table) ?? [], columns, asked)]))
  })
}

async function rowsOfMission(tx: Tx, part: PartTable, missionId: Id): Promise<AnyRow[]> {
  const rows = await (tx as unknown as Loose).selectFrom(part.table).selectAll().where(part.table === 'mission' ? 'id' : 'mission_id', '=', missionId).execute()
  return rows.filter((row) => part.without?.(row) !== true)
}

async function rowsOfParent(tx: Tx, part: PartTable, found: ReadonlyMap<TableName, AnyRow[]>): Promise<AnyRow[]> {
  if (!('by' in part.rows)) return []
  return await rowsBy(tx, part.table, part.rows.by, (found.get(part.rows.of) ?? []).map((row) => row['id']))
}

async function rowsBy(tx: Tx, table: TableName, column: string, values: readonly unknown[]): Promise<AnyRow[]> {
  const rows: AnyRow[] = []
  for (let at = 0; at < values.length; at += CHUNK) rows.push(...(await (tx as unknown as Loose).selectFrom(table).selectAll().where(column, 'in', values.slice(at, at + CHUNK)).execute()))
  return rows
}

const isDirectory = (table: TableName): boolean => PARTS.some((part) => part.table === table && part.rows.of === 'directory')

/** What names something that stays behind stays too, or forgets the name. Parts stand after what they name, but for rows of one table: those settle by going round. */
function leaveBehind(found: Map<TableName, AnyRow[]>): void {
  for (const part of PARTS) {
    const rows = found.get(part.table)
    if (!rows) continue
    let kept = rows
    for (let before = -1; before !== kept.length;) {
      before = kept.length
      const ids = new Map(Object.entries(part.names).filter(([, table]) => found.has(table)).map(([column, table]) => [column, new Set((table === part.table ? kept : (found.get(table) ?? [])).map((row) => row['id']))]))
      kept = kept.flatMap((row) => {
        const gone = [...ids].filter(([column, known]) => row[column] !== null && !known.has(row[column])).map(([column]) => column)
        if (gone.some((column) => part.loose?.includes(column) !== true)) return []
        return gone.length === 0 ? [row] : [{ ...row, ...Object.fromEntries(gone.map((column) => [column, null])) }]
      })
    }
    found.set(part.table, kept)
  }
}

/** The people, bodies and places that the mission names, with those that they name in turn. */
async function addDirectory(tx: Tx, found: Map<TableName, AnyRow[]>): Promise<void> {
  const known = new Map(PARTS.filter((part) => part.rows.of === 'directory').map((part) => [part.table, new Map<unknown, AnyRow>()]))
  let wanted = namedIn(found)
  while ([...wanted.values()].some((ids) => ids.size > 0)) {
    const added = new Map<TableName, AnyRow[]>()
    for (const [table, ids] of wanted) {
      const rows = await rowsBy(tx, table, 'id', [...ids])
      for (const row of rows) known.get(table)?.set(row['id'], row)
      added.set(table, rows)
    }
    for (const part of PARTS) if ('by' in part.rows && isDirectory(part.rows.of)) added.set(part.table, await rowsOfParent(tx, part, added))
    for (const part of PARTS) if ('by' in part.rows && isDirectory(part.rows.of)) found.set(part.table, [...(found.get(part.table) ?? []), ...(added.get(part.table) ?? [])])
    wanted = new Map([...namedIn(added)].map(([table, ids]) => [table, new Set([...ids].filter((id) => known.get(table)?.has(id) !== true))]))
  }
  for (const [table, rows] of known) found.set(table, [...rows.values()])
  const affiliations = new Set((found.get('affiliation') ?? []).map((row) => row['id']))
  found.set('correction', (found.get('correction') ?? []).map((row) => (row['affiliation_id'] === null || affiliations.has(row['affiliation_id']) ? row : { ...row, affiliation_id: null })))
}

function namedIn(found: ReadonlyMap<TableName, AnyRow[]>): Map<TableName, Set<unknown>> {
  const wanted = new Map<TableName, Set<unknown>>(PARTS.filter((part) => part.rows.of === 'directory').map((part) => [part.table, new Set()]))
  for (const part of PARTS) {
    for (const [column, table] of Object.entries(part.names)) {
      for (const row of found.get(part.table) ?? []) if (row[column] !== null) wanted.get(table)?.add(row[column])
    }
  }
  return wanted
}

function canonical(part: PartTable, rows: readonly AnyRow[], columns: ReadonlyMap<string, readonly Column[]>, asked: TakeOut): FileRow[] {
  const names = (columns.get(part.table) ?? []).filter((column) => part.stays?.includes(column.name) !== true).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const made = rows.map((row) => Object.fromEntries(names.map((column): [string, Value] => [column.name, valueOf(part, column, row[column.name] as Value, asked)])))
  if (part.table === 'attachment' && !asked.files) for (const row of made) row['emptied'] = 1
  return made.toSorted((a, b) => {
    for (const column of part.key) if (a[column] !== b[column]) return (a[column] as string) < (b[column] as string) ? -1 : 1
    return 0
  })
}

const ADDRESS = /[^\s"<>\\]+@[^\s"<>\\]+/g
const DIGITS_OF_REAL = 7

/** One database keeps real numbers in eight bytes and the other in four, which hold seven digits: a place to the metre. */
function valueOf(part: PartTable, column: Column, value: Value, asked: TakeOut): Value {
  if (column.kind === 'real' && typeof value === 'number') return Number(value.toPrecision(DIGITS_OF_REAL))
  if (asked.contacts || typeof value !== 'string') return value
  if (part.contacts?.includes(column.name)) return ''
  if (part.called?.includes(column.name)) return nameOnly(value)
  if (part.papers?.includes(column.name)) return JSON.stringify(withoutContacts(JSON.parse(value) as Paper))
  return part.addresses?.includes(column.name) ? value.replace(ADDRESS, '') : value
}

/** What a person should know before a mission is taken out: the files that go, and the notes that stay. Two queries. */
export async function countStaying(db: Db, missionId: Id): Promise<{ files: number; fileBytes: number; privateNotes: number }> {
  const notes = await db.selectFrom('note').select((n) => n.fn.countAll<number>().as('n')).where('mission_id', '=', missionId).where('private', '=', 1).executeTakeFirstOrThrow()
  const files = await db.selectFrom('attachment').leftJoin('note', 'note.id', 'attachment.note_id').where('attachment.mission_id', '=', missionId).where('attachment.removed_ms', 'is', null).where('attachment.emptied', '=', 0)
    .where((one) => one.or([one('note.private', 'is', null), one('note.private', '=', 0)])).select((n) => [n.fn.countAll<number>().as('n'), sql<number>`coalesce(sum(attachment.size), 0)`.as('bytes')]).executeTakeFirstOrThrow()
  return { files: Number(files.n), fileBytes: Number(files.bytes), privateNotes: Number(notes.n) }
}
