/** The columns of the database as it stands, on either dialect. */
import type { Db, Tx } from '#db/database.server.ts'

export type Column = { name: string; kind: 'text' | 'integer' | 'real' | 'bytes'; nullable: boolean; hasDefault: boolean }

const KINDS: Record<string, Column['kind']> = { text: 'text', integer: 'integer', int4: 'integer', int8: 'integer', bigint: 'integer', real: 'real', float4: 'real', blob: 'bytes', bytea: 'bytes' }

/** Every table with its columns. */
export async function columnsOf(db: Db | Tx): Promise<Map<string, Column[]>> {
  const tables = await db.introspection.getTables()
  return new Map(tables.map((table) => [table.name, table.columns.map((column) => ({
    name: column.name, kind: kindOf(column.dataType), nullable: column.isNullable, hasDefault: column.hasDefaultValue,
  }))]))
}

function kindOf(type: string): Column['kind'] {
  const kind = KINDS[type.toLowerCase()]
  if (kind === undefined) throw new Error(`A column of the type ${type} is new here; say what it holds.`)
  return kind
}
