import { expect, it } from 'vitest'
import { columnsOf } from '#db/columns.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { PARTS, STAYING } from '#db/mission-tables.ts'

async function tables(): Promise<Awaited<ReturnType<typeof columnsOf>>> {
  const database = openDatabase(':memory:')
  await migrate(database)
  const found = await columnsOf(database.read)
  await database.close()
  return found
}

it('says of every table whether a file of a mission carries it, or why it stays', async () => {
  const known = [...PARTS.map((part) => part.table), ...Object.keys(STAYING)]
  const names = [...(await tables()).keys()].filter((name) => name !== 'migration')
  expect(names.filter((name) => !known.includes(name as never)), 'name these in PARTS or in STAYING of db/mission-tables.ts').toEqual([])
  expect(known.filter((name) => !names.includes(name))).toEqual([])
  expect(new Set(known).size).toBe(known.length)
})

it('knows of every column that names a row of another table what it names', async () => {
  const found = await tables()
  const parts = new Map(PARTS.map((part) => [part.table as string, part]))
  const unnamed = [...parts].flatMap(([table, part]) => (found.get(table) ?? []).map((column) => column.name).filter((column) => column.endsWith('_id') && !part.names[column] && !part.within?.includes(column) && !part.stays?.includes(column)).map((column) => `${table}.${column}`))
  expect(unnamed, 'say in db/mission-tables.ts what these name').toEqual([])
  const lost = [...parts].flatMap(([table, part]) => [...Object.keys(part.names), ...(part.within ?? []), ...(part.stays ?? []), ...(part.contacts ?? []), ...(part.addresses ?? []), ...(part.called ?? []), ...(part.papers ?? []), ...part.key].filter((column) => !(found.get(table) ?? []).some((one) => one.name === column)).map((column) => `${table}.${column}`))
  expect(lost).toEqual([])
  const reasonless = PARTS.flatMap((part) => (part.stays ?? []).filter((column) => { const of = found.get(part.table)?.find((one) => one.name === column); return !of?.nullable && !of?.hasDefault }).map((column) => `${part.table}.${column}`))
  expect(reasonless, 'a column that stays needs a default on the other side').toEqual([])
})

it('stands in an order in which rows can be written', () => {
  const late = PARTS.flatMap((part, at) => Object.values(part.names).filter((table) => table !== part.table && PARTS.findIndex((other) => other.table === table) > at).map((table) => `${part.table} before ${table}`))
  expect(late).toEqual([])
})
