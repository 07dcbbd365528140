/** Whether a mission's file fits: its rows the tables of this version, its names each other, its bytes what was attached. */
import { createHash } from 'node:crypto'
import { columnsOf } from '#db/columns.server.ts'
import type { Column } from '#db/columns.server.ts'
import type { Db, Tx } from '#db/database.server.ts'
import type { FileRow, Value } from '#db/mission-file.server.ts'
import { PARTS } from '#db/mission-tables.ts'

export type Tables = Readonly<Record<string, readonly FileRow[]>>

/** Thrown with one sentence: why a file cannot be brought in. Nothing of it stays. */
export class UnfitFile extends Error {}

/** Where the shape of rows is checked against the tables: every column known, every needed one there, each of its kind. Returns the first thing wrong. */
export async function misfit(db: Db | Tx, tables: Tables): Promise<string | undefined> {
  const columns = await columnsOf(db)
  for (const name of Object.keys(tables)) if (!PARTS.some((part) => part.table === name)) return `“${name}” is nothing that a mission of this version of Caravan holds.`
  for (const part of PARTS) {
    const known = (columns.get(part.table) ?? []).filter((column) => part.stays?.includes(column.name) !== true)
    for (const [at, row] of (tables[part.table] ?? []).entries()) {
      const wrong = wrongColumns(known, row)
      if (wrong) return `Row ${at + 1} of “${part.table}” cannot be read: ${wrong}.`
    }
  }
  return wrongNames(tables)
}

function wrongColumns(known: readonly Column[], row: FileRow): string | undefined {
  const alien = Object.keys(row).find((name) => !known.some((column) => column.name === name))
  if (alien !== undefined) return `nobody here knows its “${alien}”`
  for (const { name, kind, nullable, hasDefault } of known) {
    const value = row[name]
    if (value === undefined && (hasDefault || nullable)) continue
    if (value === undefined || (value === null && !nullable)) return `it says no ${name}`
    if (value === null) continue
    const fits = kind === 'text' || kind === 'bytes' ? typeof value === 'string' : typeof value === 'number' && (kind === 'real' || Number.isSafeInteger(value))
    if (!fits) return `its ${name} is no ${kind === 'text' || kind === 'bytes' ? 'text' : 'number'}`
  }
  return undefined
}

/** Every row once, and whatever it names in the file as well. */
function wrongNames(tables: Tables): string | undefined {
  const [mission, ...more] = tables['mission'] ?? []
  if (!mission || more.length > 0) return 'It holds no mission, or more than one.'
  for (const part of PARTS) {
    const seen = new Set<string>()
    for (const row of tables[part.table] ?? []) {
      const key = part.key.map((column) => String(row[column])).join(' ')
      if (seen.has(key)) return `“${part.table}” holds ${key} twice.`
      seen.add(key)
    }
  }
  const ids = new Map(PARTS.map((part) => [part.table, new Set((tables[part.table] ?? []).map((row) => row['id']))]))
  for (const part of PARTS) {
    for (const [column, table] of Object.entries(part.names)) {
      const lost = (tables[part.table] ?? []).find((row) => row[column] !== null && row[column] !== undefined && ids.get(table)?.has(row[column]) !== true)
      if (lost) return `A row of “${part.table}” names the ${table.replace('_', ' ')} ${String(lost[column])}, which is not in the file.`
    }
  }
  return undefined
}

/** Every file that comes with its bytes has all of them, unchanged; throws `UnfitFile` for the first that has not. */
export function demandWholeFiles(tables: Tables): void {
  const piecesOf = new Map<Value, FileRow[]>()
  for (const piece of tables['attachment_piece'] ?? []) piecesOf.set(piece['attachment_id'] ?? null, piecesOf.get(piece['attachment_id'] ?? null) ?? []).get(piece['attachment_id'] ?? null)?.push(piece)
  for (const file of tables['attachment'] ?? []) {
    if (file['emptied'] === 1) continue
    const pieces = (piecesOf.get(file['id'] ?? null) ?? []).toSorted((a, b) => Number(a['position']) - Number(b['position']))
    const hash = createHash('sha256')
    let size = 0
    for (const piece of pieces) {
      const bytes = Buffer.from(String(piece['bytes']), 'base64')
      size += bytes.length
      hash.update(bytes)
    }
    if (size !== file['size'] || hash.digest('hex') !== file['sha256']) throw new UnfitFile(`The file “${String(file['name'])}” is not whole: its bytes are not those that were attached.`)
  }
}
