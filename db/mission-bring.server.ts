/** The rows of a mission's file, written into an installation that may know some of them already. */
import type { Kysely } from 'kysely'
import { foldKey } from '#app/domain/text.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Db, Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import type { FileRow, Value } from '#db/mission-file.server.ts'
import { UnfitFile, demandWholeFiles } from '#db/mission-fit.server.ts'
import type { Tables } from '#db/mission-fit.server.ts'
import { PARTS } from '#db/mission-tables.ts'
import type { PartTable, TableName } from '#db/mission-tables.ts'

export const ENTRY_TABLES = ['person', 'organisation', 'place'] as const
export type EntryTable = (typeof ENTRY_TABLES)[number]
export type Pair = { table: EntryTable; theirs: Id; ours: Id }

type Written = Record<string, Value | Buffer>
type AnyTables = Record<string, Record<string, unknown>>
const loose = (db: Db | Tx) => db as unknown as Kysely<AnyTables>
const CHUNK = 200

export type Known = { table: EntryTable; theirs: Id; name: string; /** Entries here of the same name. */ ours: { id: Id; name: string }[]; /** True for the very entry: the same id under the same name. */ itself: boolean }

/** People, bodies and places of a file that this installation has under the same id and name, or under the same name. */
export async function listKnown(db: Db | Tx, tables: Tables): Promise<Known[]> {
  const known: Known[] = []
  for (const table of ENTRY_TABLES) {
    const rows = (tables[table] ?? []).filter((row) => row['merged_into_id'] === null || table === 'place')
    const byId = new Map((await entriesBy(db, table, 'id', rows.map((row) => String(row['id'])))).map((entry) => [entry.id, entry]))
    const byName = await entriesBy(db, table, 'name_key', rows.map((row) => foldKey(String(row['name']))))
    for (const row of rows) {
      const [theirs, name, key] = [String(row['id']), String(row['name']), foldKey(String(row['name']))]
      const here = byId.get(theirs)
      const alike = byName.filter((entry) => entry.name_key === key && entry.merged_into_id === null).map(({ id, name: called }) => ({ id, name: called }))
      if (here?.name_key === key) known.push({ table, theirs, name, ours: [{ id: here.id, name: here.name }], itself: true })
      else if (alike.length > 0) known.push({ table, theirs, name, ours: alike, itself: false })
    }
  }
  return known
}

type Entry = { id: Id; name: string; name_key: string; merged_into_id: Id | null }

async function entriesBy(db: Db | Tx, table: EntryTable, column: 'id' | 'name_key', values: readonly string[]): Promise<Entry[]> {
  const found: Entry[] = []
  const wanted = [...new Set(values)]
  for (let at = 0; at < wanted.length; at += CHUNK) {
    const rows = await loose(db).selectFrom(table).selectAll().where(column, 'in', wanted.slice(at, at + CHUNK)).orderBy('id').execute()
    found.push(...rows.map((row) => ({ id: String(row['id']), name: String(row['name']), name_key: String(row['name_key']), merged_into_id: (row['merged_into_id'] as string | null | undefined) ?? null })))
  }
  return found
}

export type Brought = { missionId: Id; slug: string; title: string; /** 'table id' of each row that was written. */ written: Set<string>; /** Invitations whose UID another mission here holds: they stay with it. */ heldElsewhere: number }

/**
 * Writes the rows: entries of the directory that are here already are used as they are, ids are kept where they are free and remade
 * everywhere where they are not. Throws `UnfitFile`; the caller's transaction rolls back.
 */
export async function bringRows(tx: Tx, tables: Tables, same: readonly Pair[], slugFor: (wanted: string) => Promise<string>): Promise<Brought> {
  const names = await namesFor(tx, tables, same)
  const written = new Set<string>()
  let [missionId, slug, title] = ['', '', '']
  for (const part of PARTS) {
    const rows: Written[] = []
    for (const row of inOrder(part, tables[part.table] ?? [])) {
      const made = translated(part, row, names)
      if (made === undefined) continue
      if (part.table === 'mission') [missionId, slug, title] = [String(made['id']), await slugFor(String(made['slug'])), String(made['title'])]
      rows.push({ ...made, ...(part.table === 'mission' ? { slug } : {}), ...ARRIVING[part.table] })
      if (typeof made['id'] === 'string') written.add(`${part.table} ${made['id']}`)
    }
    await insertAll(tx, part.table, rows)
  }
  demandWholeFiles(tables)
  return { missionId, slug, title, written, heldElsewhere: names.skipped.get('invitation')?.size ?? 0 }
}

/** What rows say once they have come in. */
const ARRIVING: Partial<Record<TableName, Record<string, Value>>> = { act: { undoable: 0 }, invitation: { brought: 1 } }

/** False for rows that are known by what they belong to. */
function hasId({ key }: PartTable): boolean {
  return key.length === 1 && key[0] === 'id'
}

type Names = { /** What each id of the file is called here. */ of: Map<TableName, Map<string, Id>>; all: Map<string, Id>; /** Rows that do not come in. */ skipped: Map<TableName, Set<string>> }

async function namesFor(tx: Tx, tables: Tables, same: readonly Pair[]): Promise<Names> {
  const known = await listKnown(tx, tables)
  const names: Names = { of: new Map(), all: new Map(), skipped: new Map() }
  for (const { table, theirs, ours, itself } of known) {
    const chosen = itself ? ours[0] : ours.find((entry) => same.some((pair) => pair.table === table && pair.theirs === theirs && pair.ours === entry.id))
    if (!chosen) continue
    names.of.set(table, (names.of.get(table) ?? new Map<string, Id>()).set(theirs, chosen.id))
    names.skipped.set(table, (names.skipped.get(table) ?? new Set()).add(theirs))
  }
  for (const part of PARTS) {
    const gone = await skippedOf(tx, part, tables, names)
    const ids = hasId(part) ? (tables[part.table] ?? []).map((row) => String(row['id'])).filter((id) => !gone.has(id)).toSorted() : []
    const here = await takenIds(tx, part.table, ids)
    const made = names.of.get(part.table) ?? new Map<string, Id>()
    for (const id of ids) made.set(id, here.has(id) ? newId() : id)
    names.of.set(part.table, made)
    names.skipped.set(part.table, gone)
    if (!part.names['id']) for (const [theirs, ours] of made) if (theirs !== ours) names.all.set(theirs, ours)
  }
  return names
}

/** Names and titles of an entry that is here already stay as they are here; an event stays with the mission that sends it. */
async function skippedOf(tx: Tx, part: PartTable, tables: Tables, names: Names): Promise<Set<string>> {
  const gone = new Set(names.skipped.get(part.table))
  const rows = tables[part.table] ?? []
  if ('by' in part.rows) {
    const { of, by } = part.rows
    for (const row of rows) if (hasId(part) && names.skipped.get(of)?.has(String(row[by]))) gone.add(String(row['id']))
  }
  if (part.table !== 'invitation') return gone
  for (let at = 0; at < rows.length; at += CHUNK) {
    const uids = new Set((await tx.selectFrom('invitation').select('uid').where('uid', 'in', rows.slice(at, at + CHUNK).map((row) => String(row['uid']))).execute()).map((row) => row.uid))
    for (const row of rows.slice(at, at + CHUNK)) if (uids.has(String(row['uid']))) gone.add(String(row['id']))
  }
  return gone
}

async function takenIds(tx: Tx, table: TableName, ids: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>()
  for (let at = 0; at < ids.length; at += CHUNK) for (const row of await loose(tx).selectFrom(table).select('id').where('id', 'in', ids.slice(at, at + CHUNK)).execute()) taken.add(String(row['id']))
  return taken
}

/** A row as it is written here; undefined for one that does not come in. */
function translated(part: PartTable, row: FileRow, { of, all, skipped }: Names): Written | undefined {
  if (hasId(part) && skipped.get(part.table)?.has(String(row['id']))) return undefined
  const made: Written = { ...row }
  if (hasId(part)) made['id'] = of.get(part.table)?.get(String(row['id'])) ?? String(row['id'])
  for (const [column, table] of Object.entries(part.names)) {
    const name = row[column]
    if (typeof name !== 'string') continue
    const ours = of.get(table)?.get(name)
    if (ours === undefined && part.loose?.includes(column) !== true) return undefined
    made[column] = ours ?? null
  }
  for (const column of part.within ?? []) if (typeof row[column] === 'string') made[column] = renamedWithin(row[column], all)
  if (part.table === 'attachment_piece') made['bytes'] = Buffer.from(String(row['bytes']), 'base64')
  return made
}

/** Ids inside of text: as the values and names of JSON, or as words between signs. */
function renamedWithin(text: string, all: ReadonlyMap<string, Id>): string {
  if (all.size === 0) return text
  if (!/^[[{]/.test(text)) return renamedWords(text, all)
  return JSON.stringify(walked(JSON.parse(text), all))
}

function walked(value: unknown, all: ReadonlyMap<string, Id>): unknown {
  if (typeof value === 'string') return renamedWords(value, all)
  if (Array.isArray(value)) return value.map((one) => walked(one, all))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [renamedWords(name, all), walked(inner, all)]))
}

/** Prose is left alone: only text without blanks can be made of ids. */
function renamedWords(text: string, all: ReadonlyMap<string, Id>): string {
  return /^[a-z0-9:|/#,.-]+$/.test(text) ? text.replace(/[a-z0-9-]+/g, (word) => all.get(word) ?? renamedIssue(word, all)) : text
}

/** An issue is known by the id of what it stands at, with seven characters of its own behind. */
function renamedIssue(word: string, all: ReadonlyMap<string, Id>): string {
  const ours = all.get(word.slice(0, -8))
  return ours !== undefined && word.at(-8) === '-' ? ours + word.slice(-8) : word
}

/** Rows of one table that name each other: the named one first. */
function inOrder(part: PartTable, rows: readonly FileRow[]): readonly FileRow[] {
  const own = Object.entries(part.names).filter(([, table]) => table === part.table).map(([column]) => column)
  if (own.length === 0) return rows
  const known = new Set(rows.map((row) => row['id']))
  const followers = new Map<Value, FileRow[]>()
  const waiting = new Map<FileRow, number>()
  for (const row of rows) {
    const named = own.map((column) => row[column] ?? null).filter((name) => name !== row['id'] && known.has(name))
    waiting.set(row, named.length)
    for (const name of named) followers.set(name, followers.get(name) ?? []).get(name)?.push(row)
  }
  const sorted = rows.filter((row) => waiting.get(row) === 0)
  for (const row of sorted) {
    for (const follower of followers.get(row['id'] ?? null) ?? []) {
      waiting.set(follower, (waiting.get(follower) ?? 0) - 1)
      if (waiting.get(follower) === 0) sorted.push(follower)
    }
  }
  if (sorted.length < rows.length) throw new UnfitFile(`Rows of “${part.table}” name each other in a circle.`)
  return sorted
}

/** Rows that say the same columns go together: what a row leaves out gets the database's own default. */
async function insertAll(tx: Tx, table: TableName, rows: readonly Written[]): Promise<void> {
  const most = table === 'attachment_piece' ? 4 : CHUNK
  for (let at = 0, next = 0; at < rows.length; at = next) {
    const columns = Object.keys(rows[at] as Written).join()
    next = at + 1
    while (next < rows.length && next - at < most && Object.keys(rows[next] as Written).join() === columns) next++
    await loose(tx).insertInto(table).values(rows.slice(at, next)).execute()
  }
}
